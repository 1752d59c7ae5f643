package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.time.WallClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Times as text, made of their parts on the wall. */
public final class TimeFormat {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final int SHORT = 3;
  private static final int LONG = 9;

  private TimeFormat() {}

  static Expression day(Expression date) {
    return format("%Y-%m-%d", date, Expression.integer(0));
  }

  /** {@code 2026-03-01 10:00:00}. */
  static Expression seconds(Expression time, ZoneId zone) {
    WallClock clock = new WallClock(zone);
    return format("%Y-%m-%d %H:%i:%S", clock.date(time), clock.local(time));
  }

  /**
   * A time by a pattern of ClickHouse's {@code formatDateTime}.
   *
   * @param date its day
   * @param local microseconds on the wall
   */
  public static Expression format(String pattern, Expression date, Expression local) {
    List<Expression> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '%' && i + 1 < pattern.length()) {
        i++;
        parts.add(Expression.text(plain.toString()));
        plain.setLength(0);
        parts.add(part(pattern.charAt(i), date, local));
      } else {
        plain.append(pattern.charAt(i));
      }
    }
    parts.add(Expression.text(plain.toString()));
    parts.removeIf(part -> part instanceof Expression.Literal text && "".equals(text.value()));
    return parts.isEmpty() ? Expression.text("") : new Expression.Call(Function.CONCAT, parts);
  }

  private static Expression part(char letter, Expression date, Expression local) {
    return switch (letter) {
      case 'Y' -> digits(call(Function.YEAR, date), 4);
      case 'y' -> digits(rest(call(Function.YEAR, date), 100), 2);
      case 'm' -> digits(call(Function.MONTH, date), 2);
      case 'd' -> digits(call(Function.DAY, date), 2);
      case 'e' -> call(Function.TO_TEXT, call(Function.DAY, date));
      case 'j' -> digits(Days.dayOfYear(date), 3);
      case 'u' -> call(Function.TO_TEXT, Days.weekday(date));
      case 'w' -> call(Function.TO_TEXT, rest(Days.weekday(date), 7));
      case 'V' -> digits(call(Function.ISO_WEEK, date), 2);
      case 'G' -> digits(call(Function.ISO_YEAR, date), 4);
      case 'Q' -> call(Function.TO_TEXT, Days.quarter(date));
      case 'a' -> named(DAYS, Days.weekday(date), SHORT);
      case 'W' -> named(DAYS, Days.weekday(date), LONG);
      case 'b' -> named(MONTHS, call(Function.MONTH, date), SHORT);
      case 'M' -> named(MONTHS, call(Function.MONTH, date), LONG);
      case 'F' -> format("%Y-%m-%d", date, local);
      case 'D' -> format("%m/%d/%y", date, local);
      case 'T' -> format("%H:%i:%S", date, local);
      case 'R' -> format("%H:%i", date, local);
      default -> ofDay(letter, local);
    };
  }

  private static Expression ofDay(char letter, Expression local) {
    return switch (letter) {
      case 'H' -> digits(hour(local), 2);
      case 'I', 'h' -> digits(twelve(local), 2);
      case 'i' -> digits(rest(floor(local, Micros.MINUTE), 60), 2);
      case 'S', 's' -> digits(rest(floor(local, Micros.SECOND), 60), 2);
      case 'f' -> digits(rest(local, Micros.SECOND), 6);
      case 'p' ->
          Types.choose(
              call(Function.LESS, hour(local), Expression.integer(12)),
              Expression.text("AM"),
              Expression.text("PM"));
      case 'n' -> Expression.text("\n");
      case 't' -> Expression.text("\t");
      case '%' -> Expression.text("%");
      default ->
          throw FailureException.invalid(
              "argument_value",
              null,
              "%"
                  + letter
                  + " means nothing in formatDateTime; take %Y %m %d %H %i %S %f %M %b %W %a %j.");
    };
  }

  private static Expression digits(Expression whole, int width) {
    return call(
        Function.PAD_START,
        call(Function.TO_TEXT, whole),
        Expression.integer(width),
        Expression.text("0"));
  }

  static Expression floor(Expression local, long micros) {
    return call(Function.FLOOR_DIVIDE, local, Expression.integer(micros));
  }

  /** What is left of a whole number when the divisor went in, never below 0. */
  static Expression rest(Expression whole, long divisor) {
    Expression by = Expression.integer(divisor);
    Expression taken = call(Function.MULTIPLY, call(Function.FLOOR_DIVIDE, whole, by), by);
    return call(Function.SUBTRACT, whole, taken);
  }

  static Expression hour(Expression local) {
    return rest(floor(local, Micros.HOUR), 24);
  }

  private static Expression twelve(Expression local) {
    Expression before = call(Function.ADD, floor(local, Micros.HOUR), Expression.integer(-1));
    return call(Function.ADD, rest(before, 12), Expression.integer(1));
  }

  private static Expression named(List<String> names, Expression place, int length) {
    List<String> cut =
        names.stream().map(name -> name.substring(0, Math.min(length, name.length()))).toList();
    return call(Function.ELEMENT, new Expression.Literal(cut, Type.TEXTS), place);
  }
}
