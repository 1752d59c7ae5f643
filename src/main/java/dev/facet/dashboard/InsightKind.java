package dev.facet.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.catalog.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of which kind the question of an insight is, so that lists can be narrowed down to a kind. */
final class InsightKind {
  private static final Set<String> WRAPPERS =
      Set.of("InsightVizNode", "DataVisualizationNode", "DataTableNode");

  /** The kinds of the old form of questions, a flat object of filters. */
  private static final Map<String, String> OLD =
      Map.of(
          "TRENDS", "TrendsQuery",
          "FUNNELS", "FunnelsQuery",
          "RETENTION", "RetentionQuery",
          "PATHS", "PathsQuery",
          "STICKINESS", "StickinessQuery",
          "LIFECYCLE", "LifecycleQuery");

  private InsightKind() {}

  /** The kind inside of all wrappers, null when nothing is asked. */
  static @Nullable String of(Insight.Definition said) {
    String query = said.query();
    if (query == null) {
      return OLD.get(Json.read(said.filters()).path("insight").asText());
    }
    JsonNode node = Json.read(query);
    while (WRAPPERS.contains(node.path("kind").asText())
        && node.get("source") instanceof ObjectNode source) {
      node = source;
    }
    return node.path("kind").asText("Query");
  }
}
