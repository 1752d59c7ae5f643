package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.query.DateBound;
import dev.facet.query.DateText;
import dev.facet.query.Syntax.Place;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of different types comparable: texts that were written are read as what stands
 * beside them, properties are read as the type that is needed, whole numbers become numbers.
 */
final class Coercion {
  private Coercion() {}

  /** Whether it is NULL as it was written. */
  static boolean isNull(Expression expression) {
    return expression instanceof Expression.Literal(Object value, Type _) && value == null;
  }

  static Expression missing(Type type) {
    return new Expression.Literal(null, type);
  }

  /** The type in words. */
  static String name(Expression expression) {
    return isNull(expression) ? "NULL" : expression.type().words();
  }

  /** A column of a statement; one that is nothing but NULL fits all types. */
  static Expression output(Relation relation, int column) {
    Relation.Output output = relation.columns().get(column);
    return output.isNull() ? missing(Type.TEXT) : output.reference();
  }

  /** All values as one type, or a failure. */
  static List<Expression> alike(List<Expression> values, Place place, Scope scope) {
    Expression best = null;
    for (Expression value : values) {
      if (!isNull(value)) {
        best = best == null ? value : leading(best, value);
      }
    }
    if (best == null) {
      return values;
    }
    // a property that is compared with whole numbers may be any number
    boolean widens =
        best.type() == Type.INTEGER
            && values.stream().anyMatch(Expression.Property.class::isInstance);
    Type type = widens ? Type.NUMBER : best.type();
    List<Expression> alike = new ArrayList<>();
    for (Expression value : values) {
      Expression as = to(value, type, scope);
      if (as == null) {
        throw scope
            .mistakes()
            .type(
                place,
                "%s and %s are of different types; convert one."
                    .formatted(name(best), name(value)));
      }
      alike.add(as);
    }
    return alike;
  }

  /** Of two values the one whose type the other one takes. */
  private static Expression leading(Expression one, Expression other) {
    return rank(other) > rank(one) ? other : one;
  }

  /** Written texts and properties give way to everything, whole numbers to numbers. */
  private static int rank(Expression value) {
    return switch (value.type()) {
      case TEXT ->
          value instanceof Expression.Literal ? 0 : value instanceof Expression.Property ? 1 : 2;
      case BOOLEAN -> 4;
      case INTEGER -> value instanceof Expression.Literal ? 3 : 5;
      case NUMBER -> 6;
      case DATE -> 7;
      case TIME -> 8;
      case OBJECT, LIST, TEXTS, INTEGERS, BOOLEANS, TIMES, DATES -> 9;
      case NUMBERS -> 10;
    };
  }

  /** The value as another type, null when it cannot be one. */
  static @Nullable Expression to(Expression value, Type type, Scope scope) {
    if (value.type() == type) {
      return value;
    }
    return switch (value) {
      case Expression.Literal literal when literal.value() == null -> missing(type);
      case Expression.Literal literal when literal.type() != Type.DATE ->
          literal(literal, type, scope);
      case Expression.Property property when property.type() == Type.TEXT ->
          property(property, type);
      case Expression.Property property when type == Type.TEXT ->
          new Expression.Property(property.object(), property.key(), Type.TEXT);
      default -> widened(value, type, scope);
    };
  }

  private static @Nullable Expression widened(Expression value, Type type, Scope scope) {
    if (value.type() == Type.INTEGER && type == Type.NUMBER) {
      return call(Function.TO_NUMBER, value);
    }
    if (value.type() == Type.DATE && type == Type.TIME) {
      return Library.scalar("toDateTime", List.of(value), scope);
    }
    return null;
  }

  private static @Nullable Expression property(Expression.Property property, Type type) {
    return switch (type) {
      case NUMBER -> number(property);
      case INTEGER -> null;
      case BOOLEAN -> flag(property);
      case TIME -> call(Function.TO_TIME, property);
      case TEXT -> property;
      case DATE, OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> null;
    };
  }

  static Expression number(Expression.Property property) {
    return new Expression.Property(property.object(), property.key(), Type.NUMBER);
  }

  /** True and false of their words, null of anything else. */
  static Expression flag(Expression text) {
    return call(
        Function.IF,
        call(Function.EQUAL, text, Expression.text("true")),
        Expression.bool(true),
        call(
            Function.IF,
            call(Function.EQUAL, text, Expression.text("false")),
            Expression.bool(false),
            missing(Type.BOOLEAN)));
  }

  private static @Nullable Expression literal(Expression.Literal literal, Type type, Scope scope) {
    return switch (literal.value()) {
      case Long whole -> whole(whole, type);
      case Double number when type == Type.INTEGER && number == Math.rint(number) ->
          Expression.integer(number.longValue());
      case String text -> text(text, type, scope);
      case null, default -> null;
    };
  }

  private static @Nullable Expression whole(long value, Type type) {
    if (type == Type.NUMBER) {
      return Expression.number(value);
    }
    return type == Type.BOOLEAN && (value == 0 || value == 1) ? Expression.bool(value == 1) : null;
  }

  private static @Nullable Expression text(String text, Type type, Scope scope) {
    return switch (type) {
      case NUMBER -> {
        Double number = Values.number(text);
        yield number == null ? null : Expression.number(number);
      }
      case INTEGER -> {
        Double number = Values.number(text);
        yield number == null || number != Math.rint(number)
            ? null
            : Expression.integer(number.longValue());
      }
      case BOOLEAN ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Expression.bool(true);
            case "false", "0" -> Expression.bool(false);
            default -> null;
          };
      case TIME -> time(text, scope);
      case DATE -> date(text);
      case TEXT, OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> null;
    };
  }

  private static @Nullable Expression time(String text, Scope scope) {
    DateBound.Absolute moment = absolute(text);
    if (moment == null) {
      return null;
    }
    ZoneId zone = scope.asked().setting().definitions().zone();
    ZoneOffset offset = moment.offset();
    return Expression.time(
        Micros.of(moment.time().atZone(offset == null ? zone : offset).toInstant()));
  }

  private static @Nullable Expression date(String text) {
    DateBound.Absolute moment = absolute(text);
    return moment == null || !moment.dateOnly()
        ? null
        : new Expression.Literal(moment.time().toLocalDate().toEpochDay(), Type.DATE);
  }

  private static DateBound.@Nullable Absolute absolute(String text) {
    try {
      return DateText.parse(text, "") instanceof DateBound.Absolute absolute ? absolute : null;
    } catch (FailureException noDate) {
      return null;
    }
  }
}
