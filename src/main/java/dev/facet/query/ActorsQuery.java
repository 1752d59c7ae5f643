package dev.facet.query;

import dev.facet.model.FailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Persons, one a row: all of them, or those behind a point of a chart.
 *
 * @param filter about the person alone
 * @param search occurs in the person's email, name, id or one of their distinct ids; null for all
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
  private static final int MAX_SELECTED = 50;

  /** Which persons. */
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
   * Those of a cohort of a retention.
   *
   * @param cohort its row, from 0
   */
  public record OfRetention(RetentionQuery retention, int cohort) implements Source {}

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
   * Those who reached a step of a funnel, or did not.
   *
   * @param step from 1; below 0 for those who did the step before this one but not this one
   * @param breakdown the values the chart names, one for each breakdown; none for all
   */
  public record OfFunnel(FunnelQuery funnel, int step, List<String> breakdown) implements Source {
    public OfFunnel {
      int steps = funnel.steps().size();
      if (step == 0 || step == -1 || Math.abs((long) step) > steps) {
        throw FailureException.invalid(
            "unknown_step",
            "source.funnelStep",
            "The funnel has the steps 1 to %d, and -2 to -%d for those who dropped off, not %d."
                .formatted(steps, steps, step));
      }
      breakdown = List.copyOf(breakdown);
    }
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
    EVENT_COUNT
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
