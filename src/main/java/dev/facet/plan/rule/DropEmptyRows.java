package dev.facet.plan.rule;

import dev.facet.model.Column;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;

/** {@code Filter(x, false) → no rows}, and whatever comes of no rows is not computed. */
final class DropEmptyRows implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    return switch (node) {
      case Plan.Filter filter when isNever(filter) -> none(node);
      case Plan.Aggregate aggregate when aggregate.keys().isEmpty() -> node;
      case Plan.Filter _,
          Plan.Project _,
          Plan.Aggregate _,
          Plan.Unnest _,
          Plan.Sort _,
          Plan.Window _,
          Plan.Limit _ ->
          isEmpty(node.inputs().getFirst()) ? none(node) : node;
      case Join join -> join(join);
      case Plan.Union union -> union(union);
      case Plan.Scan _, Plan.Values _ -> node;
    };
  }

  private static boolean isNever(Plan.Filter filter) {
    return Terms.conjuncts(filter.condition()).stream().anyMatch(Terms::isNeverTrue);
  }

  private static boolean isEmpty(Plan plan) {
    return plan instanceof Plan.Values values && values.rows().isEmpty();
  }

  private static Plan none(Plan plan) {
    return new Plan.Values(plan.columns(), List.of());
  }

  private static Plan join(Join join) {
    boolean left = isEmpty(join.left());
    boolean right = isEmpty(join.right());
    return switch (join.kind()) {
      case INNER, SEMI -> left || right ? none(join) : join;
      case LEFT -> left ? none(join) : join;
      case ANTI -> left ? none(join) : right ? join.left() : join;
      case RIGHT -> right ? none(join) : join;
      case FULL -> left && right ? none(join) : join;
    };
  }

  private static Plan union(Plan.Union union) {
    List<Plan> some = new ArrayList<>(union.inputs());
    some.removeIf(DropEmptyRows::isEmpty);
    if (some.size() == union.inputs().size() && some.size() > 1) {
      return union;
    }
    if (some.isEmpty()) {
      return none(union);
    }
    some.set(0, renamed(some.getFirst(), union.columns()));
    return some.size() == 1 ? some.getFirst() : new Plan.Union(some);
  }

  /** The first input names the columns. */
  private static Plan renamed(Plan plan, List<Column> columns) {
    List<Column> own = plan.columns();
    if (own.equals(columns)) {
      return plan;
    }
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      named.add(new Named(columns.get(i).name(), plan.column(own.get(i).name())));
    }
    return new Plan.Project(plan, named);
  }
}
