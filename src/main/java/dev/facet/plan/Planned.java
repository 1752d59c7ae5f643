package dev.facet.plan;

import dev.facet.model.Period;
import java.time.Instant;

/**
 * A question ready to be computed.
 *
 * @param plan what a store runs
 * @param shape what turns the store's rows into the answer's
 * @param period the stretch of time it is about, relative dates resolved
 * @param validUntil until when planning the same question again gives the same plan
 */
public record Planned(Plan plan, Shape shape, Period period, Instant validUntil) {

  /** The same, computed in another way. */
  Planned with(Plan other) {
    return new Planned(other, shape, period, validUntil);
  }

  /** The same, valid no longer than until an instant. */
  Planned until(Instant end) {
    return end.isBefore(validUntil) ? new Planned(plan, shape, period, end) : this;
  }
}
