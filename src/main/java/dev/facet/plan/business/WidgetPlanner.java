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
  private final Widget widget;
  private final Months months;
  private final Books books;
  private final Plan invoices;
  private final Subscribed subscribed;

  public WidgetPlanner(Widget widget, Definitions definitions, Instant now) {
    this.widget = widget;
    this.months = Months.until(now, definitions.zone(), Months.YEAR);
    this.books = new Books(definitions.currency());
    this.invoices = books.invoices();
    this.subscribed = new Subscribed(books.subscriptions());
  }

  public Planned plan() {
    Instant soon = months.until().plus(Range.SLIDE);
    boolean moves = widget != Widget.REVENUE_CHART;
    return new Planned(
        rows(),
        new WidgetShape(widget, months, books.currency() != null),
        new Period(months.from(), months.until()),
        moves && soon.isBefore(months.next()) ? soon : months.next());
  }

  private Plan rows() {
    return switch (widget) {
      case REVENUE_CHART -> ReportingCurrency.beside(books, Join.Kind.LEFT, revenue());
      case ACTIVE_SUBSCRIPTIONS -> new Plan.Aggregate(subscribed.rows(), List.of(), active());
      case MRR, ARR -> ReportingCurrency.beside(books, Join.Kind.LEFT, recurring(false));
      case ARPA -> ReportingCurrency.beside(books, Join.Kind.LEFT, recurring(true));
      case CHURN_RATE -> subscribed.lost(months);
      case CUSTOMER_COUNT, NEW_CUSTOMERS -> customers();
      case REVENUE_BY_PRODUCT -> ReportingCurrency.beside(books, Join.Kind.INNER, products());
      case OVERDUE_INVOICES -> ReportingCurrency.beside(books, Join.Kind.FULL, overdue());
    };
  }

  private Plan revenue() {
    Buckets buckets =
        new Buckets(months.starts().subList(0, months.count()), months.starts().getLast());
    Expression time =
        call(Function.COALESCE, invoices.column("paid_at"), invoices.column("issued_at"));
    Plan paid =
        new Plan.Filter(
            invoices,
            Conditions.all(
                List.of(
                    is("PAID"),
                    call(Function.LESS_OR_EQUAL, months.start(0), time),
                    call(Function.LESS, time, months.start(months.count())))));
    return new Plan.Aggregate(
        paid,
        List.of(currency(invoices), new Named("month", new Expression.Bucket(time, buckets))),
        List.of(new Aggregation("amount", Kind.SUM, invoices.column("amount"))));
  }

  private Expression is(String status) {
    return call(Function.EQUAL, invoices.column("status"), Expression.text(status));
  }

  private static Named currency(Plan rows) {
    return new Named("currency", rows.column("currency"));
  }

  /** Those active now, and when the month started. */
  private List<Aggregation> active() {
    int last = months.count() - 1;
    return List.of(
        counted("now", Active.at(subscribed.rows(), months.end(last))),
        counted("before", Active.at(subscribed.rows(), months.start(last))));
  }

  private static Aggregation counted(String name, Expression condition) {
    return new Aggregation(name, Kind.COUNT, null).where(condition);
  }

  private Plan recurring(boolean withCustomers) {
    List<Aggregation> sums = new ArrayList<>();
    for (int i = 0; i < months.count(); i++) {
      sums.addAll(subscribed.recurring(months.end(i), i));
      if (withCustomers) {
        sums.add(subscribed.customers(months.end(i), i));
      }
    }
    return new Plan.Aggregate(subscribed.rows(), List.of(currency(subscribed.rows())), sums);
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
    Plan active = new Plan.Filter(subscribed.rows(), Active.at(subscribed.rows(), now));
    return new Plan.Aggregate(
        active,
        List.of(
            currency(subscribed.rows()), new Named("name", subscribed.rows().column("product"))),
        subscribed.recurring(now, 0));
  }

  private Plan overdue() {
    Expression due = call(Function.LESS, invoices.column("due_at"), months.end(months.count() - 1));
    Plan open = new Plan.Filter(invoices, Conditions.all(List.of(is("OPEN"), due)));
    return new Plan.Aggregate(
        open,
        List.of(currency(invoices)),
        List.of(
            new Aggregation("invoices", Kind.COUNT, null),
            new Aggregation("amount", Kind.SUM, invoices.column("amount"))));
  }
}
