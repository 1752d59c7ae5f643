package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code Project(Project(x, c = e), f(c)) → Project(x, f(e))}, and so for groups over a projection,
 * unless e takes work that would then be done twice.
 */
final class MergeProjections implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    return switch (node) {
      case Plan.Project(Plan.Project inner, var expressions) when uses.mayChange(inner) ->
          merged(node, inner, expressions.stream().map(Named::expression).toList());
      case Plan.Aggregate(Plan.Project inner, var keys, var aggregations)
          when uses.mayChange(inner) -> {
        List<Expression> read = new ArrayList<>(keys.stream().map(Named::expression).toList());
        aggregations.forEach(one -> read.addAll(one.expressions()));
        yield merged(node, inner, read);
      }
      default -> node;
    };
  }

  private static Plan merged(Plan node, Plan.Project inner, List<Expression> read) {
    Map<String, Expression> meanings = Terms.meanings(inner.expressions());
    return Reads.of(read).repeat(meanings)
        ? node
        : Nodes.over(
            Nodes.mapped(node, one -> Terms.replaced(one, meanings)), List.of(inner.input()));
  }
}
