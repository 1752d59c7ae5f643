package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Table;
import dev.facet.query.Definitions;
import dev.facet.query.StickinessQuery;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stickiness answer as the vendor's list of results: one item for each series and period.
 *
 * @param node the query as it was sent, without wrappers
 */
record StickinessResult(
    StickinessQuery query, JsonNode node, Table table, Definitions definitions) {

  ArrayNode items() {
    ArrayNode items = PostHogWire.array();
    ObjectNode item = PostHogWire.object();
    for (List<@Nullable Object> row : table.rows()) {
      long intervals = whole(row.get(table.indexOf("intervals")));
      if (intervals == 1) {
        item = begin(row);
        items.add(item);
      }
      add(item, intervals, (Double) Objects.requireNonNull(row.get(table.indexOf("value"))));
    }
    return items;
  }

  private ObjectNode begin(List<@Nullable Object> row) {
    int series = (int) whole(row.get(table.indexOf("series")));
    ObjectNode item = PostHogWire.object();
    item.putArray("data");
    item.putArray("days");
    item.putArray("labels");
    item.put("count", 0L);
    item.put("label", SeriesWire.label(query.series().get(series), definitions));
    item.set("action", SeriesWire.action(node, series, query.series().get(series), definitions));
    item.put("order", series);
    if (table.has("period")) {
      item.put("compare", true);
      item.put("compare_label", (String) row.get(table.indexOf("period")));
    }
    return item;
  }

  private void add(ObjectNode item, long intervals, double persons) {
    item.withArray("data").add(Json.number(persons));
    item.withArray("days").add(intervals);
    String unit = query.grain().name().toLowerCase(Locale.ROOT);
    item.withArray("labels").add(intervals + " " + unit + (intervals == 1 ? "" : "s"));
    long before = item.get("count").longValue();
    boolean counted = !query.cumulative() || intervals == 1;
    item.put("count", counted ? before + (long) persons : before);
  }

  private static long whole(@Nullable Object value) {
    return (Long) Objects.requireNonNull(value);
  }
}
