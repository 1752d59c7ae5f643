package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.query.RetentionQuery;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A retention answer as the vendor's list of cohorts, each with a value per interval. */
final class RetentionResult {
  private RetentionResult() {}

  static ArrayNode items(RetentionQuery query, Table table, ZoneId zone) {
    ArrayNode items = PostHogWire.array();
    String name = name(query.grain());
    ArrayNode values = PostHogWire.array();
    for (List<@Nullable Object> row : table.rows()) {
      long interval = whole(row.get(table.indexOf("interval")));
      if (interval == 0) {
        ObjectNode item = items.addObject();
        values = item.putArray("values");
        item.put("label", name + " " + (items.size() - 1));
        long start = whole(row.get(table.indexOf("cohort")));
        item.put("date", PostHogWire.time(Micros.toInstant(start).atZone(zone)));
      }
      ObjectNode value = values.addObject();
      value.put("count", whole(row.get(table.indexOf("count"))));
      value.put("label", name + " " + interval);
    }
    return items;
  }

  private static long whole(@Nullable Object value) {
    return (Long) Objects.requireNonNull(value);
  }

  private static String name(Grain grain) {
    return switch (grain) {
      case MINUTE -> "Minute";
      case HOUR -> "Hour";
      case DAY -> "Day";
      case WEEK -> "Week";
      case MONTH -> "Month";
    };
  }
}
