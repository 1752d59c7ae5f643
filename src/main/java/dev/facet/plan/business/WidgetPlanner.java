package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.model.Period;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.time.Range;
import dev.facet.query.Definitions;
import dev.facet.query.Query.BusinessWidget.Widget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plans the fixed numbers of a business. */
public final class WidgetPlanner {
  private static final Plan INVOICES = new Plan.Scan(BusinessDatasets.INVOICES);
  private static final Named CURRENCY_OF_INVOICE =
      new Named("currency", INVOICES.column("currency"));
  private static final Named CURRENCY_OF_SUBSCRIPTION =
      new Named("currency", Subscribed.ROWS.column("currency"));

  private final Widget widget;
  private final Months months;

  public WidgetPlanner(Widget widget, Definitions definitions, Instant now) {
    this.widget = widget;
    this.months = Months.until(now, definitions.zone(), Months.YEAR);
  }

  public Planned plan() {
    Instant soon = months.until().plus(Range.SLIDE);
    boolean moves = widget != Widget.REVENUE_CHART;
    return new Planned(
        rows(),
        new WidgetShape(widget, months),
        new Period(months.from(), months.until()),
        moves && soon.isBefore(months.next()) ? soon : months.next());
  }

  private Plan rows() {
    return switch (widget) {
      case REVENUE_CHART -> ReportingCurrency.beside(Join.Kind.LEFT, revenue());
      case ACTIVE_SUBSCRIPTIONS -> new Plan.Aggregate(Subscribed.ROWS, List.of(), active());
      case MRR, ARR -> ReportingCurrency.beside(Join.Kind.LEFT, recurring(false));
      case ARPA -> ReportingCurrency.beside(Join.Kind.LEFT, recurring(true));
      case CHURN_RATE -> Subscribed.lost(months);
      case CUSTOMER_COUNT, NEW_CUSTOMERS -> customers();
      case REVENUE_BY_PRODUCT -> ReportingCurrency.beside(Join.Kind.INNER, products());
      case OVERDUE_INVOICES -> ReportingCurrency.beside(Join.Kind.FULL, overdue());
    };
  }

  private Plan revenue() {
    Buckets buckets =
        new Buckets(months.starts().subList(0, months.count()), months.starts().getLast());
    Expression time =
        call(Function.COALESCE, INVOICES.column("paid_at"), INVOICES.column("issued_at"));
    Plan paid =
        new Plan.Filter(
            INVOICES,
            Conditions.all(
                List.of(
                    is("PAID"),
                    call(Function.LESS_OR_EQUAL, months.start(0), time),
                    call(Function.LESS, time, months.start(months.count())))));
    return new Plan.Aggregate(
        paid,
        List.of(CURRENCY_OF_INVOICE, new Named("month", new Expression.Bucket(time, buckets))),
        List.of(new Aggregation("amount", Kind.SUM, INVOICES.column("amount"))));
  }

  private static Expression is(String status) {
    return call(Function.EQUAL, INVOICES.column("status"), Expression.text(status));
  }

  /** Those active now, and when the month started. */
  private List<Aggregation> active() {
    int last = months.count() - 1;
    return List.of(
        counted("now", Active.at(Subscribed.ROWS, months.end(last))),
        counted("before", Active.at(Subscribed.ROWS, months.start(last))));
  }

  private static Aggregation counted(String name, Expression condition) {
    return new Aggregation(name, Kind.COUNT, null).where(condition);
  }

  private Plan recurring(boolean withCustomers) {
    List<Aggregation> sums = new ArrayList<>();
    for (int i = 0; i < months.count(); i++) {
      sums.addAll(Subscribed.recurring(months.end(i), i));
      if (withCustomers) {
        sums.add(Subscribed.customers(months.end(i), i));
      }
    }
    return new Plan.Aggregate(Subscribed.ROWS, List.of(CURRENCY_OF_SUBSCRIPTION), sums);
  }

  private Plan customers() {
    Plan customers = new Plan.Scan(BusinessDatasets.CUSTOMERS);
    Expression created = customers.column("created_at");
    List<Aggregation> counts = new ArrayList<>();
    for (int i = 0; i < months.count(); i++) {
      Expression before = call(Function.LESS, created, months.end(i));
      Expression within = call(Function.LESS_OR_EQUAL, months.start(i), created);
      boolean all = widget == Widget.CUSTOMER_COUNT;
      counts.add(counted("m" + i, all ? before : Conditions.all(List.of(within, before))));
    }
    return new Plan.Aggregate(customers, List.of(), counts);
  }

  private Plan products() {
    Expression now = months.end(months.count() - 1);
    Plan active = new Plan.Filter(Subscribed.ROWS, Active.at(Subscribed.ROWS, now));
    return new Plan.Aggregate(
        active,
        List.of(CURRENCY_OF_SUBSCRIPTION, new Named("name", Subscribed.ROWS.column("product"))),
        Subscribed.recurring(now, 0));
  }

  private Plan overdue() {
    Expression due = call(Function.LESS, INVOICES.column("due_at"), months.end(months.count() - 1));
    Plan open = new Plan.Filter(INVOICES, Conditions.all(List.of(is("OPEN"), due)));
    return new Plan.Aggregate(
        open,
        List.of(CURRENCY_OF_INVOICE),
        List.of(
            new Aggregation("invoices", Kind.COUNT, null),
            new Aggregation("amount", Kind.SUM, INVOICES.column("amount"))));
  }
}
