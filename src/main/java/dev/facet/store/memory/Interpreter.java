package dev.facet.store.memory;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes a plan from the bottom up, each node as a list of rows.
 *
 * @param tables the rows of a dataset of the project the plan runs in
 */
record Interpreter(Function<Dataset, List<List<@Nullable Object>>> tables) {

  Table run(Plan plan) {
    return new Table(plan.columns(), rows(plan));
  }

  private List<List<@Nullable Object>> rows(Plan plan) {
    List<List<@Nullable Object>> rows =
        switch (plan) {
          case Plan.Scan scan -> tables.apply(scan.dataset());
          case Plan.Values values -> values.rows();
          case Plan.Filter filter -> filter(filter);
          case Plan.Project project -> project(project);
          case Plan.Aggregate aggregate -> aggregate(aggregate);
          case Plan.Join join -> join(join);
          case Plan.Union union -> union(union);
          case Plan.Sort sort -> sorted(sort.input(), sort.by());
          case Plan.Window window ->
              Windows.of(
                  window, sorted(window.input(), window.order()), Interpreter::stopWhenInterrupted);
          case Plan.Limit limit ->
              rows(limit.input()).stream().skip(limit.offset()).limit(limit.count()).toList();
        };
    stopWhenInterrupted();
    return rows;
  }

  private static void stopWhenInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new FailureException(
          new Failure.Upstream("cancelled", "The query was cancelled before it was done."));
    }
  }

  private List<List<@Nullable Object>> filter(Plan.Filter filter) {
    Evaluator evaluator = new Evaluator(filter.input().columns());
    List<List<@Nullable Object>> kept = new ArrayList<>();
    for (List<@Nullable Object> row : rows(filter.input())) {
      stopWhenInterrupted();
      if (Boolean.TRUE.equals(evaluator.value(filter.condition(), row))) {
        kept.add(row);
      }
    }
    return kept;
  }

  private List<List<@Nullable Object>> project(Plan.Project project) {
    Evaluator evaluator = new Evaluator(project.input().columns());
    List<List<@Nullable Object>> projected = new ArrayList<>();
    for (List<@Nullable Object> row : rows(project.input())) {
      stopWhenInterrupted();
      projected.add(evaluator.values(project.expressions(), row));
    }
    return projected;
  }

  private List<List<@Nullable Object>> aggregate(Plan.Aggregate aggregate) {
    Evaluator evaluator = new Evaluator(aggregate.input().columns());
    Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
    if (aggregate.keys().isEmpty()) {
      groups.put(List.of(), new Group(List.of(), new ArrayList<>()));
    }
    for (List<@Nullable Object> row : rows(aggregate.input())) {
      stopWhenInterrupted();
      List<@Nullable Object> keys = evaluator.values(aggregate.keys(), row);
      groups
          .computeIfAbsent(Comparison.keys(keys), same -> new Group(keys, new ArrayList<>()))
          .rows()
          .add(row);
    }
    return groups.values().stream().map(group -> group.sumUp(aggregate, evaluator)).toList();
  }

  /** The rows that have one combination of keys. */
  private record Group(List<@Nullable Object> keys, List<List<@Nullable Object>> rows) {

    List<@Nullable Object> sumUp(Plan.Aggregate aggregate, Evaluator evaluator) {
      List<@Nullable Object> result = new ArrayList<>(keys);
      for (Aggregation aggregation : aggregate.aggregations()) {
        result.add(Aggregates.of(aggregation, rows, evaluator));
      }
      return result;
    }
  }

  private List<List<@Nullable Object>> join(Plan.Join join) {
    int[] left = places(join.left(), join.on().stream().map(Plan.Join.On::left).toList());
    int[] right = places(join.right(), join.on().stream().map(Plan.Join.On::right).toList());
    Map<List<@Nullable Object>, List<List<@Nullable Object>>> partners = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows(join.right())) {
      partners.computeIfAbsent(key(row, right), key -> new ArrayList<>()).add(row);
    }
    List<List<@Nullable Object>> none =
        switch (join.kind()) {
          case INNER -> List.of();
          case LEFT -> List.of(Collections.nCopies(join.right().columns().size(), null));
        };
    List<List<@Nullable Object>> joined = new ArrayList<>();
    for (List<@Nullable Object> row : rows(join.left())) {
      stopWhenInterrupted();
      List<@Nullable Object> key = key(row, left);
      boolean equalsNothing = !join.nullsEqual() && key.contains(null);
      List<List<@Nullable Object>> found = equalsNothing ? none : partners.getOrDefault(key, none);
      for (List<@Nullable Object> partner : found) {
        joined.add(concat(row, partner));
      }
    }
    return joined;
  }

  private static int[] places(Plan plan, List<String> names) {
    List<String> columns = plan.columns().stream().map(Column::name).toList();
    return names.stream().mapToInt(columns::indexOf).toArray();
  }

  private static List<@Nullable Object> key(List<@Nullable Object> row, int[] places) {
    List<@Nullable Object> key = new ArrayList<>(places.length);
    for (int place : places) {
      key.add(row.get(place));
    }
    return Comparison.keys(key);
  }

  private static List<@Nullable Object> concat(
      List<@Nullable Object> left, List<@Nullable Object> right) {
    List<@Nullable Object> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }

  private List<List<@Nullable Object>> union(Plan.Union union) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    union.inputs().forEach(input -> all.addAll(rows(input)));
    return all;
  }

  private List<List<@Nullable Object>> sorted(Plan input, List<Plan.Sort.By> by) {
    List<List<@Nullable Object>> sorted = new ArrayList<>(rows(input));
    int[] places = places(input, by.stream().map(Plan.Sort.By::column).toList());
    Comparator<List<@Nullable Object>> order = (a, b) -> 0;
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      Comparator<@Nullable Object> values = Comparison.nullsLast(by.get(i).descending());
      order = order.thenComparing((a, b) -> values.compare(a.get(place), b.get(place)));
    }
    sorted.sort(order);
    return sorted;
  }
}
