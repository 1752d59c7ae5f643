package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.Grain;
import dev.facet.query.Breakdown;
import dev.facet.query.Formula;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.query.text.FormulaText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code TrendsQuery} nodes. */
final class TrendForm {
  private static final Set<String> TOTAL =
      Set.of("BoldNumber", "ActionsPie", "ActionsBarValue", "ActionsTable", "WorldMap");
  private static final String CUMULATIVE = "ActionsLineGraphCumulative";
  private static final List<String> DISPLAYS =
      List.of(
          "ActionsLineGraph",
          "ActionsBar",
          "ActionsUnstackedBar",
          "ActionsStackedBar",
          "ActionsAreaGraph",
          CUMULATIVE,
          "BoldNumber",
          "ActionsPie",
          "ActionsBarValue",
          "ActionsTable",
          "WorldMap");

  /** Say how to draw, not what to compute. */
  private static final Set<String> DRAWING =
      Set.of(
          "hiddenLegendIndexes",
          "showLegend",
          "showValuesOnSeries",
          "showPercentStackView",
          "aggregationAxisFormat",
          "aggregationAxisPrefix",
          "aggregationAxisPostfix",
          "decimalPlaces",
          "minDecimalPlaces",
          "yAxisScaleType",
          "goalLines",
          "showAlertThresholdLines",
          "showMultipleYAxes",
          "showTrendLines",
          "showMovingAverage",
          "movingAverageIntervals",
          "showConfidenceIntervals",
          "confidenceLevel",
          "showLabelsOnSeries",
          "resultCustomizations",
          "resultCustomizationBy",
          "detailedResultsAggregationType");

  private TrendForm() {}

  static TrendQuery read(Fields fields) {
    InsightForm.ignoreAbout(fields);
    List<Series> series = fields.list("series", SeriesForm::read);
    Fields options = fields.object("trendsFilter").orElseGet(Fields::none);
    String display = display(options);
    boolean total = TOTAL.contains(display);
    TrendQuery query =
        new TrendQuery(
            series,
            InsightForm.range(fields),
            grain(fields, total),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            formulas(options, series.size()),
            breakdown(fields),
            InsightForm.comparison(fields),
            total,
            display.equals(CUMULATIVE),
            smoothing(options));
    options.done();
    fields.done();
    return query;
  }

  /** Of the three ways to write formulas the newest that is used counts. */
  private static List<Formula> formulas(Fields options, int series) {
    List<Formula> nodes =
        options.list("formulaNodes", (node, path) -> formulaNode(node, path, series));
    List<Formula> texts = options.list("formulas", (node, path) -> formula(node, path, series));
    JsonNode only = options.node("formula");
    if (!nodes.isEmpty()) {
      return nodes;
    }
    if (!texts.isEmpty() || only == null || only.asText().isBlank()) {
      return texts;
    }
    return List.of(formula(only, options.path("formula"), series));
  }

  private static Formula formulaNode(JsonNode node, String path, int series) {
    Fields fields = Fields.of(node, path);
    String text = fields.requiredText("formula");
    String name = fields.text("custom_name");
    fields.done();
    return FormulaText.parse(text, name, series, fields.path("formula"));
  }

  private static Formula formula(JsonNode node, String path, int series) {
    if (!node.isTextual()) {
      throw Fields.wrongType(path, "text", node);
    }
    return FormulaText.parse(node.textValue(), null, series, path);
  }

  private static int smoothing(Fields options) {
    Integer steps = options.integer("smoothingIntervals");
    return steps == null ? 1 : steps;
  }

  private static Grain grain(Fields fields, boolean total) {
    Grain asked = fields.choice("interval", Grain.class, Grain.DAY);
    return total ? Grain.DAY : asked;
  }

  private static String display(Fields options) {
    String display = options.ignore(DRAWING).text("display");
    return display == null ? DISPLAYS.getFirst() : known(display, options.path("display"));
  }

  private static String known(String display, String path) {
    if (!DISPLAYS.contains(display)) {
      throw Fields.notOneOf(path, display, DISPLAYS);
    }
    return display;
  }

  private static @Nullable Breakdown breakdown(Fields fields) {
    return fields.object("breakdownFilter").map(BreakdownForm::read).orElse(null);
  }
}
