package dev.facet.form.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.form.board.ChartTypes;
import dev.facet.form.cube.CubeForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree;
import dev.facet.query.DatasetTree.Node;
import dev.facet.query.DatasetTree.Source;
import dev.facet.query.DatasetTree.Transformation;
import dev.facet.query.OtqlQuery;
import dev.facet.query.Query;
import dev.facet.query.text.OtqlText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Datasets made of others. A part that cannot be understood does not keep the rest from being read
 * and saved: it is what asking for the dataset fails with.
 */
public final class DatasetTreeForm {
  private static final int DEEPEST = 50;

  /** Everything is computed with full precision, which no less is asked for. */
  private static final String PRECISION = "precision";

  private final boolean anew;

  /**
   * @param anew whether all sources are to be computed anew
   */
  private DatasetTreeForm(boolean anew) {
    this.anew = anew;
  }

  /** A node of kind {@code DatasetTree}. */
  public static DatasetTree read(Fields fields) {
    JsonNode dataset = fields.node("dataset");
    if (dataset == null) {
      throw FailureException.invalid("required", fields.path("dataset"), "This field is required.");
    }
    Failure unknown = unknownDrawing(fields);
    boolean anew =
        isAnew(fields) | fields.object("chart").map(DatasetTreeForm::isAnew).orElse(false);
    DatasetTreeForm form = new DatasetTreeForm(anew);
    fields.ignore(Set.of(PRECISION));
    return new DatasetTree(
        unknown == null ? form.node(dataset, fields.path("dataset"), 0) : new Node.Broken(unknown));
  }

  /** Why the chart that was asked for cannot be drawn; null when it can. */
  private static @Nullable Failure unknownDrawing(Fields fields) {
    Fields chart = fields.object("chart").orElse(null);
    String type = chart == null ? null : chart.text("type");
    if (type == null || ChartTypes.isKnown(type)) {
      return null;
    }
    return new Failure.Invalid(
        "unknown_chart",
        fields.path("chart.type"),
        "There is no chart of type \""
            + type
            + "\"; take "
            + String.join(", ", ChartTypes.ALL)
            + ".");
  }

  /** Whether it is to be computed even if the answer is at hand. */
  private static boolean isAnew(Fields fields) {
    JsonNode said = fields.node("useCache");
    return said != null && !said.asBoolean(true);
  }

  private Node node(JsonNode node, String path, int depth) {
    try {
      if (depth > DEEPEST) {
        throw FailureException.invalid(
            "too_deep", path, "Datasets are nested at most " + DEEPEST + " deep.");
      }
      return node(Fields.of(node, path), depth);
    } catch (FailureException e) {
      return new Node.Broken(e.failure());
    }
  }

  private Node node(Fields fields, int depth) {
    String type = TransformationForm.known(fields.requiredText("type"));
    String title = fields.text("series_title");
    return switch (type) {
      case "OTQL" -> otql(fields);
      case "activities_analytics" -> leaf(fields, cube(fields, DataCube.ACTIVITIES_ANALYTICS));
      case "collection_volumes" -> leaf(fields, cube(fields, DataCube.COLLECTION_VOLUMES));
      case "resources_usage" -> leaf(fields, cube(fields, DataCube.RESOURCES_USAGE));
      case "data_ingestion" -> leaf(fields, cube(fields, DataCube.DATA_INGESTION));
      case "data_file" ->
          new Node.File(
              fields.requiredText("uri"), fields.requiredText("JSON_path"), source(fields));
      case "saved_chart" -> new Node.Broken(noChart(fields));
      default -> transformed(type, fields, title, depth);
    };
  }

  /** A saved chart that is there is asked for itself. */
  private static Failure noChart(Fields fields) {
    return new Failure.Invalid(
        "unknown_chart",
        fields.path("chart_id"),
        "There is no saved chart " + id(fields, "chart_id") + ".");
  }

  private Node leaf(Fields fields, Query query) {
    return new Node.Leaf(query, source(fields));
  }

  private Node otql(Fields fields) {
    String text = fields.text("query_text");
    String id = id(fields, "query_id");
    if (text != null) {
      return leaf(fields, new OtqlQuery(OtqlText.statement(text)));
    }
    if (id != null) {
      return new Node.Saved(id, source(fields));
    }
    throw FailureException.invalid(
        "required", fields.path("query_text"), "Give query_text, or the query_id of a saved one.");
  }

  private Source source(Fields fields) {
    JsonNode adapts = fields.node("adapt_to_scope");
    return new Source(
        fields.text("series_title"),
        id(fields, "datamart_id"),
        adapts == null || adapts.asBoolean(true),
        anew || isAnew(fields));
  }

  /** Ids are text; numbers are read as such. */
  private static @Nullable String id(Fields fields, String field) {
    JsonNode id = fields.node(field);
    return id == null ? null : id.asText();
  }

  private static Query cube(Fields fields, DataCube cube) {
    Fields request =
        fields
            .object("query_json")
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        "required", fields.path("query_json"), "This field is required."));
    return new CubeForm(cube, true).request(request);
  }

  private Node transformed(String type, Fields fields, @Nullable String title, int depth) {
    Transformation how = TransformationForm.read(type, fields);
    List<Node> sources =
        fields.has("sources")
            ? fields.list("sources", (source, path) -> node(source, path, depth + 1))
            : List.of();
    Query names =
        how instanceof Transformation.GetDecorators(var decorators)
                && decorators.needs(DatasetTree.Decorators.Model.CHANNELS)
            ? ChannelNames.QUERY
            : null;
    return new Node.Transformed(how, sources, title, names);
  }
}
