package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.cli.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of events when the server is taken away while they come in. */
class CrashTest {
  private static final int ROUNDS = 10;
  private static final int SENDERS = 4;

  @TempDir private Path folder;

  /** What to do with a server while all senders are at it. */
  private interface Meanwhile {
    void act() throws Exception;
  }

  private static void underLoad(Tried server, Sender sender, Meanwhile action) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        senders.add(threads.submit(() -> sender.sendUntilItFails(server)));
      }
      action.act();
      for (Future<?> each : senders) {
        each.get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static void awaitAcknowledged(Sender sender, long events) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (sender.acknowledged() < events && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(sender.acknowledged()).isGreaterThanOrEqualTo(events);
  }

  /**
   * Every event has a person of its own, so as many persons as events means that none is double.
   */
  private static long count(Tried server) throws Exception {
    server.flush();
    long events = server.number(Sender.EVENT, "total");
    assertThat(server.number(Sender.EVENT, "dau"))
        .as("persons of %d events", events)
        .isEqualTo(events);
    return events;
  }

  @Test
  void killing_the_server_ten_times_loses_and_doubles_no_event() throws Exception {
    Random random = new Random(7);
    Sender sender = new Sender();
    for (int round = 0; round < ROUNDS; round++) {
      long enough = sender.acknowledged() + 500 + random.nextInt(4000);
      try (Tried server = Tried.start(folder)) {
        assertThat(count(server))
            .as("events after round %d", round)
            .isBetween(sender.acknowledged(), sender.all());
        underLoad(
            server,
            sender,
            () -> {
              awaitAcknowledged(sender, enough);
              server.program().kill();
            });
      }
    }
    try (Tried server = Tried.start(folder)) {
      assertThat(sender.resend(server)).isTrue();
      assertThat(count(server)).isEqualTo(sender.all()).isEqualTo(sender.acknowledged());
      assertThat(server.health().body()).isEqualTo("{\"status\":\"ok\"}");
    }
  }

  @Test
  void a_server_told_to_stop_under_load_ends_well_and_soon() throws Exception {
    Sender sender = new Sender();
    try (Tried server = Tried.start(folder)) {
      underLoad(
          server,
          sender,
          () -> {
            awaitAcknowledged(sender, 2000);
            long start = System.nanoTime();
            server.program().terminate();
            Program.Ended ended = server.program().end();
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
            assertThat(ended.code()).as(ended.err()).isZero();
          });
    }
    try (Tried server = Tried.start(folder)) {
      assertThat(count(server)).isBetween(sender.acknowledged(), sender.all());
      assertThat(sender.resend(server)).isTrue();
      assertThat(count(server)).isEqualTo(sender.all());
    }
  }
}
