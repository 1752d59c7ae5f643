package dev.facet.dataset;

import static dev.facet.dataset.Cubes.count;
import static dev.facet.dataset.Cubes.named;
import static dev.facet.dataset.Cubes.rate;
import static dev.facet.dataset.Cubes.time;
import static dev.facet.dataset.Value.column;

import java.util.ArrayList;
import java.util.List;

/** Recurring revenue month by month, and how it moved from one month's end to the next. */
final class MovementCube {
  private static final Metric.Formula BEFORE = new Metric.Sum(column(MonthColumns.BEFORE));
  private static final Metric.Formula OPENING = new Metric.Sum(column(MonthColumns.OPENING));
  private static final Metric.Formula CLOSING = new Metric.Sum(column(MonthColumns.CLOSING));
  private static final Metric.Formula CHANGE = new Metric.Sum(column(MonthColumns.CHANGE));
  private static final Metric.Formula EXPANSION = moved(MonthColumns.EXPANSION);
  private static final Metric.Formula CONTRACTION = moved(MonthColumns.CONTRACTION);
  private static final Metric.Formula CHURN = moved(MonthColumns.CHURN);
  private static final Metric.Formula LOST =
      new Metric.Together(
          List.of(new Metric.Scaled(CHURN, -1, 1), new Metric.Scaled(CONTRACTION, -1, 1)));

  private static final Metric.Formula CUSTOMERS =
      customers(new Value.IsThere(MonthColumns.CLOSING));
  private static final Metric.Formula CUSTOMER_CHURN =
      new Metric.Ratio(
          new Metric.CountOf(
              new Value.Where(column(MonthColumns.CUSTOMER), is(MonthColumns.CHURN))),
          new Metric.CountOf(
              new Value.Where(
                  column(MonthColumns.CUSTOMER), List.of(new Value.IsThere(MonthColumns.BEFORE)))));

  static final Cube CUBE =
      new Cube(
          "mrr_movements",
          BusinessDatasets.SUBSCRIPTIONS,
          Cube.Rows.CUSTOMER_MONTHS,
          time(MonthColumns.START),
          List.of(),
          dimensions(),
          metrics(),
          true);

  private MovementCube() {}

  private static List<Dimension> dimensions() {
    List<String> names =
        new ArrayList<>(
            List.of(
                MonthColumns.CUSTOMER,
                MonthColumns.CURRENCY,
                MonthColumns.COUNTRY,
                MonthColumns.SEGMENT,
                MonthColumns.MOVEMENT));
    names.addAll(MonthColumns.PARTS);
    List<Dimension> dimensions = new ArrayList<>(List.of(time(MonthColumns.START)));
    names.forEach(name -> dimensions.add(named(name, column(name))));
    return dimensions;
  }

  private static List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>(List.of(count()));
    metrics.addAll(money());
    metrics.addAll(people());
    metrics.addAll(rates());
    return metrics;
  }

  private static List<Metric> money() {
    return List.of(
        new Metric("mrr_start", "what a month brought at the start", OPENING),
        new Metric("new_mrr", "of customers who had none before", moved(MonthColumns.NEW)),
        new Metric("expansion_mrr", "of customers who pay more", EXPANSION),
        new Metric("contraction_mrr", "of customers who pay less; negative", CONTRACTION),
        new Metric("churned_mrr", "of customers who left; negative", CHURN),
        new Metric(
            "reactivation_mrr", "of customers who came back", moved(MonthColumns.REACTIVATION)),
        new Metric("net_new_mrr", "all movements together", CHANGE),
        new Metric("mrr", "what a month brings at the end", CLOSING),
        new Metric("arr", "twelve times mrr", new Metric.Scaled(CLOSING, 12, 1)));
  }

  private static List<Metric> people() {
    return List.of(
        new Metric(
            "active_subscriptions",
            "active at the end",
            new Metric.Sum(column(MonthColumns.SUBSCRIPTIONS))),
        new Metric(
            "customers_start",
            "customers with an active subscription at the start",
            customers(new Value.IsThere(MonthColumns.OPENING))),
        new Metric("new_customers", "those who had none before", came(MonthColumns.NEW)),
        new Metric("churned_customers", "those who left", came(MonthColumns.CHURN)),
        new Metric("reactivated_customers", "those who came back", came(MonthColumns.REACTIVATION)),
        new Metric("customers", "customers with an active subscription at the end", CUSTOMERS));
  }

  private static List<Metric> rates() {
    Metric.Formula arpa = new Metric.Ratio(CLOSING, CUSTOMERS);
    Metric.Formula kept = new Metric.Together(List.of(BEFORE, EXPANSION, CONTRACTION, CHURN));
    return List.of(
        rate("arpa", CLOSING, CUSTOMERS, "mrr by customers"),
        new Metric(
            "customer_churn_rate",
            "customers who left by those at the start of each month",
            CUSTOMER_CHURN),
        rate(
            "revenue_churn_rate",
            LOST,
            BEFORE,
            "churn and contraction by mrr at each month's start"),
        rate(
            "net_revenue_retention",
            kept,
            BEFORE,
            "mrr at each month's start with expansion, contraction and churn, by itself"),
        rate("lifetime_value", arpa, CUSTOMER_CHURN, "arpa by customer_churn_rate"));
  }

  private static List<Value.Condition> is(String movement) {
    return List.of(new Value.Is(MonthColumns.MOVEMENT, movement));
  }

  private static Metric.Formula moved(String movement) {
    return new Metric.Sum(new Value.Where(column(MonthColumns.CHANGE), is(movement)));
  }

  private static Metric.Formula came(String movement) {
    return new Metric.Distinct(new Value.Where(column(MonthColumns.CUSTOMER), is(movement)));
  }

  private static Metric.Formula customers(Value.Condition condition) {
    return new Metric.Distinct(new Value.Where(column(MonthColumns.CUSTOMER), List.of(condition)));
  }
}
