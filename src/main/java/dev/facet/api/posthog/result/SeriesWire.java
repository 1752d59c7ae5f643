package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.query.Definitions;
import dev.facet.query.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What results say about the series they are of: its label and its {@code action} object. */
final class SeriesWire {
  private static final List<String> ASKED =
      List.of("custom_name", "math", "math_property", "math_hogql", "math_group_type_index");

  private SeriesWire() {}

  /** What a series is called in results: its event or action, whatever else it was named. */
  static String label(Series series, Definitions definitions) {
    return series.subjectName(definitions);
  }

  /** The event or action a series is about, null for all events. */
  static @Nullable String id(Series series, Definitions definitions) {
    return series.subject() instanceof Series.Subject.Anything
        ? null
        : series.subjectName(definitions);
  }

  /**
   * The action of one series.
   *
   * @param node the query as it was sent, without wrappers
   */
  static ObjectNode action(JsonNode node, int number, Series series, Definitions definitions) {
    String id = id(series, definitions);
    JsonNode asked = node.path("series").path(number);
    ObjectNode action = PostHogWire.object();
    action.put("id", id);
    action.put("type", "events");
    action.put("order", number);
    action.put("name", id);
    ASKED.forEach(field -> action.set(field, asked.get(field)));
    action.putObject("properties");
    return action;
  }
}
