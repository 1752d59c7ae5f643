package dev.facet.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many calls a caller may make in a stretch of time, which begins with the first of them. Safe
 * for many threads.
 */
public final class CallLimit {
  private final int most;
  private final Duration stretch;
  private final InstantSource clock;
  private final Cache<String, Window> windows;

  private record Window(long start, AtomicInteger calls) {}

  /**
   * @param perMinute 0 for no limit
   */
  public CallLimit(int perMinute, InstantSource clock) {
    this(perMinute, Duration.ofMinutes(1), clock);
  }

  /**
   * @param most 0 for no limit
   * @param stretch whole minutes
   */
  public CallLimit(int most, Duration stretch, InstantSource clock) {
    this.most = most;
    this.stretch = stretch;
    this.clock = clock;
    this.windows =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(stretch.multipliedBy(2))
            .build();
  }

  /**
   * Where a caller stands.
   *
   * @param left how many calls are left, negative after one too many
   * @param end when the stretch ends and all are there again
   */
  public record Standing(int most, int left, Instant end) {}

  /** Counts a call of this caller; empty when nothing is counted. */
  public Optional<Standing> count(String caller) {
    if (most == 0) {
      return Optional.empty();
    }
    long now = clock.millis();
    Window window = windows.getIfPresent(caller);
    if (window == null || now - window.start() >= stretch.toMillis()) {
      window = windows.asMap().compute(caller, (key, old) -> current(old, now));
    }
    int left = most - window.calls().incrementAndGet();
    return Optional.of(
        new Standing(most, left, Instant.ofEpochMilli(window.start()).plus(stretch)));
  }

  private Window current(@Nullable Window old, long now) {
    return old == null || now - old.start() >= stretch.toMillis()
        ? new Window(now, new AtomicInteger())
        : old;
  }

  /** One call too many is a TooMuch failure with code {@code rate_limited}. */
  public void check(Standing standing) {
    if (standing.left() < 0) {
      throw refused(Duration.between(clock.instant(), standing.end()));
    }
  }

  private FailureException refused(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new FailureException(
        new Failure.TooMuch(
            "rate_limited",
            null,
            "More than %d calls %s; try again in %d seconds.".formatted(most, within(), seconds),
            Duration.ofSeconds(seconds)));
  }

  private String within() {
    long minutes = stretch.toMinutes();
    return minutes == 1 ? "a minute" : "in " + minutes + " minutes";
  }
}
