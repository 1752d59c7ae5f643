package dev.facet.query.time;

import dev.facet.query.DateBound;

/** Which other period to put beside the one asked for. */
public sealed interface Comparison {

  /** The period of the same length directly before. */
  record Previous() implements Comparison {}

  /** The same period, moved back by this much. */
  record Shifted(DateBound.Relative by) implements Comparison {}
}
