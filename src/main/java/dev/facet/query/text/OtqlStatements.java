package dev.facet.query.text;

import dev.facet.query.Syntax.Place;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Mistake;
import dev.facet.query.otql.Statement;
import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import dev.facet.query.text.otql.OtqlParser.ItemContext;
import dev.facet.query.text.otql.OtqlParser.JoinContext;
import dev.facet.query.text.otql.OtqlParser.LimitContext;
import dev.facet.query.text.otql.OtqlParser.OperationContext;
import dev.facet.query.text.otql.OtqlParser.QueryContext;
import dev.facet.query.text.otql.OtqlParser.SelectionContext;
import dev.facet.query.text.otql.OtqlParser.WhereContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From parsed queries to statements. */
final class OtqlStatements {
  private final Place origin;
  private final OtqlLiterals literals;

  OtqlStatements(Place origin) {
    this.origin = origin;
    this.literals = new OtqlLiterals(origin);
  }

  Statement statement(QueryContext context) {
    return new Statement(
        operation(context.operation()),
        literals.name(context.name()),
        where(context.where()),
        context.join().stream().map(this::join).toList(),
        limit(context.limit()));
  }

  private Operation operation(OperationContext context) {
    if (context.directive() != null) {
      return new Operation.Directed(literals.directive(context.directive()));
    }
    List<Item> items =
        context.selection() == null ? items(context.item()) : items(context.selection().item());
    return new Operation.Select(items, literals.place(context));
  }

  private List<Item> items(List<ItemContext> contexts) {
    return contexts.stream().map(this::item).toList();
  }

  private Item item(ItemContext context) {
    SelectionContext selection = context.selection();
    return new Item(
        literals.name(context.name()),
        literals.directives(context.directive()),
        selection == null ? null : items(selection.item()));
  }

  private Statement.Join join(JoinContext context) {
    return new Statement.Join(literals.name(context.name()), where(context.where()));
  }

  private @Nullable Condition where(@Nullable WhereContext context) {
    return context == null ? null : new OtqlConditions(origin).condition(context.expression());
  }

  private @Nullable Integer limit(@Nullable LimitContext context) {
    if (context == null) {
      return null;
    }
    String written = context.NUMBER().getText();
    if (!written.matches("\\+?[0-9]{1,9}")) {
      throw Mistake.parsing(
          OtqlMistakes.place(origin, context.NUMBER().getSymbol()),
          "LIMIT takes a whole number from 0 on, not " + written + ".");
    }
    return Integer.parseInt(written);
  }
}
