package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import org.jspecify.annotations.Nullable;

/** Nodes that say how to show the query in their {@code source}, and nothing about its answer. */
final class WrapperForm {
  private WrapperForm() {}

  /** The node within; fields that no such node has are refused. */
  static JsonNode source(String kind, Fields fields) {
    JsonNode source = fields.node("source");
    if (source == null) {
      throw Fields.missing(fields.path("source"));
    }
    InsightForm.passAbout(fields);
    fields.pass(Shape.FLAG, "full", "embedded");
    switch (kind) {
      case "DataVisualizationNode" -> passChart(fields);
      case "DataTableNode" -> passTable(fields);
      default -> passInsight(fields);
    }
    fields.done();
    return source;
  }

  private static void passInsight(Fields fields) {
    passShows(fields);
    fields
        .pass(
            Shape.FLAG, "hidePersonsModal", "hideTooltipOnScroll", "suppressSessionAnalysisWarning")
        .pass(Shape.OBJECT, "vizSpecificOptions");
  }

  private static void passTable(Fields fields) {
    passShows(fields);
    fields
        .pass(Shape.LIST, "columns", "hiddenColumns", "pinnedColumns", "defaultColumns")
        .pass(Shape.FLAG, "allowSorting", "expandable", "propertiesViaUrl")
        .pass(Shape.TEXT, "contextKey")
        .pass(Shape.OBJECT, "context");
  }

  /** Clients have many and get more of them; one may list what can be filtered by. */
  private static void passShows(Fields fields) {
    for (String name : fields.names()) {
      boolean isList = name.equals("showPropertyFilter") && isList(fields.node(name));
      if (name.startsWith("show")) {
        fields.pass(isList ? Shape.LIST : Shape.FLAG, name);
      }
    }
  }

  private static boolean isList(@Nullable JsonNode value) {
    return value != null && value.isArray();
  }

  /** Settings get more with each version of a client: of the known ones the type is checked. */
  private static void passChart(Fields fields) {
    fields.pass(Shape.TEXT, "display");
    fields
        .object("chartSettings")
        .ifPresent(
            chart ->
                chart
                    .pass(Shape.OBJECT, "xAxis", "leftYAxisSettings", "rightYAxisSettings")
                    .pass(Shape.LIST, "yAxis", "goalLines")
                    .pass(Shape.TEXT, "seriesBreakdownColumn")
                    .pass(
                        Shape.FLAG,
                        "showLegend",
                        "showTotalRow",
                        "showXAxisBorder",
                        "stackBars100"));
    fields
        .object("tableSettings")
        .ifPresent(table -> table.pass(Shape.LIST, "columns", "conditionalFormatting"));
  }
}
