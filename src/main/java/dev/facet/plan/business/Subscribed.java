package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.event.Conditions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rows of subscriptions add up to at some instants. */
record Subscribed(Plan rows) {

  private Expression customer() {
    return rows.column("customer_id");
  }

  /** What active ones bring a month, in two sums: by the month, and by the year. */
  List<Aggregation> recurring(Expression instant, int number) {
    Expression active = Active.at(rows, instant);
    Expression price = Active.price(rows);
    Expression yearly = Active.isYearly(rows);
    return List.of(
        new Aggregation("monthly_" + number, Kind.SUM, price)
            .where(Conditions.all(List.of(active, call(Function.NOT, yearly)))),
        new Aggregation("yearly_" + number, Kind.SUM, price)
            .where(Conditions.all(List.of(active, yearly))));
  }

  /** Twelve months of what {@link #recurring} found, which stand at a place of the row. */
  static BigDecimal yearly(List<@Nullable Object> row, int place) {
    return Decimals.of(row.get(place))
        .multiply(Decimals.TWELVE)
        .add(Decimals.of(row.get(place + 1)));
  }

  /** How many different customers have an active one. */
  Aggregation customers(Expression instant, int number) {
    return new Aggregation("customers_" + number, Kind.COUNT_DISTINCT, customer())
        .where(Active.at(rows, instant));
  }

  /**
   * How many customers have an active one when a month starts, and how many of those have none when
   * it ends: two columns for each month.
   */
  Plan lost(Months months) {
    List<Aggregation> flags = new ArrayList<>();
    for (int i = 0; i <= months.count(); i++) {
      Expression instant = i < months.count() ? months.start(i) : months.end(i - 1);
      Expression active =
          call(Function.IF, Active.at(rows, instant), Expression.integer(1), Expression.integer(0));
      flags.add(new Aggregation("active_" + i, Kind.MAX, active));
    }
    Plan known = new Plan.Filter(rows, call(Function.NOT, call(Function.IS_NULL, customer())));
    Plan customers =
        new Plan.Aggregate(known, List.of(new Plan.Named("customer", customer())), flags);
    List<Aggregation> counts = new ArrayList<>();
    for (int i = 0; i < months.count(); i++) {
      Expression before = is(customers, i, 1);
      counts.add(new Aggregation("before_" + i, Kind.COUNT, null).where(before));
      counts.add(
          new Aggregation("lost_" + i, Kind.COUNT, null)
              .where(Conditions.all(List.of(before, is(customers, i + 1, 0)))));
    }
    return new Plan.Aggregate(customers, List.of(), counts);
  }

  private static Expression is(Plan customers, int number, long flag) {
    return call(Function.EQUAL, customers.column("active_" + number), Expression.integer(flag));
  }
}
