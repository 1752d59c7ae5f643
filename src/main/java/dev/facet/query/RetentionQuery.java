package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;

/**
 * Who comes back: persons who did the target event in a step of time, and how many of them did the
 * returning event that many steps later.
 *
 * @param intervals how many steps are looked at, the cohort's own included; 1 to {@link
 *     #MAX_INTERVALS}
 * @param cumulative a person counts in every step up to the last one they came back in
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
    boolean cumulative)
    implements Query {
  public static final int DEFAULT_INTERVALS = 8;
  public static final int MAX_INTERVALS = 100;

  /** In which steps a person belongs to a cohort. */
  public enum Entry {
    /** In each step with a target event. */
    RECURRING,
    /** In the step of their first target event that passes the filters. */
    FIRST_MATCHING,
    /** In the step of their first target event at all, when it passes the filters. */
    FIRST_EVER
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
