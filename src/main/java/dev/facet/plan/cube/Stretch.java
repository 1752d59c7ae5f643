package dev.facet.plan.cube;

import dev.facet.model.Micros;
import dev.facet.model.Period;
import dev.facet.query.CubeQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From when until when facts count, both ends included. */
record Stretch(Instant from, Instant to) {

  static Stretch of(CubeQuery query, Instant now) {
    return new Stretch(
        query.from().first(now).truncatedTo(ChronoUnit.MICROS),
        query.to().last(now).truncatedTo(ChronoUnit.MICROS));
  }

  long fromMicros() {
    return Micros.of(from);
  }

  long toMicros() {
    return Micros.of(to);
  }

  boolean isEmpty() {
    return from.isAfter(to);
  }

  /** The same as a period that ends before its end. */
  Period period() {
    return new Period(from, to.plus(1, ChronoUnit.MICROS));
  }
}
