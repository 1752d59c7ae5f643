package dev.facet.store.memory;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of one group. */
final class Aggregates {
  private Aggregates() {}

  static @Nullable Object of(
      Aggregation aggregation, List<List<@Nullable Object>> rows, Evaluator evaluator) {
    List<List<@Nullable Object>> kept = kept(aggregation, rows, evaluator);
    List<List<Object>> tuples = new ArrayList<>();
    for (List<@Nullable Object> row : kept) {
      tuples.add(arguments(aggregation, row, evaluator));
    }
    List<Object> values = new ArrayList<>();
    tuples.stream().filter(tuple -> !tuple.isEmpty()).forEach(tuple -> values.add(tuple.get(0)));
    return switch (aggregation.kind()) {
      case COUNT -> (Object) (long) tuples.size();
      case COUNT_DISTINCT -> tuples.stream().map(Comparison::present).distinct().count();
      case SUM -> values.isEmpty() ? null : sum(values, aggregation.type());
      case AVG -> values.isEmpty() ? null : decimalSum(values) / values.size();
      case MIN -> values.stream().min(Comparison::compare).orElse(null);
      case MAX -> values.stream().max(Comparison::compare).orElse(null);
      case BIT_AND -> bits(values, (a, b) -> a & b);
      case BIT_OR -> bits(values, (a, b) -> a | b);
      case BIT_XOR -> bits(values, (a, b) -> a ^ b);
      case ARG_MIN -> tuples.stream().min(Aggregates::bySecond).map(List::getFirst).orElse(null);
      case ARG_MAX -> tuples.stream().max(Aggregates::bySecond).map(List::getFirst).orElse(null);
      case QUANTILE -> values.isEmpty() ? null : quantile(values, aggregation.level());
      case QUANTILES ->
          values.isEmpty()
              ? null
              : aggregation.levels().stream().map(level -> quantile(values, level)).toList();
      case LIST -> list(aggregation, kept, evaluator);
      case TOP -> top(values, (long) aggregation.level());
      case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, COVAR_POP, COVAR_SAMP, CORR ->
          Moments.of(tuples).get(aggregation.kind());
    };
  }

  /** The rows that count: the condition holds, no argument is null, none repeated if distinct. */
  private static List<List<@Nullable Object>> kept(
      Aggregation aggregation, List<List<@Nullable Object>> rows, Evaluator evaluator) {
    Expression condition = aggregation.condition();
    Set<List<@Nullable Object>> seen = new HashSet<>();
    List<List<@Nullable Object>> kept = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      boolean wanted = condition == null || Boolean.TRUE.equals(evaluator.value(condition, row));
      if (wanted && aggregation.arguments().stream().allMatch(a -> isThere(a, row, evaluator))) {
        List<@Nullable Object> key = Comparison.present(arguments(aggregation, row, evaluator));
        if (!aggregation.distinct() || seen.add(key)) {
          kept.add(row);
        }
      }
    }
    return kept;
  }

  private static boolean isThere(
      Expression argument, List<@Nullable Object> row, Evaluator evaluator) {
    return evaluator.value(argument, row) != null;
  }

  private static List<Object> arguments(
      Aggregation aggregation, List<@Nullable Object> row, Evaluator evaluator) {
    List<Object> arguments = new ArrayList<>();
    for (Expression argument : aggregation.arguments()) {
      Object value = evaluator.value(argument, row);
      if (value != null) {
        arguments.add(value);
      }
    }
    return arguments;
  }

  private static int bySecond(List<Object> one, List<Object> other) {
    int second = Comparison.compare(one.get(1), other.get(1));
    return second != 0 ? second : Comparison.compare(one.get(0), other.get(0));
  }

  private static List<@Nullable Object> list(
      Aggregation aggregation, List<List<@Nullable Object>> rows, Evaluator evaluator) {
    Expression value = aggregation.arguments().getFirst();
    List<Aggregation.By> all = new ArrayList<>(aggregation.order());
    all.add(new Aggregation.By(value, false));
    List<List<@Nullable Object>> sorted = new ArrayList<>(rows);
    for (Aggregation.By by : all.reversed()) {
      Comparator<@Nullable Object> order = Comparison.nullsLast(by.descending());
      sorted.sort(
          (List<@Nullable Object> one, List<@Nullable Object> other) ->
              order.compare(
                  evaluator.value(by.expression(), one), evaluator.value(by.expression(), other)));
    }
    double most = aggregation.levels().isEmpty() ? sorted.size() : aggregation.level();
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < Math.min(most, sorted.size()); i++) {
      list.add(evaluator.value(value, sorted.get(i)));
    }
    return list;
  }

  private static List<Object> top(List<Object> values, long most) {
    Map<@Nullable Object, List<Object>> same = new LinkedHashMap<>();
    for (Object value : values) {
      same.computeIfAbsent(Comparison.key(value), key -> new ArrayList<>()).add(value);
    }
    return same.values().stream()
        .sorted(
            Comparator.<List<Object>>comparingInt(List::size)
                .reversed()
                .thenComparing(List::getFirst, Comparison::compare))
        .limit(most)
        .map(List::getFirst)
        .toList();
  }

  private static @Nullable Object sum(List<Object> values, Type type) {
    if (type != Type.INTEGER) {
      return decimalSum(values);
    }
    BigInteger sum =
        values.stream()
            .map(value -> BigInteger.valueOf((Long) value))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return sum.bitLength() < Long.SIZE ? (Object) sum.longValue() : null;
  }

  private static @Nullable Object bits(List<Object> values, LongBinaryOperator operator) {
    return values.isEmpty()
        ? null
        : (Object) values.stream().mapToLong(value -> (Long) value).reduce(operator).orElseThrow();
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
