package dev.facet.plan.fact;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions that hold for every row of a node, as far as the plan tells. */
public final class Known {
  private Known() {}

  public static List<Expression> of(Plan plan) {
    return switch (plan) {
      case Plan.Filter filter -> {
        List<Expression> all = new ArrayList<>(of(filter.input()));
        all.addAll(Terms.conjuncts(filter.condition()));
        yield all;
      }
      case Plan.Sort sort -> of(sort.input());
      case Plan.Limit limit -> of(limit.input());
      case Plan.Window window -> of(window.input());
      case Plan.Unnest unnest -> of(unnest.input());
      case Plan.Join join -> join(join);
      case Plan.Project project -> project(project);
      case Plan.Scan _, Plan.Values _, Plan.Aggregate _, Plan.Union _ -> List.of();
    };
  }

  private static List<Expression> join(Plan.Join join) {
    return switch (join.kind()) {
      case INNER -> {
        List<Expression> all = new ArrayList<>(of(join.left()));
        all.addAll(of(join.right()));
        yield all;
      }
      case LEFT, SEMI, ANTI -> of(join.left());
      case RIGHT -> of(join.right());
      case FULL -> List.of();
    };
  }

  /** What is known of columns that are shown as they are. */
  private static List<Expression> project(Plan.Project project) {
    Map<String, Expression> names = new HashMap<>();
    for (Plan.Named named : project.expressions()) {
      if (named.expression() instanceof Expression.Reference(String column, Type type)) {
        names.putIfAbsent(column, new Expression.Reference(named.name(), type));
      }
    }
    return of(project.input()).stream()
        .filter(condition -> names.keySet().containsAll(Terms.columns(condition)))
        .map(condition -> Terms.replaced(condition, names))
        .toList();
  }
}
