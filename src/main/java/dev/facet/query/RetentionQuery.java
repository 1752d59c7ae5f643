package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.Measure.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who comes back: actors who did the target event in a step of time, and how many of them did the
 * returning event that many steps later.
 *
 * @param intervals how many steps are looked at, the cohort's own included; 1 to {@link
 *     #MAX_INTERVALS}
 * @param cumulative an actor counts in every step up to the last one they came back in
 * @param options what is seldom asked for
 */
public record RetentionQuery(
    Series target,
    Series returning,
    Entry entry,
    Grain grain,
    int intervals,
    DateRange range,
    Filter filter,
    boolean testAccounts,
    boolean cumulative,
    Options options)
    implements Query {
  public static final int DEFAULT_INTERVALS = 8;
  public static final int MAX_INTERVALS = 100;
  public static final int MAX_OCCURRENCES = 1000;

  /** In which steps an actor belongs to a cohort. */
  public enum Entry {
    /** In each step with a target event. */
    RECURRING,
    /** In the step of their first target event that passes the filters. */
    FIRST_MATCHING,
    /** In the step of their first target event at all, when it passes the filters. */
    FIRST_EVER
  }

  /**
   * How coming back is counted.
   *
   * @param actor who comes back
   * @param occurrences how many returning events a step must have
   * @param rolling whether steps are counted from the target event itself (hours, days of 24 hours,
   *     weeks of 7 and months of 30 of them) instead of the calendar's
   * @param breakdown by a property of the target event; null for all in one
   * @param sampling the share of distinct ids that is looked at, 1 for all
   */
  public record Options(
      Actor actor,
      int occurrences,
      boolean rolling,
      @Nullable Breakdown breakdown,
      double sampling) {
    public static final Options NONE = new Options(Actor.PERSON, 1, false, null, 1);

    public Options {
      TrendQuery.checkSampling(sampling);
      if (occurrences < 1 || occurrences > MAX_OCCURRENCES) {
        throw FailureException.invalid(
            "minimum_occurrences",
            "retentionFilter.minimumOccurrences",
            "Coming back takes 1 to " + MAX_OCCURRENCES + " events, not " + occurrences + ".");
      }
    }
  }

  public RetentionQuery {
    if (intervals < 1 || intervals > MAX_INTERVALS) {
      throw FailureException.invalid(
          "interval_count",
          "retentionFilter.totalIntervals",
          "Retention looks at 1 to " + MAX_INTERVALS + " intervals, not " + intervals + ".");
    }
  }
}
