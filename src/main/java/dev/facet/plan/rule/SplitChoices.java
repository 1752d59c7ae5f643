package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code Filter(x, IF(a IS NULL, null, b)) → Filter(x, NOT(a IS NULL) AND b)}: what is not true is
 * left out, be it false or null, and each part can then be put where it belongs.
 */
final class SplitChoices implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Plan input, Expression condition))) {
      return node;
    }
    List<Expression> parts = Terms.conjuncts(condition);
    List<Expression> split = parts.stream().flatMap(SplitChoices::split).toList();
    return split.size() == parts.size() ? node : new Plan.Filter(input, Terms.all(split));
  }

  private static Stream<Expression> split(Expression condition) {
    return condition instanceof Expression.Call(Function function, List<Expression> parts)
            && function == Function.IF
            && isNullTest(parts.get(0))
            && Terms.isNeverTrue(parts.get(1))
        ? Stream.of(Expression.call(Function.NOT, parts.get(0)), parts.get(2))
        : Stream.of(condition);
  }

  private static boolean isNullTest(Expression condition) {
    return condition instanceof Expression.Call call && call.function() == Function.IS_NULL;
  }
}
