package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code Filter(Aggregate(x, k = e), f(k)) → Aggregate(Filter(x, f(e)), k = e)}, and likewise below
 * windows: what is true of a key or partition is true of all its rows or none.
 */
final class PushFilterIntoGroups implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter filter) || !uses.mayChange(filter.input())) {
      return node;
    }
    return switch (filter.input()) {
      case Plan.Aggregate aggregate when !aggregate.keys().isEmpty() -> below(filter, aggregate);
      case Plan.Window window when !window.partition().isEmpty() -> below(filter, window);
      default -> filter;
    };
  }

  private static Plan below(Plan.Filter filter, Plan.Aggregate aggregate) {
    Map<String, Expression> keys = Terms.meanings(aggregate.keys());
    Split split = Split.of(filter.condition(), keys.keySet());
    if (split.inside().isEmpty()) {
      return filter;
    }
    Expression inside = Terms.replaced(Terms.all(split.inside()), keys);
    return split.around(
        new Plan.Aggregate(
            new Plan.Filter(aggregate.input(), inside),
            aggregate.keys(),
            aggregate.aggregations()));
  }

  private static Plan below(Plan.Filter filter, Plan.Window window) {
    Split split = Split.of(filter.condition(), Set.copyOf(window.partition()));
    if (split.inside().isEmpty()) {
      return filter;
    }
    Plan own = new Plan.Filter(window.input(), Terms.all(split.inside()));
    return split.around(new Plan.Window(own, window.partition(), window.order(), window.over()));
  }

  /** The conditions that read these columns only, and the others. */
  private record Split(List<Expression> inside, List<Expression> outside) {
    static Split of(Expression condition, Set<String> columns) {
      Split split = new Split(new ArrayList<>(), new ArrayList<>());
      for (Expression one : Terms.conjuncts(condition)) {
        Set<String> read = Terms.columns(one);
        boolean fits = !read.isEmpty() && columns.containsAll(read);
        (fits ? split.inside : split.outside).add(one);
      }
      return split;
    }

    Plan around(Plan plan) {
      return outside.isEmpty() ? plan : new Plan.Filter(plan, Terms.all(outside));
    }
  }
}
