package dev.facet.ingest.social.collect;

import dev.facet.ingest.social.Reading;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reading makes of an account's snapshots.
 *
 * @param today the day in UTC
 */
record Diary(LocalDate today) {
  /** What an account has at a time: its difference is no day's work. */
  private static final Set<String> STOCKS = Set.of("followers", "following", "video_count");

  /** How far back networks say something of days. */
  private static final int STRETCH = 30;

  LocalDate first() {
    return today.minusDays(STRETCH);
  }

  /** The metrics whose day is the difference to an earlier level. */
  static List<String> differences(Reading reading) {
    Set<String> series = new HashSet<>(STOCKS);
    reading.days().values().forEach(day -> series.addAll(day.keySet()));
    return reading.differences().stream()
        .filter(metric -> reading.level().containsKey(metric) && !series.contains(metric))
        .toList();
  }

  /** The snapshots that are new or change, today's always among them. */
  SortedMap<LocalDate, Day> changed(Reading reading, Past past) {
    SortedMap<LocalDate, Day> changed = new TreeMap<>();
    reading
        .days()
        .forEach(
            (date, values) -> {
              Day stored = past.day(date);
              Map<String, Double> daily = over(stored.daily(), flows(values));
              boolean inStretch = !date.isBefore(first()) && date.isBefore(today);
              if (inStretch && !daily.equals(stored.daily())) {
                changed.put(date, new Day(stored.level(), daily));
              }
            });
    changed.put(today, new Day(reading.level(), daily(reading, past)));
    return changed;
  }

  private Map<String, Double> daily(Reading reading, Past past) {
    Map<String, Double> differences = new HashMap<>();
    for (String metric : differences(reading)) {
      double now = reading.level().getOrDefault(metric, 0d);
      double before = past.before().getOrDefault(metric, now);
      differences.put(metric, Math.max(0, now - before));
    }
    Map<String, Double> daily = over(past.day(today).daily(), differences);
    return over(daily, flows(reading.days().getOrDefault(today, Map.of())));
  }

  private static Map<String, Double> flows(Map<String, Double> values) {
    Map<String, Double> flows = new HashMap<>(values);
    flows.keySet().removeAll(STOCKS);
    return flows;
  }

  private static Map<String, Double> over(Map<String, Double> old, Map<String, Double> newer) {
    Map<String, Double> both = new HashMap<>(old);
    both.putAll(newer);
    return both;
  }
}
