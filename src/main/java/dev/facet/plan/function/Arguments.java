package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, each read as the type that is asked for. */
record Arguments(String function, List<Expression> all, Context context) {

  int size() {
    return all.size();
  }

  Expression get(int i) {
    return all.get(i);
  }

  private @Nullable Object constant(int i) {
    return get(i) instanceof Expression.Literal literal ? literal.value() : null;
  }

  private boolean isNull(int i) {
    return get(i) instanceof Expression.Literal literal && literal.value() == null;
  }

  /** A failure about one argument. */
  FailureException wrong(int i, String takes) {
    return FailureException.invalid(
        "argument_type",
        null,
        "%s takes %s as argument %d, not %s."
            .formatted(function, takes, i + 1, all.get(i).type().words()));
  }

  FailureException refused(String sentence) {
    return FailureException.invalid("argument_value", null, function + ": " + sentence);
  }

  /** Any value but lists of times as its text. */
  Expression text(int i) {
    return isNull(i) ? Types.none(Type.TEXT) : Types.text(get(i), this, i);
  }

  /** A number; properties are read as numbers. */
  Expression number(int i) {
    Expression value = get(i);
    if (isNull(i)) {
      return Types.none(Type.NUMBER);
    }
    return switch (value.type()) {
      case NUMBER, INTEGER -> value;
      case BOOLEAN -> call(Function.AS_WHOLE, value);
      case TEXT -> {
        if (value instanceof Expression.Property property) {
          yield new Expression.Property(property.object(), property.key(), Type.NUMBER);
        }
        throw wrong(i, "a number (convert text with toFloat)");
      }
      case TIME, DATE, OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          throw wrong(i, "a number");
    };
  }

  /** A whole number; numbers are cut. */
  Expression whole(int i) {
    Expression number = number(i);
    return number.type() == Type.INTEGER ? number : call(Function.TO_WHOLE, number);
  }

  Expression condition(int i) {
    Expression value = get(i);
    if (isNull(i)) {
      return Types.none(Type.BOOLEAN);
    }
    if (value.type().isNumeric()) {
      return call(Function.NOT, call(Function.EQUAL, value, Expression.integer(0)));
    }
    if (value.type() != Type.BOOLEAN) {
      throw wrong(i, "true or false");
    }
    return value;
  }

  /** An instant; dates are their start in the zone. */
  Expression time(int i) {
    return isNull(i) ? Types.none(Type.TIME) : Types.time(get(i), this, i);
  }

  /** A date, or else an instant. */
  Expression moment(int i) {
    return get(i).type() == Type.DATE ? get(i) : time(i);
  }

  Expression list(int i) {
    if (!get(i).type().isListOfOne()) {
      throw wrong(i, "a list");
    }
    return get(i);
  }

  /** The type of the elements of a list. */
  Type element(int i) {
    return Objects.requireNonNull(list(i).type().element());
  }

  /** A value as this type. */
  Expression like(Type type, int i) {
    if (isNull(i)) {
      return Types.none(type);
    }
    return switch (type) {
      case TEXT -> text(i);
      case NUMBER -> toNumber(number(i));
      case INTEGER -> whole(i);
      case BOOLEAN -> condition(i);
      case TIME -> time(i);
      case DATE, OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> {
        if (get(i).type() != type) {
          throw wrong(i, type.words());
        }
        yield get(i);
      }
    };
  }

  static Expression toNumber(Expression number) {
    if (number instanceof Expression.Literal literal && literal.value() instanceof Long whole) {
      return Expression.number(whole);
    }
    return number.type() == Type.NUMBER ? number : call(Function.TO_NUMBER, number);
  }

  /** A text that is known before any row is read. */
  String constantText(int i) {
    if (constant(i) instanceof String text) {
      return text;
    }
    throw wrong(i, "a constant text");
  }

  /** A whole number that is known before any row is read. */
  long constantWhole(int i) {
    if (constant(i) instanceof Long whole) {
      return whole;
    }
    throw wrong(i, "a constant whole number");
  }

  Unit unit(int i) {
    return Unit.of(constantText(i))
        .orElseThrow(
            () ->
                refused(
                    "\"%s\" is none of second, minute, hour, day, week, month, quarter, year."
                        .formatted(constantText(i))));
  }

  /** The zone that argument {@code i} names, if there is one; else that of the time, or ours. */
  ZoneId zone(int i, Expression time) {
    if (i < size()) {
      return zone(constantText(i));
    }
    boolean zoned = time instanceof Expression.Call in && in.function() == Function.IN_ZONE;
    return zoned
            && time.inputs().getLast() instanceof Expression.Literal literal
            && literal.value() instanceof String name
        ? zone(name)
        : context.zone();
  }

  private ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw refused("\"%s\" is no time zone; take one such as Europe/Berlin.".formatted(name));
    }
  }
}
