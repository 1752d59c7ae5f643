package dev.facet.api.facet.row;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.facet.FacetWire;
import dev.facet.dataset.Dataset;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import java.util.Map;

/** A row as it would be kept, in JSON. */
final class ShownRow {
  private ShownRow() {}

  static ObjectNode of(Map<String, ?> row, Dataset dataset) {
    ObjectNode shown = FacetWire.object();
    row.forEach((column, value) -> put(shown, column, value, dataset.column(column).type()));
    return shown;
  }

  private static void put(ObjectNode shown, String column, Object value, Type type) {
    if (value instanceof Long micros && type == Type.TIME) {
      shown.put(column, Micros.toInstant(micros).toString());
    } else {
      shown.putPOJO(column, value);
    }
  }
}
