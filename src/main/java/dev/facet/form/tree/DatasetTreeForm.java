package dev.facet.form.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.form.cube.CubeForm;
import dev.facet.model.FailureException;
import dev.facet.query.DatasetTree;
import dev.facet.query.DatasetTree.Node;
import dev.facet.query.DatasetTree.Transformation;
import dev.facet.query.OtqlQuery;
import dev.facet.query.Query;
import dev.facet.query.text.OtqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Datasets made of others. A part that cannot be understood does not keep the rest from being read
 * and saved: it is what asking for the dataset fails with.
 */
public final class DatasetTreeForm {
  private static final int DEEPEST = 50;

  private DatasetTreeForm() {}

  /** A node of kind {@code DatasetTree}. */
  public static DatasetTree read(Fields fields) {
    JsonNode dataset = fields.node("dataset");
    if (dataset == null) {
      throw FailureException.invalid("required", fields.path("dataset"), "This field is required.");
    }
    return new DatasetTree(node(dataset, fields.path("dataset"), 0));
  }

  private static Node node(JsonNode node, String path, int depth) {
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

  private static Node node(Fields fields, int depth) {
    String type = TransformationForm.known(fields.requiredText("type"));
    String title = fields.text("series_title");
    return switch (type) {
      case "OTQL" -> otql(fields, title);
      case "activities_analytics" ->
          leaf(fields, cube(fields, DataCube.ACTIVITIES_ANALYTICS), title);
      case "collection_volumes" -> leaf(fields, cube(fields, DataCube.COLLECTION_VOLUMES), title);
      case "resources_usage" -> leaf(fields, cube(fields, DataCube.RESOURCES_USAGE), title);
      case "data_ingestion" -> leaf(fields, cube(fields, DataCube.DATA_INGESTION), title);
      case "data_file" ->
          new Node.File(fields.requiredText("uri"), fields.requiredText("JSON_path"), title);
      default -> transformed(type, fields, title, depth);
    };
  }

  private static Node leaf(Fields fields, Query query, @Nullable String title) {
    return new Node.Leaf(query, title, id(fields, "datamart_id"));
  }

  private static Node otql(Fields fields, @Nullable String title) {
    String text = fields.text("query_text");
    String id = id(fields, "query_id");
    if (text != null) {
      return leaf(fields, new OtqlQuery(OtqlText.statement(text)), title);
    }
    if (id != null) {
      return new Node.Saved(id, title, id(fields, "datamart_id"));
    }
    throw FailureException.invalid(
        "required", fields.path("query_text"), "Give query_text, or the query_id of a saved one.");
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

  private static Node transformed(String type, Fields fields, @Nullable String title, int depth) {
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
