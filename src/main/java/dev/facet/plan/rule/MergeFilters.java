package dev.facet.plan.rule;

import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;

/** {@code Filter(Filter(x, a), b) → Filter(x, a AND b)}. */
final class MergeFilters implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Plan.Filter inner, var condition))
        || !uses.mayChange(inner)) {
      return node;
    }
    List<dev.facet.plan.Expression> both = new ArrayList<>(Terms.conjuncts(inner.condition()));
    both.addAll(Terms.conjuncts(condition));
    return new Plan.Filter(inner.input(), Terms.all(both.stream().distinct().toList()));
  }
}
