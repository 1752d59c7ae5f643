package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.query.Query;
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
      List.of("TrendsQuery", "RetentionQuery", "StickinessQuery", "LifecycleQuery");

  private QueryForm() {}

  /** The query a node means; a node that means none is a failure with a path below {@code path}. */
  public static Query read(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String kind = fields.requiredText("kind");
    if (WRAPPERS.contains(kind)) {
      JsonNode source = fields.node("source");
      if (source == null) {
        throw Fields.missing(fields.path("source"));
      }
      return read(source, fields.path("source"));
    }
    return switch (kind) {
      case "TrendsQuery" -> TrendForm.read(fields);
      case "RetentionQuery" -> RetentionForm.read(fields);
      case "StickinessQuery" -> StickinessForm.read(fields);
      case "LifecycleQuery" -> LifecycleForm.read(fields);
      default -> throw Fields.notOneOf(fields.path("kind"), kind, KINDS);
    };
  }

  /** The innermost node: what is asked, without how to show it. */
  public static JsonNode source(JsonNode node) {
    JsonNode source = node.get("source");
    boolean wrapped = WRAPPERS.contains(node.path("kind").asText()) && source != null;
    return wrapped ? source(source) : node;
  }
}
