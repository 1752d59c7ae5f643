package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Bounds;
import dev.facet.plan.fact.Known;
import dev.facet.plan.fact.Terms;
import java.util.List;

/**
 * {@code Project(Filter(x, 5 <= t AND t < 9), steps(t, [1, 7, 9])) → Project(…, steps(t, [7]))}: of
 * the changes of a clock in a century, those that the rows can see. A step that is the only one
 * left is a number.
 */
final class NarrowSteps implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    return switch (node) {
      case Plan.Filter filter -> filter(filter);
      case Plan.Project _, Plan.Aggregate _, Plan.Unnest _, Plan.Window _ -> {
        List<Expression> known = Known.of(node.inputs().getFirst());
        yield known.isEmpty() ? node : Nodes.mapped(node, part -> narrowed(part, known));
      }
      case Plan.Scan _, Plan.Values _, Plan.Join _, Plan.Union _, Plan.Sort _, Plan.Limit _ -> node;
    };
  }

  /** A row that is kept meets all conditions: those without steps tell about those with. */
  private static Plan filter(Plan.Filter filter) {
    List<Expression> parts = Terms.conjuncts(filter.condition());
    List<Expression> known =
        Known.of(filter).stream().filter(condition -> !hasSteps(condition)).toList();
    List<Expression> narrowed = Nodes.each(parts, part -> narrowed(part, known));
    return narrowed == parts ? filter : new Plan.Filter(filter.input(), Terms.all(narrowed));
  }

  private static boolean hasSteps(Expression expression) {
    return expression instanceof Expression.Steps
        || expression.inputs().stream().anyMatch(NarrowSteps::hasSteps);
  }

  private static Expression narrowed(Expression expression, List<Expression> known) {
    Expression inside = Terms.over(expression, input -> narrowed(input, known));
    return inside instanceof Expression.Steps steps ? steps(steps, known) : inside;
  }

  private static Expression steps(Expression.Steps steps, List<Expression> known) {
    Bounds bounds = Bounds.of(steps.value(), known);
    List<Long> starts = steps.starts();
    int first = 0;
    int last = starts.size();
    while (first < last && starts.get(first) <= bounds.least()) {
      first++;
    }
    while (last > first && starts.get(last - 1) > bounds.greatest()) {
      last--;
    }
    if (first == last && bounds.isNeverNull()) {
      return new Expression.Literal(steps.results().get(first), steps.type());
    }
    return last - first == starts.size()
        ? steps
        : new Expression.Steps(
            steps.value(),
            starts.subList(first, last),
            steps.results().subList(first, last + 1),
            steps.type());
  }
}
