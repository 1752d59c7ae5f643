package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.Measure.Actor;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.query.TrendQuery.Formula;
import dev.facet.query.TrendQuery.Show;
import dev.facet.query.text.FormulaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code TrendsQuery} nodes. */
final class TrendForm {
  private static final Set<String> TOTAL =
      Set.of("BoldNumber", "ActionsPie", "ActionsBarValue", "ActionsTable", "WorldMap");
  private static final String CUMULATIVE = "ActionsLineGraphCumulative";
  private static final String CALENDAR = "CalendarHeatmap";
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
          "WorldMap",
          CALENDAR);

  private TrendForm() {}

  static TrendQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    Actor actor = InsightForm.actor(fields);
    List<Series> series = fields.list("series", (node, path) -> SeriesForm.read(node, path, actor));
    Fields options = fields.object("trendsFilter").orElseGet(Fields::none);
    String display = display(options);
    Show show = show(display);
    refuseConversions(fields);
    TrendQuery query =
        new TrendQuery(
            series,
            InsightForm.range(fields),
            grain(fields, show),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            formulas(options, series.size()),
            breakdown(fields, options, display),
            InsightForm.comparison(fields),
            show,
            display.equals(CUMULATIVE),
            smoothing(options),
            InsightForm.sampling(fields));
    options.done();
    fields.done();
    if (show == Show.CALENDAR) {
      checkCalendar(query, fields, options);
    }
    return query;
  }

  private static Show show(String display) {
    if (display.equals(CALENDAR)) {
      return Show.CALENDAR;
    }
    return TOTAL.contains(display) ? Show.TOTAL : Show.STEPS;
  }

  private static void refuseConversions(Fields fields) {
    if (fields.node("conversionGoal") != null) {
      throw FailureException.invalid(
          "not_served",
          fields.path("conversionGoal"),
          "Trends have no conversion goals here; ask a FunnelsQuery.");
    }
  }

  private static void checkCalendar(TrendQuery query, Fields fields, Fields options) {
    if (query.breakdown() != null) {
      throw notByHours(fields.path("breakdownFilter"), "breakdowns");
    }
    if (!query.formulas().isEmpty()) {
      throw notByHours(options.path("formula"), "formulas");
    }
  }

  private static FailureException notByHours(String path, String what) {
    return FailureException.invalid(
        "calendar_display", path, "The hours of a week are shown without " + what + ".");
  }

  /** Of the three ways to write formulas the newest that is used counts. */
  private static List<Formula> formulas(Fields options, int series) {
    List<Formula> nodes =
        options.list("formulaNodes", (node, path) -> formulaNode(node, path, series));
    List<Formula> texts = options.list("formulas", (node, path) -> formula(node, path, series));
    String only = options.text("formula");
    if (!nodes.isEmpty()) {
      return nodes;
    }
    if (!texts.isEmpty() || only == null || only.isBlank()) {
      return texts;
    }
    return List.of(FormulaText.parse(only, null, series, options.path("formula")));
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

  private static Grain grain(Fields fields, Show show) {
    Grain asked = fields.choice("interval", Grain.class, Grain.DAY);
    return show == Show.STEPS ? asked : Grain.DAY;
  }

  private static String display(Fields options) {
    String display = passDrawing(options).text("display");
    return display == null ? DISPLAYS.getFirst() : known(display, options.path("display"));
  }

  /** Say how to draw, not what to compute. */
  private static Fields passDrawing(Fields options) {
    return options
        .pass(
            Shape.FLAG,
            "showLegend",
            "showValuesOnSeries",
            "showPercentStackView",
            "showAlertThresholdLines",
            "showMultipleYAxes",
            "showTrendLines",
            "showMovingAverage",
            "showConfidenceIntervals",
            "showLabelsOnSeries")
        .pass(Shape.LIST, "hiddenLegendIndexes", "goalLines")
        .pass(
            Shape.TEXT,
            "aggregationAxisFormat",
            "aggregationAxisPrefix",
            "aggregationAxisPostfix",
            "yAxisScaleType",
            "resultCustomizationBy",
            "detailedResultsAggregationType")
        .pass(
            Shape.NUMBER,
            "decimalPlaces",
            "minDecimalPlaces",
            "movingAverageIntervals",
            "confidenceLevel")
        .pass(Shape.OBJECT, "resultCustomizations");
  }

  private static String known(String display, String path) {
    if (!DISPLAYS.contains(display)) {
      throw Fields.notOneOf(path, display, DISPLAYS);
    }
    return display;
  }

  /** A map shows all countries; bins may also be said among the options. */
  private static @Nullable Breakdown breakdown(Fields fields, Fields options, String display) {
    Breakdown asked = fields.object("breakdownFilter").map(BreakdownForm::read).orElse(null);
    int bins = BreakdownForm.bins(options, "breakdown_histogram_bin_count");
    if (asked == null) {
      return null;
    }
    List<Dimension> dimensions = new ArrayList<>(asked.dimensions());
    if (bins > 0 && dimensions.size() == 1 && dimensions.getFirst().bins() == 0) {
      dimensions.set(0, new Dimension(dimensions.getFirst().property(), false, bins));
    }
    int limit = display.equals("WorldMap") ? Breakdown.UNLIMITED : asked.limit();
    return new Breakdown(dimensions, limit, asked.hideOther());
  }
}
