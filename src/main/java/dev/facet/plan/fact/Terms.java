package dev.facet.plan.fact;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan.Named;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Expressions taken apart and put together again. */
public final class Terms {
  private Terms() {}

  /** The same expression of other inputs; the same object when none changes. */
  public static Expression over(Expression expression, UnaryOperator<Expression> change) {
    List<Expression> inputs = expression.inputs();
    List<Expression> changed = inputs.stream().map(change).toList();
    for (int i = 0; i < changed.size(); i++) {
      if (changed.get(i) != inputs.get(i)) {
        return over(expression, changed);
      }
    }
    return expression;
  }

  private static Expression over(Expression expression, List<Expression> inputs) {
    return switch (expression) {
      case Expression.Reference _, Expression.Literal _, Expression.Variable _ -> expression;
      case Expression.Property property ->
          new Expression.Property(inputs.getFirst(), property.key(), property.type());
      case Expression.In in -> new Expression.In(inputs.getFirst(), in.options());
      case Expression.Bucket bucket -> new Expression.Bucket(inputs.getFirst(), bucket.buckets());
      case Expression.Steps steps ->
          new Expression.Steps(inputs.getFirst(), steps.starts(), steps.results(), steps.type());
      case Expression.Call call -> new Expression.Call(call.function(), inputs);
      case Expression.Each each ->
          new Expression.Each(
              each.kind(),
              each.variables(),
              inputs.subList(0, inputs.size() - 1),
              inputs.getLast());
    };
  }

  /** The expression with what columns stand for in their place. */
  public static Expression replaced(Expression expression, Map<String, Expression> columns) {
    return expression instanceof Expression.Reference reference
        ? columns.getOrDefault(reference.column(), expression)
        : over(expression, input -> replaced(input, columns));
  }

  /** What each of these columns stands for. */
  public static Map<String, Expression> meanings(List<Named> columns) {
    Map<String, Expression> meanings = new HashMap<>();
    columns.forEach(named -> meanings.putIfAbsent(named.name(), named.expression()));
    return meanings;
  }

  /** The columns an expression reads. */
  public static Set<String> columns(Expression expression) {
    Set<String> columns = new LinkedHashSet<>();
    collect(expression, columns);
    return columns;
  }

  private static void collect(Expression expression, Set<String> columns) {
    if (expression instanceof Expression.Reference reference) {
      columns.add(reference.column());
    }
    expression.inputs().forEach(input -> collect(input, columns));
  }

  /** Conditions that are all true exactly where the condition is. */
  public static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Expression.Call(Function function, List<Expression> parts)
            && function == Function.AND
        ? parts.stream().flatMap(part -> conjuncts(part).stream()).toList()
        : List.of(condition);
  }

  /** One condition that is true where all of these are. */
  public static Expression all(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Expression.bool(true);
      case 1 -> conditions.getFirst();
      default -> new Expression.Call(Function.AND, conditions);
    };
  }

  public static boolean isTrue(Expression expression) {
    return expression instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  /** Whether it is never true, being false or null whatever the row. */
  public static boolean isNeverTrue(Expression expression) {
    return expression instanceof Expression.Literal literal
        && !Boolean.TRUE.equals(literal.value());
  }
}
