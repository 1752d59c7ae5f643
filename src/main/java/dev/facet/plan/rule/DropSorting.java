package dev.facet.plan.rule;

import dev.facet.plan.Plan;

/** {@code Aggregate(Sort(x)) → Aggregate(x)}, and so below all that has no eye for order. */
final class DropSorting implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    return switch (node) {
      case Plan.Aggregate _, Plan.Join _, Plan.Window _, Plan.Sort _ ->
          Nodes.over(node, node.inputs().stream().map(input -> unordered(input, uses)).toList());
      case Plan.Scan _,
          Plan.Values _,
          Plan.Filter _,
          Plan.Project _,
          Plan.Unnest _,
          Plan.Union _,
          Plan.Limit _ ->
          node;
    };
  }

  private static Plan unordered(Plan plan, Uses uses) {
    if (!uses.mayChange(plan)) {
      return plan;
    }
    return switch (plan) {
      case Plan.Sort sort -> unordered(sort.input(), uses);
      case Plan.Filter _, Plan.Project _ ->
          Nodes.over(plan, plan.inputs().stream().map(input -> unordered(input, uses)).toList());
      case Plan.Scan _,
          Plan.Values _,
          Plan.Aggregate _,
          Plan.Join _,
          Plan.Unnest _,
          Plan.Union _,
          Plan.Window _,
          Plan.Limit _ ->
          plan;
    };
  }
}
