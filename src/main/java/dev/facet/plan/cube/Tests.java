package dev.facet.plan.cube;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.cube.CubeDimension;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.event.Conditions;
import dev.facet.query.CubeQuery.NumberOperator;
import dev.facet.query.CubeQuery.Test;
import dev.facet.query.CubeQuery.TextOperator;
import java.util.List;

/** From tests of values to conditions. */
record Tests(FactValues values) {

  /** Whether a value of a dimension that has one at most passes; null counts as false. */
  Expression of(CubeDimension dimension, Test test) {
    return switch (test) {
      case Test.Text text -> text(values.text(dimension.source()), text);
      case Test.Numeric numeric -> numeric(values.number(dimension.source()), numeric);
    };
  }

  /** Whether one of several texts passes. */
  static Expression any(Expression texts, Test test) {
    Expression.Variable one = new Expression.Variable("one", dev.facet.model.Type.TEXT);
    Expression passes =
        switch (test) {
          case Test.Text text -> text(one, text);
          case Test.Numeric numeric -> numeric(call(Function.PARSE_NUMBER, one), numeric);
        };
    return new Expression.Each(
        Expression.Each.Kind.EXISTS, List.of(one), List.of(texts), sure(passes));
  }

  private static Expression text(Expression value, Test.Text test) {
    return Conditions.any(
        test.texts().stream()
            .map(text -> compare(test.operator(), value, text, test.caseSensitive()))
            .toList());
  }

  private static Expression compare(
      TextOperator operator, Expression value, String text, boolean caseSensitive) {
    if (operator == TextOperator.MATCHES) {
      String pattern = caseSensitive ? text : "(?i)" + text;
      return call(Function.MATCHES, value, Expression.text(pattern));
    }
    Expression left = caseSensitive ? value : call(Function.LOWER, value);
    Expression literal = Expression.text(text);
    Expression right = caseSensitive ? literal : call(Function.LOWER, literal);
    return switch (operator) {
      case IS, MATCHES -> call(Function.EQUAL, left, right);
      case STARTS_WITH -> call(Function.STARTS_WITH, left, right);
      case ENDS_WITH -> call(Function.ENDS_WITH, left, right);
      case CONTAINS ->
          call(Function.LESS, Expression.integer(0), call(Function.POSITION, left, right));
    };
  }

  /** The condition with null as false. */
  static Expression sure(Expression condition) {
    return call(Function.COALESCE, condition, Expression.bool(false));
  }

  private static Expression numeric(Expression value, Test.Numeric test) {
    return Conditions.any(
        test.numbers().stream().map(number -> compare(test.operator(), value, number)).toList());
  }

  static Expression compare(NumberOperator operator, Expression value, double number) {
    Expression literal = Expression.number(number);
    return switch (operator) {
      case EQUAL -> call(Function.EQUAL, value, literal);
      case GREATER_THAN -> call(Function.LESS, literal, value);
      case LESS_THAN -> call(Function.LESS, value, literal);
    };
  }
}
