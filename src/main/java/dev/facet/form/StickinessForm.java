package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Place;
import dev.facet.query.Cohort.Times;
import dev.facet.query.Measure;
import dev.facet.query.Measure.Actor;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.query.StickinessQuery.Criterion;
import dev.facet.query.Syntax;
import java.util.List;
import java.util.Optional;

/** {@code StickinessQuery} nodes. */
final class StickinessForm {
  private StickinessForm() {}

  static StickinessQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    Fields options = fields.object("stickinessFilter").orElseGet(Fields::none);
    passDrawing(options);
    Actor actor = InsightForm.actor(fields);
    Integer width = fields.integer("intervalCount");
    StickinessQuery query =
        new StickinessQuery(
            fields.list("series", (node, path) -> series(node, path, actor)),
            InsightForm.range(fields),
            fields.choice("interval", Grain.class, Grain.DAY),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            InsightForm.comparison(fields),
            isCumulative(options),
            criterion(options),
            width == null ? 1 : width,
            InsightForm.sampling(fields));
    options.done();
    fields.done();
    return query;
  }

  /** Say how to draw, not what to compute. */
  private static void passDrawing(Fields options) {
    options
        .pass(Shape.TEXT, "display", "resultCustomizationBy")
        .pass(Shape.FLAG, "showLegend", "showValuesOnSeries", "showMultipleYAxes")
        .pass(Shape.LIST, "hiddenLegendIndexes")
        .pass(Shape.OBJECT, "resultCustomizations");
  }

  /** Whoever the question counts is counted in every series that names no other. */
  private static Series series(JsonNode node, String path, Actor actor) {
    Series series = SeriesForm.read(node, path, actor);
    Actor counted =
        switch (series.measure()) {
          case Measure.Persons persons -> persons.actor();
          case Measure.Computed(Syntax value, Place place) ->
              new Actor.Computed(PropertyRef.ofHogql("", value, place));
          default -> actor;
        };
    return new Series(
        series.subject(), series.name(), new Measure.Persons(counted), series.filter());
  }

  private static Criterion criterion(Fields options) {
    Optional<Fields> said = options.object("stickinessCriteria");
    if (said.isEmpty()) {
      return Criterion.ONCE;
    }
    Fields criteria = said.get();
    String operator = criteria.requiredText("operator");
    Integer value = criteria.integer("value");
    criteria.done();
    if (value == null || value < 1) {
      throw FailureException.invalid(
          "stickiness_value",
          criteria.path("value"),
          "Say how often something must have happened: 1 or more.");
    }
    Times times =
        switch (operator) {
          case "gte" -> Times.AT_LEAST;
          case "lte" -> Times.AT_MOST;
          case "exact" -> Times.EXACTLY;
          default ->
              throw Fields.notOneOf(
                  criteria.path("operator"), operator, List.of("gte", "lte", "exact"));
        };
    return new Criterion(times, value);
  }

  private static boolean isCumulative(Fields options) {
    String computed = options.text("computedAs");
    return switch (computed) {
      case null -> false;
      case "non_cumulative" -> false;
      case "cumulative" -> true;
      default ->
          throw Fields.notOneOf(
              options.path("computedAs"), computed, List.of("non_cumulative", "cumulative"));
    };
  }
}
