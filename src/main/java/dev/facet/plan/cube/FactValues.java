package dev.facet.plan.cube;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.cube.Source;
import dev.facet.dataset.cube.TimeForm;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.activity.ActivityRows;
import dev.facet.plan.function.TimeFormat;
import dev.facet.plan.time.WallClock;
import dev.facet.query.Definitions.Tenant;
import java.time.ZoneOffset;

/**
 * Reads the values of facts.
 *
 * @param time when a fact was
 */
record FactValues(Tenant tenant, Expression time) {

  /** The value; of a time the number of its step, counted from 1970. */
  Expression value(Source source) {
    return switch (source) {
      case Source.Activity(var value) -> ActivityRows.reference(value);
      case Source.Column(String name, Type type) -> new Expression.Reference(name, type);
      case Source.Property(String key) ->
          new Expression.Property(
              new Expression.Reference("properties", Type.OBJECT), key, Type.TEXT);
      case Source.Time(TimeForm form) ->
          call(
              Function.FLOOR_DIVIDE,
              call(Function.AS_WHOLE, time),
              Expression.integer(form.step()));
      case Source.Segments() -> new Expression.Reference(Segments.SEGMENT, Type.TEXT);
      case Source.Fixed(String text) -> Expression.text(text);
      case Source.Project() -> Expression.text(String.valueOf(tenant.project()));
      case Source.Organisation() -> Expression.text(String.valueOf(tenant.organisation()));
      case Source.Nothing() -> Expression.text(null);
    };
  }

  /** The value of a source that has one at most, as it is written. */
  Expression text(Source source) {
    if (source instanceof Source.Time(TimeForm form) && !form.pattern().isEmpty()) {
      WallClock clock = new WallClock(ZoneOffset.UTC);
      return TimeFormat.format(form.pattern(), clock.date(time), clock.local(time));
    }
    return text(value(source));
  }

  /** A value as text. */
  static Expression text(Expression value) {
    return switch (value.type()) {
      case INTEGER -> call(Function.TO_TEXT, value);
      case NUMBER -> call(Function.NUMBER_TEXT, value);
      case BOOLEAN ->
          call(
              Function.IF,
              call(Function.IS_NULL, value),
              Expression.text(null),
              call(Function.IF, value, Expression.text("true"), Expression.text("false")));
      case TEXT -> value;
      case TIME, OBJECT, LIST, DATE, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          throw new IllegalArgumentException("No text of " + value.type());
    };
  }

  /** The value of a source that has one at most as a number, null where it is none. */
  Expression number(Source source) {
    if (source instanceof Source.Time(TimeForm form) && !form.pattern().isEmpty()) {
      return call(Function.PARSE_NUMBER, text(source));
    }
    Expression value = value(source);
    return switch (value.type()) {
      case NUMBER -> value;
      case INTEGER -> call(Function.TO_NUMBER, value);
      case TEXT -> call(Function.PARSE_NUMBER, value);
      case BOOLEAN -> new Expression.Literal(null, Type.NUMBER);
      case TIME, OBJECT, LIST, DATE, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          throw new IllegalArgumentException("No number of " + value.type());
    };
  }
}
