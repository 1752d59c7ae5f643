package dev.facet.ingest.social.collect;

import java.util.Map;

/** A snapshot's numbers: what counters showed, what came about on the day. */
record Day(Map<String, Double> level, Map<String, Double> daily) {
  static final Day EMPTY = new Day(Map.of(), Map.of());

  Day {
    level = Map.copyOf(level);
    daily = Map.copyOf(daily);
  }
}
