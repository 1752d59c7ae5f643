package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.MonthColumns;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * A row for each month, customer and currency with a subscription at the month's start or end: the
 * columns of {@link MonthColumns}.
 *
 * @param months at least one
 * @param apart whether the question looks at each month by itself, so that each has an opening and
 *     a closing; else only the first has an opening and only the last a closing
 * @param described whether country and segment are asked for
 */
public record CustomerMonths(Books books, Months months, boolean apart, boolean described) {
  private static final String FIRST_CUSTOMER = "first_customer";
  private static final String FIRST_START = "first_start";
  private static final String KNOWN = "known_customer";
  private static final String BEFORE = "amount_before";
  private static final String COUNT_BEFORE = "count_before";
  private static final String AFTER = "amount_after";
  private static final String COUNT_AFTER = "count_after";

  public Plan rows() {
    Plan spans = new Spans(books.subscriptions()).plan();
    Plan sums = sums(new Touched(months).rows(spans));
    Plan dated =
        new Plan.Join(
            Plan.Join.Kind.LEFT,
            sums,
            Spans.firsts(spans, FIRST_CUSTOMER, FIRST_START),
            List.of(new Plan.Join.On(Spans.CUSTOMER, FIRST_CUSTOMER)),
            true);
    Plan rows = described ? described(dated) : dated;
    return new Plan.Project(rows, columns(rows));
  }

  private static Plan sums(Plan touched) {
    Expression before = Touched.atStart(touched);
    Expression after = Touched.atEnd(touched);
    Expression amount = touched.column(Spans.AMOUNT);
    return new Plan.Aggregate(
        touched,
        List.of(
            new Named(Spans.CUSTOMER, touched.column(Spans.CUSTOMER)),
            new Named(Spans.CURRENCY, touched.column(Spans.CURRENCY)),
            new Named(Touched.MONTH, touched.column(Touched.MONTH))),
        List.of(
            new Aggregation(BEFORE, Kind.SUM, amount).where(before),
            new Aggregation(COUNT_BEFORE, Kind.COUNT, null).where(before),
            new Aggregation(AFTER, Kind.SUM, amount).where(after),
            new Aggregation(COUNT_AFTER, Kind.COUNT, null).where(after)));
  }

  private static Plan described(Plan rows) {
    Plan customers = new Plan.Scan(BusinessDatasets.CUSTOMERS);
    Plan known =
        new Plan.Project(
            customers,
            List.of(
                new Named(KNOWN, customers.column("customer_id")),
                new Named(MonthColumns.COUNTRY, customers.column("country")),
                new Named(MonthColumns.SEGMENT, customers.column("segment"))));
    return new Plan.Join(
        Plan.Join.Kind.LEFT, rows, known, List.of(new Plan.Join.On(Spans.CUSTOMER, KNOWN)), false);
  }

  private List<Named> columns(Plan rows) {
    Expression month = rows.column(Touched.MONTH);
    Expression before = money(rows, BEFORE, COUNT_BEFORE);
    Expression after = money(rows, AFTER, COUNT_AFTER);
    long last = months.count() - 1L;
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(MonthColumns.START, months.start(month)));
    columns.add(new Named(MonthColumns.CUSTOMER, rows.column(Spans.CUSTOMER)));
    columns.add(new Named(MonthColumns.CURRENCY, rows.column(Spans.CURRENCY)));
    columns.add(new Named(MonthColumns.COUNTRY, text(rows, MonthColumns.COUNTRY)));
    columns.add(new Named(MonthColumns.SEGMENT, text(rows, MonthColumns.SEGMENT)));
    columns.add(new Named(MonthColumns.MOVEMENT, movement(rows)));
    columns.add(new Named(MonthColumns.BEFORE, before));
    columns.add(new Named(MonthColumns.AFTER, after));
    columns.add(new Named(MonthColumns.CHANGE, Spans.money(change(rows))));
    columns.add(new Named(MonthColumns.OPENING, in(month, 0, before)));
    columns.add(new Named(MonthColumns.CLOSING, in(month, last, after)));
    columns.add(new Named(MonthColumns.SUBSCRIPTIONS, in(month, last, rows.column(COUNT_AFTER))));
    return columns;
  }

  private Expression text(Plan rows, String column) {
    return described ? rows.column(column) : Expression.text(null);
  }

  /** The value where there is a subscription. */
  private static Expression money(Plan rows, String amount, String count) {
    return where(call(Function.NOT, isNone(rows, count)), Spans.money(rows.column(amount)));
  }

  private Expression in(Expression month, long number, Expression value) {
    return apart ? value : where(call(Function.EQUAL, month, Expression.integer(number)), value);
  }

  private static Expression where(Expression condition, Expression value) {
    return call(Function.IF, condition, value, new Expression.Literal(null, value.type()));
  }

  private static Expression isNone(Plan rows, String count) {
    return call(Function.EQUAL, Expression.integer(0), rows.column(count));
  }

  private static Expression change(Plan rows) {
    return call(
        Function.SUBTRACT,
        Spans.orNothing(rows.column(AFTER)),
        Spans.orNothing(rows.column(BEFORE)));
  }

  private Expression movement(Plan rows) {
    Expression hadSome =
        call(Function.LESS, rows.column(FIRST_START), months.start(rows.column(Touched.MONTH)));
    Expression change = change(rows);
    Expression none = Expression.integer(0);
    Expression same = Expression.text(MonthColumns.NONE);
    Expression less = either(call(Function.LESS, change, none), MonthColumns.CONTRACTION, same);
    Expression more = either(call(Function.LESS, none, change), MonthColumns.EXPANSION, less);
    Expression stays = either(isNone(rows, COUNT_AFTER), MonthColumns.CHURN, more);
    Expression fresh = Expression.text(MonthColumns.NEW);
    Expression comes = either(hadSome, MonthColumns.REACTIVATION, fresh);
    return call(Function.IF, isNone(rows, COUNT_BEFORE), comes, stays);
  }

  private static Expression either(Expression condition, String word, Expression otherwise) {
    return call(Function.IF, condition, Expression.text(word), otherwise);
  }
}
