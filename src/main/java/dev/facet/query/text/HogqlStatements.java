package dev.facet.query.text;

import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import dev.facet.query.Syntax.Statement;
import dev.facet.query.text.hogql.HogqlParser;
import dev.facet.query.text.hogql.HogqlParser.CteContext;
import dev.facet.query.text.hogql.HogqlParser.GroupingContext;
import dev.facet.query.text.hogql.HogqlParser.ItemContext;
import dev.facet.query.text.hogql.HogqlParser.OrderContext;
import dev.facet.query.text.hogql.HogqlParser.SelectContext;
import dev.facet.query.text.hogql.HogqlParser.StatementContext;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Clauses of SELECT: from the parser's tree to {@link Statement}. */
final class HogqlStatements {
  private final HogqlReading reading;
  private final HogqlExpressions expressions;
  private final HogqlSources sources;
  private final HogqlWindows windows;

  HogqlStatements(HogqlReading reading) {
    this.reading = reading;
    this.expressions = new HogqlExpressions(reading, this);
    this.sources = new HogqlSources(reading, this, expressions);
    this.windows = new HogqlWindows(reading, this, expressions);
  }

  Statement statement(StatementContext context) {
    return reading.deeper(
        1,
        reading.place(context),
        () ->
            HogqlSets.of(
                reading, context.setOperator(), HogqlReading.each(context.term(), this::term)));
  }

  private Statement term(HogqlParser.TermContext context) {
    return context.select() != null ? select(context.select()) : statement(context.statement());
  }

  private Statement select(SelectContext context) {
    refuseRest(context);
    return new Syntax.Select(
        HogqlReading.each(context.cte(), this::cte),
        context.DISTINCT() != null,
        HogqlReading.each(context.item(), this::item),
        context.source() == null ? null : sources.of(context.source()),
        HogqlReading.each(context.arrayJoin(), this::arrayJoin),
        expressions.orNull(context.prewhere),
        expressions.orNull(context.where),
        grouping(context.grouping()),
        expressions.orNull(context.having),
        HogqlReading.each(context.namedWindow(), windows::named),
        expressions.orNull(context.qualify),
        HogqlReading.each(context.order(), this::order),
        limitBy(context.limitBy()),
        limit(context.limit()),
        reading.place(context));
  }

  private void refuseRest(SelectContext context) {
    if (context.settings() != null) {
      throw reading.refuse(reading.place(context.settings()), "SETTINGS are not for queries.");
    }
    if (context.RECURSIVE() != null) {
      throw reading.refuse(
          reading.place(context), "WITH RECURSIVE is refused: a query may not call itself.");
    }
  }

  private Syntax.Cte cte(CteContext context) {
    Place place = reading.place(context);
    return switch (context) {
      case HogqlParser.CteOfStatementContext cte ->
          new Syntax.Cte(HogqlNames.of(cte.identifier()), statement(cte.statement()), null, place);
      case HogqlParser.CteOfExpressionContext cte ->
          new Syntax.Cte(
              HogqlNames.of(cte.anyName()), null, expressions.of(cte.expression()), place);
      default -> throw new IllegalStateException("No CTE in " + context.getText());
    };
  }

  Syntax.Item item(ItemContext context) {
    return new Syntax.Item(
        expressions.of(context.expression()), alias(context), reading.place(context));
  }

  private static @Nullable String alias(ItemContext context) {
    if (context.plainName() != null) {
      return HogqlNames.of(context.plainName());
    }
    if (context.label() == null) {
      return null;
    }
    TerminalNode text = context.label().STRING();
    return text != null
        ? HogqlLiterals.unquote(text.getText())
        : HogqlNames.of(context.label().anyName());
  }

  private Syntax.ArrayJoin arrayJoin(HogqlParser.ArrayJoinContext context) {
    return new Syntax.ArrayJoin(
        context.LEFT() != null,
        HogqlReading.each(context.item(), this::item),
        reading.place(context));
  }

  private Syntax.Grouping grouping(@Nullable GroupingContext context) {
    if (context == null) {
      return Syntax.Grouping.NONE;
    }
    if (context.ROLLUP() != null || context.CUBE() != null || context.TOTALS() != null) {
      throw reading.refuse(
          reading.place(context), "ROLLUP, CUBE and TOTALS are not served; use UNION ALL.");
    }
    return new Syntax.Grouping(expressions.all(context.expressions()), context.ALL() != null);
  }

  Syntax.Order order(OrderContext context) {
    if (context.FILL() != null) {
      throw reading.refuse(
          reading.place(context), "WITH FILL is not served; join numbers(n) to fill gaps.");
    }
    Boolean nullsFirst = context.NULLS() == null ? null : (Boolean) (context.FIRST() != null);
    return new Syntax.Order(
        expressions.of(context.expression()), context.DESC() != null, nullsFirst);
  }

  private Syntax.@Nullable LimitBy limitBy(HogqlParser.@Nullable LimitByContext context) {
    if (context == null) {
      return null;
    }
    // LIMIT offset, count BY …
    boolean swapped = context.second != null;
    Syntax first = expressions.of(context.count);
    return new Syntax.LimitBy(
        swapped ? expressions.of(context.second) : first,
        swapped ? first : expressions.orNull(context.skip),
        expressions.all(context.expressions()));
  }

  private Syntax.@Nullable Limit limit(HogqlParser.@Nullable LimitContext context) {
    if (context == null) {
      return null;
    }
    if (context.TIES() != null) {
      throw reading.refuse(
          reading.place(context), "WITH TIES is not served; use rank() OVER in a subquery.");
    }
    return new Syntax.Limit(expressions.orNull(context.count), expressions.orNull(context.skip));
  }

  Syntax.Over over(HogqlParser.OverContext context) {
    return windows.over(context);
  }

  List<Syntax.Order> orders(List<OrderContext> contexts) {
    return contexts.stream().map(this::order).toList();
  }
}
