package dev.facet.ingest.social.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a network says of days, by its own labels: of the last 30 that it may speak of. */
final class Days {
  static final int LENGTH = 30;

  private final LocalDate today;
  private final Set<String> none = new HashSet<>();
  private final SortedMap<LocalDate, Map<String, Double>> days = new TreeMap<>();

  Days(LocalDate today) {
    this.today = today;
  }

  void put(LocalDate day, String name, @Nullable Double value) {
    if (value != null && !day.isAfter(today) && !day.isBefore(today.minusDays(LENGTH))) {
      days.computeIfAbsent(day, _ -> new TreeMap<>()).put(name, value);
    }
  }

  void putAll(LocalDate day, Map<String, Double> values) {
    values.forEach((name, value) -> put(day, name, value));
  }

  /** The network gave a list of days, and it was empty: the sums are 0. */
  void putNone(Collection<String> names) {
    none.addAll(names);
  }

  /** The sum over the newest 30 days, null when no day has the metric. */
  @Nullable Double sum(String name) {
    List<Double> values =
        map().values().stream().map(day -> day.get(name)).filter(Objects::nonNull).toList();
    return values.isEmpty() && !none.contains(name) ? null : Numbers.total(values);
  }

  /** Thirty days: to yesterday, or to today when the network already speaks of it. */
  SortedMap<LocalDate, Map<String, Double>> map() {
    LocalDate first = today.minusDays(days.containsKey(today) ? LENGTH - 1 : LENGTH);
    return days.tailMap(first);
  }
}
