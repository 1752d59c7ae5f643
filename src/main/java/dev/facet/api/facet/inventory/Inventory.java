package dev.facet.api.facet.inventory;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Plan;
import dev.facet.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what a project has. */
final class Inventory {
  /** How many of the newest events are looked at for their properties. */
  static final int LOOKED_AT = 1_000;

  private static final int EXAMPLES = 3;
  private static final int LONGEST = 100;

  private final Store store;

  /**
   * Rows of a dataset.
   *
   * @param newest the latest time of one, null when none has one
   */
  record Amount(long rows, @Nullable Instant newest) {}

  /** An event by its name. */
  record Counted(String name, long count, @Nullable Instant newest) {}

  /** A property among the events looked at: how many have it, and some of its values. */
  record Use(long events, List<String> examples) {}

  /**
   * The properties of the newest events.
   *
   * @param events how many events were looked at
   */
  record Uses(long events, Map<String, Use> byName) {}

  Inventory(Store store) {
    this.store = store;
  }

  /**
   * How much of a dataset there is.
   *
   * @param time the column that says when, empty for none
   */
  Amount amount(long project, Dataset dataset, String time) {
    Plan rows = new Plan.Scan(dataset);
    List<Aggregation> numbers = new ArrayList<>();
    numbers.add(new Aggregation("rows", Aggregation.Kind.COUNT, null));
    if (!time.isEmpty()) {
      numbers.add(new Aggregation("newest", Aggregation.Kind.MAX, rows.column(time)));
    }
    List<@Nullable Object> row =
        store.run(project, new Plan.Aggregate(rows, List.of(), numbers)).rows().getFirst();
    return new Amount(number(row.get(0)), row.size() < 2 ? null : instant(row.get(1)));
  }

  /** The events that came, the most frequent first. */
  List<Counted> events(long project) {
    Plan rows = new Plan.Scan(Datasets.EVENTS);
    Plan counted =
        new Plan.Aggregate(
            rows,
            List.of(new Plan.Named("event", rows.column("event"))),
            List.of(
                new Aggregation("count", Aggregation.Kind.COUNT, null),
                new Aggregation("newest", Aggregation.Kind.MAX, rows.column("timestamp"))));
    Plan sorted =
        new Plan.Sort(
            counted, List.of(new Plan.Sort.By("count", true), new Plan.Sort.By("event", false)));
    return store.run(project, sorted).rows().stream()
        .map(row -> new Counted(text(row.get(0)), number(row.get(1)), instant(row.get(2))))
        .toList();
  }

  /** The properties of the newest events. */
  Uses properties(long project) {
    Plan rows = new Plan.Scan(Datasets.EVENTS);
    Plan newest =
        new Plan.Limit(
            new Plan.Sort(rows, List.of(new Plan.Sort.By("timestamp", true))), LOOKED_AT, 0);
    Plan properties =
        new Plan.Project(
            newest, List.of(new Plan.Named("properties", newest.column("properties"))));
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, List<String>> examples = new LinkedHashMap<>();
    List<List<@Nullable Object>> found = store.run(project, properties).rows();
    for (List<@Nullable Object> row : found) {
      if (row.getFirst() instanceof Map<?, ?> object) {
        object.forEach((name, value) -> look(String.valueOf(name), value, counts, examples));
      }
    }
    Map<String, Use> uses = new LinkedHashMap<>();
    counts.forEach(
        (name, count) -> uses.put(name, new Use(count, examples.getOrDefault(name, List.of()))));
    return new Uses(found.size(), uses);
  }

  private static void look(
      String name,
      @Nullable Object value,
      Map<String, Long> counts,
      Map<String, List<String>> examples) {
    counts.merge(name, 1L, Long::sum);
    List<String> some = examples.computeIfAbsent(name, n -> new ArrayList<>());
    String text = value == null ? "" : cut(value.toString());
    if (some.size() < EXAMPLES && !text.isEmpty() && !some.contains(text)) {
      some.add(text);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static long number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).longValue();
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return value instanceof Long micros ? Micros.toInstant(micros) : null;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
