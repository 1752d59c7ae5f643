package dev.facet.plan.rule;

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
final class Terms {
  private Terms() {}

  /** The same expression of other inputs; the same object when none changes. */
  static Expression over(Expression expression, UnaryOperator<Expression> change) {
    List<Expression> inputs = expression.inputs();
    List<Expression> changed = Nodes.each(inputs, change);
    return changed == inputs ? expression : over(expression, changed);
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
  static Expression replaced(Expression expression, Map<String, Expression> columns) {
    return expression instanceof Expression.Reference reference
        ? columns.getOrDefault(reference.column(), expression)
        : over(expression, input -> replaced(input, columns));
  }

  /** What each of these columns stands for. */
  static Map<String, Expression> meanings(List<Named> columns) {
    Map<String, Expression> meanings = new HashMap<>();
    columns.forEach(named -> meanings.putIfAbsent(named.name(), named.expression()));
    return meanings;
  }

  /** The columns an expression reads. */
  static Set<String> columns(Expression expression) {
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
  static List<Expression> conjuncts(Expression condition) {
    return condition instanceof Expression.Call(Function function, List<Expression> parts)
            && function == Function.AND
        ? parts.stream().flatMap(part -> conjuncts(part).stream()).toList()
        : List.of(condition);
  }

  /** One condition that is true where all of these are. */
  static Expression all(List<Expression> conditions) {
    return switch (conditions.size()) {
      case 0 -> Expression.bool(true);
      case 1 -> conditions.getFirst();
      default -> new Expression.Call(Function.AND, conditions);
    };
  }

  static boolean isTrue(Expression expression) {
    return expression instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  /** Whether it is never true, being false or null whatever the row. */
  static boolean isNeverTrue(Expression expression) {
    return expression instanceof Expression.Literal literal
        && !Boolean.TRUE.equals(literal.value());
  }
}
