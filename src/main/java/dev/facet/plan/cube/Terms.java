package dev.facet.plan.cube;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.cube.CubeMetric;
import dev.facet.dataset.cube.CubeMetric.Formula;
import dev.facet.dataset.cube.Source;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is summed up of the facts of a row, and the metrics that come of it. */
final class Terms {
  private final FactValues values;
  private final List<Aggregation> aggregations = new ArrayList<>();

  Terms(FactValues values) {
    this.values = values;
  }

  /** All that the metrics asked for so far need, each once. */
  List<Aggregation> aggregations() {
    return List.copyOf(aggregations);
  }

  /** The metric of a row of {@link #aggregations}. */
  Expression of(CubeMetric metric) {
    return of(metric.formula());
  }

  private Expression of(Formula formula) {
    return switch (formula) {
      case Formula.Count() -> sum(Kind.COUNT, null, null);
      case Formula.Holding(Source source) -> sum(Kind.COUNT, null, values.value(source));
      case Formula.Distinct(Source source) -> sum(Kind.COUNT_DISTINCT, values.value(source), null);
      case Formula.Sum(Source source) -> orZero(sum(Kind.SUM, values.value(source), null));
      case Formula.Ratio(Formula dividend, Formula divisor) ->
          orZero(call(Function.DIVIDE, number(of(dividend)), number(of(divisor))));
      case Formula.Zero() -> Expression.integer(0);
    };
  }

  private static Expression number(Expression value) {
    return value.type() == Type.INTEGER ? call(Function.TO_NUMBER, value) : value;
  }

  private static Expression orZero(Expression value) {
    Expression zero = value.type() == Type.INTEGER ? Expression.integer(0) : Expression.number(0);
    return call(Function.COALESCE, value, zero);
  }

  private Expression sum(Kind kind, @Nullable Expression argument, @Nullable Expression condition) {
    for (Aggregation known : aggregations) {
      if (known.equals(new Aggregation(known.name(), kind, argument).where(condition))) {
        return new Expression.Reference(known.name(), known.type());
      }
    }
    String name = "sum_" + aggregations.size();
    Aggregation added = new Aggregation(name, kind, argument).where(condition);
    aggregations.add(added);
    return new Expression.Reference(name, added.type());
  }
}
