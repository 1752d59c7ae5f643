package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Place;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.CallContext;
import dev.facet.query.text.hogql.HogqlParser.CasesContext;
import dev.facet.query.text.hogql.HogqlParser.PlaceholderContext;
import dev.facet.query.text.hogql.HogqlParser.PrimaryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** What operators stand between: names, constants, calls and everything in brackets. */
final class HogqlPrimaries {
  private final HogqlReading reading;
  private final HogqlStatements statements;
  private final HogqlExpressions expressions;
  private final HogqlIntervals intervals;

  HogqlPrimaries(HogqlReading reading, HogqlStatements statements, HogqlExpressions expressions) {
    this.reading = reading;
    this.statements = statements;
    this.expressions = expressions;
    this.intervals = new HogqlIntervals(reading, expressions);
  }

  Syntax of(PrimaryContext context) {
    Place place = reading.place(context);
    return switch (context) {
      case CasesContext cases -> cases(cases, place);
      case HogqlParser.IntervalTextContext text -> intervals.of(text, place);
      case HogqlParser.IntervalContext interval -> intervals.of(interval, place);
      case HogqlParser.TypedTextContext typed -> typed(typed, place);
      case HogqlParser.CallOfStatementContext call ->
          new Call(
              HogqlNames.of(call.identifier()),
              List.of(new Syntax.Subquery(statements.statement(call.statement()), place)),
              place);
      case CallContext call -> call(call, place);
      case HogqlParser.CallOfOperatorContext like ->
          new Call(like.word.getText(), expressions.all(like.expressions()), place);
      case HogqlParser.NameContext name ->
          new Syntax.Name(List.of(HogqlNames.of(name.identifier())), place);
      case HogqlParser.SubqueryContext subquery ->
          new Syntax.Subquery(statements.statement(subquery.statement()), place);
      case HogqlParser.GroupContext group -> group(group, place);
      case HogqlParser.ListContext list ->
          new Syntax.ListOf(expressions.all(list.expressions()), place);
      case HogqlParser.PlaceholderContext placeholder -> placeholder(placeholder, place);
      case HogqlParser.NumberContext number ->
          number((number.DOT() == null ? "" : "0.") + number.NUMBER().getText(), place);
      case HogqlParser.TextContext text -> text(text.STRING(), place);
      case HogqlParser.TemplateContext template -> template(template.TEMPLATE().getText(), place);
      case HogqlParser.NullContext ignored -> new Constant(null, place);
      case HogqlParser.BooleanContext flag -> new Constant(flag.TRUE() != null, place);
      case HogqlParser.StarContext star ->
          new Syntax.Star(List.of(), HogqlNames.excluded(star.exclude()), place);
      default -> throw new IllegalStateException("No expression in " + context.getText());
    };
  }

  private Syntax cases(CasesContext context, Place place) {
    Syntax operand = expressions.orNull(context.operand);
    List<Syntax> parts = new ArrayList<>();
    for (HogqlParser.WhenContext when : context.when()) {
      Syntax condition = expressions.of(when.condition);
      parts.add(
          operand == null ? condition : new Call("equals", List.of(operand, condition), place));
      parts.add(expressions.of(when.result));
    }
    parts.add(
        context.otherwise == null ? new Constant(null, place) : expressions.of(context.otherwise));
    return new Call("multiIf", parts, place);
  }

  private Syntax typed(HogqlParser.TypedTextContext context, Place place) {
    String type = HogqlNames.of(context.plainName());
    String function =
        switch (type.toLowerCase(Locale.ROOT)) {
          case "date" -> "toDate";
          case "timestamp" -> "toDateTime";
          default ->
              throw reading.refuse(
                  place,
                  "\"%s\" before a text makes no sense; DATE '…' and TIMESTAMP '…' do."
                      .formatted(type));
        };
    return new Call(function, List.of(text(context.STRING(), place)), place);
  }

  private Syntax call(CallContext context, Place place) {
    String function = HogqlNames.of(context.identifier());
    HogqlParser.ArgumentsContext first = context.arguments(0);
    if (context.arguments().size() == 1) {
      Syntax special = special(function, first, place);
      if (special != null) {
        return special;
      }
    }
    HogqlParser.ArgumentsContext last = context.arguments().getLast();
    refuseWords(function, last, place);
    if (function.equalsIgnoreCase("tuple") && context.over() == null) {
      return new Syntax.TupleOf(expressions.all(last.expressions()), place);
    }
    List<Syntax> parameters =
        context.arguments().size() == 2 ? expressions.all(first.expressions()) : List.of();
    return new Call(
        function,
        parameters,
        expressions.all(last.expressions()),
        last.DISTINCT() != null,
        expressions.orNull(context.expression()),
        context.over() == null ? null : statements.over(context.over()),
        place);
  }

  private void refuseWords(String function, HogqlParser.ArgumentsContext arguments, Place place) {
    if (arguments.FROM() != null || arguments.AS() != null) {
      throw reading.refuse(
          place,
          "%s takes no %s between its arguments."
              .formatted(function, arguments.AS() == null ? "FROM" : "AS"));
    }
  }

  /** Calls whose arguments are parted by words: CAST, EXTRACT, SUBSTRING. */
  private @Nullable Syntax special(
      String function, HogqlParser.ArgumentsContext arguments, Place place) {
    HogqlParser.ExpressionsContext given = arguments.expressions();
    if (given == null || given.expression().size() != 1) {
      return null;
    }
    HogqlParser.ExpressionContext only = given.expression(0);
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "cast" ->
          arguments.AS() == null
              ? null
              : new Syntax.Cast(expressions.of(only), arguments.typeName().getText(), place);
      case "extract" ->
          arguments.FROM() == null || arguments.FOR() != null
              ? null
              : intervals.part(expressions.of(only), expressions.of(arguments.start), place);
      case "substring" ->
          arguments.FROM() == null ? null : substring(expressions.of(only), arguments, place);
      default -> null;
    };
  }

  private Syntax substring(Syntax text, HogqlParser.ArgumentsContext arguments, Place place) {
    List<Syntax> all = new ArrayList<>(List.of(text, expressions.of(arguments.start)));
    if (arguments.length != null) {
      all.add(expressions.of(arguments.length));
    }
    return new Call("substring", all, place);
  }

  private Syntax group(HogqlParser.GroupContext context, Place place) {
    HogqlParser.ExpressionsContext inside = context.expressions();
    List<Syntax> items = expressions.all(inside);
    boolean single = items.size() == 1 && inside.COMMA().isEmpty();
    return single ? items.getFirst() : new Syntax.TupleOf(items, place);
  }

  private Syntax placeholder(PlaceholderContext context, Place place) {
    List<String> path = context.anyName().stream().map(HogqlNames::of).toList();
    List<Syntax.Item> arguments =
        context.OPEN() == null ? null : context.item().stream().map(statements::item).toList();
    return new Syntax.Placeholder(path, arguments, place);
  }

  private Syntax number(String text, Place place) {
    Number value = HogqlLiterals.number(text);
    if (value == null) {
      throw reading.refuse(place, "the number " + text + " is larger than any that can be held.");
    }
    return new Constant(value, place);
  }

  private static Syntax text(TerminalNode token, Place place) {
    return new Constant(HogqlLiterals.unquote(token.getText()), place);
  }

  private Syntax template(String token, Place place) {
    List<Syntax> parts = HogqlLiterals.template(token, place, reading);
    if (parts.isEmpty()) {
      return new Constant("", place);
    }
    return parts.size() == 1 && parts.getFirst() instanceof Constant constant
        ? constant
        : new Call("concat", parts, place);
  }
}
