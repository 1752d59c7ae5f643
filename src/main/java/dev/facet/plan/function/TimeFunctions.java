package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.time.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of times and dates, on the wall of the project's zone or of the one that is named. */
final class TimeFunctions {
  static final int TO_MONDAY = 3;
  private static final long MOST_MOVED = 10_000;

  private TimeFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "now now64", 0, 2, a -> Expression.time(Micros.of(a.context().now())));
    add(table, "today", 0, 0, a -> today(a, 0));
    add(table, "yesterday", 0, 0, a -> today(a, 1));
    add(table, "timeZone", 0, 0, a -> Expression.text(a.context().zone().getId()));
    add(table, "toTimeZone", 2, 2, TimeFunctions::inZone);
    add(table, "toDate toDateOrNull toDate32", 1, 2, TimeFunctions::toDate);
    add(
        table,
        "toDateTime toDateTimeOrNull toDateTime64 parseDateTimeBestEffort"
            + " parseDateTimeBestEffortOrNull parseDateTime64BestEffort"
            + " parseDateTime64BestEffortOrNull",
        1,
        3,
        TimeFunctions::toTime);
    add(table, "fromUnixTimestamp", 1, 1, a -> unix(a, Micros.SECOND));
    add(table, "fromUnixTimestamp64Milli", 1, 1, a -> unix(a, 1000));
    add(table, "toUnixTimestamp", 1, 2, a -> since(a, Micros.SECOND));
    add(table, "toUnixTimestamp64Milli", 1, 1, a -> since(a, 1000));
    add(table, "parseDateTime parseDateTimeOrNull", 2, 3, TimeReading::parsed);
    add(table, "formatDateTime", 2, 3, TimeFunctions::format);
    add(table, "dateDiff date_diff timestampDiff", 3, 4, TimeFunctions::difference);
    parts(table);
    starts(table);
    moves(table);
    return table;
  }

  static Expression whole(Expression value) {
    return call(Function.AS_WHOLE, value);
  }

  static Expression plus(Expression one, Expression other) {
    return call(Function.ADD, one, other);
  }

  static Expression minus(Expression one, Expression other) {
    return call(Function.SUBTRACT, one, other);
  }

  static Expression times(Expression whole, long factor) {
    return call(Function.MULTIPLY, whole, integer(factor));
  }

  private static Expression today(Arguments arguments, int back) {
    ZoneId zone = arguments.context().zone();
    long day = arguments.context().now().atZone(zone).toLocalDate().toEpochDay();
    return new Expression.Literal(day - back, Type.DATE);
  }

  private static Expression inZone(Arguments arguments) {
    arguments.zone(1, arguments.get(0));
    return call(Function.IN_ZONE, arguments.time(0), arguments.get(1));
  }

  /** The day of an instant on the wall, or the date it is. */
  static Expression date(Arguments arguments, int i, int zone) {
    Expression moment = arguments.moment(i);
    return moment.type() == Type.DATE
        ? moment
        : new WallClock(arguments.zone(zone, moment)).date(moment);
  }

  /** Microseconds on the wall. */
  static Expression local(Arguments arguments, int i, int zone) {
    Expression time = arguments.time(i);
    return new WallClock(arguments.zone(zone, time)).local(time);
  }

  private static Expression toDate(Arguments arguments) {
    Expression value = arguments.get(0);
    if (value.type() == Type.INTEGER) {
      return call(Function.AS_DATE, value);
    }
    if (value instanceof Expression.Literal text && text.value() instanceof String known) {
      var moment = Types.absolute(known);
      if (moment == null || moment.dateOnly()) {
        return moment == null
            ? Types.none(Type.DATE)
            : new Expression.Literal(moment.time().toLocalDate().toEpochDay(), Type.DATE);
      }
    }
    return date(arguments, 0, 1);
  }

  private static Expression toTime(Arguments arguments) {
    Expression value = arguments.get(0);
    if (value.type().isNumeric()) {
      return unix(arguments, Micros.SECOND);
    }
    if (value instanceof Expression.Literal text && text.value() instanceof String known) {
      var moment = Types.absolute(known);
      int last = arguments.size() - 1;
      boolean zoned = last > 0 && arguments.get(last).type() == Type.TEXT;
      return moment == null
          ? Types.none(Type.TIME)
          : Types.instant(moment, arguments.zone(zoned ? last : last + 1, value));
    }
    return arguments.time(0);
  }

  private static Expression unix(Arguments arguments, long unit) {
    Expression micros = times(arguments.number(0), unit);
    return call(
        Function.AS_TIME, micros.type() == Type.INTEGER ? micros : call(Function.TO_WHOLE, micros));
  }

  private static Expression since(Arguments arguments, long unit) {
    return TimeFormat.floor(whole(arguments.time(0)), unit);
  }

  /** What is made of one expression. */
  private interface Part {
    Expression of(Expression one);
  }

  private static void ofDate(Map<String, Definition> table, String names, Part part) {
    add(table, names, 1, 2, a -> part.of(date(a, 0, 1)));
  }

  private static void ofTime(Map<String, Definition> table, String names, Part part) {
    add(table, names, 1, 2, a -> part.of(local(a, 0, 1)));
  }

  private static void parts(Map<String, Definition> table) {
    ofDate(table, "toYear year", d -> call(Function.YEAR, d));
    ofDate(table, "toQuarter quarter", Days::quarter);
    ofDate(table, "toMonth month", d -> call(Function.MONTH, d));
    ofDate(table, "toDayOfMonth day dayOfMonth", d -> call(Function.DAY, d));
    ofDate(table, "toDayOfYear dayOfYear", Days::dayOfYear);
    ofDate(table, "toISOWeek", d -> call(Function.ISO_WEEK, d));
    ofDate(table, "toISOYear", d -> call(Function.ISO_YEAR, d));
    ofDate(table, "toYYYYMM", Days::yearAndMonth);
    ofDate(table, "toYYYYMMDD", d -> plus(times(Days.yearAndMonth(d), 100), call(Function.DAY, d)));
    add(table, "toDayOfWeek dayOfWeek", 1, 3, TimeFunctions::dayOfWeek);
    ofTime(table, "toHour hour", TimeFormat::hour);
    ofTime(table, "toMinute minute", l -> TimeFormat.rest(TimeFormat.floor(l, Micros.MINUTE), 60));
    ofTime(table, "toSecond second", l -> TimeFormat.rest(TimeFormat.floor(l, Micros.SECOND), 60));
    add(table, "toYYYYMMDDhhmmss", 1, 2, TimeFunctions::digits);
    ofTime(table, "toMillisecond", l -> TimeFormat.rest(TimeFormat.floor(l, 1000), 1000));
  }

  private static Expression digits(Arguments arguments) {
    Expression date = date(arguments, 0, 1);
    Expression day = plus(times(Days.yearAndMonth(date), 100), call(Function.DAY, date));
    Expression local = local(arguments, 0, 1);
    Expression minute = TimeFormat.rest(TimeFormat.floor(local, Micros.MINUTE), 60);
    Expression second = TimeFormat.rest(TimeFormat.floor(local, Micros.SECOND), 60);
    Expression clock = plus(times(plus(times(TimeFormat.hour(local), 100), minute), 100), second);
    return plus(times(day, 1_000_000), clock);
  }

  /** By the modes of ClickHouse: Monday 1 (0), Monday 0 (1), Sunday 0 (2), Sunday 1 (3). */
  private static Expression dayOfWeek(Arguments arguments) {
    Expression weekday = Days.weekday(date(arguments, 0, 2));
    long mode = arguments.size() > 1 ? arguments.constantWhole(1) : 0;
    Expression fromSunday = TimeFormat.rest(weekday, 7);
    return switch ((int) Math.floorMod(mode, 4L)) {
      case 0 -> weekday;
      case 1 -> minus(weekday, integer(1));
      case 2 -> fromSunday;
      default -> plus(fromSunday, integer(1));
    };
  }

  private static void starts(Map<String, Definition> table) {
    for (Unit unit : Unit.values()) {
      if (unit != Unit.WEEK) {
        add(table, "toStartOf" + unit.title(), 1, 2, a -> start(a, unit, 1, 1));
      }
    }
    add(table, "toStartOfWeek", 1, 3, TimeFunctions::week);
    add(table, "toMonday", 1, 2, a -> Days.weekStart(date(a, 0, 1), 1));
    add(table, "toStartOfFiveMinutes toStartOfFiveMinute", 1, 2, a -> start(a, Unit.MINUTE, 5, 1));
    add(table, "toStartOfTenMinutes", 1, 2, a -> start(a, Unit.MINUTE, 10, 1));
    add(table, "toStartOfFifteenMinutes", 1, 2, a -> start(a, Unit.MINUTE, 15, 1));
    add(table, "toLastDayOfMonth", 1, 2, a -> Days.lastDay(date(a, 0, 1)));
    add(table, "dateTrunc date_trunc", 2, 3, TimeFunctions::truncated);
    add(table, "toStartOfInterval", 2, 3, TimeFunctions::ofInterval);
  }

  /** Without a mode as the project has its weeks; even modes begin on Sunday. */
  private static Expression week(Arguments arguments) {
    int day =
        arguments.size() < 2
            ? arguments.context().weekStart().getValue()
            : arguments.constantWhole(1) % 2 == 0 ? 7 : 1;
    return Days.weekStart(date(arguments, 0, 2), day);
  }

  private static Expression truncated(Arguments arguments) {
    List<Expression> others = arguments.all().subList(1, arguments.size());
    return start(
        new Arguments(arguments.function(), others, arguments.context()), arguments.unit(0), 1, 1);
  }

  private static Expression ofInterval(Arguments arguments) {
    if (isInterval(arguments.get(1))
        && arguments.get(1).inputs().getFirst() instanceof Expression.Literal many
        && many.value() instanceof Long count) {
      return start(arguments, unit(arguments.get(1)), count, 2);
    }
    throw arguments.wrong(1, "a constant interval such as INTERVAL 5 MINUTE");
  }

  /**
   * The start of the stretch of so many units that holds a moment: a time for units up to a day, a
   * date for longer ones, as ClickHouse has it. Weeks begin on Monday.
   */
  private static Expression start(Arguments arguments, Unit unit, long count, int zone) {
    if (count < 1 || count > MOST_MOVED) {
      throw arguments.refused("a stretch of time has 1 to 10000 units, not " + count + ".");
    }
    Expression moment = arguments.moment(0);
    WallClock clock = new WallClock(arguments.zone(zone, moment));
    if (unit.micros() > 0) {
      return clock.floor(arguments.time(0), unit.micros() * count);
    }
    Expression date = moment.type() == Type.DATE ? moment : clock.date(moment);
    if (unit.months() > 0) {
      return Days.first(date, unit.months() * count);
    }
    long ahead = unit == Unit.WEEK ? TO_MONDAY : 0;
    Expression into = TimeFormat.rest(plus(whole(date), integer(ahead)), unit.days() * count);
    Expression start = call(Function.AS_DATE, minus(whole(date), into));
    return unit == Unit.DAY ? clock.start(start) : start;
  }

  private static void moves(Map<String, Definition> table) {
    for (Unit unit : Unit.values()) {
      Expression name = Expression.text(unit.name());
      add(table, "toInterval" + unit.title(), 1, 1, a -> call(Function.INTERVAL, a.whole(0), name));
      add(table, "add" + unit.title() + "s", 2, 2, a -> later(a, 0, unit, 1, false));
      add(table, "subtract" + unit.title() + "s", 2, 2, a -> later(a, 0, unit, 1, true));
    }
    add(table, "dateAdd date_add timestampAdd", 2, 3, a -> shifted(a, false));
    add(table, "dateSub date_sub timestampSub", 2, 3, a -> shifted(a, true));
  }

  /** Whether it is an interval such as {@code INTERVAL 7 DAY}. */
  static boolean isInterval(Expression expression) {
    return expression instanceof Expression.Call interval
        && interval.function() == Function.INTERVAL;
  }

  private static Unit unit(Expression interval) {
    return interval.inputs().getLast() instanceof Expression.Literal name
            && name.value() instanceof String text
        ? Unit.valueOf(text)
        : Unit.SECOND;
  }

  /** A moment, argument {@code i}, moved by an interval. */
  static Expression moved(Arguments arguments, int i, Expression interval, boolean earlier) {
    List<Expression> all = List.of(arguments.get(i), interval.inputs().getFirst());
    Arguments plain = new Arguments(arguments.function(), all, arguments.context());
    return later(plain, 0, unit(interval), 1, earlier);
  }

  /** A unit, a count and a moment; or a moment and an interval. */
  private static Expression shifted(Arguments arguments, boolean earlier) {
    if (arguments.size() == 3) {
      return later(arguments, 2, arguments.unit(0), 1, earlier);
    }
    if (!isInterval(arguments.get(1))) {
      throw arguments.wrong(1, "an interval such as INTERVAL 7 DAY");
    }
    return moved(arguments, 0, arguments.get(1), earlier);
  }

  /** Days between two dates, else seconds. */
  static Expression apart(Arguments arguments) {
    boolean days = arguments.all().stream().allMatch(one -> one.type() == Type.DATE);
    if (days) {
      return minus(whole(arguments.get(0)), whole(arguments.get(1)));
    }
    Expression apart = minus(whole(arguments.time(0)), whole(arguments.time(1)));
    return call(Function.QUOTIENT, apart, integer(Micros.SECOND));
  }

  /** A moment, argument {@code i}, so many units later or earlier: on the wall from days on. */
  static Expression later(Arguments arguments, int i, Unit unit, int amount, boolean earlier) {
    Expression moment = arguments.moment(i);
    Expression count = arguments.whole(amount);
    ZoneId zone = arguments.zone(arguments.size(), moment);
    if (moment.type() == Type.TIME
        && moment instanceof Expression.Literal at
        && at.value() instanceof Long time
        && count instanceof Expression.Literal number
        && number.value() instanceof Long many
        && Math.abs(many) < MOST_MOVED) {
      return known(time, unit, earlier ? -many : many, zone);
    }
    Expression by = earlier ? minus(integer(0), count) : count;
    if (unit.micros() > 0) {
      return call(Function.AS_TIME, plus(whole(arguments.time(i)), times(by, unit.micros())));
    }
    if (moment.type() == Type.DATE) {
      return moved(moment, unit, by);
    }
    WallClock clock = new WallClock(zone);
    Expression into = TimeFormat.rest(clock.local(moment), Micros.DAY);
    Expression day = whole(moved(clock.date(moment), unit, by));
    return clock.instant(plus(times(day, Micros.DAY), into));
  }

  /** Computed at once, so that stores see from when on rows are asked for. */
  private static Expression known(long time, Unit unit, long many, ZoneId zone) {
    Instant instant = Micros.toInstant(time);
    LocalDateTime local = instant.atZone(zone).toLocalDateTime();
    Instant moved =
        unit.micros() > 0
            ? instant.plus(many * unit.micros(), ChronoUnit.MICROS)
            : unit.months() > 0
                ? local.plusMonths(many * unit.months()).atZone(zone).toInstant()
                : local.plusDays(many * unit.days()).atZone(zone).toInstant();
    return Expression.time(Micros.of(moved));
  }

  private static Expression moved(Expression date, Unit unit, Expression by) {
    return unit.months() > 0
        ? call(Function.ADD_MONTHS, date, times(by, unit.months()))
        : call(Function.AS_DATE, plus(whole(date), times(by, unit.days())));
  }

  /** How many borders of a unit lie between two moments. */
  private static Expression difference(Arguments arguments) {
    Unit unit = arguments.unit(0);
    return minus(number(arguments, 2, unit), number(arguments, 1, unit));
  }

  /** Which unit, counted from a common one, a moment is in. */
  private static Expression number(Arguments arguments, int i, Unit unit) {
    if (unit.micros() > 0) {
      return TimeFormat.floor(local(arguments, i, 3), unit.micros());
    }
    Expression date = date(arguments, i, 3);
    if (unit.months() > 0) {
      return TimeFormat.floor(Days.total(date), unit.months());
    }
    return unit == Unit.WEEK
        ? TimeFormat.floor(plus(whole(date), integer(TO_MONDAY)), unit.days())
        : whole(date);
  }

  private static Expression format(Arguments arguments) {
    String pattern = arguments.constantText(1);
    Expression moment = arguments.moment(0);
    Expression local = moment.type() == Type.DATE ? integer(0) : local(arguments, 0, 2);
    return TimeFormat.format(pattern, date(arguments, 0, 2), local);
  }
}
