package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of paths as the vendor's list, times in milliseconds. */
final class PathsResult {
  private PathsResult() {}

  static ArrayNode items(Table table) {
    ArrayNode items = PostHogWire.array();
    for (List<@Nullable Object> row : table.rows()) {
      ObjectNode item = items.addObject();
      item.put("source", (String) row.get(table.indexOf("source")));
      item.put("target", (String) row.get(table.indexOf("target")));
      item.put("value", (Long) row.get(table.indexOf("value")));
      Double seconds = (Double) row.get(table.indexOf("average_time"));
      item.put("average_conversion_time", seconds == null ? null : (Double) (seconds * 1000));
    }
    return items;
  }
}
