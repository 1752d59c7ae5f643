package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often expressions read each column for a row; for each element of a list is often. */
record Reads(Map<String, Integer> times) {

  static Reads of(List<Expression> expressions) {
    Reads reads = new Reads(new HashMap<>());
    expressions.forEach(expression -> reads.count(expression, 1));
    return reads;
  }

  private void count(Expression expression, int times) {
    switch (expression) {
      case Expression.Reference reference -> times().merge(reference.column(), times, Integer::sum);
      case Expression.Each each -> {
        each.lists().forEach(list -> count(list, times));
        count(each.body(), 2);
      }
      case Expression.Literal _, Expression.Variable _ -> {}
      case Expression.Property _,
          Expression.In _,
          Expression.Bucket _,
          Expression.Steps _,
          Expression.Call _ ->
          expression.inputs().forEach(input -> count(input, times));
    }
  }

  /** Whether work would be done more than once if these stood in the place of the columns. */
  boolean repeat(Map<String, Expression> meanings) {
    return times.entrySet().stream()
        .anyMatch(read -> read.getValue() > 1 && takesWork(meanings.get(read.getKey())));
  }

  private static boolean takesWork(@Nullable Expression expression) {
    return switch (expression) {
      case null -> false;
      case Expression.Reference _, Expression.Literal _, Expression.Variable _ -> false;
      case Expression.Property property -> takesWork(property.object());
      case Expression.In _,
          Expression.Bucket _,
          Expression.Steps _,
          Expression.Call _,
          Expression.Each _ ->
          true;
    };
  }
}
