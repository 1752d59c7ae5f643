package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Table;
import dev.facet.query.Definitions;
import dev.facet.query.TrendQuery;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a week as the vendor's calendar: an item for each series and period whose {@code
 * calendar_heatmap_data} has a cell for each weekday ({@code row}, 1 is Monday) and hour ({@code
 * column}), sums of both and one of all. Actors count once in each of them.
 *
 * @param node the query as it was sent, without wrappers
 */
record CalendarResult(TrendQuery query, JsonNode node, Table table, Definitions definitions) {

  ArrayNode items() {
    ArrayNode items = PostHogWire.array();
    ObjectNode item = PostHogWire.object();
    int length = 7 * 24 + 7 + 24 + 1;
    for (int i = 0; i < table.rows().size(); i++) {
      List<@Nullable Object> row = table.rows().get(i);
      if (i % length == 0) {
        item = begin(row);
        items.add(item);
      }
      add(item, row);
    }
    return items;
  }

  private ObjectNode begin(List<@Nullable Object> row) {
    int series = (int) (long) (Long) Objects.requireNonNull(row.get(table.indexOf("series")));
    ObjectNode item = PostHogWire.object();
    item.putArray("data");
    item.putArray("days");
    item.putArray("labels");
    item.put("count", 0);
    item.put("label", SeriesWire.label(query.series().get(series), definitions));
    item.set("action", SeriesWire.action(node, series, query.series().get(series), definitions));
    item.put("order", series);
    if (table.has("period")) {
      item.put("compare", true);
      item.put("compare_label", (String) row.get(table.indexOf("period")));
    }
    ObjectNode calendar = item.putObject("calendar_heatmap_data");
    calendar.putArray("data");
    calendar.putArray("rowAggregations");
    calendar.putArray("columnAggregations");
    return item;
  }

  private void add(ObjectNode item, List<@Nullable Object> row) {
    Long weekday = (Long) row.get(table.indexOf("weekday"));
    Long hour = (Long) row.get(table.indexOf("hour"));
    JsonNode value = Json.number((Double) Objects.requireNonNull(row.get(table.indexOf("value"))));
    ObjectNode calendar = (ObjectNode) item.get("calendar_heatmap_data");
    if (weekday == null && hour == null) {
      calendar.set("allAggregations", value);
      item.set("aggregated_value", value);
      return;
    }
    String list =
        hour == null ? "rowAggregations" : weekday == null ? "columnAggregations" : "data";
    ObjectNode cell = calendar.withArray(list).addObject();
    if (weekday != null) {
      cell.put("row", weekday);
    }
    if (hour != null) {
      cell.put("column", hour);
    }
    cell.set("value", value);
  }
}
