package dev.facet.store.memory;

import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes an expression for each element of lists. */
final class Elements {
  private Elements() {}

  static @Nullable Object of(Each each, List<@Nullable Object> row, Evaluator evaluator) {
    List<List<?>> lists = new ArrayList<>();
    for (var list : each.lists()) {
      if (!(evaluator.value(list, row) instanceof List<?> elements)) {
        return null;
      }
      lists.add(elements);
    }
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    List<@Nullable Object> first = new ArrayList<>();
    List<@Nullable Object> results = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      Map<String, @Nullable Object> variables = new HashMap<>();
      for (int list = 0; list < lists.size(); list++) {
        Variable variable = each.variables().get(list);
        variables.put(variable.name(), i < lists.get(list).size() ? lists.get(list).get(i) : null);
      }
      first.add(variables.get(each.variables().getFirst().name()));
      results.add(evaluator.with(variables).value(each.body(), row));
    }
    return summary(each.kind(), first, results);
  }

  private static @Nullable Object summary(
      Each.Kind kind, List<@Nullable Object> first, List<@Nullable Object> results) {
    int[] found =
        IntStream.range(0, results.size())
            .filter(i -> Boolean.TRUE.equals(results.get(i)))
            .toArray();
    return switch (kind) {
      case MAP -> results;
      case FILTER -> at(found, first);
      case EXISTS -> found.length > 0;
      case ALL -> found.length == results.size();
      case COUNT -> (long) found.length;
      case FIRST -> found.length == 0 ? null : first.get(found[0]);
      case FIRST_INDEX -> found.length == 0 ? 0L : found[0] + 1L;
      case SORT -> at(sorted(results, false), first);
      case SORT_DESCENDING -> at(sorted(results, true), first);
    };
  }

  private static int[] sorted(List<@Nullable Object> keys, boolean descending) {
    Comparator<@Nullable Object> order = Comparison.nullsLast(descending);
    return IntStream.range(0, keys.size())
        .boxed()
        .sorted((one, other) -> order.compare(keys.get(one), keys.get(other)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<@Nullable Object> at(int[] places, List<@Nullable Object> values) {
    List<@Nullable Object> found = new ArrayList<>();
    for (int place : places) {
      found.add(values.get(place));
    }
    return found;
  }
}
