package dev.facet.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A question about one project's data. */
public sealed interface Query
    permits TrendQuery,
        FunnelQuery,
        RetentionQuery,
        StickinessQuery,
        LifecycleQuery,
        PathsQuery,
        ReportQuery,
        CubeQuery,
        DatasetTree,
        SqlQuery,
        SqlQuery.Events,
        OtqlQuery,
        ActorsQuery,
        Query.BusinessWidget {

  /** One of the fixed numbers about a business that sells subscriptions, as of now. */
  record BusinessWidget(Widget widget) implements Query {

    /** Which number; what each of them is stands in {@code docs/business.md}. */
    public enum Widget {
      REVENUE_CHART,
      ACTIVE_SUBSCRIPTIONS,
      MRR,
      ARR,
      ARPA,
      CHURN_RATE,
      CUSTOMER_COUNT,
      NEW_CUSTOMERS,
      REVENUE_BY_PRODUCT,
      OVERDUE_INVOICES;

      /** Its name in APIs. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }

      /** The widget of this name. */
      public static Optional<Widget> of(String word) {
        return Arrays.stream(values()).filter(widget -> widget.word().equals(word)).findFirst();
      }
    }
  }
}
