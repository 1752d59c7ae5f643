package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dataset.Cube;
import dev.facet.dataset.Cubes;
import dev.facet.dataset.Intake;
import dev.facet.model.Column;
import dev.facet.model.Type;
import java.util.Locale;

/** What can be reported: datasets with their columns, dimensions and metrics. */
final class DatasetsResource {

  Response list(Request request) {
    ArrayNode results = FacetWire.array();
    Cubes.ALL.forEach(cube -> results.add(dataset(cube)));
    return Response.json(200, FacetWire.list(results, Cubes.ALL.size(), null));
  }

  private static ObjectNode dataset(Cube cube) {
    ObjectNode node = FacetWire.object().put("name", cube.name());
    node.put("table", cube.dataset().name());
    node.put("time", cube.time().name());
    node.put("takes_rows", Intake.of(cube.name()).isPresent());
    ArrayNode key = node.putArray("key");
    cube.dataset().key().forEach(key::add);
    ArrayNode columns = node.putArray("columns");
    for (Column column : cube.dataset().columns()) {
      columns.addObject().put("name", column.name()).put("type", word(column.type()));
    }
    ArrayNode dimensions = node.putArray("dimensions");
    cube.dimensions()
        .forEach(d -> dimensions.addObject().put("name", d.name()).put("type", word(d.type())));
    ArrayNode metrics = node.putArray("metrics");
    cube.metrics()
        .forEach(m -> metrics.addObject().put("name", m.name()).put("description", m.about()));
    return node;
  }

  private static String word(Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
