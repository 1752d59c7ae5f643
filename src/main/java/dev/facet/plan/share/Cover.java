package dev.facet.plan.share;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows grouped by all that several aggregates over them group by, with all they sum up. */
final class Cover {
  private final Map<Expression, String> keys = new LinkedHashMap<>();
  private final Map<Aggregation, String> sums = new LinkedHashMap<>();
  private final Plan.Aggregate plan;

  /**
   * @param over aggregates of the same input
   */
  Cover(List<Plan.Aggregate> over) {
    for (Plan.Aggregate one : over) {
      one.keys().forEach(k -> keys.computeIfAbsent(k.expression(), e -> "key_" + keys.size()));
      one.aggregations().forEach(s -> sums.computeIfAbsent(nameless(s), a -> "sum_" + sums.size()));
    }
    List<Named> named = new ArrayList<>();
    keys.forEach((expression, name) -> named.add(new Named(name, expression)));
    List<Aggregation> summed = new ArrayList<>();
    sums.forEach((sum, name) -> summed.add(renamed(sum, name)));
    this.plan = new Plan.Aggregate(over.getFirst().input(), named, summed);
  }

  Plan plan() {
    return plan;
  }

  /** The same rows as the aggregate's, under the same columns. */
  Plan instead(Plan.Aggregate one) {
    List<Named> groups =
        one.keys().stream()
            .map(key -> new Named(key.name(), column(keys.get(key.expression()))))
            .toList();
    List<Aggregation> merged = one.aggregations().stream().map(this::merged).toList();
    Plan derived = new Plan.Aggregate(plan, groups, merged);
    return one.keys().isEmpty() ? withZeros(derived, one) : derived;
  }

  private Aggregation merged(Aggregation sum) {
    Kind kind = sum.kind() == Kind.COUNT ? Kind.SUM : sum.kind();
    return new Aggregation(sum.name(), kind, column(sums.get(nameless(sum))));
  }

  private Expression column(@Nullable String name) {
    return plan.column(Objects.requireNonNull(name));
  }

  /** Without any row a count is 0, a sum of counts is null. */
  private static Plan withZeros(Plan derived, Plan.Aggregate one) {
    List<Named> columns = new ArrayList<>();
    for (Aggregation sum : one.aggregations()) {
      Expression value = derived.column(sum.name());
      columns.add(
          new Named(
              sum.name(),
              sum.kind() == Kind.COUNT
                  ? call(Function.COALESCE, value, Expression.integer(0))
                  : value));
    }
    return new Plan.Project(derived, columns);
  }

  private static Aggregation nameless(Aggregation sum) {
    return renamed(sum, "");
  }

  private static Aggregation renamed(Aggregation sum, String name) {
    return new Aggregation(
        name,
        sum.kind(),
        sum.arguments(),
        sum.distinct(),
        sum.condition(),
        sum.order(),
        sum.levels());
  }
}
