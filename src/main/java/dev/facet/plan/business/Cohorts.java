package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.CohortColumns;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row for each month in which first subscriptions started, each month from then until now, and
 * each currency: the columns of {@link CohortColumns}.
 *
 * @param months up to the current one, at least one
 * @param cohorts how many of them, from the first on, have a cohort to look at
 */
public record Cohorts(Books books, Months months, int cohorts) {
  private static final String COHORT = "cohort";
  private static final String CURRENCY = "cohort_currency";
  private static final String AMOUNT = "cohort_amount";
  private static final String CUSTOMERS = "cohort_customers";
  private static final String OF = "of_cohort";
  private static final String IN = "in_month";
  private static final String HEAD = "head_cohort";
  private static final String HEAD_CURRENCY = "head_currency";
  private static final String FIRST_CUSTOMER = "first_customer";
  private static final String FIRST_START = "first_start";
  private static final String FIRST_AMOUNT = "first_amount";
  private static final String FIRST_CUSTOMERS = "first_count";

  public Plan rows() {
    Plan cells = cells();
    Plan heads =
        new Plan.Aggregate(
            cells,
            List.of(
                new Named(HEAD, cells.column(COHORT)),
                new Named(HEAD_CURRENCY, cells.column(CURRENCY))),
            List.of());
    Plan grid = new Join(Join.Kind.INNER, heads, pairs(), List.of(new Join.On(HEAD, OF)), false);
    Plan filled =
        new Join(
            Join.Kind.LEFT,
            grid,
            cells,
            List.of(
                new Join.On(HEAD, COHORT),
                new Join.On(HEAD_CURRENCY, CURRENCY),
                new Join.On(IN, Touched.MONTH)),
            true);
    return shown(withFirsts(filled));
  }

  /** What there is, by cohort, currency and month. */
  private Plan cells() {
    Plan spans = new Spans(books.subscriptions(), List.of()).plan();
    Plan dated =
        new Join(
            Join.Kind.LEFT,
            spans,
            Spans.firsts(spans, FIRST_CUSTOMER, FIRST_START),
            List.of(new Join.On(Spans.CUSTOMER, FIRST_CUSTOMER)),
            true);
    Expression cohort = months.number(dated.column(FIRST_START));
    Plan chosen = new Plan.Filter(dated, call(Function.LESS, cohort, Expression.integer(cohorts)));
    Plan touched = new Touched(months).rows(chosen);
    Plan active = new Plan.Filter(touched, Touched.atEnd(touched));
    return new Plan.Aggregate(
        active,
        List.of(
            new Named(COHORT, months.number(active.column(FIRST_START))),
            new Named(CURRENCY, active.column(Spans.CURRENCY)),
            new Named(Touched.MONTH, active.column(Touched.MONTH))),
        List.of(
            new Aggregation(AMOUNT, Kind.SUM, active.column(Spans.AMOUNT)),
            new Aggregation(CUSTOMERS, Kind.COUNT_DISTINCT, active.column(Spans.CUSTOMER))));
  }

  /** Each cohort with its months. */
  private Plan pairs() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long cohort = 0; cohort < cohorts; cohort++) {
      for (long month = cohort; month < months.count(); month++) {
        rows.add(List.of(cohort, month));
      }
    }
    return new Plan.Values(
        List.of(new Column(OF, Type.INTEGER), new Column(IN, Type.INTEGER)), rows);
  }

  private static Plan withFirsts(Plan filled) {
    Expression isFirst = call(Function.EQUAL, filled.column(HEAD), filled.column(IN));
    return new Plan.Window(
        filled,
        List.of(HEAD, HEAD_CURRENCY),
        List.of(),
        List.of(
            first(FIRST_AMOUNT, filled.column(AMOUNT), isFirst),
            first(FIRST_CUSTOMERS, filled.column(CUSTOMERS), isFirst)));
  }

  private static Over first(String name, Expression value, Expression isFirst) {
    return new Over.Sum(new Aggregation(name, Kind.MAX, value).where(isFirst), Over.Frame.ALL);
  }

  private Plan shown(Plan rows) {
    Expression since = call(Function.SUBTRACT, rows.column(IN), rows.column(HEAD));
    return new Plan.Project(
        rows,
        List.of(
            new Named(CohortColumns.START, months.start(rows.column(HEAD))),
            new Named(CohortColumns.SINCE, since),
            new Named(CohortColumns.CURRENCY, rows.column(HEAD_CURRENCY)),
            new Named(CohortColumns.MRR, Spans.money(rows.column(AMOUNT))),
            new Named(CohortColumns.CUSTOMERS, Spans.orNothing(rows.column(CUSTOMERS))),
            new Named(CohortColumns.FIRST_MRR, Spans.money(rows.column(FIRST_AMOUNT))),
            new Named(
                CohortColumns.FIRST_CUSTOMERS, Spans.orNothing(rows.column(FIRST_CUSTOMERS)))));
  }
}
