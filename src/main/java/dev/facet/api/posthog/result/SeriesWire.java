package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.query.Series;
import java.util.List;

/** The {@code action} object that says in a result which series it is of. */
final class SeriesWire {
  private static final List<String> ASKED =
      List.of("custom_name", "math", "math_property", "math_hogql", "math_group_type_index");

  private SeriesWire() {}

  /**
   * The action of one series.
   *
   * @param node the query as it was sent, without wrappers
   */
  static ObjectNode action(JsonNode node, int number, Series series) {
    JsonNode asked = node.path("series").path(number);
    ObjectNode action = PostHogWire.object();
    action.put("id", series.event());
    action.put("type", "events");
    action.put("order", number);
    action.put("name", series.event());
    ASKED.forEach(field -> action.set(field, asked.get(field)));
    action.putObject("properties");
    return action;
  }
}
