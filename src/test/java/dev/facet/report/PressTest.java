package dev.facet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One file at a time, and none for ever. */
class PressTest {

  private static String code(Runnable action) {
    try {
      action.run();
    } catch (FailureException e) {
      return e.failure().code();
    }
    return "";
  }

  @Test
  void one_drawing_runs_at_a_time() {
    Press press = new Press(Duration.ofMinutes(1));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    IntStream.range(0, 20)
        .parallel()
        .forEach(
            i ->
                press.print(
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      Thread.yield();
                      inside.decrementAndGet();
                      return new byte[0];
                    }));
    assertThat(most).hasValue(1);
  }

  @Test
  void what_takes_too_long_is_interrupted_and_the_next_one_goes_on() throws Exception {
    Press press = new Press(Duration.ofMillis(50));
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    String code =
        code(
            () ->
                press.print(
                    () -> {
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        stopped.countDown();
                      }
                      return new byte[0];
                    }));
    assertThat(code).isEqualTo("too_slow");
    stopped.await();
    assertThat(new Press(Duration.ofMinutes(1)).print(() -> new byte[] {1})).hasSize(1);
  }

  @Test
  void what_fails_fails_as_it_did() {
    Press press = new Press(Duration.ofMinutes(1));
    assertThatThrownBy(
            () ->
                press.print(
                    () -> {
                      throw new IllegalArgumentException("bad");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(press.print(() -> new byte[] {1})).hasSize(1);
  }
}
