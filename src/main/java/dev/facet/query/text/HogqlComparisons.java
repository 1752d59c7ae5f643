package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.BetweenContext;
import dev.facet.query.text.hogql.HogqlParser.ComparedContext;
import dev.facet.query.text.hogql.HogqlParser.ComparisonContext;
import dev.facet.query.text.hogql.HogqlParser.ComparisonTailContext;
import dev.facet.query.text.hogql.HogqlParser.DistinctTestContext;
import dev.facet.query.text.hogql.HogqlParser.InCohortContext;
import dev.facet.query.text.hogql.HogqlParser.InListContext;
import dev.facet.query.text.hogql.HogqlParser.LikedContext;
import dev.facet.query.text.hogql.HogqlParser.NullTestContext;
import java.util.List;

/** Operators that compare, each made the call ClickHouse has for it. */
final class HogqlComparisons {
  private final HogqlExpressions expressions;

  HogqlComparisons(HogqlExpressions expressions) {
    this.expressions = expressions;
  }

  Syntax of(ComparisonContext context) {
    Syntax result = expressions.sum(context.sum());
    for (ComparisonTailContext tail : context.comparisonTail()) {
      result = tail(result, tail);
    }
    return result;
  }

  private Syntax tail(Syntax left, ComparisonTailContext context) {
    return switch (context) {
      case ComparedContext compared -> compared(left, compared);
      case LikedContext liked -> call(likeName(liked), left, expressions.sum(liked.sum()));
      case InListContext in ->
          call(in.NOT() == null ? "in" : "notIn", left, expressions.sum(in.sum()));
      case InCohortContext in ->
          call(in.NOT() == null ? "inCohort" : "notInCohort", left, expressions.sum(in.sum()));
      case NullTestContext test ->
          new Call(test.NOT() == null ? "isNull" : "isNotNull", List.of(left), left.place());
      case DistinctTestContext test ->
          call(
              test.NOT() == null ? "isDistinctFrom" : "isNotDistinctFrom",
              left,
              expressions.sum(test.sum()));
      case BetweenContext between -> between(left, between);
      default -> throw new IllegalStateException("No comparison in " + context.getText());
    };
  }

  private static Syntax call(String function, Syntax left, Syntax right) {
    return new Call(function, List.of(left, right), left.place());
  }

  private static String likeName(LikedContext context) {
    if (context.NOT() == null) {
      return context.LIKE() == null ? "ilike" : "like";
    }
    return context.LIKE() == null ? "notILike" : "notLike";
  }

  private Syntax compared(Syntax left, ComparedContext context) {
    Syntax right = expressions.sum(context.sum());
    return switch (context.operator.getType()) {
      case HogqlParser.EQUAL -> call("equals", left, right);
      case HogqlParser.DIFFERENT -> call("notEquals", left, right);
      case HogqlParser.LESS -> call("less", left, right);
      case HogqlParser.LESS_EQUAL -> call("lessOrEquals", left, right);
      case HogqlParser.GREATER -> call("greater", left, right);
      case HogqlParser.GREATER_EQUAL -> call("greaterOrEquals", left, right);
      case HogqlParser.MATCHES -> call("match", left, right);
      case HogqlParser.MATCHES_NOT -> not(call("match", left, right));
      case HogqlParser.MATCHES_ANY_CASE -> call("match", left, anyCase(right));
      case HogqlParser.MATCHES_NOT_ANY_CASE -> not(call("match", left, anyCase(right)));
      default -> throw new IllegalStateException("No operator " + context.operator.getText());
    };
  }

  private static Syntax anyCase(Syntax pattern) {
    return new Call(
        "concat", List.of(new Constant("(?i)", pattern.place()), pattern), pattern.place());
  }

  private static Syntax not(Syntax value) {
    return new Call("not", List.of(value), value.place());
  }

  private Syntax between(Syntax left, BetweenContext context) {
    Syntax low = expressions.sum(context.sum(0));
    Syntax high = expressions.sum(context.sum(1));
    Syntax both =
        new Call(
            "and",
            List.of(call("greaterOrEquals", left, low), call("lessOrEquals", left, high)),
            left.place());
    return context.NOT() == null ? both : not(both);
  }
}
