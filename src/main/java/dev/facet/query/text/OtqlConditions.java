package dev.facet.query.text;

import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Condition.Operator;
import dev.facet.query.text.otql.OtqlParser;
import dev.facet.query.text.otql.OtqlParser.CalledContext;
import dev.facet.query.text.otql.OtqlParser.ComparedContext;
import dev.facet.query.text.otql.OtqlParser.ConjunctionContext;
import dev.facet.query.text.otql.OtqlParser.ExpressionContext;
import dev.facet.query.text.otql.OtqlParser.GroupContext;
import dev.facet.query.text.otql.OtqlParser.LinkedContext;
import dev.facet.query.text.otql.OtqlParser.NegationContext;
import dev.facet.query.text.otql.OtqlParser.PrimaryContext;
import dev.facet.query.text.otql.OtqlParser.ScoredContext;
import dev.facet.query.text.otql.OtqlParser.WithinContext;
import java.util.List;

/** From parsed expressions to conditions. */
final class OtqlConditions {
  private final OtqlLiterals literals;

  OtqlConditions(Place origin) {
    this.literals = new OtqlLiterals(origin);
  }

  Condition condition(ExpressionContext context) {
    List<Condition> parts = context.conjunction().stream().map(this::condition).toList();
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition condition(ConjunctionContext context) {
    List<Condition> parts = context.negation().stream().map(this::condition).toList();
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition condition(NegationContext context) {
    return context.negation() != null
        ? new Condition.Not(condition(context.negation()))
        : condition(context.primary());
  }

  private Condition condition(PrimaryContext context) {
    return switch (context) {
      case GroupContext group -> condition(group.expression());
      case LinkedContext linked ->
          new Condition.Linked(
              literals.name(linked.name()),
              literals.directives(linked.directive()),
              linked.expression() == null ? null : condition(linked.expression()));
      case ScoredContext scored ->
          new Condition.Scored(
              literals.name(scored.name()), literals.directives(scored.directive()));
      case CalledContext called ->
          new Condition.Call(
              literals.name(called.name(0)),
              literals.name(called.name(1)),
              called.value().stream().map(literals::literal).toList());
      case ComparedContext compared ->
          new Condition.Compare(
              literals.name(compared.name()),
              operator(compared.operator.getType()),
              literals.literal(compared.value()));
      case WithinContext within ->
          new Condition.In(literals.name(within.name()), literals.literal(within.value()));
      default -> throw new IllegalStateException("No condition: " + context.getClass());
    };
  }

  private static Operator operator(int token) {
    return switch (token) {
      case OtqlParser.EQUAL -> Operator.EQUAL;
      case OtqlParser.DIFFERENT -> Operator.DIFFERENT;
      case OtqlParser.LESS -> Operator.LESS;
      case OtqlParser.LESS_EQUAL -> Operator.LESS_OR_EQUAL;
      case OtqlParser.GREATER -> Operator.GREATER;
      case OtqlParser.GREATER_EQUAL -> Operator.GREATER_OR_EQUAL;
      default -> throw new IllegalStateException("No operator " + token);
    };
  }
}
