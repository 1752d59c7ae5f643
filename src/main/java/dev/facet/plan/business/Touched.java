package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * Spans in the months they touch: a row for each month at whose start or end a span is active.
 *
 * @param months at least one
 */
record Touched(Months months) {
  static final String MONTH = "month";

  /** The first instant at which a month starts or ends with the span active, by its number. */
  private static final String FIRST = "first_instant";

  private static final String LAST = "last_instant";

  /** The spans, with the number of a month beside them. */
  Plan rows(Plan spans) {
    Expression first = months.passed(spans.column(Spans.START));
    Expression passed = months.passed(spans.column(Spans.END));
    Expression last =
        call(
            Function.COALESCE,
            call(Function.SUBTRACT, passed, Expression.integer(1)),
            Expression.integer(months.count()));
    List<Named> columns = new ArrayList<>();
    spans.columns().forEach(c -> columns.add(new Named(c.name(), spans.column(c.name()))));
    columns.add(new Named(FIRST, first));
    columns.add(new Named(LAST, last));
    Plan placed = new Plan.Project(spans, columns);
    Plan active =
        new Plan.Filter(
            placed, call(Function.LESS_OR_EQUAL, placed.column(FIRST), placed.column(LAST)));
    return new Plan.Unnest(active, List.of(new Named(MONTH, touched(placed))), null, false);
  }

  private Expression touched(Plan placed) {
    Expression from =
        call(
            Function.GREATEST,
            call(Function.SUBTRACT, placed.column(FIRST), Expression.integer(1)),
            Expression.integer(0));
    Expression until =
        call(
            Function.LEAST,
            call(Function.ADD, placed.column(LAST), Expression.integer(1)),
            Expression.integer(months.count()));
    return call(Function.RANGE, from, until, Expression.integer(1));
  }

  /** Whether the span is active when its month starts. */
  static Expression atStart(Plan rows) {
    return holds(rows, rows.column(MONTH));
  }

  /** Whether the span is active when its month ends. */
  static Expression atEnd(Plan rows) {
    return holds(rows, call(Function.ADD, rows.column(MONTH), Expression.integer(1)));
  }

  private static Expression holds(Plan rows, Expression instant) {
    return Conditions.all(
        List.of(
            call(Function.LESS_OR_EQUAL, rows.column(FIRST), instant),
            call(Function.LESS_OR_EQUAL, instant, rows.column(LAST))));
  }
}
