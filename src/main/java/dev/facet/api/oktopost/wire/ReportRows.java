package dev.facet.api.oktopost.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.model.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of reports as objects: dimensions, then metrics, by their names in the vendor's case. */
public final class ReportRows {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportRows() {}

  /**
   * The rows of a table.
   *
   * @param networks the columns that hold networks, by place
   */
  public static ArrayNode of(Table table, List<Integer> networks) {
    List<String> names = new ArrayList<>();
    table.columns().forEach(column -> names.add(OktopostWire.pascal(column.name())));
    ArrayNode rows = NODES.arrayNode();
    for (List<@Nullable Object> row : table.rows()) {
      ObjectNode object = rows.addObject();
      for (int i = 0; i < names.size(); i++) {
        Object value = row.get(i);
        boolean isNetwork = value != null && networks.contains(i);
        Column column = table.columns().get(i);
        object.set(
            names.get(i), isNetwork ? NODES.textNode(Networks.name(value)) : cell(value, column));
      }
    }
    return rows;
  }

  private static JsonNode cell(@Nullable Object value, Column column) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Long micros when column.type() == Type.TIME ->
          NODES.textNode(OktopostWire.time(Micros.toInstant(micros)));
      case Long day when column.type() == Type.DATE ->
          NODES.textNode(LocalDate.ofEpochDay(day).toString());
      case Long number -> NODES.numberNode(number);
      case Double number -> Json.number(number);
      case Boolean truth -> NODES.booleanNode(truth);
      case String text -> NODES.textNode(text);
      default -> MAPPER.valueToTree(value);
    };
  }
}
