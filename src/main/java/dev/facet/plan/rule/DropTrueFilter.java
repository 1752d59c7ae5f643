package dev.facet.plan.rule;

import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;

/** {@code Filter(x, true) → x}. */
final class DropTrueFilter implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    return node instanceof Plan.Filter(Plan input, var condition) && Terms.isTrue(condition)
        ? input
        : node;
  }
}
