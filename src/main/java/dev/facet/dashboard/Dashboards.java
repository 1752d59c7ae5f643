package dev.facet.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The dashboards, insights and texts of all projects; each look and each change names its actor.
 */
public final class Dashboards {
  private static final Duration ACCESS_NOTED = Duration.ofMinutes(1);

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** When each dashboard's last access was last written down, by its number. */
  private final Cache<Long, Instant> noted = Caffeine.newBuilder().maximumSize(10_000).build();

  /**
   * @param random a {@link java.security.SecureRandom} outside of tests
   */
  public Dashboards(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
  }

  /** Looks at one consistent state. */
  public <T extends @Nullable Object> T read(Actor actor, Function<Reader, T> look) {
    return catalog.read(transaction -> look.apply(new Reader(transaction, actor)));
  }

  /** Makes changes, all or none; they are durable when this returns. */
  public <T extends @Nullable Object> T write(Actor actor, Function<Editor, T> change) {
    return catalog.write(
        transaction -> change.apply(new Editor(transaction, actor, clock.instant(), random)));
  }

  /**
   * Notes that somebody looked at a dashboard, at most once a minute. Changes nothing else, no
   * cache either.
   *
   * @return when it was last looked at, as it is noted now
   */
  public Instant accessed(Actor actor, long dashboard) {
    Instant now = clock.instant();
    Instant before = noted.getIfPresent(dashboard);
    if (before != null && now.isBefore(before.plus(ACCESS_NOTED)) && !now.isBefore(before)) {
      return before;
    }
    noted.put(dashboard, now);
    catalog.mark(
        transaction -> {
          new DashboardRows(transaction, actor).accessed(dashboard, now);
          return true;
        });
    return now;
  }
}
