package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.query.Definitions;
import dev.facet.query.RetentionQuery;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A retention answer as the vendor's list of cohorts, each with a value per interval.
 *
 * @param node the query as it was sent, without wrappers
 */
record RetentionResult(RetentionQuery query, JsonNode node, Table table, Definitions definitions) {

  ArrayNode items() {
    ArrayNode items = PostHogWire.array();
    String name = name(query.grain());
    ArrayNode values = PostHogWire.array();
    int cohort = 0;
    @Nullable Object part = null;
    for (List<@Nullable Object> row : table.rows()) {
      long interval = whole(row.get(table.indexOf("interval")));
      if (interval == 0) {
        @Nullable Object own = table.has("breakdown") ? row.get(table.indexOf("breakdown")) : null;
        cohort = Objects.equals(own, part) ? cohort : 0;
        part = own;
        ObjectNode item = begin(row, name + " " + cohort++, own);
        items.add(item);
        values = item.withArray("values");
      }
      ObjectNode value = values.addObject();
      value.put("count", whole(row.get(table.indexOf("count"))));
      value.put("label", name + " " + interval);
    }
    return items;
  }

  private ObjectNode begin(List<@Nullable Object> row, String label, @Nullable Object breakdown) {
    ObjectNode item = PostHogWire.object();
    item.putArray("values");
    item.put("label", label);
    long start = whole(row.get(table.indexOf("cohort")));
    item.put("date", PostHogWire.time(Micros.toInstant(start).atZone(definitions.zone())));
    if (breakdown != null) {
      BreakdownWire wire = new BreakdownWire(query.options().breakdown(), node, definitions);
      item.set("breakdown_value", wire.value(BreakdownWire.values(breakdown)));
    }
    return item;
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
