package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields.Shape;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Attribution;
import dev.facet.query.FunnelQuery.Exclusion;
import dev.facet.query.FunnelQuery.View;
import dev.facet.query.FunnelQuery.Window;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code FunnelsQuery} nodes. */
final class FunnelForm {
  private static final List<String> VIEWS = List.of("steps", "time_to_convert", "trends");
  private static final List<String> ATTRIBUTIONS =
      List.of("first_touch", "last_touch", "all_events", "step");

  private static final String FILTERED_FIRST_TIME = "first_time_for_user_with_filters";
  private static final List<String> MATHS =
      List.of("total", "first_time_for_user", FILTERED_FIRST_TIME);

  private FunnelForm() {}

  static FunnelQuery read(Fields fields) {
    InsightForm.passAbout(fields);
    Fields options = fields.object("funnelsFilter").orElseGet(Fields::none);
    passDrawing(options);
    List<Series> steps = fields.list("series", FunnelForm::step);
    FunnelQuery query =
        new FunnelQuery(
            steps,
            InsightForm.range(fields),
            fields.choice("interval", Grain.class, Grain.DAY),
            InsightForm.filter(fields),
            fields.flag("filterTestAccounts"),
            options.choice("funnelOrderType", FunnelQuery.Order.class, FunnelQuery.Order.ORDERED),
            window(options),
            options.list("exclusions", FunnelForm::exclusion),
            actor(fields, options),
            fields.object("breakdownFilter").map(BreakdownForm::read).orElse(null),
            attribution(options),
            view(options, steps.size()),
            InsightForm.sampling(fields));
    options.done();
    fields.done();
    return query;
  }

  /** Say how to draw, not what to compute. */
  private static void passDrawing(Fields options) {
    options
        .pass(Shape.FLAG, "showValuesOnSeries", "showTrendLines", "showLegend")
        .pass(Shape.LIST, "goalLines", "hiddenLegendBreakdowns")
        .pass(Shape.OBJECT, "resultCustomizations")
        .pass(Shape.TEXT, "breakdownSorting", "layout", "funnelStepReference");
  }

  /** Of the maths of trends a funnel takes few, one of them under a name of its own. */
  private static Series step(JsonNode node, String path) {
    String math = node.path("math").asText("total");
    if (!MATHS.contains(math)) {
      throw Fields.notOneOf(path + ".math", math, MATHS);
    }
    boolean renamed = math.equals(FILTERED_FIRST_TIME);
    return SeriesForm.read(
        renamed
            ? ((ObjectNode) node).deepCopy().put("math", "first_matching_event_for_user")
            : node,
        path,
        Measure.Actor.PERSON);
  }

  private static Exclusion exclusion(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    Integer from = fields.integer("funnelFromStep");
    Integer to = fields.integer("funnelToStep");
    if (from == null || to == null) {
      throw Fields.missing(fields.path(from == null ? "funnelFromStep" : "funnelToStep"));
    }
    ObjectNode series = ((ObjectNode) node).deepCopy();
    series.remove(List.of("funnelFromStep", "funnelToStep"));
    return new Exclusion(step(series, path), from, to);
  }

  private static Window window(Fields options) {
    Integer amount = options.integer("funnelWindowInterval");
    Window.Unit unit =
        options.choice("funnelWindowIntervalUnit", Window.Unit.class, Window.DEFAULT.unit());
    return new Window(Objects.requireNonNullElse(amount, Window.DEFAULT.amount()), unit);
  }

  private static @Nullable PropertyRef actor(Fields fields, Fields options) {
    Integer group = fields.integer("aggregation_group_type_index");
    String expression = options.text("funnelAggregateByHogQL");
    if (group != null && (group < 0 || group >= PropertyRef.GROUPS)) {
      throw FailureException.invalid(
          "group_type",
          fields.path("aggregation_group_type_index"),
          "Types of groups are numbered from 0 to "
              + (PropertyRef.GROUPS - 1)
              + ", there is no "
              + group
              + ".");
    }
    if (expression != null && !expression.isBlank()) {
      return ActorForm.read(expression, options.path("funnelAggregateByHogQL"));
    }
    return group == null ? null : PropertyRef.groupKey(group);
  }

  private static Attribution attribution(Fields options) {
    String type = options.text("breakdownAttributionType");
    Integer value = options.integer("breakdownAttributionValue");
    return switch (type) {
      case null -> new Attribution.FirstTouch();
      case "first_touch" -> new Attribution.FirstTouch();
      case "last_touch" -> new Attribution.LastTouch();
      case "all_events" -> new Attribution.AllEvents();
      case "step" -> new Attribution.AtStep(Objects.requireNonNullElse(value, 0));
      default ->
          throw Fields.notOneOf(options.path("breakdownAttributionType"), type, ATTRIBUTIONS);
    };
  }

  private static View view(Fields options, int steps) {
    String type = options.text("funnelVizType");
    int from = Objects.requireNonNullElse(options.integer("funnelFromStep"), 0);
    int to = Objects.requireNonNullElse(options.integer("funnelToStep"), steps - 1);
    Integer bins = bins(options);
    return switch (type) {
      case null -> new View.Steps();
      case "steps" -> new View.Steps();
      case "time_to_convert" -> new View.TimeToConvert(from, to, bins);
      case "trends" -> new View.Trend(from, to);
      default -> throw Fields.notOneOf(options.path("funnelVizType"), type, VIEWS);
    };
  }

  private static @Nullable Integer bins(Fields options) {
    JsonNode bins = options.node("binCount");
    boolean automatic = bins == null || bins.asText().equals("auto");
    return automatic ? null : options.integer("binCount");
  }
}
