package dev.facet.query;

import dev.facet.model.FailureException;
import java.util.List;

/**
 * One line per combination of values of one to three properties: the {@code limit} largest, the
 * rest as one unless hidden.
 *
 * @param limit how many combinations stand on their own, 1 to {@link #MAX_LIMIT}
 */
public record Breakdown(List<Dimension> dimensions, int limit, boolean hideOther) {
  public static final int DEFAULT_LIMIT = 25;
  public static final int MAX_LIMIT = 1000;

  /** The limit of what has none of its own. */
  public static final int UNLIMITED = 50_000;

  public static final int MAX_DIMENSIONS = 3;

  /** Stands for events that lack the property or have it empty. */
  public static final String NULL = "$$_posthog_breakdown_null_$$";

  /** Stands for all values beyond the limit. */
  public static final String OTHER = "$$_posthog_breakdown_other_$$";

  private static final String SEPARATOR = "::";

  /**
   * A property to break down by.
   *
   * @param bins how many equally wide stretches its numbers are put in, 0 for its values as text
   */
  public record Dimension(PropertyRef property, boolean normalizeUrl, int bins) {
    public static final int MAX_BINS = 100;

    public Dimension {
      if (bins < 0 || bins > MAX_BINS) {
        throw FailureException.invalid(
            "bin_count",
            "breakdownFilter",
            "A histogram has 1 to " + MAX_BINS + " bins, not " + bins + ".");
      }
    }
  }

  public Breakdown {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty() || dimensions.size() > MAX_DIMENSIONS) {
      throw FailureException.invalid(
          "breakdown_count",
          "breakdownFilter.breakdowns",
          "A chart is broken down by 1 to "
              + MAX_DIMENSIONS
              + " properties, not "
              + dimensions.size()
              + ".");
    }
    if (limit < 1 || limit > MAX_LIMIT && limit != UNLIMITED) {
      throw FailureException.invalid(
          "breakdown_limit",
          "breakdownFilter.breakdown_limit",
          "A breakdown shows 1 to " + MAX_LIMIT + " values, not " + limit + ".");
    }
  }

  /** By the values of one property. */
  public Breakdown(PropertyRef property, int limit, boolean hideOther, boolean normalizeUrl) {
    this(List.of(new Dimension(property, normalizeUrl, 0)), limit, hideOther);
  }

  /** Its values when they are known beforehand, as those of cohorts are; else none. */
  public List<String> known() {
    PropertyRef only = dimensions.getFirst().property();
    return dimensions.size() == 1 && only.source() == PropertyRef.Source.COHORTS
        ? only.cohorts()
        : List.of();
  }

  /** A combination of values as one text. */
  public static String label(List<?> values) {
    return String.join(SEPARATOR, values.stream().map(String::valueOf).toList());
  }
}
