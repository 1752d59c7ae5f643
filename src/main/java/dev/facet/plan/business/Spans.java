package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of time in which subscriptions bring something: a row for each, active after {@link
 * #START} up to and including {@link #END}, for ever without one. A pause cuts a subscription in
 * two; one that another {@code replaces} lasts until that one starts.
 *
 * @param parts columns of the subscriptions that their stretches have, too
 */
record Spans(Plan rows, List<String> parts) {
  static final String CUSTOMER = "customer";
  static final String CURRENCY = "span_currency";
  static final String START = "span_start";
  static final String END = "span_end";

  /** What it brings a month, in {@link #PARTS} of one: a whole number, so that sums are exact. */
  static final String AMOUNT = "amount";

  /** A millionth, and a twelfth of that for what is paid by the year. */
  private static final double PARTS = 12e6;

  private static final String REPLACED = "replaced";
  private static final String REPLACED_AT = "replaced_at";

  Plan plan() {
    Plan all =
        new Plan.Join(
            Plan.Join.Kind.LEFT,
            rows,
            replaced(),
            List.of(new Plan.Join.On("subscription_id", REPLACED)),
            false);
    Expression end = call(Function.COALESCE, all.column(REPLACED_AT), all.column("cancelled_at"));
    Expression started = all.column("started_at");
    Expression resumed = all.column("resumed_at");
    Expression paused = paused(all);
    Plan before = span(all, started, call(Function.LEAST, end, paused));
    Plan goesOn = new Plan.Filter(all, Conditions.all(List.of(isThere(paused), isThere(resumed))));
    Plan after = span(goesOn, call(Function.GREATEST, started, resumed), end);
    return notEmpty(new Plan.Union(List.of(before, after)));
  }

  /** When the first one that takes its place starts, of those that have one. */
  private Plan replaced() {
    Expression old = rows.column("replaces");
    Plan replacing =
        new Plan.Filter(
            rows, call(Function.NOT, call(Function.EQUAL, old, rows.column("subscription_id"))));
    return new Plan.Aggregate(
        replacing,
        List.of(new Named(REPLACED, old)),
        List.of(new Aggregation(REPLACED_AT, Aggregation.Kind.MIN, rows.column("started_at"))));
  }

  /** When it pauses; a pause that ends before it starts is none. */
  private static Expression paused(Plan rows) {
    Expression paused = rows.column("paused_at");
    return call(
        Function.IF,
        call(Function.LESS, rows.column("resumed_at"), paused),
        new Expression.Literal(null, Type.TIME),
        paused);
  }

  private Plan span(Plan rows, Expression start, Expression end) {
    Expression fractions =
        call(
            Function.IF,
            Active.isYearly(rows),
            Expression.number(PARTS / 12),
            Expression.number(PARTS));
    Expression amount =
        call(
            Function.TO_WHOLE,
            call(Function.ROUND, call(Function.MULTIPLY, Active.price(rows), fractions)));
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(CUSTOMER, rows.column("customer_id")));
    columns.add(new Named(CURRENCY, rows.column("currency")));
    columns.add(new Named(START, start));
    columns.add(new Named(END, end));
    columns.add(new Named(AMOUNT, amount));
    parts.forEach(part -> columns.add(new Named(part, rows.column(part))));
    return new Plan.Project(rows, columns);
  }

  private static Plan notEmpty(Plan spans) {
    Expression end = spans.column(END);
    return new Plan.Filter(
        spans,
        Conditions.all(
            List.of(
                isThere(spans.column(START)),
                Conditions.any(
                    List.of(
                        call(Function.IS_NULL, end),
                        call(Function.LESS, spans.column(START), end))))));
  }

  static Expression isThere(Expression value) {
    return call(Function.NOT, call(Function.IS_NULL, value));
  }

  /** A sum of amounts as money; of nothing 0. */
  static Expression money(Expression amount) {
    return call(
        Function.DIVIDE, call(Function.TO_NUMBER, orNothing(amount)), Expression.number(PARTS));
  }

  static Expression orNothing(Expression amount) {
    return call(Function.COALESCE, amount, Expression.integer(0));
  }

  /** For each customer when the first span starts. */
  static Plan firsts(Plan spans, String customer, String first) {
    return new Plan.Aggregate(
        spans,
        List.of(new Named(customer, spans.column(CUSTOMER))),
        List.of(new Aggregation(first, Aggregation.Kind.MIN, spans.column(START))));
  }
}
