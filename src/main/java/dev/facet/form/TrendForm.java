package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.Breakdown;
import dev.facet.query.Comparison;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
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

  private static final Set<String> ABOUT =
      Set.of("modifiers", "dataColorTheme", "tags", "version", "response");

  private TrendForm() {}

  static TrendQuery read(Fields fields) {
    fields.ignore(ABOUT);
    String display = display(fields);
    boolean total = TOTAL.contains(display);
    TrendQuery query =
        new TrendQuery(
            fields.list("series", TrendForm::series),
            range(fields),
            grain(fields, total),
            FilterForm.read(fields.node("properties"), fields.path("properties")),
            fields.flag("filterTestAccounts"),
            breakdown(fields),
            comparison(fields),
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

  static DateRange range(Fields fields) {
    return fields
        .object("dateRange")
        .map(
            range -> {
              DateRange read =
                  new DateRange(
                      DateText.parse(range.text("date_from"), range.path("date_from")),
                      DateText.parse(range.text("date_to"), range.path("date_to")),
                      range.flag("explicitDate"));
              range.done();
              return read;
            })
        .orElse(DateRange.DEFAULT);
  }

  private static @Nullable Comparison comparison(Fields fields) {
    return fields.object("compareFilter").map(TrendForm::shift).orElse(null);
  }

  private static @Nullable Comparison shift(Fields filter) {
    boolean compare = filter.flag("compare");
    String to = filter.text("compare_to");
    filter.done();
    if (!compare) {
      return null;
    }
    return to == null
        ? new Comparison.Previous()
        : new Comparison.Shifted(DateText.parseRelative(to, filter.path("compare_to")));
  }

  static Series series(JsonNode node, String path) {
    Fields fields =
        Fields.of(node, path)
            .ignore(
                Set.of(
                    "math_multiplier",
                    "name",
                    "optionalInFunnel",
                    "limit",
                    "orderBy",
                    "response",
                    "version"));
    String kind = fields.requiredText("kind");
    if (!kind.equals("EventsNode")) {
      throw Fields.notOneOf(fields.path("kind"), kind, List.of("EventsNode"));
    }
    String event = fields.text("event");
    String customName = fields.text("custom_name");
    Filter own = FilterForm.read(fields.node("properties"), fields.path("properties"));
    Filter fixed = FilterForm.read(fields.node("fixedProperties"), fields.path("fixedProperties"));
    Measure measure = measure(fields);
    fields.done();
    return new Series(event, customName, measure, own.and(fixed));
  }

  private static Measure measure(Fields fields) {
    String math = fields.text("math");
    String property = fields.text("math_property");
    String type = fields.text("math_property_type");
    return switch (math) {
      case null -> new Measure.Count();
      case "total" -> new Measure.Count();
      case "dau" -> new Measure.Persons();
      case "sum" -> summary(fields, Measure.Summary.SUM, property, type);
      case "avg" -> summary(fields, Measure.Summary.AVG, property, type);
      case "min" -> summary(fields, Measure.Summary.MIN, property, type);
      case "max" -> summary(fields, Measure.Summary.MAX, property, type);
      default ->
          throw Fields.notOneOf(
              fields.path("math"), math, List.of("total", "dau", "sum", "avg", "min", "max"));
    };
  }

  private static Measure summary(
      Fields fields, Measure.Summary summary, @Nullable String property, @Nullable String type) {
    if (property == null || property.isEmpty()) {
      throw FailureException.invalid(
          "required",
          fields.path("math_property"),
          "Name the property whose " + fields.text("math") + " is asked for.");
    }
    PropertyRef.Source source =
        switch (type) {
          case null -> PropertyRef.Source.EVENT;
          case "event_properties" -> PropertyRef.Source.EVENT;
          case "person_properties" -> PropertyRef.Source.PERSON;
          default ->
              throw Fields.notOneOf(
                  fields.path("math_property_type"),
                  type,
                  List.of("event_properties", "person_properties"));
        };
    return new Measure.OfProperty(summary, new PropertyRef(source, property));
  }

  private static @Nullable Breakdown breakdown(Fields fields) {
    return fields.object("breakdownFilter").map(BreakdownForm::read).orElse(null);
  }
}
