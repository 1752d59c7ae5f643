package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.fact.Columns;
import dev.facet.plan.fact.Terms;
import java.util.Map;

/**
 * {@code Filter(x LEFT JOIN y, c) → Filter(x JOIN y, c)} where c is not true of a row without a
 * partner, as {@code NOT(y.key IS NULL)} is not.
 */
final class UseInnerJoin implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Join join, Expression condition))
        || join.kind() != Join.Kind.LEFT
        || !uses.mayChange(join)) {
      return node;
    }
    Map<String, Expression> nothing = Columns.asNulls(join.right());
    boolean needsPartner =
        Terms.conjuncts(condition).stream()
            .map(one -> SimplifyExpressions.simple(Terms.replaced(one, nothing)))
            .anyMatch(Terms::isNeverTrue);
    return needsPartner
        ? new Plan.Filter(
            new Join(
                Join.Kind.INNER,
                join.left(),
                join.right(),
                join.on(),
                join.nullsEqual(),
                join.condition()),
            condition)
        : node;
  }
}
