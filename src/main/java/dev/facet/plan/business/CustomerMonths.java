package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.MonthColumns;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * A row for each month, customer and currency with a subscription at the month's start or end, and
 * for each of the parts asked for: the columns of {@link MonthColumns}. What happened to a customer
 * is decided by all parts together, of which each row tells its own share.
 *
 * @param months at least one
 * @param apart whether the question looks at each month by itself, so that each has an opening and
 *     a closing; else only the first has an opening and only the last a closing
 * @param described whether country and segment are asked for
 * @param parts which of {@link MonthColumns#PARTS} are asked for
 */
public record CustomerMonths(
    Books books, Months months, boolean apart, boolean described, List<String> parts) {
  private static final String FIRST_CUSTOMER = "first_customer";
  private static final String FIRST_START = "first_start";
  private static final String KNOWN = "known_customer";
  private static final String BEFORE = "amount_before";
  private static final String COUNT_BEFORE = "count_before";
  private static final String AFTER = "amount_after";
  private static final String COUNT_AFTER = "count_after";

  /** What all parts of a customer come to stands beside each under a name of its own. */
  private static final String WHOLE = "whole_";

  private static final List<String> SUMS = List.of(BEFORE, COUNT_BEFORE, AFTER, COUNT_AFTER);

  public CustomerMonths {
    parts = List.copyOf(parts);
  }

  public Plan rows() {
    Plan spans = new Spans(books.subscriptions(), parts).plan();
    Plan sums = sums(new Touched(months).rows(spans));
    sums = parts.isEmpty() ? sums : withWholes(sums);
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

  /** Each row beside what all of the customer's in the month and currency come to. */
  private static Plan withWholes(Plan sums) {
    List<Over> wholes = new ArrayList<>();
    for (String sum : SUMS) {
      Aggregation all = new Aggregation(WHOLE + sum, Kind.SUM, sums.column(sum));
      wholes.add(new Over.Sum(all, Over.Frame.ALL));
    }
    return new Plan.Window(
        sums, List.of(Spans.CUSTOMER, Spans.CURRENCY, Touched.MONTH), List.of(), wholes);
  }

  private Plan sums(Plan touched) {
    Expression before = Touched.atStart(touched);
    Expression after = Touched.atEnd(touched);
    Expression amount = touched.column(Spans.AMOUNT);
    List<String> keys = new ArrayList<>(List.of(Spans.CUSTOMER, Spans.CURRENCY, Touched.MONTH));
    keys.addAll(parts);
    return new Plan.Aggregate(
        touched,
        keys.stream().map(key -> new Named(key, touched.column(key))).toList(),
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
    MonthColumns.PARTS.forEach(part -> columns.add(new Named(part, part(rows, part))));
    columns.add(new Named(MonthColumns.MOVEMENT, movement(rows)));
    columns.add(new Named(MonthColumns.BEFORE, before));
    columns.add(new Named(MonthColumns.AFTER, after));
    columns.add(new Named(MonthColumns.CHANGE, Spans.money(change(rows, BEFORE, AFTER))));
    columns.add(new Named(MonthColumns.OPENING, in(month, 0, before)));
    columns.add(new Named(MonthColumns.CLOSING, in(month, last, after)));
    columns.add(new Named(MonthColumns.SUBSCRIPTIONS, in(month, last, rows.column(COUNT_AFTER))));
    return columns;
  }

  private Expression text(Plan rows, String column) {
    return described ? rows.column(column) : Expression.text(null);
  }

  private Expression part(Plan rows, String column) {
    return parts.contains(column) ? rows.column(column) : Expression.text(null);
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

  private static Expression change(Plan rows, String before, String after) {
    return call(
        Function.SUBTRACT,
        Spans.orNothing(rows.column(after)),
        Spans.orNothing(rows.column(before)));
  }

  /** The column with a sum of all the customer's parts. */
  private String whole(String sum) {
    return parts.isEmpty() ? sum : WHOLE + sum;
  }

  private Expression movement(Plan rows) {
    Expression hadSome =
        call(Function.LESS, rows.column(FIRST_START), months.start(rows.column(Touched.MONTH)));
    Expression change = change(rows, whole(BEFORE), whole(AFTER));
    Expression none = Expression.integer(0);
    Expression same = Expression.text(MonthColumns.NONE);
    Expression less = either(call(Function.LESS, change, none), MonthColumns.CONTRACTION, same);
    Expression more = either(call(Function.LESS, none, change), MonthColumns.EXPANSION, less);
    Expression stays = either(isNone(rows, whole(COUNT_AFTER)), MonthColumns.CHURN, more);
    Expression fresh = Expression.text(MonthColumns.NEW);
    Expression comes = either(hadSome, MonthColumns.REACTIVATION, fresh);
    return call(Function.IF, isNone(rows, whole(COUNT_BEFORE)), comes, stays);
  }

  private static Expression either(Expression condition, String word, Expression otherwise) {
    return call(Function.IF, condition, Expression.text(word), otherwise);
  }
}
