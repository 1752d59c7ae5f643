package dev.facet.plan.fact;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Between what a whole number lies, as far as conditions tell: both ends included.
 *
 * @param isNeverNull whether it is known not to be null
 */
public record Bounds(long least, long greatest, boolean isNeverNull) {
  private static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE, false);

  /** Farther than any time is from another, and far from the end of the numbers. */
  private static final long FAR = Long.MAX_VALUE / 8;

  /** What the conditions, which all hold, say about the expression. */
  public static Bounds of(Expression expression, List<Expression> known) {
    Bounds bounds = computed(expression, known);
    for (Expression condition : known) {
      bounds = bounds.and(compared(expression, condition));
    }
    return bounds;
  }

  /** Whether every number the expression gives is a time or date from the year 0 to 9999. */
  public static boolean isOnCalendar(Expression expression, Type type, List<Expression> known) {
    Bounds bounds = of(expression, known);
    return type == Type.DATE
        ? bounds.equals(bounds.within(Preimage.FIRST_DATE, Preimage.LAST_DATE))
        : bounds.equals(bounds.within(Preimage.FIRST_TIME, Preimage.LAST_TIME));
  }

  private Bounds and(Bounds other) {
    return new Bounds(
        Math.max(least, other.least),
        Math.min(greatest, other.greatest),
        isNeverNull || other.isNeverNull);
  }

  private static Bounds compared(Expression expression, Expression condition) {
    if (!(condition instanceof Expression.Call(Function function, List<Expression> sides))
        || function != Function.LESS && function != Function.LESS_OR_EQUAL) {
      return NONE;
    }
    int strict = function == Function.LESS ? 1 : 0;
    if (sides.get(0).equals(expression)) {
      return new Bounds(Long.MIN_VALUE, computed(sides.get(1), List.of()).greatest - strict, true);
    }
    return sides.get(1).equals(expression)
        ? new Bounds(computed(sides.get(0), List.of()).least + strict, Long.MAX_VALUE, true)
        : NONE;
  }

  private static Bounds computed(Expression expression, List<Expression> known) {
    return switch (expression) {
      case Expression.Literal(Long value, var _) -> new Bounds(value, value, true);
      case Expression.Steps steps -> steps(steps, known);
      case Expression.Call(Function function, List<Expression> arguments) ->
          call(function, arguments, known);
      default -> NONE;
    };
  }

  private static Bounds steps(Expression.Steps steps, List<Expression> known) {
    Bounds value = of(steps.value(), known);
    List<Long> possible = new ArrayList<>();
    for (int i = 0; i < steps.results().size(); i++) {
      boolean begun = i == 0 || steps.starts().get(i - 1) <= value.greatest;
      boolean over = i < steps.starts().size() && steps.starts().get(i) <= value.least;
      if (begun && !over) {
        possible.add(steps.results().get(i));
      }
    }
    return possible.isEmpty()
        ? NONE
        : new Bounds(Collections.min(possible), Collections.max(possible), value.isNeverNull);
  }

  private static Bounds call(
      Function function, List<Expression> arguments, List<Expression> known) {
    return switch (function) {
      case ADD -> sum(of(arguments.get(0), known), of(arguments.get(1), known));
      case SUBTRACT -> sum(of(arguments.get(0), known), of(arguments.get(1), known).negated());
      case MULTIPLY -> of(arguments.get(0), known).times(of(arguments.get(1), known));
      case AS_WHOLE, IN_ZONE -> of(arguments.getFirst(), known);
      case AS_TIME ->
          of(arguments.getFirst(), known).within(Preimage.FIRST_TIME, Preimage.LAST_TIME);
      case AS_DATE ->
          of(arguments.getFirst(), known).within(Preimage.FIRST_DATE, Preimage.LAST_DATE);
      case FLOOR_DIVIDE -> of(arguments.getFirst(), known).divided(arguments.getLast());
      case REMAINDER -> remainder(arguments.getLast());
      case MONTH -> new Bounds(1, 12, false);
      case DAY -> new Bounds(1, 31, false);
      default -> NONE;
    };
  }

  /** What is outside these is null. */
  private Bounds within(long first, long last) {
    boolean fits = first <= least && greatest <= last;
    return new Bounds(Math.max(least, first), Math.min(greatest, last), isNeverNull && fits);
  }

  private static Bounds remainder(Expression by) {
    return by instanceof Expression.Literal(Long divisor, var _) && divisor > 0
        ? new Bounds(1 - divisor, divisor - 1, false)
        : NONE;
  }

  /** By a number that is known and positive. */
  private Bounds times(Bounds other) {
    long factor = other.least;
    boolean known = factor > 0 && factor == other.greatest && other.isNeverNull;
    return known && least > -FAR / factor && greatest < FAR / factor
        ? new Bounds(least * factor, greatest * factor, isNeverNull)
        : NONE;
  }

  private Bounds divided(Expression by) {
    return by instanceof Expression.Literal literal
            && literal.value() instanceof Long divisor
            && divisor > 0
        ? new Bounds(Math.floorDiv(least, divisor), Math.floorDiv(greatest, divisor), isNeverNull)
        : NONE;
  }

  /** Whether a side is open, or as good as open. */
  public boolean isFar() {
    return least < -FAR || greatest > FAR;
  }

  private Bounds negated() {
    return isFar() ? NONE : new Bounds(-greatest, -least, isNeverNull);
  }

  private static Bounds sum(Bounds one, Bounds other) {
    return one.isFar() || other.isFar()
        ? NONE
        : new Bounds(
            one.least + other.least,
            one.greatest + other.greatest,
            one.isNeverNull && other.isNeverNull);
  }
}
