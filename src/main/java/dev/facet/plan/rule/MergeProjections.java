package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.List;
import java.util.Map;

/**
 * {@code Project(Project(x, c = e), f(c)) → Project(x, f(e))}, unless e takes work that would then
 * be done twice.
 */
final class MergeProjections implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Project(Plan.Project inner, List<Named> expressions))
        || !uses.mayChange(inner)) {
      return node;
    }
    Map<String, Expression> meanings = Terms.meanings(inner.expressions());
    boolean repeats =
        Reads.of(expressions.stream().map(Named::expression).toList()).repeat(meanings);
    return repeats
        ? node
        : new Plan.Project(
            inner.input(),
            expressions.stream()
                .map(one -> new Named(one.name(), Terms.replaced(one.expression(), meanings)))
                .toList());
  }
}
