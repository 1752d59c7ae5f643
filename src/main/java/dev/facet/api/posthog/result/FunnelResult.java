package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Place;
import dev.facet.model.Table;
import dev.facet.query.Breakdown;
import dev.facet.query.Definitions;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.View;
import dev.facet.query.Series;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A funnel's answer as the vendor's results: a list of steps (or, broken down, a list of such
 * lists), bins of times, or a list of lines over time. The vendor writes a missing breakdown value
 * as an empty text here.
 *
 * @param node the query as it was sent, without wrappers
 */
record FunnelResult(FunnelQuery query, JsonNode node, Table table, Definitions definitions) {

  JsonNode results() {
    return switch (query.view()) {
      case View.Steps _ -> steps();
      case View.TimeToConvert _ -> times();
      case View.Trend _ -> lines();
    };
  }

  private ArrayNode steps() {
    ArrayNode all = PostHogWire.array();
    ArrayNode group = all;
    for (List<@Nullable Object> row : table.rows()) {
      int step = (int) whole(row, "step");
      if (query.breakdown() != null && step == 0) {
        group = all.addArray();
      }
      group.add(step(row, step));
    }
    return all;
  }

  private ObjectNode step(List<@Nullable Object> row, int step) {
    boolean anyOrder = query.order() == FunnelQuery.Order.UNORDERED;
    Series series = query.steps().get(step);
    ObjectNode item = PostHogWire.object();
    boolean isAction = series.subject() instanceof Series.Subject.Done;
    item.set("action_id", anyOrder ? null : id(series));
    item.put("name", anyOrder ? (String) cell(row, "name") : SeriesWire.label(series, definitions));
    JsonNode custom = node.path("series").path(step).get("custom_name");
    item.set("custom_name", anyOrder ? null : custom);
    item.put("order", step);
    item.putArray("people");
    item.put("count", whole(row, "count"));
    item.put("type", isAction ? "actions" : "events");
    putSeconds(item, "average_conversion_time", cell(row, "average_time"));
    putSeconds(item, "median_conversion_time", cell(row, "median_time"));
    item.putNull("converted_people_url");
    item.putNull("dropped_people_url");
    if (query.breakdown() != null) {
      item.set("breakdown", values(row, true));
      item.set("breakdown_value", values(row, false));
    }
    return item;
  }

  /** The name of the event or the number of the action; null for all events. */
  private static JsonNode id(Series series) {
    return switch (series.subject()) {
      case Series.Subject.Named(String event) -> PostHogWire.object().textNode(event);
      case Series.Subject.Anything() -> PostHogWire.object().nullNode();
      case Series.Subject.Done(long action, Place _) -> Json.number(action);
    };
  }

  private static void putSeconds(ObjectNode item, String field, @Nullable Object seconds) {
    item.set(field, seconds instanceof Double number ? Json.number(number) : null);
  }

  /**
   * The values, a missing one as an empty text. Cohorts are numbers, or names where people read
   * them; alone they are no list.
   */
  private JsonNode values(List<@Nullable Object> row, boolean named) {
    ArrayNode out = PostHogWire.array();
    BreakdownWire wire = new BreakdownWire(query.breakdown(), node, definitions);
    List<String> values = BreakdownWire.values(cell(row, "breakdown"));
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      out.add(value.equals(Breakdown.NULL) ? out.textNode("") : wire.value(i, value, named));
    }
    return values.size() == 1 && wire.isCohort(0) ? out.get(0) : out;
  }

  private ObjectNode times() {
    ObjectNode item = PostHogWire.object();
    ArrayNode bins = item.putArray("bins");
    item.putNull("average_conversion_time");
    for (List<@Nullable Object> row : table.rows()) {
      ArrayNode bin = bins.addArray();
      bin.add(Json.number((Double) Objects.requireNonNull(cell(row, "seconds"))));
      bin.add(whole(row, "count"));
      putSeconds(item, "average_conversion_time", cell(row, "average_time"));
    }
    return item;
  }

  private ArrayNode lines() {
    ArrayNode items = PostHogWire.array();
    TimeLabels axis = new TimeLabels(query.grain(), definitions.zone());
    @Nullable Object value = items;
    for (List<@Nullable Object> row : table.rows()) {
      Object next = query.breakdown() == null ? "" : cell(row, "breakdown");
      if (!Objects.equals(next, value)) {
        begin(items, row);
        value = next;
      }
      ObjectNode item = (ObjectNode) items.get(items.size() - 1);
      long time = whole(row, "time");
      item.put("count", item.get("count").longValue() + 1);
      item.withArray("data").add(Json.number((Double) Objects.requireNonNull(cell(row, "value"))));
      item.withArray("days").add(axis.day(time));
      item.withArray("labels").add(axis.label(time));
    }
    return items;
  }

  private void begin(ArrayNode items, List<@Nullable Object> row) {
    ObjectNode item = items.addObject();
    item.put("count", 0L);
    item.putArray("data");
    item.putArray("days");
    item.putArray("labels");
    if (query.breakdown() != null) {
      item.set("breakdown_value", values(row, false));
    }
  }

  private @Nullable Object cell(List<@Nullable Object> row, String column) {
    return row.get(table.indexOf(column));
  }

  private long whole(List<@Nullable Object> row, String column) {
    return (Long) Objects.requireNonNull(cell(row, column));
  }
}
