package dev.facet.store.memory;

import dev.facet.dataset.Dataset;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Plan;
import java.util.ArrayList;
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
          case Plan.Join join ->
              Joins.of(
                  join, rows(join.left()), rows(join.right()), Interpreter::stopWhenInterrupted);
          case Plan.Unnest unnest -> unnest(unnest);
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

  private List<List<@Nullable Object>> unnest(Plan.Unnest unnest) {
    Evaluator evaluator = new Evaluator(unnest.input().columns());
    List<List<@Nullable Object>> wider = new ArrayList<>();
    for (List<@Nullable Object> row : rows(unnest.input())) {
      stopWhenInterrupted();
      List<@Nullable Object> lists = evaluator.values(unnest.lists(), row);
      int longest = lists.stream().mapToInt(Interpreter::size).max().orElse(0);
      boolean alone = longest == 0 && unnest.outer();
      for (int i = 0; i < (alone ? 1 : longest); i++) {
        List<@Nullable Object> one = new ArrayList<>(row);
        for (Object list : lists) {
          one.add(i < size(list) && list instanceof List<?> elements ? elements.get(i) : null);
        }
        if (unnest.index() != null) {
          one.add(alone ? null : (Object) (i + 1L));
        }
        wider.add(one);
      }
    }
    return wider;
  }

  private static int size(@Nullable Object list) {
    return list instanceof List<?> elements ? elements.size() : 0;
  }

  private List<List<@Nullable Object>> union(Plan.Union union) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    union.inputs().forEach(input -> all.addAll(rows(input)));
    return all;
  }

  private List<List<@Nullable Object>> sorted(Plan input, List<Plan.Sort.By> by) {
    List<List<@Nullable Object>> sorted = new ArrayList<>(rows(input));
    int[] places = Joins.places(input, by.stream().map(Plan.Sort.By::column).toList());
    Comparator<List<@Nullable Object>> order = (a, b) -> 0;
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      Comparator<@Nullable Object> values = Comparison.of(by.get(i));
      order = order.thenComparing((a, b) -> values.compare(a.get(place), b.get(place)));
    }
    sorted.sort(order);
    return sorted;
  }
}
