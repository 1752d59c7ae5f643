package dev.facet.api.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Slows callers down that try secrets. The first few wrong ones of an address cost nothing, each
 * further one doubles the pause, up to a limit; a quiet quarter of an hour forgives. Nobody is ever
 * refused: a right key is answered at once, a right password after at most the longest pause. Safe
 * for many threads.
 */
public final class Attempts {
  private static final int FREE = 5;
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration FORGIVEN = Duration.ofMinutes(15);
  private final InstantSource clock;
  private final Pause pause;
  private final Cache<String, Trail> trails =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(FORGIVEN).build();

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    void last(Duration time) throws InterruptedException;
  }

  /** How often an address was wrong, and when its next password may be looked at. */
  private record Trail(int wrong, long next) {}

  public Attempts(InstantSource clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** A wrong key came from here: returns after the pause that is due. */
  public void wrongKey(String address) {
    Trail trail = trails.asMap().merge(address, new Trail(1, 0), Attempts::onceMore);
    wait(due(trail.wrong()));
  }

  /** A wrong password came from here. */
  public void wrongPassword(String address) {
    trails.asMap().merge(address, new Trail(1, 0), Attempts::onceMore);
  }

  /** A password came from here: returns when it is its turn to be looked at. */
  public void beforePassword(String address) {
    long now = clock.millis();
    Trail trail = trails.asMap().computeIfPresent(address, (a, old) -> queued(old, now));
    if (trail != null) {
      long wait = trail.next() - due(trail.wrong()).toMillis() - now;
      wait(Duration.ofMillis(Math.clamp(wait, 0, LONGEST.toMillis())));
    }
  }

  private static Trail onceMore(Trail old, Trail one) {
    return new Trail(old.wrong() + 1, old.next());
  }

  private static @Nullable Trail queued(Trail old, long now) {
    return new Trail(old.wrong(), Math.max(old.next(), now) + due(old.wrong()).toMillis());
  }

  private static Duration due(int wrong) {
    int doublings = Math.min(wrong - FREE - 1, 10);
    if (doublings < 0) {
      return Duration.ZERO;
    }
    Duration due = FIRST.multipliedBy(1L << doublings);
    return due.compareTo(LONGEST) < 0 ? due : LONGEST;
  }

  private void wait(Duration time) {
    try {
      if (time.isPositive()) {
        pause.last(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(new Failure.Upstream("cancelled", "The server is stopping."));
    }
  }
}
