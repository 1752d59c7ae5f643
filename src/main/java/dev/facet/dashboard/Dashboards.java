package dev.facet.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

  /** When each view by a user was last written down. */
  private final Cache<View, Instant> views = Caffeine.newBuilder().maximumSize(10_000).build();

  /** How many looks at things of each project were written down. */
  private final Map<Long, Long> looks = new ConcurrentHashMap<>();

  private record View(String kind, long item, long user) {}

  /**
   * How things stand.
   *
   * @param definitions how often anything defined was changed
   * @param looks how often a look at something of the project was written down
   */
  public record State(long definitions, long looks) {}

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

  /** As long as this is the same, so is all that can be read of the project. */
  public State state(long project) {
    return new State(catalog.definitionsVersion(), looks.getOrDefault(project, 0L));
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
    if (before != null && now.isBefore(notedAgain(before)) && !now.isBefore(before)) {
      return before;
    }
    noted.put(dashboard, now);
    note(actor, transaction -> new DashboardRows(transaction, actor).accessed(dashboard, now));
    return now;
  }

  /**
   * Notes that the actor looked at a dashboard; like {@link #accessed}, but for each user; of
   * visitors nothing.
   */
  public Instant viewed(Actor actor, long dashboard) {
    return viewed(actor, ViewRows.DASHBOARD, dashboard);
  }

  /** As {@link #viewed}, of an insight. */
  public Instant viewedInsight(Actor actor, long insight) {
    return viewed(actor, ViewRows.INSIGHT, insight);
  }

  private Instant viewed(Actor actor, String kind, long item) {
    Instant now = clock.instant();
    Long user = actor.user();
    if (user == null) {
      return now;
    }
    View view = new View(kind, item, user);
    Instant before = views.getIfPresent(view);
    if (before != null && now.isBefore(notedAgain(before)) && !now.isBefore(before)) {
      return before;
    }
    views.put(view, now);
    note(actor, transaction -> new ViewRows(transaction, actor).put(kind, item, now));
    return now;
  }

  private void note(Actor actor, Consumer<Transaction> mark) {
    catalog.mark(
        transaction -> {
          mark.accept(transaction);
          return true;
        });
    looks.merge(actor.project(), 1L, Long::sum);
  }

  /** When a look is written down again after one at this time. */
  public static Instant notedAgain(Instant at) {
    return at.plus(ACCESS_NOTED);
  }
}
