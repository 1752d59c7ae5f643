package dev.facet.query;

import dev.facet.model.FailureException;

/**
 * One line per value of a property: the {@code limit} largest, the rest as one unless hidden.
 *
 * @param limit how many values stand on their own, 1 to {@link #MAX_LIMIT}
 */
public record Breakdown(PropertyRef property, int limit, boolean hideOther, boolean normalizeUrl) {
  public static final int DEFAULT_LIMIT = 25;
  public static final int MAX_LIMIT = 1000;

  /** Stands for events that lack the property or have it empty. */
  public static final String NULL = "$$_posthog_breakdown_null_$$";

  /** Stands for all values beyond the limit. */
  public static final String OTHER = "$$_posthog_breakdown_other_$$";

  public Breakdown {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw FailureException.invalid(
          "breakdown_limit",
          "breakdownFilter.breakdown_limit",
          "A breakdown shows 1 to " + MAX_LIMIT + " values, not " + limit + ".");
    }
  }
}
