package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.time.WallClock;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** From one type to another. */
final class Types {
  private Types() {}

  static Expression none(Type type) {
    return new Expression.Literal(null, type);
  }

  static Expression choose(Expression condition, Expression one, Expression other) {
    return call(Function.IF, condition, one, other);
  }

  /** A value as text, times on the wall of their zone. */
  static Expression text(Expression value, Arguments arguments, int i) {
    return switch (value.type()) {
      case TEXT -> value;
      case INTEGER -> call(Function.TO_TEXT, value);
      case NUMBER -> call(Function.NUMBER_TEXT, value);
      case BOOLEAN ->
          choose(
              call(Function.IS_NULL, value),
              none(Type.TEXT),
              choose(value, Expression.text("true"), Expression.text("false")));
      case TIME -> TimeFormat.seconds(value, arguments.zone(arguments.size(), value));
      case DATE -> TimeFormat.day(value);
      case OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS -> call(Function.JSON_OF, value);
      case TIMES, DATES -> throw arguments.wrong(i, "text");
    };
  }

  /** A value as an instant. */
  static Expression time(Expression value, Arguments arguments, int i) {
    ZoneId zone = arguments.context().zone();
    return switch (value.type()) {
      case TIME -> value;
      case DATE -> new WallClock(zone).start(value);
      case TEXT ->
          value instanceof Expression.Literal literal && literal.value() instanceof String known
              ? written(known, zone, arguments)
              : call(Function.TO_TIME, value);
      case NUMBER,
          INTEGER,
          BOOLEAN,
          OBJECT,
          LIST,
          TEXTS,
          NUMBERS,
          INTEGERS,
          BOOLEANS,
          TIMES,
          DATES ->
          throw arguments.wrong(i, "a time (convert with toDateTime)");
    };
  }

  private static Expression written(String text, ZoneId zone, Arguments arguments) {
    DateBound.Absolute moment = absolute(text);
    if (moment == null) {
      throw arguments.refused(
          "\"%s\" is no time; write it like 2026-03-01 10:00:00.".formatted(text));
    }
    return instant(moment, zone);
  }

  static Expression instant(DateBound.Absolute moment, ZoneId zone) {
    ZoneOffset offset = moment.offset();
    return Expression.time(
        Micros.of(moment.time().atZone(offset == null ? zone : offset).toInstant()));
  }

  static DateBound.@Nullable Absolute absolute(String text) {
    try {
      return DateText.parse(text.strip(), "") instanceof DateBound.Absolute absolute
          ? absolute
          : null;
    } catch (FailureException noDate) {
      return null;
    }
  }
}
