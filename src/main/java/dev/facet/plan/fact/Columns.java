package dev.facet.plan.fact;

import dev.facet.model.Column;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.HashMap;
import java.util.Map;

/** What can be told of a node's columns without running it. */
public final class Columns {
  private Columns() {}

  /** Every column of the node as null: what a row without a partner shows. */
  public static Map<String, Expression> asNulls(Plan plan) {
    Map<String, Expression> nulls = new HashMap<>();
    for (Column column : plan.columns()) {
      nulls.put(column.name(), new Expression.Literal(null, column.type()));
    }
    return nulls;
  }

  /** Whether the column is null in no row, as far as the plan tells. */
  public static boolean isNeverNull(Plan plan, String column) {
    return switch (plan) {
      case Plan.Project project ->
          switch (Terms.meanings(project.expressions()).get(column)) {
            case Expression.Literal literal -> literal.value() != null;
            case Expression.Reference reference -> isNeverNull(project.input(), reference.column());
            case null, default -> false;
          };
      case Plan.Aggregate aggregate ->
          aggregate.aggregations().stream()
              .anyMatch(one -> one.name().equals(column) && counts(one.kind()));
      case Plan.Filter filter -> isNeverNull(filter.input(), column);
      case Plan.Sort sort -> isNeverNull(sort.input(), column);
      case Plan.Limit limit -> isNeverNull(limit.input(), column);
      case Plan.Scan _, Plan.Values _, Plan.Join _, Plan.Unnest _, Plan.Union _, Plan.Window _ ->
          false;
    };
  }

  private static boolean counts(Aggregation.Kind kind) {
    return kind == Aggregation.Kind.COUNT || kind == Aggregation.Kind.COUNT_DISTINCT;
  }
}
