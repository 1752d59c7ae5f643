package dev.facet.api.racknap.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.dashboard.Actor;
import java.math.BigDecimal;
import java.util.List;

/** {@code GET /api/dashboards}. */
public record ListResource(Rows rows) {

  /** The rows that a request asks for, and how many match beyond this page. */
  public Response list(Request request, Actor actor) {
    ListOptions options = ListOptions.read(request);
    List<Row> matching = options.matching(rows.of(actor));
    ObjectNode body = RackNapWire.object();
    ArrayNode value = body.putArray("value");
    options.page(matching).forEach(row -> value.add(shown(row, options.fields())));
    return Response.json(200, body.put("count", matching.size()));
  }

  private static ObjectNode shown(Row row, List<String> fields) {
    ObjectNode node = RackNapWire.object();
    for (String field : fields) {
      switch (row.value(field)) {
        case BigDecimal number -> node.put(field, number.longValue());
        case Object other -> node.put(field, other.toString());
      }
    }
    return node;
  }
}
