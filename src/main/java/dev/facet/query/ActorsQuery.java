package dev.facet.query;

import dev.facet.model.FailureException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Persons, one a row: all of them, or those behind a point of a chart; groups where a chart counts
 * groups.
 *
 * @param filter about the person or group alone
 * @param search occurs in the person's email, name, id or one of their distinct ids, or in the key
 *     or name of the group; null for all
 * @param order what decides first comes first; then the person's number does
 */
public record ActorsQuery(
    Source source,
    List<Selected> select,
    Filter filter,
    @Nullable String search,
    List<Order> order,
    int limit,
    int offset)
    implements Query {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 10_000;
  public static final int MAX_OFFSET = 10_000_000;

  /** The column of a statement that holds distinct ids. */
  public static final String DISTINCT_ID = "distinct_id";

  private static final int MAX_SELECTED = 50;

  /** Which persons: all, or those behind a chart. What has no persons behind it has no source. */
  public sealed interface Source {}

  /** Everybody with a profile. */
  public record Everyone() implements Source {}

  /**
   * Those of a series of a trend.
   *
   * @param day a time within the step, null for the whole range
   * @param breakdown the values the chart names, one for each breakdown; none for all
   * @param previous in the period compared with
   */
  public record OfTrend(
      TrendQuery trend,
      int series,
      DateBound.@Nullable Absolute day,
      List<String> breakdown,
      boolean previous)
      implements Source {
    public OfTrend {
      checkSeries(series, trend.series().size());
      breakdown = List.copyOf(breakdown);
    }
  }

  /**
   * Those of a cohort of a retention, or of them who came back.
   *
   * @param cohort its row, from 0
   * @param interval how many steps later they came back; 0 for all of the cohort
   * @param breakdown the values the chart names, one for each breakdown; none for all
   */
  public record OfRetention(
      RetentionQuery retention, int cohort, int interval, List<String> breakdown)
      implements Source {
    public OfRetention {
      breakdown = List.copyOf(breakdown);
      if (interval < 0 || interval >= retention.intervals()) {
        throw FailureException.invalid(
            "unknown_interval",
            "source.day",
            "The chart looks at 0 to %d intervals after the cohort's own, not %d."
                .formatted(retention.intervals() - 1, interval));
      }
    }
  }

  /** Those of a status of a lifecycle in the step that holds a time. */
  public record OfLifecycle(LifecycleQuery lifecycle, DateBound.Absolute day, Status status)
      implements Source {}

  /**
   * Those of a series of a stickiness.
   *
   * @param intervals in how many steps they were active
   * @param previous in the period compared with
   */
  public record OfStickiness(
      StickinessQuery stickiness, int series, int intervals, boolean previous) implements Source {
    public OfStickiness {
      checkSeries(series, stickiness.series().size());
    }
  }

  /**
   * Those who got so far in a funnel.
   *
   * @param depths how many steps they did, one of these numbers
   * @param breakdown the values the chart names, one for each breakdown; none for all
   */
  public record OfFunnel(FunnelQuery funnel, List<Integer> depths, List<String> breakdown)
      implements Source {
    public OfFunnel {
      depths = List.copyOf(depths);
      breakdown = List.copyOf(breakdown);
    }

    /**
     * Those who reached a step of a funnel, or did not.
     *
     * @param step from 1; below 0 for those who did the step before this one but not this one
     */
    public static OfFunnel at(FunnelQuery funnel, int step, List<String> breakdown) {
      int steps = funnel.steps().size();
      if (step == 0 || step == -1 || Math.abs((long) step) > steps) {
        throw FailureException.invalid(
            "unknown_step",
            "source.funnelStep",
            "The funnel has the steps 1 to %d, and -2 to -%d for those who dropped off, not %d."
                .formatted(steps, steps, step));
      }
      return new OfFunnel(
          funnel,
          step < 0 ? List.of(-step - 1) : IntStream.rangeClosed(step, steps).boxed().toList(),
          breakdown);
    }
  }

  /**
   * Those behind a point of a funnel over time: they reached its first step then.
   *
   * @param day a time within the step of time
   * @param dropped those who did not reach the last step, instead of those who did
   * @param breakdown the values the chart names, one for each breakdown; none for all
   */
  public record OfFunnelTrend(
      FunnelQuery funnel,
      FunnelQuery.View.Trend view,
      DateBound.Absolute day,
      boolean dropped,
      List<String> breakdown)
      implements Source {
    public OfFunnelTrend {
      breakdown = List.copyOf(breakdown);
    }
  }

  /**
   * Those whose paths have a step, or end at a place; all of them when neither is said.
   *
   * @param start where the step begins, null for anywhere
   * @param end where it ends, null for anywhere
   * @param dropOff where the path ends, null for anywhere
   */
  public record OfPaths(
      PathsQuery paths, @Nullable Stop start, @Nullable Stop end, @Nullable Stop dropOff)
      implements Source {

    public OfPaths {
      if (dropOff != null && (start != null || end != null)) {
        throw FailureException.invalid(
            "path_keys",
            "source.source.pathsFilter.pathDropoffKey",
            "Ask for a step of paths by its start and end, or for a place where they end, not both.");
      }
    }

    /** A place in a path and its number there, from 1. */
    public record Stop(int number, String place) {}
  }

  /** Those whose ids, or distinct ids, a statement gives in one of its columns. */
  public record OfStatement(SqlQuery statement) implements Source {
    /** The columns that are looked for, the first one that is there counts. */
    public static final List<String> IDS = List.of("actor_id", "person_id", "id", DISTINCT_ID);
  }

  /** Where a step's persons come from. */
  public enum Status {
    NEW,
    RETURNING,
    RESURRECTING,
    DORMANT
  }

  /** What is known of a person. */
  public sealed interface Value {}

  /** Something every person has. */
  public enum Known implements Value {
    /** Id, distinct ids, properties and what else there is, as one object. */
    ACTOR,
    ID,
    CREATED_AT,
    IDENTIFIED,
    /** What to call the person. */
    DISPLAY_NAME,
    /** How many events of theirs are behind the point. */
    EVENT_COUNT,
    /** In how many steps after their first they came back, their first being 0, as a list. */
    APPEARANCES,
    /** How many there are, on all pages together; selected alone, the answer is its one row. */
    TOTAL
  }

  /** A property of the person. */
  public record Property(String key) implements Value {}

  /** A column of the answer. */
  public record Selected(String name, Value value) {}

  /** What rows are ordered by. */
  public record Order(Value value, boolean descending) {}

  public ActorsQuery {
    select = List.copyOf(select);
    order = List.copyOf(order);
    check("select", select.size(), 1, MAX_SELECTED);
    check("limit", limit, 1, MAX_LIMIT);
    check("offset", offset, 0, MAX_OFFSET);
    checkTotal(select, order);
  }

  /** Whether not the actors are asked for, but how many there are. */
  public boolean isTotal() {
    return select.getFirst().value() == Known.TOTAL;
  }

  private static void checkTotal(List<Selected> select, List<Order> order) {
    boolean among = select.stream().anyMatch(one -> one.value() == Known.TOTAL);
    if ((among && select.size() > 1) || order.stream().anyMatch(by -> by.value() == Known.TOTAL)) {
      throw FailureException.invalid(
          "total_alone", "select", "count() is selected alone, and nothing is ordered by it.");
    }
  }

  /** Who a source is about: persons, or the groups of a type. */
  public static Measure.Actor actor(Source source) {
    return switch (source) {
      case Everyone() -> Measure.Actor.PERSON;
      case OfStatement _ -> Measure.Actor.PERSON;
      case OfTrend of -> of.trend().series().get(of.series()).measure().actor();
      case OfRetention of -> of.retention().options().actor();
      case OfLifecycle of -> of.lifecycle().actor();
      case OfStickiness of -> of.stickiness().series().get(of.series()).measure().actor();
      case OfFunnel of -> actor(of.funnel().actor());
      case OfFunnelTrend of -> actor(of.funnel().actor());
      case OfPaths of -> actor(of.paths().actor());
    };
  }

  private static Measure.Actor actor(@Nullable PropertyRef value) {
    if (value == null) {
      return Measure.Actor.PERSON;
    }
    return IntStream.range(0, PropertyRef.GROUPS)
        .filter(group -> value.equals(PropertyRef.groupKey(group)))
        .<Measure.Actor>mapToObj(Measure.Actor.Group::new)
        .findFirst()
        .orElse(new Measure.Actor.Computed(value));
  }

  private static void check(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw FailureException.invalid(
          "row_count", field, "This is from %d to %d, not %d.".formatted(least, most, value));
    }
  }

  private static void checkSeries(int series, int count) {
    if (series < 0 || series >= count) {
      throw FailureException.invalid(
          "unknown_series",
          "source.series",
          "The chart has the series 0 to %d, not %d.".formatted(count - 1, series));
    }
  }
}
