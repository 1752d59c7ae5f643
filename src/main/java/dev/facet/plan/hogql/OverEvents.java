package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.event.Setting;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.table.EventsTable;
import dev.facet.plan.hogql.table.Reading;
import dev.facet.plan.hogql.text.Asked;
import dev.facet.query.Filter;
import dev.facet.query.Series;
import dev.facet.query.SqlQuery;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import java.util.List;
import java.util.Map;

/**
 * Expressions of HogQL over the rows of {@code plan.event}: what they read beside an event is named
 * as {@link dev.facet.plan.event.Beside} names it.
 *
 * @param path where the text of the expression stands in the request
 */
public record OverEvents(Setting setting, String path) {
  private static final Place START = new Place(1, 1);

  /** An aggregate: what is summed up, and what is made of the sums. */
  public record Summed(List<Aggregation> aggregations, Expression result) {}

  /** A condition that holds for an event or not. */
  public Expression condition(Syntax syntax) {
    Scope scope = scope();
    return plain(new Terms(scope).condition(syntax), scope, syntax);
  }

  /** A value of an event. */
  public Expression value(Syntax syntax) {
    Scope scope = scope();
    return plain(new Terms(scope).of(syntax), scope, syntax);
  }

  /** A value of an event as text, which groups events as well as any. */
  public Expression text(Syntax syntax) {
    Scope scope = scope();
    Expression value = plain(new Terms(scope).of(syntax), scope, syntax);
    return value.type() == Type.TEXT
        ? value
        : Library.scalar("toString", List.of(value), syntax.place(), scope);
  }

  /** A number out of many events. */
  public Summed aggregate(Syntax syntax) {
    Scope scope = scope();
    Expression value = new Terms(scope).of(syntax);
    Parts parts = scope.parts();
    if (parts.firstAggregate(value) == null) {
      throw scope
          .mistakes()
          .type(syntax.place(), "an aggregate is expected, such as sum(properties.price).");
    }
    refuseRest(value, scope, syntax);
    Grouped grouped = new Grouped(scope, Map.of(), true);
    Expression result = grouped.lifted(value, syntax.place());
    if (!result.type().isNumeric()) {
      throw scope
          .mistakes()
          .type(syntax.place(), "a number is expected, not %s.".formatted(Coercion.name(result)));
    }
    return new Summed(parts.aggregations(), result);
  }

  private static Expression plain(Expression value, Scope scope, Syntax syntax) {
    if (scope.parts().firstAggregate(value) != null) {
      throw scope
          .mistakes()
          .refused(syntax.place(), "an aggregate cannot stand here; a value of each event can.");
    }
    refuseRest(value, scope, syntax);
    return value;
  }

  private static void refuseRest(Expression value, Scope scope, Syntax syntax) {
    if (scope.parts().firstWindow(value) != null || scope.parts().readsLookup(value)) {
      throw scope
          .mistakes()
          .refused(syntax.place(), "window functions and subqueries are for statements only.");
    }
  }

  private Scope scope() {
    SqlQuery nothing =
        new SqlQuery(
            new Syntax.SetOperation(Syntax.SetOperator.UNION_ALL, List.of(), START),
            Filter.ALL,
            null,
            null,
            false,
            new Series.Subject.Anything(),
            Map.of(),
            Map.of());
    Scope scope = new Scope(Asked.of(nothing, setting, path), null);
    scope.add(new Reading("events", new EventsTable(setting)), START);
    return scope;
  }
}
