package dev.facet.plan.hogql.row;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Expressions with parts of them replaced. */
public final class Rewriting {
  private Rewriting() {}

  /** The same expression of other inputs. */
  public static Expression inputs(Expression expression, UnaryOperator<Expression> change) {
    return switch (expression) {
      case Expression.Reference _, Expression.Literal _, Expression.Variable _ -> expression;
      case Expression.Property property ->
          new Expression.Property(change.apply(property.object()), property.key(), property.type());
      case Expression.In in -> new Expression.In(change.apply(in.value()), in.options());
      case Expression.Bucket bucket ->
          new Expression.Bucket(change.apply(bucket.time()), bucket.buckets());
      case Expression.Steps steps ->
          new Expression.Steps(
              change.apply(steps.value()), steps.starts(), steps.results(), steps.type());
      case Expression.Call call ->
          new Expression.Call(call.function(), all(call.arguments(), change));
      case Expression.Each each ->
          new Expression.Each(
              each.kind(), each.variables(), all(each.lists(), change), change.apply(each.body()));
    };
  }

  public static List<Expression> all(
      List<Expression> expressions, UnaryOperator<Expression> change) {
    return expressions.stream().map(change).toList();
  }

  /** The same aggregate of other expressions, given in the order of its own. */
  public static Aggregation with(Aggregation aggregation, List<Expression> expressions) {
    int arguments = aggregation.arguments().size();
    return new Aggregation(
        aggregation.name(),
        aggregation.kind(),
        expressions.subList(0, arguments),
        aggregation.distinct(),
        aggregation.condition() == null ? null : expressions.get(arguments),
        List.of(),
        aggregation.levels());
  }

  /** The columns an expression reads, in the order it names them. */
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
}
