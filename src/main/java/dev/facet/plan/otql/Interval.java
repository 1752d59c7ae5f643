package dev.facet.plan.otql;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;

import dev.facet.model.Micros;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.otql.value.Times;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A period of time of which one follows the other, such as {@code 1d}. */
record Interval(long count, char unit) {
  /** From the beginning of 1970, a Thursday, to the first Monday. */
  private static final long TO_MONDAY = 4 * Micros.DAY;

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([smhHdwMy])");

  static final Interval MONTH = new Interval(1, 'M');

  /** What a text such as {@code 12h} means; of weeks, months and years only one. */
  static Optional<Interval> of(String text) {
    Matcher match = WRITTEN.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(match.group(1));
    char unit = match.group(2).charAt(0);
    boolean ofCalendar = unit == 'w' || unit == 'M' || unit == 'y';
    return count == 0 || ofCalendar && count != 1
        ? Optional.empty()
        : Optional.of(new Interval(count, unit));
  }

  /** The start of the period that holds a time, in microseconds since 1970. */
  Expression start(Expression time) {
    Expression whole = call(Function.AS_WHOLE, time);
    return switch (unit) {
      case 's' -> start(whole, Micros.SECOND);
      case 'm' -> start(whole, Micros.MINUTE);
      case 'h', 'H' -> start(whole, Micros.HOUR);
      case 'd' -> start(whole, Micros.DAY);
      case 'w' ->
          call(
              Function.ADD,
              start(call(Function.SUBTRACT, whole, integer(TO_MONDAY)), 7 * Micros.DAY),
              integer(TO_MONDAY));
      case 'M' -> ofDay(month(Times.day(time)));
      default -> ofDay(year(Times.day(time)));
    };
  }

  private Expression start(Expression whole, long width) {
    long all = Math.multiplyExact(count, width);
    return call(Function.MULTIPLY, Times.floor(whole, all), integer(all));
  }

  private static Expression ofDay(Expression day) {
    return call(Function.MULTIPLY, call(Function.AS_WHOLE, day), integer(Micros.DAY));
  }

  private static Expression month(Expression day) {
    Expression into = call(Function.SUBTRACT, call(Function.DAY, day), integer(1));
    return call(Function.AS_DATE, call(Function.SUBTRACT, call(Function.AS_WHOLE, day), into));
  }

  private static Expression year(Expression day) {
    Expression months = call(Function.SUBTRACT, integer(1), call(Function.MONTH, day));
    return call(Function.ADD_MONTHS, month(day), months);
  }
}
