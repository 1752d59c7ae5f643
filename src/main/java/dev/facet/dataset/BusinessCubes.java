package dev.facet.dataset;

import static dev.facet.dataset.Cubes.count;
import static dev.facet.dataset.Cubes.dimensions;
import static dev.facet.dataset.Cubes.named;
import static dev.facet.dataset.Cubes.rate;
import static dev.facet.dataset.Cubes.time;
import static dev.facet.dataset.Value.column;

import dev.facet.model.Type;
import java.util.List;

/** What reports can be asked of the books of a business. */
final class BusinessCubes {
  private static final Cube CUSTOMERS =
      new Cube(
          "customers",
          BusinessDatasets.CUSTOMERS,
          Cube.Rows.PLAIN,
          time("created_at"),
          List.of(),
          dimensions(BusinessDatasets.CUSTOMERS),
          List.of(count(), new Metric("customers", "how many customers", new Metric.Count())),
          true);

  private static final List<Value.Condition> ACTIVE = List.of(new Value.IsActive());
  private static final List<Value.Condition> ACTIVE_BY_YEAR =
      List.of(new Value.IsActive(), new Value.Is("interval", "year"));
  private static final Value PRICE = new Value.Product(column("quantity"), column("unit_price"));
  private static final Metric.Formula BOOKED = sum(PRICE, ACTIVE);
  private static final Metric.Formula YEARLY = sum(PRICE, ACTIVE_BY_YEAR);

  /** What is paid by the year counts with a twelfth: all, less eleven twelfths of that. */
  private static final Metric.Formula MRR =
      new Metric.Together(List.of(BOOKED, new Metric.Scaled(YEARLY, -11, 12)));

  private static final Metric.Formula ACTIVE_CUSTOMERS =
      new Metric.Distinct(new Value.Where(column("customer_id"), ACTIVE));

  private static final Cube SUBSCRIPTIONS =
      new Cube(
          "subscriptions",
          BusinessDatasets.SUBSCRIPTIONS,
          Cube.Rows.PLAIN,
          time("started_at"),
          List.of(),
          dimensions(BusinessDatasets.SUBSCRIPTIONS),
          List.of(
              count(),
              new Metric("subscriptions", "how many rows", new Metric.Count()),
              new Metric(
                  "customers", "different customers", new Metric.Distinct(column("customer_id"))),
              new Metric(
                  "active_subscriptions",
                  "started, and not cancelled by now",
                  new Metric.CountOf(new Value.Where(column("subscription_id"), ACTIVE))),
              new Metric(
                  "active_customers",
                  "different customers with an active subscription",
                  ACTIVE_CUSTOMERS),
              new Metric("mrr", "what active subscriptions bring a month", MRR),
              new Metric("arr", "twelve times mrr", new Metric.Scaled(MRR, 12, 1)),
              rate("arpa", MRR, ACTIVE_CUSTOMERS, "mrr by active customers")),
          true);

  private static final List<Value.Condition> OVERDUE =
      List.of(new Value.Is("status", "OPEN"), new Value.Past("due_at"));
  private static final Value.Condition PAID = new Value.Is("status", "PAID");
  private static final Value.Condition CREDIT = new Value.IsNegative(column("amount"));
  private static final Metric.Formula REVENUE = sum(column("amount"), List.of(PAID));
  private static final Metric.Formula REFUNDED = sum(column("refunded"), List.of(PAID));

  private static final Cube INVOICES =
      new Cube(
          "invoices",
          BusinessDatasets.INVOICES,
          Cube.Rows.PLAIN,
          time("issued_at"),
          List.of(),
          dimensions(BusinessDatasets.INVOICES),
          List.of(
              count(),
              new Metric("invoices", "how many invoices", new Metric.Count()),
              new Metric("revenue", "amounts of PAID invoices", REVENUE),
              new Metric("refunded", "what was given back of PAID invoices", REFUNDED),
              new Metric("net_revenue", "revenue less refunded", less(REVENUE, REFUNDED)),
              new Metric(
                  "credited",
                  "amounts of PAID credit notes, which are negative",
                  sum(column("amount"), List.of(PAID, CREDIT))),
              new Metric(
                  "overdue_invoices",
                  "OPEN ones due before now",
                  new Metric.CountOf(new Value.Where(column("invoice_id"), OVERDUE))),
              new Metric("overdue_amount", "their amounts", sum(column("amount"), OVERDUE))),
          true);

  private static final Metric.Formula PAYMENT = new Metric.Sum(column("amount"));
  private static final Metric.Formula GIVEN_BACK = new Metric.Sum(column("refunded"));

  private static final Cube PAYMENTS =
      new Cube(
          "payments",
          BusinessDatasets.INVOICES,
          Cube.Rows.PLAIN,
          new Dimension(
              "paid_at",
              Type.TIME,
              new Value.FirstOf(List.of(column("paid_at"), column("issued_at"))),
              false),
          List.of(PAID),
          dimensions(BusinessDatasets.INVOICES),
          List.of(
              count(),
              new Metric("payments", "how many PAID invoices", new Metric.Count()),
              new Metric("revenue", "their amounts", PAYMENT),
              new Metric("refunded", "what was given back of them", GIVEN_BACK),
              new Metric("net_revenue", "revenue less refunded", less(PAYMENT, GIVEN_BACK)),
              new Metric(
                  "credited",
                  "amounts of credit notes, which are negative",
                  sum(column("amount"), List.of(CREDIT))),
              new Metric(
                  "paying_customers",
                  "different customers",
                  new Metric.Distinct(column("customer_id")))),
          true);

  private static final Cube COHORTS =
      new Cube(
          "revenue_cohorts",
          BusinessDatasets.SUBSCRIPTIONS,
          Cube.Rows.COHORTS,
          time(CohortColumns.START),
          List.of(),
          List.of(
              time(CohortColumns.START),
              new Dimension(CohortColumns.SINCE, Type.INTEGER, column(CohortColumns.SINCE), false),
              named(CohortColumns.CURRENCY, column(CohortColumns.CURRENCY))),
          List.of(
              count(),
              new Metric("mrr", "what the cohort brings a month", cohort(CohortColumns.MRR)),
              new Metric(
                  "customers",
                  "customers of it with an active subscription",
                  cohort(CohortColumns.CUSTOMERS)),
              new Metric(
                  "first_mrr",
                  "what it brought at the end of its first month",
                  cohort(CohortColumns.FIRST_MRR)),
              new Metric(
                  "first_customers",
                  "customers of it with an active subscription then",
                  cohort(CohortColumns.FIRST_CUSTOMERS)),
              rate(
                  "revenue_retention",
                  cohort(CohortColumns.MRR),
                  cohort(CohortColumns.FIRST_MRR),
                  "mrr by first_mrr"),
              rate(
                  "customer_retention",
                  cohort(CohortColumns.CUSTOMERS),
                  cohort(CohortColumns.FIRST_CUSTOMERS),
                  "customers by first_customers")),
          true);

  static final List<Cube> ALL =
      List.of(CUSTOMERS, SUBSCRIPTIONS, INVOICES, PAYMENTS, MovementCube.CUBE, COHORTS);

  private BusinessCubes() {}

  private static Metric.Formula sum(Value value, List<Value.Condition> conditions) {
    return new Metric.Sum(new Value.Where(value, conditions));
  }

  private static Metric.Formula less(Metric.Formula from, Metric.Formula by) {
    return new Metric.Together(List.of(from, new Metric.Scaled(by, -1, 1)));
  }

  private static Metric.Formula cohort(String column) {
    return new Metric.Sum(column(column));
  }
}
