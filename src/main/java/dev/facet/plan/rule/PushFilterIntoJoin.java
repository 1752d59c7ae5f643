package dev.facet.plan.rule;

import dev.facet.model.Column;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code Filter(Join(x, y), a AND b) → Join(Filter(x, a), Filter(y, b))} where a reads x only and b
 * reads y only, on the sides whose rows are not kept without a partner. Engines see to it
 * themselves where a side is all of a dataset.
 */
final class PushFilterIntoJoin implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Join join, Expression condition)) || !uses.mayChange(join)) {
      return node;
    }
    List<Expression> left = new ArrayList<>();
    List<Expression> right = new ArrayList<>();
    List<Expression> rest = new ArrayList<>();
    Set<String> lefts = names(join.left());
    Set<String> rights = names(join.right());
    for (Expression one : Terms.conjuncts(condition)) {
      Set<String> read = Terms.columns(one);
      if (!read.isEmpty() && takesLeft(join) && lefts.containsAll(read)) {
        left.add(one);
      } else if (!read.isEmpty() && takesRight(join) && rights.containsAll(read)) {
        right.add(one);
      } else {
        rest.add(one);
      }
    }
    return left.isEmpty() && right.isEmpty()
        ? node
        : filtered(
            Nodes.over(join, filtered(join.left(), left), filtered(join.right(), right)), rest);
  }

  private static Set<String> names(Plan plan) {
    return plan.columns().stream().map(Column::name).collect(Collectors.toSet());
  }

  private static boolean takesLeft(Join join) {
    return switch (join.kind()) {
      case INNER, LEFT, SEMI, ANTI -> !(join.left() instanceof Plan.Scan);
      case RIGHT, FULL -> false;
    };
  }

  private static boolean takesRight(Join join) {
    return switch (join.kind()) {
      case INNER, RIGHT -> !(join.right() instanceof Plan.Scan);
      case LEFT, FULL, SEMI, ANTI -> false;
    };
  }

  private static Plan filtered(Plan plan, List<Expression> conditions) {
    return conditions.isEmpty() ? plan : new Plan.Filter(plan, Terms.all(conditions));
  }
}
