package dev.facet.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls a caller may make in a minute, which begins with the first of them. Safe for many
 * threads.
 */
public final class CallLimit {
  private static final long MINUTE = 60_000;
  private final int perMinute;
  private final InstantSource clock;
  private final Cache<String, Window> windows =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(2)).build();

  private record Window(long start, AtomicInteger calls) {}

  /**
   * @param perMinute 0 for no limit
   */
  public CallLimit(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /**
   * Counts a call of this caller; one too many is a TooMuch failure with code {@code rate_limited}.
   */
  void count(String caller) {
    if (perMinute == 0) {
      return;
    }
    long now = clock.millis();
    Window window = windows.getIfPresent(caller);
    if (window == null || now - window.start() >= MINUTE) {
      window = windows.asMap().compute(caller, (key, old) -> current(old, now));
    }
    if (window.calls().incrementAndGet() > perMinute) {
      throw refused(Duration.ofMillis(window.start() + MINUTE - now));
    }
  }

  private static Window current(@org.jspecify.annotations.Nullable Window old, long now) {
    return old == null || now - old.start() >= MINUTE ? new Window(now, new AtomicInteger()) : old;
  }

  private FailureException refused(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new FailureException(
        new Failure.TooMuch(
            "rate_limited",
            null,
            "More than %d calls a minute; try again in %d seconds.".formatted(perMinute, seconds),
            Duration.ofSeconds(seconds)));
  }
}
