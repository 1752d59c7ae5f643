package dev.facet.query;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.Cohort.Times;
import dev.facet.query.time.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often actors do something: how many did it in one step of the range, in two, in three, …
 * Actors are the persons, or who the measure of a series says.
 *
 * @param cumulative count those who did it in at least as many steps
 * @param criterion how often a step's event must have happened for the step to count
 * @param width how many steps of the grain are one
 * @param sampling the share of distinct ids that is looked at, 1 for all
 */
public record StickinessQuery(
    List<Series> series,
    DateRange range,
    Grain grain,
    Filter filter,
    boolean testAccounts,
    @Nullable Comparison compare,
    boolean cumulative,
    Criterion criterion,
    int width,
    double sampling)
    implements Query {
  public static final int MAX_WIDTH = 1000;

  /** How often something happened in a step in which it happened at all. */
  public record Criterion(Times times, int count) {
    public static final Criterion ONCE = new Criterion(Times.AT_LEAST, 1);
  }

  public StickinessQuery {
    series = TrendQuery.checked(series);
    TrendQuery.checkSampling(sampling);
    if (width < 1 || width > MAX_WIDTH) {
      throw FailureException.invalid(
          "interval_count",
          "intervalCount",
          "A step is 1 to " + MAX_WIDTH + " intervals wide, not " + width + ".");
    }
  }
}
