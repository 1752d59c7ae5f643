package dev.facet.dataset.cube;

import dev.facet.dataset.activity.ActivityValue;
import dev.facet.dataset.cube.CubeMetric.Formula;
import java.util.List;

/** What is measured of activities. */
final class ActivityMetrics {
  private static final Formula USERS = new Formula.Distinct(of(ActivityValue.PERSON));
  private static final Formula SESSIONS = new Formula.Count();
  private static final Formula TRANSACTIONS = new Formula.Sum(of(ActivityValue.TRANSACTIONS));
  private static final Formula REVENUE = new Formula.Sum(of(ActivityValue.AMOUNT));

  static final List<CubeMetric> ALL =
      List.of(
          new CubeMetric("users", USERS),
          new CubeMetric("sessions", SESSIONS),
          ratio("avg_session_duration", new Formula.Sum(of(ActivityValue.DURATION)), SESSIONS),
          ratio(
              "avg_number_of_user_events",
              new Formula.Sum(of(ActivityValue.USER_EVENTS)),
              SESSIONS),
          ratio("conversion_rate", new Formula.Holding(of(ActivityValue.CONVERTED)), SESSIONS),
          new CubeMetric("number_of_transactions", TRANSACTIONS),
          new CubeMetric("revenue", REVENUE),
          ratio("avg_transaction_amount", REVENUE, TRANSACTIONS),
          ratio("avg_revenue_per_user_point", REVENUE, USERS),
          ratio("avg_number_of_transactions_per_user_point", TRANSACTIONS, USERS));

  private ActivityMetrics() {}

  private static Source of(ActivityValue value) {
    return new Source.Activity(value);
  }

  private static CubeMetric ratio(String name, Formula dividend, Formula divisor) {
    return new CubeMetric(name, new Formula.Ratio(dividend, divisor));
  }
}
