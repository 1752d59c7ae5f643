package dev.facet.ingest.social.collect;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;

/**
 * A snapshot's numbers: what counters showed, what came about on the day. What is none is left out.
 */
record Day(Map<String, Double> level, Map<String, Double> daily) {
  static final Day EMPTY = new Day(Map.of(), Map.of());

  Day {
    level = finite(level);
    daily = finite(daily);
  }

  private static Map<String, Double> finite(Map<String, Double> values) {
    return values.entrySet().stream()
        .filter(entry -> Double.isFinite(entry.getValue()))
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
