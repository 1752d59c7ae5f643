package dev.facet.plan.report;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Value;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.business.Active;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.query.PropertyRef;
import java.time.Instant;
import java.util.List;

/**
 * Reads the values of a cube from its rows.
 *
 * @param rows the rows of the cube
 * @param now what is past by now is decided by
 */
record ReadRow(Cube cube, Plan rows, Instant now) {
  private static final String OF_PERSON = "person.properties.";
  private static final String OF_EVENT = "properties.";

  Expression value(Value value) {
    return switch (value) {
      case Value.OfColumn(String column) -> column(column);
      case Value.OfKey(String column, String key) ->
          new Expression.Property(rows.column(column), key, Type.NUMBER);
      case Value.FirstOf(List<Value> values) ->
          new Expression.Call(Function.COALESCE, values.stream().map(this::value).toList());
      case Value.Product(Value left, Value right) ->
          call(Function.MULTIPLY, number(left), number(right));
      case Value.Where(Value inner, List<Value.Condition> conditions) -> {
        Expression expression = value(inner);
        yield call(
            Function.IF,
            all(conditions),
            expression,
            new Expression.Literal(null, expression.type()));
      }
      case Value.Either(String column, String yes, String no) ->
          call(Function.IF, isThere(column), Expression.text(yes), Expression.text(no));
    };
  }

  /** The value as a number. */
  Expression number(Value value) {
    if (value instanceof Value.OfColumn(String column) && isProperty(column)) {
      return EventRows.number(property(column));
    }
    return value(value);
  }

  private Expression column(String name) {
    return isProperty(name) ? EventRows.text(property(name)) : rows.column(name);
  }

  private boolean isProperty(String column) {
    return cube.rows() == Cube.Rows.EVENTS
        && (column.startsWith(OF_EVENT) || column.startsWith(OF_PERSON));
  }

  private static PropertyRef property(String column) {
    return column.startsWith(OF_PERSON)
        ? new PropertyRef(PropertyRef.Source.PERSON, column.substring(OF_PERSON.length()))
        : new PropertyRef(PropertyRef.Source.EVENT, column.substring(OF_EVENT.length()));
  }

  Expression all(List<Value.Condition> conditions) {
    return Conditions.all(conditions.stream().map(this::condition).toList());
  }

  private Expression condition(Value.Condition condition) {
    return switch (condition) {
      case Value.Is(String column, String text) ->
          call(Function.EQUAL, rows.column(column), Expression.text(text));
      case Value.IsThere(String column) -> isThere(column);
      case Value.Lacks(Value lacked) -> call(Function.IS_NULL, value(lacked));
      case Value.Past(String column) -> isPast(column);
      case Value.IsActive() -> Active.at(rows, Expression.time(Micros.of(now)));
      case Value.IsNegative(Value of) -> call(Function.LESS, number(of), Expression.number(0));
    };
  }

  private Expression isPast(String column) {
    return call(Function.LESS, rows.column(column), Expression.time(Micros.of(now)));
  }

  private Expression isThere(String column) {
    Expression value = rows.column(column);
    return value.type() == Type.BOOLEAN
        ? call(Function.COALESCE, value, Expression.bool(false))
        : call(Function.NOT, call(Function.IS_NULL, value));
  }
}
