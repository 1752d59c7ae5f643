package dev.facet.form.board;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.QueryForm;
import java.util.List;

/** The names of chart types, and which suits a query of which nothing else is said. */
public final class ChartTypes {
  public static final String TEXT = "text";

  /** What suits whatever is not drawn in another way. */
  public static final String TABLE = "table";

  /** All names, as the form has them. */
  public static final List<String> ALL =
      List.of(
          "line",
          "area",
          "bars",
          "columns",
          "pie",
          TABLE,
          "metric",
          "radar",
          "funnel",
          "retention",
          "lifecycle",
          "stickiness",
          "paths",
          "map",
          "calendar",
          "bridge",
          TEXT);

  private ChartTypes() {}

  /** Whether there is a type of this name, in any case. */
  public static boolean isKnown(String type) {
    return ALL.stream().anyMatch(type::equalsIgnoreCase);
  }

  /** The type that a query node asks for by its kind and display. */
  public static String of(JsonNode query) {
    JsonNode source = QueryForm.source(query);
    return switch (source.path("kind").asText()) {
      case "TrendsQuery" -> display(source.path("trendsFilter").path("display").asText());
      case "FunnelsQuery" -> "funnel";
      case "RetentionQuery" -> "retention";
      case "LifecycleQuery" -> "lifecycle";
      case "StickinessQuery" -> "stickiness";
      case "PathsQuery" -> "paths";
      case "BusinessWidget" -> business(source.path("widget").asText());
      case "DatasetTree" -> drawn(source.path("chart").path("type").asText());
      case "ReportQuery" ->
          query.hasNonNull("display") ? display(query.path("display").asText()) : "table";
      default -> TABLE;
    };
  }

  private static String business(String widget) {
    return switch (widget) {
      case "revenue_chart", "new_customers" -> "columns";
      case "revenue_by_product" -> "bars";
      case "active_subscriptions", "overdue_invoices" -> "metric";
      default -> "line";
    };
  }

  private static String drawn(String type) {
    return ALL.contains(type) ? type : TABLE;
  }

  private static String display(String display) {
    return switch (display) {
      case "ActionsAreaGraph" -> "area";
      case "ActionsBar", "ActionsStackedBar", "ActionsUnstackedBar" -> "columns";
      case "ActionsBarValue" -> "bars";
      case "ActionsPie" -> "pie";
      case "ActionsTable" -> TABLE;
      case "BoldNumber" -> "metric";
      case "WorldMap" -> "map";
      case "CalendarHeatmap" -> "calendar";
      default -> "line";
    };
  }
}
