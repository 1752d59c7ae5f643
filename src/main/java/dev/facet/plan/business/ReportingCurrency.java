package dev.facet.plan.business;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort;
import java.util.List;

/**
 * The currency that money is told in: the one most rows of subscriptions and invoices together
 * name, of several the first by alphabet; a project may name another. Money in others is left out.
 */
final class ReportingCurrency {
  /** The column that holds it. */
  static final String COLUMN = "reporting";

  /** What it is when no row names any. */
  static final String OTHERWISE = "USD";

  private static final String CURRENCY = "currency";
  private static final String ROWS = "rows";

  private ReportingCurrency() {}

  /** One row with {@link #COLUMN}; none when no row names a currency. */
  private static Plan plan(Books books) {
    String chosen = books.currency();
    return chosen == null
        ? mostNamed()
        : new Plan.Values(List.of(new Column(COLUMN, Type.TEXT)), List.of(List.of(chosen)));
  }

  private static Plan mostNamed() {
    Plan named =
        new Plan.Union(
            List.of(
                currencies(BusinessDatasets.SUBSCRIPTIONS), currencies(BusinessDatasets.INVOICES)));
    Plan counted =
        new Plan.Aggregate(
            named,
            List.of(new Named(COLUMN, named.column(CURRENCY))),
            List.of(new Aggregation(ROWS, Aggregation.Kind.COUNT, null)));
    Plan sorted = new Sort(counted, List.of(new Sort.By(ROWS, true), new Sort.By(COLUMN, false)));
    return new Plan.Project(
        new Plan.Limit(sorted, 1, 0), List.of(new Named(COLUMN, sorted.column(COLUMN))));
  }

  private static Plan currencies(Dataset dataset) {
    Plan rows = new Plan.Scan(dataset);
    Plan named =
        new Plan.Filter(rows, call(Function.NOT, call(Function.IS_NULL, rows.column(CURRENCY))));
    return new Plan.Project(named, List.of(new Named(CURRENCY, rows.column(CURRENCY))));
  }

  /** The reporting currency beside the rows of it; alone when there are none. */
  static Plan beside(Books books, Plan.Join.Kind kind, Plan rows) {
    return new Plan.Join(
        kind, plan(books), rows, List.of(new Plan.Join.On(COLUMN, CURRENCY)), false);
  }
}
