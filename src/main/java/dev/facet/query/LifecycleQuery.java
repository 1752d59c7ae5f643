package dev.facet.query;

import dev.facet.model.Grain;
import dev.facet.query.Measure.Actor;

/**
 * Where each step's active actors come from: new, returning from the step before, resurrected after
 * a pause; and who went dormant.
 *
 * @param sampling the share of distinct ids that is looked at, 1 for all
 */
public record LifecycleQuery(
    Series series,
    DateRange range,
    Grain grain,
    Filter filter,
    boolean testAccounts,
    Actor actor,
    double sampling)
    implements Query {

  public LifecycleQuery {
    TrendQuery.checkSampling(sampling);
  }

  /** A question about all persons. */
  public LifecycleQuery(
      Series series, DateRange range, Grain grain, Filter filter, boolean testAccounts) {
    this(series, range, grain, filter, testAccounts, Actor.PERSON, 1);
  }
}
