package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.Breakdown;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.RetentionQuery;
import dev.facet.query.RetentionQuery.Entry;
import dev.facet.query.Series;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code RetentionQuery} nodes. */
final class RetentionForm {
  private static final Series PAGE_VIEW =
      new Series("$pageview", null, new Measure.Count(), Filter.ALL);

  private RetentionForm() {}

  static RetentionQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    Fields options = fields.object("retentionFilter").orElseGet(Fields::none);
    passDrawing(options);
    Integer occurrences = options.integer("minimumOccurrences");
    RetentionQuery query =
        new RetentionQuery(
            entity(options, "targetEntity"),
            entity(options, "returningEntity"),
            entry(options),
            grain(options),
            Objects.requireNonNullElse(
                options.integer("totalIntervals"), RetentionQuery.DEFAULT_INTERVALS),
            InsightForm.range(fields),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            options.flag("cumulative"),
            new RetentionQuery.Options(
                InsightForm.actor(fields),
                occurrences == null ? 1 : occurrences,
                isRolling(options),
                breakdown(fields),
                InsightForm.sampling(fields)));
    options.done();
    fields.done();
    return query;
  }

  /** Say how to draw, not what to compute. */
  private static void passDrawing(Fields options) {
    options
        .pass(
            Shape.TEXT,
            "display",
            "dashboardDisplay",
            "retentionReference",
            "meanRetentionCalculation")
        .pass(Shape.FLAG, "showTrendLines", "showMean");
  }

  private static Grain grain(Fields options) {
    String period = options.text("period");
    return switch (period) {
      case null -> Grain.DAY;
      case "Hour" -> Grain.HOUR;
      case "Day" -> Grain.DAY;
      case "Week" -> Grain.WEEK;
      case "Month" -> Grain.MONTH;
      default ->
          throw Fields.notOneOf(
              options.path("period"), period, List.of("Hour", "Day", "Week", "Month"));
    };
  }

  private static Entry entry(Fields options) {
    String type = options.text("retentionType");
    return switch (type) {
      case null -> Entry.RECURRING;
      case "retention_recurring" -> Entry.RECURRING;
      case "retention_first_time" -> Entry.FIRST_MATCHING;
      case "retention_first_ever_occurrence" -> Entry.FIRST_EVER;
      default ->
          throw Fields.notOneOf(
              options.path("retentionType"),
              type,
              List.of(
                  "retention_recurring",
                  "retention_first_time",
                  "retention_first_ever_occurrence"));
    };
  }

  private static @Nullable Breakdown breakdown(Fields fields) {
    Breakdown asked = fields.object("breakdownFilter").map(BreakdownForm::read).orElse(null);
    if (asked != null && asked.dimensions().stream().anyMatch(one -> one.bins() > 0)) {
      throw FailureException.invalid(
          "bin_count",
          fields.path("breakdownFilter"),
          "Retention is broken down by values, not by bins.");
    }
    return asked;
  }

  private static boolean isRolling(Fields options) {
    String mode = options.text("timeWindowMode");
    return switch (mode) {
      case null -> false;
      case "strict_calendar_dates" -> false;
      case "24_hour_windows" -> true;
      default ->
          throw Fields.notOneOf(
              options.path("timeWindowMode"),
              mode,
              List.of("strict_calendar_dates", "24_hour_windows"));
    };
  }

  private static Series entity(Fields options, String field) {
    JsonNode node = options.node(field);
    return node == null ? PAGE_VIEW : entity(node, options.path(field));
  }

  private static Series entity(JsonNode node, String path) {
    Fields entity = Fields.of(node, path);
    entity.pass(Shape.TEXT, "uuid", "kind", "name", "math").pass(Shape.NUMBER, "order");
    Series.Subject subject = subject(entity);
    String customName = entity.text("custom_name");
    Filter filter = FilterForm.read(entity.node("properties"), entity.path("properties"));
    entity.done();
    return new Series(subject, customName, new Measure.Count(), filter);
  }

  private static Series.Subject subject(Fields entity) {
    String type = entity.text("type");
    return switch (type) {
      case null -> SeriesForm.event(entity.text("id"));
      case "events" -> SeriesForm.event(entity.text("id"));
      case "actions" -> SeriesForm.action(entity, "id");
      default -> throw Fields.notOneOf(entity.path("type"), type, List.of("events", "actions"));
    };
  }
}
