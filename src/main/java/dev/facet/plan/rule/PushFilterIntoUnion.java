package dev.facet.plan.rule;

import dev.facet.model.Column;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code Filter(Union(x, y), c) → Union(Filter(x, c), Filter(y, c))}. */
final class PushFilterIntoUnion implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Plan.Union union, Expression condition))
        || !uses.mayChange(union)) {
      return node;
    }
    List<Column> columns = union.columns();
    return new Plan.Union(
        union.inputs().stream()
            .<Plan>map(input -> new Plan.Filter(input, read(condition, columns, input.columns())))
            .toList());
  }

  /** The condition on an input, whose columns may have other names. */
  private static Expression read(Expression condition, List<Column> columns, List<Column> own) {
    Map<String, Expression> names = new HashMap<>();
    for (int i = 0; i < own.size(); i++) {
      names.putIfAbsent(
          columns.get(i).name(), new Expression.Reference(own.get(i).name(), own.get(i).type()));
    }
    return Terms.replaced(condition, names);
  }
}
