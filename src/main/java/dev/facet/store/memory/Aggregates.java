package dev.facet.store.memory;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of one group. */
final class Aggregates {
  private Aggregates() {}

  static @Nullable Object of(
      Aggregation aggregation, List<List<@Nullable Object>> rows, Evaluator evaluator) {
    Expression argument = aggregation.argument();
    if (argument == null) {
      return (long) rows.size();
    }
    List<Object> values = present(argument, rows, evaluator);
    return switch (aggregation.kind()) {
      case COUNT -> (Object) (long) values.size();
      case COUNT_DISTINCT -> values.stream().map(Comparison::key).distinct().count();
      case SUM -> values.isEmpty() ? null : sum(values, aggregation.type());
      case AVG -> values.isEmpty() ? null : decimalSum(values) / values.size();
      case MIN -> values.stream().min(Comparison::compare).orElse(null);
      case MAX -> values.stream().max(Comparison::compare).orElse(null);
      case QUANTILE -> values.isEmpty() ? null : quantile(values, aggregation.level());
    };
  }

  private static List<Object> present(
      Expression argument, List<List<@Nullable Object>> rows, Evaluator evaluator) {
    List<Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      Object value = evaluator.value(argument, row);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static Object sum(List<Object> values, Type type) {
    return type == Type.INTEGER
        ? (Object) values.stream().mapToLong(value -> (Long) value).reduce(0, Math::addExact)
        : (Object) decimalSum(values);
  }

  private static double quantile(List<Object> values, double level) {
    double[] sorted = values.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
    Arrays.sort(sorted);
    double place = level * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return below == above
        ? sorted[below]
        : sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  }

  private static double decimalSum(List<Object> values) {
    return values.stream().mapToDouble(value -> ((Number) value).doubleValue()).sum();
  }
}
