package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Conditions;
import java.util.List;

/** When a subscription is active, and what it then brings. */
public final class Active {
  private Active() {}

  /** Whether a row of subscriptions had started before an instant and was not cancelled by it. */
  public static Expression at(Plan subscriptions, Expression instant) {
    Expression cancelled = subscriptions.column("cancelled_at");
    return Conditions.all(
        List.of(
            call(Function.LESS, subscriptions.column("started_at"), instant),
            Conditions.any(
                List.of(
                    call(Function.IS_NULL, cancelled),
                    call(Function.LESS_OR_EQUAL, instant, cancelled)))));
  }

  /** What is paid for each interval; null when quantity or price are missing. */
  static Expression price(Plan subscriptions) {
    return call(
        Function.MULTIPLY, subscriptions.column("quantity"), subscriptions.column("unit_price"));
  }

  /** Whether the interval is a year, so that a month brings a twelfth. */
  static Expression isYearly(Plan subscriptions) {
    return call(
        Function.COALESCE,
        call(Function.EQUAL, subscriptions.column("interval"), Expression.text("year")),
        Expression.bool(false));
  }
}
