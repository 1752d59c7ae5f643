package dev.facet.query;

import dev.facet.model.Grain;

/**
 * Where each step's active persons come from: new, returning from the step before, resurrected
 * after a pause; and who went dormant.
 */
public record LifecycleQuery(
    Series series, DateRange range, Grain grain, Filter filter, boolean testAccounts)
    implements Query {}
