package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;
import static dev.facet.plan.function.TimeFunctions.TO_MONDAY;
import static dev.facet.plan.function.TimeFunctions.minus;
import static dev.facet.plan.function.TimeFunctions.plus;
import static dev.facet.plan.function.TimeFunctions.times;
import static dev.facet.plan.function.TimeFunctions.whole;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;

/** Where a date is in its week, month, quarter and year, and where those begin. */
final class Days {
  private Days() {}

  static Expression quarter(Expression date) {
    return TimeFormat.floor(plus(call(Function.MONTH, date), integer(2)), 3);
  }

  static Expression dayOfYear(Expression date) {
    return plus(minus(whole(date), whole(first(date, 12))), integer(1));
  }

  static Expression yearAndMonth(Expression date) {
    return plus(times(call(Function.YEAR, date), 100), call(Function.MONTH, date));
  }

  /** From 1 for Monday. */
  static Expression weekday(Expression date) {
    return plus(TimeFormat.rest(plus(whole(date), integer(TO_MONDAY)), 7), integer(1));
  }

  /** Months since the year 0. */
  static Expression total(Expression date) {
    return plus(
        times(call(Function.YEAR, date), 12), minus(call(Function.MONTH, date), integer(1)));
  }

  /** The first day of the stretch of so many months that holds a date. */
  static Expression first(Expression date, long months) {
    Expression into = minus(call(Function.DAY, date), integer(1));
    Expression ofMonth = call(Function.AS_DATE, minus(whole(date), into));
    Expression back = minus(integer(0), TimeFormat.rest(total(date), months));
    return months == 1 ? ofMonth : call(Function.ADD_MONTHS, ofMonth, back);
  }

  /** The last day, not after a date, that is the one of this number in the week. */
  static Expression weekStart(Expression date, int day) {
    Expression shifted = plus(whole(date), integer(TO_MONDAY + 8L - day));
    return call(Function.AS_DATE, minus(whole(date), TimeFormat.rest(shifted, 7)));
  }

  static Expression lastDay(Expression date) {
    Expression next = call(Function.ADD_MONTHS, first(date, 1), integer(1));
    return call(Function.AS_DATE, minus(whole(next), integer(1)));
  }
}
