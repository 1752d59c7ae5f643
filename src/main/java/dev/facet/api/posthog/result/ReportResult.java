package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the vendor has no node for, a report say, in the shape of its tables. */
record ReportResult(Table table, int limit, int offset, ZoneId zone) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  void put(ObjectNode response) {
    ArrayNode columns = response.putArray("columns");
    ArrayNode types = response.putArray("types");
    for (Column column : table.columns()) {
      columns.add(column.name());
      types.addArray().add(column.name()).add(type(column.type()));
    }
    ArrayNode results = response.putArray("results");
    for (List<@Nullable Object> row : table.rows()) {
      ArrayNode cells = results.addArray();
      for (int i = 0; i < row.size(); i++) {
        add(cells, row.get(i), table.columns().get(i).type());
      }
    }
    response.put("hasMore", table.rows().size() == limit);
    response.put("limit", limit);
    response.put("offset", offset);
  }

  private String type(Type type) {
    return switch (type) {
      case TEXT, OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          "Nullable(String)";
      case DATE -> "Nullable(Date)";
      case NUMBER -> "Nullable(Float64)";
      case INTEGER -> "Nullable(Int64)";
      case BOOLEAN -> "Nullable(Bool)";
      case TIME -> "Nullable(DateTime64(6, '" + zone.getId() + "'))";
    };
  }

  private void add(ArrayNode cells, @Nullable Object value, Type type) {
    switch (value) {
      case null -> cells.addNull();
      case Long micros when type == Type.TIME ->
          cells.add(PostHogWire.time(Micros.toInstant(micros).atZone(zone)));
      case Long day when type == Type.DATE -> cells.add(LocalDate.ofEpochDay(day).toString());
      case Long number -> cells.add(number);
      case Double number -> cells.add(Json.number(number));
      case Boolean truth -> cells.add(truth);
      case String text -> cells.add(text);
      default -> cells.add(MAPPER.<JsonNode>valueToTree(value));
    }
  }
}
