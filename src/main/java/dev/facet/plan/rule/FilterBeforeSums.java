package dev.facet.plan.rule;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code Aggregate(x, sum(a) where c, count(IF(c, b, null))) → Aggregate(Filter(x, c), sum(a),
 * count(b))}: without keys there is one row whatever is left out, and an engine that knows the
 * condition need not look at the rest.
 */
final class FilterBeforeSums implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Aggregate sums)
        || !sums.keys().isEmpty()
        || sums.aggregations().isEmpty()) {
      return node;
    }
    Set<Expression> common = new LinkedHashSet<>(conditions(sums.aggregations().getFirst()));
    sums.aggregations().forEach(one -> common.retainAll(conditions(one)));
    return common.isEmpty()
        ? node
        : new Plan.Aggregate(
            new Plan.Filter(sums.input(), Terms.all(List.copyOf(common))),
            List.of(),
            sums.aggregations().stream().map(one -> without(common, one)).toList());
  }

  /** What is true of every row that counts. */
  private static List<Expression> conditions(Aggregation one) {
    List<Expression> conditions = new ArrayList<>();
    if (one.condition() != null) {
      conditions.addAll(Terms.conjuncts(one.condition()));
    }
    for (Expression argument : one.arguments()) {
      if (isConditional(argument)) {
        conditions.addAll(Terms.conjuncts(argument.inputs().getFirst()));
      }
    }
    return conditions;
  }

  /** Whether it is null, and so ignored, unless a condition is true. */
  private static boolean isConditional(Expression value) {
    return value instanceof Expression.Call(Function function, List<Expression> parts)
        && function == Function.IF
        && parts.get(2) instanceof Expression.Literal otherwise
        && otherwise.value() == null;
  }

  private static Aggregation without(Set<Expression> known, Aggregation one) {
    List<Expression> arguments =
        one.arguments().stream().map(argument -> without(known, argument)).toList();
    Expression condition = one.condition();
    List<Expression> left = condition == null ? List.of() : left(known, condition);
    return new Aggregation(
        one.name(),
        one.kind(),
        arguments,
        one.distinct(),
        left.isEmpty() ? null : Terms.all(left),
        one.order(),
        one.levels());
  }

  private static Expression without(Set<Expression> known, Expression argument) {
    if (!isConditional(argument)) {
      return argument;
    }
    List<Expression> parts = argument.inputs();
    List<Expression> left = left(known, parts.get(0));
    return left.isEmpty()
        ? parts.get(1)
        : Expression.call(Function.IF, Terms.all(left), parts.get(1), parts.get(2));
  }

  private static List<Expression> left(Set<Expression> known, Expression condition) {
    return Terms.conjuncts(condition).stream().filter(one -> !known.contains(one)).toList();
  }
}
