package dev.facet.plan.otql.value;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;

import dev.facet.model.Micros;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;

/** Times as OTQL tells them, on the calendar of UTC. */
public final class Times {
  private static final long MILLI = 1000;

  private Times() {}

  public static Expression choose(Expression condition, Expression one, Expression other) {
    return call(Function.IF, condition, one, other);
  }

  /** Whole milliseconds since 1970. */
  public static Expression millis(Expression time) {
    return floor(call(Function.AS_WHOLE, time), MILLI);
  }

  /** How often the divisor goes into a whole number, rounded down. */
  public static Expression floor(Expression whole, long divisor) {
    return call(Function.FLOOR_DIVIDE, whole, integer(divisor));
  }

  /** The day of a time. */
  public static Expression day(Expression time) {
    return call(Function.AS_DATE, floor(call(Function.AS_WHOLE, time), Micros.DAY));
  }

  /** {@code 2024-05-01T13:05:00.000Z}. */
  public static Expression iso(Expression time) {
    Expression day = day(time);
    Expression whole = call(Function.AS_WHOLE, time);
    Expression since =
        call(
            Function.SUBTRACT,
            whole,
            call(Function.MULTIPLY, call(Function.AS_WHOLE, day), integer(Micros.DAY)));
    return call(
        Function.CONCAT,
        padded(call(Function.YEAR, day), 4),
        Expression.text("-"),
        padded(call(Function.MONTH, day), 2),
        Expression.text("-"),
        padded(call(Function.DAY, day), 2),
        Expression.text("T"),
        padded(floor(since, Micros.HOUR), 2),
        Expression.text(":"),
        padded(rest(floor(since, Micros.MINUTE), 60), 2),
        Expression.text(":"),
        padded(rest(floor(since, Micros.SECOND), 60), 2),
        Expression.text("."),
        padded(rest(floor(since, MILLI), 1000), 3),
        Expression.text("Z"));
  }

  private static Expression rest(Expression whole, long divisor) {
    return call(Function.REMAINDER, whole, integer(divisor));
  }

  private static Expression padded(Expression whole, int digits) {
    return call(
        Function.PAD_START, call(Function.TO_TEXT, whole), integer(digits), Expression.text("0"));
  }
}
