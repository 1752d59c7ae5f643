package dev.facet.form;

import dev.facet.model.Grain;
import dev.facet.query.Breakdown;
import dev.facet.query.TrendQuery;
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
    String display = display(fields);
    boolean total = TOTAL.contains(display);
    TrendQuery query =
        new TrendQuery(
            fields.list("series", SeriesForm::read),
            InsightForm.range(fields),
            grain(fields, total),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            breakdown(fields),
            InsightForm.comparison(fields),
            total,
            display.equals(CUMULATIVE));
    fields.done();
    return query;
  }

  private static Grain grain(Fields fields, boolean total) {
    Grain asked = fields.choice("interval", Grain.class, Grain.DAY);
    return total ? Grain.DAY : asked;
  }

  private static String display(Fields fields) {
    return fields
        .object("trendsFilter")
        .map(
            filter -> {
              String display = filter.ignore(DRAWING).text("display");
              filter.done();
              return display == null ? DISPLAYS.getFirst() : known(display, filter.path("display"));
            })
        .orElse(DISPLAYS.getFirst());
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
