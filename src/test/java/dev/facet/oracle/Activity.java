package dev.facet.oracle;

import dev.facet.model.Micros;
import dev.facet.model.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An activity found by walking over events, and what it says of itself. */
record Activity(long person, String id, List<Happening> events) {
  private static final Set<String> TECHNICAL =
      Set.of(
          "$identify",
          "$create_alias",
          "$merge_dangerously",
          "$set",
          "$groupidentify",
          "$conversion",
          "$ad_view",
          "$ad_click");

  /** An event, with the person it counts for in the end. */
  record Happening(
      String uuid, String name, long time, long person, Map<String, @Nullable Object> properties) {
    @Nullable String text(String property) {
      return Values.text(properties.get(property));
    }

    /** The values of a property, those of a list one by one. */
    List<String> texts(String property) {
      List<?> values =
          properties.get(property) instanceof List<?> list
              ? list.stream().filter(value -> !(value instanceof List)).toList()
              : java.util.Collections.singletonList(properties.get(property));
      return values.stream().map(Values::text).filter(Objects::nonNull).toList();
    }

    @Nullable Double number(String property) {
      return Values.number(properties.get(property));
    }
  }

  /** All activities, in no order. */
  static List<Activity> of(List<Happening> events) {
    List<Happening> inTime = new ArrayList<>(events);
    inTime.sort(Comparator.comparing(Happening::time).thenComparing(Happening::uuid));
    Map<List<Object>, List<Happening>> found = new LinkedHashMap<>();
    Map<Long, Happening> before = new LinkedHashMap<>();
    Map<Long, String> open = new LinkedHashMap<>();
    for (Happening event : inTime) {
      String session = event.text("$session_id");
      if (session != null) {
        found
            .computeIfAbsent(List.of(event.person, "s", session), k -> new ArrayList<>())
            .add(event);
        continue;
      }
      Happening last = before.put(event.person, event);
      if (last == null || event.time - last.time > 30 * Micros.MINUTE) {
        open.put(event.person, event.uuid);
      }
      String id = Objects.requireNonNull(open.get(event.person));
      found.computeIfAbsent(List.of(event.person, "p", id), k -> new ArrayList<>()).add(event);
    }
    List<Activity> activities = new ArrayList<>();
    found.forEach(
        (key, own) -> activities.add(new Activity((long) key.get(0), (String) key.get(2), own)));
    return activities;
  }

  long start() {
    return events.getFirst().time;
  }

  long duration() {
    return (events.getLast().time - start()) / Micros.SECOND;
  }

  /** Of the events at one time the smallest. */
  @Nullable String first(String property) {
    return events.stream()
        .filter(event -> event.text(property) != null)
        .min(
            Comparator.comparing(Happening::time)
                .thenComparing(event -> Objects.requireNonNull(event.text(property)), BY_POINT))
        .map(event -> event.text(property))
        .orElse(null);
  }

  /** Text by code point. */
  static final Comparator<String> BY_POINT =
      (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  long userEvents() {
    return events.stream().filter(event -> !TECHNICAL.contains(event.name)).count();
  }

  long named(String name) {
    return events.stream().filter(event -> event.name.equals(name)).count();
  }

  List<Double> revenues() {
    List<Double> revenues = new ArrayList<>();
    for (Happening event : events) {
      Double revenue = event.number("revenue");
      if (revenue != null) {
        revenues.add(revenue);
      }
    }
    return revenues;
  }

  @Nullable Double amount() {
    List<Double> revenues = revenues();
    return revenues.isEmpty() ? null : (Double) revenues.stream().mapToDouble(d -> d).sum();
  }

  List<String> different(String property) {
    return sorted(events.stream().flatMap(event -> event.texts(property).stream()));
  }

  List<String> names() {
    return sorted(events.stream().map(Happening::name));
  }

  private static List<String> sorted(Stream<@Nullable String> texts) {
    Set<String> different = new TreeSet<>(BY_POINT);
    texts.filter(Objects::nonNull).forEach(text -> different.add(Objects.requireNonNull(text)));
    return List.copyOf(different);
  }
}
