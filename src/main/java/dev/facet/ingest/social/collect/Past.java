package dev.facet.ingest.social.collect;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the store knows of an account before a reading is written.
 *
 * @param days the snapshots of the stretch that readings may change, today's among them
 * @param before for metrics of levels, that of the newest snapshot before today that has it
 */
record Past(SortedMap<LocalDate, Day> days, Map<String, Double> before) {
  Past {
    days = new TreeMap<>(days);
    before = Map.copyOf(before);
  }

  Day day(LocalDate date) {
    return days.getOrDefault(date, Day.EMPTY);
  }
}
