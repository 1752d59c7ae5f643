package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Table;
import dev.facet.query.Definitions;
import dev.facet.query.LifecycleQuery;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A lifecycle answer as the vendor's list of four results, one for each status. */
record LifecycleResult(LifecycleQuery query, Table table, Definitions definitions) {

  ArrayNode items() {
    ArrayNode items = PostHogWire.array();
    TimeLabels labels = new TimeLabels(query.grain(), definitions.zone());
    String status = "";
    ObjectNode item = PostHogWire.object();
    for (List<@Nullable Object> row : table.rows()) {
      String next = (String) Objects.requireNonNull(row.get(table.indexOf("status")));
      if (!next.equals(status)) {
        status = next;
        item = begin(status);
        items.add(item);
      }
      long time = (Long) Objects.requireNonNull(row.get(table.indexOf("time")));
      double value = (Double) Objects.requireNonNull(row.get(table.indexOf("value")));
      item.withArray("data").add(Json.number(value));
      item.withArray("days").add(labels.day(time));
      item.withArray("labels").add(labels.label(time));
      item.put("count", item.get("count").doubleValue() + value);
    }
    return items;
  }

  private ObjectNode begin(String status) {
    String name = SeriesWire.label(query.series(), definitions);
    ObjectNode item = PostHogWire.object();
    item.putArray("data");
    item.putArray("days");
    item.putArray("labels");
    item.put("count", 0.0);
    item.put("label", name + " - " + status);
    item.put("status", status);
    ObjectNode action = item.putObject("action");
    action.put("id", SeriesWire.id(query.series(), definitions));
    action.put("math", "total");
    action.put("name", name);
    action.put("order", 0);
    action.put("type", "events");
    return item;
  }
}
