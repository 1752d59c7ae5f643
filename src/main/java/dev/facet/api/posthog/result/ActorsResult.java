package dev.facet.api.posthog.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.query.ActorsQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Persons as the vendor's table of them. */
final class ActorsResult {
  private ActorsResult() {}

  static void put(ObjectNode response, ActorsQuery query, Table table) {
    ArrayNode columns = response.putArray("columns");
    ArrayNode types = response.putArray("types");
    for (Column column : table.columns()) {
      columns.add(column.name());
      types.add(type(column.type()));
    }
    ArrayNode results = response.putArray("results");
    for (List<@Nullable Object> row : table.rows()) {
      ArrayNode cells = results.addArray();
      for (int i = 0; i < row.size(); i++) {
        add(cells, row.get(i), table.columns().get(i).type());
      }
    }
    response.put("hasMore", table.more());
    response.put("limit", query.limit());
    response.put("offset", query.offset());
    response.put("missing_actors_count", 0);
  }

  private static void add(ArrayNode cells, @Nullable Object value, Type type) {
    if (type == Type.TIME && value instanceof Long micros) {
      cells.add(PostHogWire.time(Micros.toInstant(micros)));
    } else {
      cells.add(Json.MAPPER.<com.fasterxml.jackson.databind.JsonNode>valueToTree(value));
    }
  }

  private static String type(Type type) {
    return switch (type) {
      case TEXT -> "String";
      case NUMBER -> "Float64";
      case INTEGER -> "UInt64";
      case BOOLEAN -> "Bool";
      case TIME -> "DateTime64(6, 'UTC')";
      case OBJECT -> "Object";
      case DATE -> "Date";
      case LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> "Array(String)";
    };
  }
}
