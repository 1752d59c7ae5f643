package dev.facet.query.text.odata;

import dev.facet.query.text.odata.Expression.And;
import dev.facet.query.text.odata.Expression.Call;
import dev.facet.query.text.odata.Expression.Comparison;
import dev.facet.query.text.odata.Expression.Field;
import dev.facet.query.text.odata.Expression.In;
import dev.facet.query.text.odata.Expression.Literal;
import dev.facet.query.text.odata.Expression.Not;
import dev.facet.query.text.odata.Expression.Or;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies expressions to a row. Texts compare by code point; null is the same as null alone, and
 * what needs a value has none without it.
 *
 * @param row the value of a field: a String, BigDecimal, Instant or Boolean as its type says, or
 *     null
 */
public record Evaluation(Function<String, @Nullable Object> row) {

  /** Whether a condition is true of the row. */
  public boolean holds(Expression condition) {
    return Boolean.TRUE.equals(value(condition));
  }

  private @Nullable Object value(Expression expression) {
    return switch (expression) {
      case Field(String name, ValueType _) -> row.apply(name);
      case Literal(Object value, ValueType _) -> value;
      case Call(TextFunction function, List<Expression> arguments) -> call(function, arguments);
      case Comparison(Operator operator, Expression left, Expression right) ->
          compare(operator, value(left), value(right));
      case In(Expression value, List<Literal> among) -> isAmong(value(value), among);
      case And(List<Expression> terms) -> joined(terms, false);
      case Or(List<Expression> terms) -> joined(terms, true);
      case Not(Expression term) -> value(term) instanceof Boolean truth ? !truth : null;
    };
  }

  /** Whether one term decides, else null when one has no value. */
  private @Nullable Boolean joined(List<Expression> terms, boolean deciding) {
    boolean unknown = false;
    for (Expression term : terms) {
      Object truth = value(term);
      if (truth == null) {
        unknown = true;
      } else if (truth.equals(deciding)) {
        return deciding;
      }
    }
    return unknown ? null : (Boolean) !deciding;
  }

  private static boolean compare(Operator operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      boolean same = left == null && right == null;
      return !operator.isOfSize() && operator.holds(same ? 0 : 1);
    }
    return operator.holds(order(left, right));
  }

  private static boolean isAmong(@Nullable Object value, List<Literal> among) {
    return among.stream().anyMatch(each -> compare(Operator.EQ, value, each.value()));
  }

  /** The order of two values of one type. */
  static int order(Object left, Object right) {
    return switch (left) {
      case String text -> CodePoints.compare(text, (String) right);
      case BigDecimal number -> number.compareTo((BigDecimal) right);
      case Instant instant -> instant.compareTo((Instant) right);
      case Boolean truth -> truth.compareTo((Boolean) right);
      default -> throw new IllegalArgumentException("Not a value of a row: " + left.getClass());
    };
  }

  private @Nullable Object call(TextFunction function, List<Expression> arguments) {
    Object first = value(arguments.getFirst());
    Object last = value(arguments.getLast());
    return first instanceof String text && last instanceof String other
        ? apply(function, text, other)
        : null;
  }

  private static Object apply(TextFunction function, String text, String other) {
    return switch (function) {
      case CONTAINS -> text.contains(other);
      case STARTSWITH -> text.startsWith(other);
      case ENDSWITH -> text.endsWith(other);
      case TOLOWER -> text.toLowerCase(Locale.ROOT);
      case TOUPPER -> text.toUpperCase(Locale.ROOT);
      case LENGTH -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
    };
  }
}
