package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.facet.form.Fields.Shape;
import dev.facet.form.business.BusinessWidgetForm;
import dev.facet.form.cube.CubeForm;
import dev.facet.form.tree.DatasetTreeForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure.Actor;
import dev.facet.query.Query;
import dev.facet.query.Series;
import java.util.List;
import java.util.Set;

/**
 * Queries as JSON nodes, told apart by {@code kind}. Nodes that only say how to show a query are
 * unwrapped.
 */
public final class QueryForm {
  private static final Set<String> WRAPPERS =
      Set.of("InsightVizNode", "DataVisualizationNode", "DataTableNode");
  private static final List<String> KINDS =
      List.of(
          "TrendsQuery",
          "FunnelsQuery",
          "RetentionQuery",
          "StickinessQuery",
          "LifecycleQuery",
          "PathsQuery",
          "ReportQuery",
          "CubeQuery",
          "DatasetTree",
          "HogQLQuery",
          "EventsQuery",
          "OtqlQuery",
          "ActorsQuery",
          "BusinessWidget");

  private QueryForm() {}

  /** The query a node means; a node that means none is a failure with a path below {@code path}. */
  public static Query read(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String kind = fields.requiredText("kind");
    if (WRAPPERS.contains(kind)) {
      JsonNode source = WrapperForm.source(kind, fields);
      return read(source, fields.path("source"));
    }
    try {
      return read(kind, fields);
    } catch (FailureException e) {
      throw new FailureException(placed(e.failure(), NullNode.instance, path));
    }
  }

  private static Query read(String kind, Fields fields) {
    return switch (kind) {
      case "TrendsQuery" -> TrendForm.read(fields);
      case "FunnelsQuery" -> FunnelForm.read(fields);
      case "RetentionQuery" -> RetentionForm.read(fields);
      case "StickinessQuery" -> StickinessForm.read(fields);
      case "LifecycleQuery" -> LifecycleForm.read(fields);
      case "PathsQuery" -> PathsForm.read(fields);
      case "ReportQuery" -> ReportForm.read(fields);
      case "CubeQuery" -> CubeForm.read(fields);
      case "DatasetTree" -> tree(fields);
      case "HogQLQuery" -> SqlForm.read(fields);
      case "EventsQuery" -> SqlForm.events(fields);
      case "OtqlQuery" -> OtqlForm.read(fields);
      case "ActorsQuery" -> ActorsForm.read(fields);
      case "BusinessWidget" -> business(fields);
      default -> throw Fields.notOneOf(fields.path("kind"), kind, KINDS);
    };
  }

  private static Query tree(Fields fields) {
    InsightForm.passAbout(fields);
    Query tree = DatasetTreeForm.read(fields);
    fields.done();
    return tree;
  }

  private static Query business(Fields fields) {
    InsightForm.passAbout(fields);
    Query widget = BusinessWidgetForm.read(fields);
    fields.done();
    return widget;
  }

  /**
   * A failure found when a query was planned, its path below {@code path}, where the node stood.
   * Planning names the fields of the innermost node.
   */
  public static Failure placed(Failure failure, JsonNode node, String path) {
    boolean isBelow = failure.path() != null && (failure.path() + ".").startsWith(path + ".");
    if (!(failure instanceof Failure.Invalid invalid) || invalid.path() == null || isBelow) {
      return failure;
    }
    String place = path + ".source".repeat(wrappers(node)) + "." + invalid.path();
    return new Failure.Invalid(invalid.code(), place, invalid.message());
  }

  private static int wrappers(JsonNode node) {
    JsonNode source = node.get("source");
    return WRAPPERS.contains(node.path("kind").asText()) && source != null
        ? 1 + wrappers(source)
        : 0;
  }

  /** The innermost node: what is asked, without how to show it. */
  public static JsonNode source(JsonNode node) {
    JsonNode source = node.get("source");
    boolean wrapped = WRAPPERS.contains(node.path("kind").asText()) && source != null;
    return wrapped ? source(source) : node;
  }

  /** {@code LifecycleQuery} nodes. */
  private static final class LifecycleForm {
    private LifecycleForm() {}

    static LifecycleQuery read(Fields fields) {
      InsightForm.passAbout(fields);
      fields.object("lifecycleFilter").ifPresent(LifecycleForm::passDrawing);
      Actor actor = InsightForm.actor(fields);
      LifecycleQuery query =
          new LifecycleQuery(
              first(fields, actor),
              InsightForm.range(fields),
              fields.choice("interval", Grain.class, Grain.DAY),
              InsightForm.filter(fields),
              fields.flag("filterTestAccounts"),
              actor,
              InsightForm.sampling(fields));
      fields.done();
      return query;
    }

    /** Says how to draw, not what to compute. */
    private static void passDrawing(Fields options) {
      options
          .pass(Shape.FLAG, "showValuesOnSeries", "showLegend", "stacked")
          .pass(Shape.LIST, "toggledLifecycles")
          .done();
    }

    private static Series first(Fields fields, Actor actor) {
      List<Series> series =
          fields.list("series", (node, path) -> SeriesForm.read(node, path, actor));
      if (series.isEmpty()) {
        throw Fields.missing(fields.path("series"));
      }
      return series.getFirst();
    }
  }
}
