package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.HashMap;
import java.util.Map;

/** Functions that count as calendars do: whole months of an age, dates out of their parts. */
final class CalendarFunctions {
  private static final int EPOCH_YEAR = 1970;

  private CalendarFunctions() {}

  private static final long ISO = 3;
  private static final int DAYS_OF_WEEK = 7;
  private static final Map<Long, Weeks> WEEKS =
      Map.of(
          0L, new Weeks(false, false, false),
          1L, new Weeks(true, true, false),
          2L, new Weeks(false, false, true),
          4L, new Weeks(false, true, false),
          5L, new Weeks(true, false, false),
          7L, new Weeks(true, false, true));

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "age", 3, 4, CalendarFunctions::age);
    add(table, "toWeek week", 1, 3, CalendarFunctions::week);
    add(table, "makeDate", 3, 3, CalendarFunctions::date);
    return table;
  }

  /** How many whole units lie between two moments, on the wall from days on. */
  private static Expression age(Arguments arguments) {
    Unit unit = arguments.unit(0);
    if (unit.months() > 0) {
      return call(Function.QUOTIENT, months(arguments), integer(unit.months()));
    }
    boolean isClock = unit.micros() > 0;
    Expression apart =
        isClock
            ? TimeFunctions.minus(
                TimeFunctions.whole(arguments.time(2)), TimeFunctions.whole(arguments.time(1)))
            : TimeFunctions.minus(
                TimeFunctions.local(arguments, 2, 3), TimeFunctions.local(arguments, 1, 3));
    long size = isClock ? unit.micros() : unit.days() * Micros.DAY;
    return call(Function.QUOTIENT, apart, integer(size));
  }

  /**
   * The week of the year by the modes of MySQL. Odd and even ones differ in the day that begins a
   * week and in which week is the first: the first one that begins in the year, or the first one of
   * which at least four days lie in it.
   */
  private static Expression week(Arguments arguments) {
    long mode = arguments.size() > 1 ? arguments.constantWhole(1) : 0;
    Expression date = TimeFunctions.date(arguments, 0, 2);
    if (mode == ISO) {
      return call(Function.ISO_WEEK, date);
    }
    if (!WEEKS.containsKey(mode)) {
      throw arguments.refused("the modes are 0 to 5 and 7, not %d.".formatted(mode));
    }
    Weeks weeks = WEEKS.get(mode);
    Expression week = weeks.of(date);
    if (!weeks.fromOne()) {
      return week;
    }
    Expression before =
        call(
            Function.AS_DATE, TimeFunctions.minus(TimeFunctions.whole(date), Days.dayOfYear(date)));
    return Types.choose(call(Function.EQUAL, week, integer(0)), weeks.of(before), week);
  }

  /**
   * How weeks are counted.
   *
   * @param monday whether they begin on Mondays, else on Sundays
   * @param most whether the first is the one that has most of its days in the year, else the first
   *     that begins in it
   * @param fromOne whether days before the first one are of the last week of the year before
   */
  private record Weeks(boolean monday, boolean most, boolean fromOne) {

    Expression of(Expression date) {
      Expression weekday = Days.weekday(date);
      Expression into =
          monday
              ? TimeFunctions.minus(weekday, integer(1))
              : TimeFormat.rest(weekday, DAYS_OF_WEEK);
      Expression shift = integer(most ? 9 : 6);
      Expression day = TimeFunctions.plus(Days.dayOfYear(date), shift);
      return TimeFormat.floor(TimeFunctions.minus(day, into), DAYS_OF_WEEK);
    }
  }

  /** The months between, less the one that is not over. */
  private static Expression months(Arguments arguments) {
    Expression months =
        TimeFunctions.minus(
            Days.total(TimeFunctions.date(arguments, 2, 3)),
            Days.total(TimeFunctions.date(arguments, 1, 3)));
    Expression first = intoMonth(arguments, 1);
    Expression last = intoMonth(arguments, 2);
    Expression ahead = bothHold(call(Function.LESS, integer(0), months), last, first);
    Expression behind = bothHold(call(Function.LESS, months, integer(0)), first, last);
    return Types.choose(
        ahead,
        TimeFunctions.minus(months, integer(1)),
        Types.choose(behind, TimeFunctions.plus(months, integer(1)), months));
  }

  private static Expression bothHold(Expression condition, Expression less, Expression more) {
    return call(Function.AND, condition, call(Function.LESS, less, more));
  }

  /** Microseconds on the wall since the month began. */
  private static Expression intoMonth(Arguments arguments, int i) {
    Expression day = call(Function.DAY, TimeFunctions.date(arguments, i, 3));
    Expression clock = TimeFormat.rest(TimeFunctions.local(arguments, i, 3), Micros.DAY);
    return TimeFunctions.plus(TimeFunctions.times(day, Micros.DAY), clock);
  }

  /** Null where the calendar has no such day. */
  private static Expression date(Arguments arguments) {
    Expression month = arguments.whole(1);
    Expression day = arguments.whole(2);
    Expression years = TimeFunctions.minus(arguments.whole(0), integer(EPOCH_YEAR));
    Expression months =
        TimeFunctions.minus(TimeFunctions.plus(TimeFunctions.times(years, 12), month), integer(1));
    Expression start = call(Function.ADD_MONTHS, new Expression.Literal(0L, Type.DATE), months);
    Expression before = TimeFunctions.minus(TimeFunctions.whole(start), integer(1));
    Expression date = call(Function.AS_DATE, TimeFunctions.plus(before, day));
    Expression isThere =
        call(
            Function.AND,
            call(Function.EQUAL, call(Function.MONTH, date), month),
            call(Function.EQUAL, call(Function.DAY, date), day));
    return Types.choose(isThere, date, Types.none(Type.DATE));
  }
}
