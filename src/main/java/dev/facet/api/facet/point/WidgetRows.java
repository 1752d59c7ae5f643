package dev.facet.api.facet.point;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.dataset.Metric;
import dev.facet.model.Grain;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Filter;
import dev.facet.query.Query.BusinessWidget.Widget;
import dev.facet.query.ReportQuery;
import dev.facet.query.ReportQuery.By;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fixed numbers of a business as the reports that their rows are behind. */
final class WidgetRows {
  private static final String MOVEMENTS = "mrr_movements";
  private static final String MONTH = "month";
  private static final String SUBSCRIPTIONS = "subscriptions";

  /**
   * What a widget is made of: a dataset, the numbers of it, and the dimensions the widget names.
   */
  private record Told(String cube, List<String> metrics, Map<String, String> named) {}

  private WidgetRows() {}

  /** The report of which a row of the widget is a row; its dimensions are named as there. */
  static ReportQuery of(Widget widget, Point point) {
    Told told = told(widget);
    Cube cube = Cubes.of(told.cube()).orElseThrow();
    List<By> dimensions = new ArrayList<>();
    if (point.has(MONTH) && widget != Widget.CUSTOMER_COUNT) {
      dimensions.add(new By(MONTH, cube.time(), Grain.MONTH));
    }
    told.named()
        .forEach(
            (column, name) ->
                dimensions.add(new By(column, cube.dimension(name).orElseThrow(), null)));
    List<Metric> metrics = told.metrics().stream().map(m -> cube.metric(m).orElseThrow()).toList();
    return new ReportQuery(
        cube,
        dimensions,
        metrics,
        Filter.ALL,
        range(widget, cube, point),
        List.of(),
        ReportQuery.MAX_ROWS,
        0);
  }

  /** Of the customers there are those count who came before the month's end. */
  private static @Nullable DateRange range(Widget widget, Cube cube, Point point) {
    DateBound.Absolute month = point.time(MONTH);
    if (month == null && !cube.rows().areMonths()) {
      return null;
    }
    DateBound until = null;
    if (month != null && widget == Widget.CUSTOMER_COUNT) {
      LocalDate last = YearMonth.from(month.time()).atEndOfMonth();
      until = new DateBound.Absolute(last.atStartOfDay(), null, true);
    }
    return new DateRange(new DateBound.Earliest(), until, false);
  }

  private static Told told(Widget widget) {
    Map<String, String> currency = Map.of("currency", "currency");
    return switch (widget) {
      case REVENUE_CHART -> new Told("payments", List.of("revenue"), currency);
      case ACTIVE_SUBSCRIPTIONS ->
          new Told(SUBSCRIPTIONS, List.of("active_subscriptions"), Map.of());
      case MRR -> new Told(MOVEMENTS, List.of("mrr"), currency);
      case ARR -> new Told(MOVEMENTS, List.of("arr", "mrr"), currency);
      case ARPA -> new Told(MOVEMENTS, List.of("mrr", "customers"), currency);
      case CHURN_RATE -> new Told(MOVEMENTS, List.of("churned_customers"), Map.of());
      case CUSTOMER_COUNT, NEW_CUSTOMERS -> new Told("customers", List.of("customers"), Map.of());
      case REVENUE_BY_PRODUCT ->
          new Told(
              SUBSCRIPTIONS, List.of("mrr"), Map.of("name", "product", "currency", "currency"));
      case OVERDUE_INVOICES ->
          new Told("invoices", List.of("overdue_invoices", "overdue_amount"), Map.of());
    };
  }
}
