package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Permission;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.dataset.cube.DataCube;
import dev.facet.form.Fields;
import dev.facet.form.cube.CubeForm;
import dev.facet.model.Column;
import dev.facet.model.Project;
import dev.facet.model.Table;
import dev.facet.query.CubeQuery;
import java.util.ArrayList;
import java.util.List;

/** Reports about data cubes: of one datamart's activities, and of what the platform holds. */
record CubesResource(Asking asking) {
  private static final int PAGE = CubeQuery.MAX_ROWS;

  Response activities(Call call) {
    return report(call, DataCube.ACTIVITIES_ANALYTICS, call.project());
  }

  Response collections(Call call) {
    return report(call, DataCube.COLLECTION_VOLUMES, named(call));
  }

  Response usage(Call call) {
    return report(call, DataCube.RESOURCES_USAGE, named(call));
  }

  Response ingestion(Call call) {
    return report(call, DataCube.DATA_INGESTION, named(call));
  }

  /** The one datamart that the request's filters name, else the caller's home. */
  private static Project named(Call call) {
    List<Long> datamarts = new ArrayList<>();
    for (JsonNode filter : call.body().path("dimension_filter_clauses").path("filters")) {
      if (filter.path("dimension_name").asText().equals("datamart_id")) {
        filter.path("expressions").forEach(id -> datamarts.add(id.asLong()));
      }
    }
    boolean one = datamarts.size() == 1 && datamarts.getFirst() > 0;
    return one && isOwn(call, datamarts.getFirst())
        ? call.caller().project(datamarts.getFirst(), Permission.toRead("dashboard"))
        : call.project();
  }

  private static boolean isOwn(Call call, long project) {
    return call.caller().projects().stream().anyMatch(own -> own.id() == project);
  }

  private Response report(Call call, DataCube cube, Project project) {
    CubeQuery query = new CubeForm(cube, false).request(Fields.of(call.body(), ""));
    Table table = asking.ask(project, query, true).table();
    ObjectNode view = MediarithmicsWire.object();
    view.put("items_per_page", PAGE).put("total_items", table.rows().size());
    ArrayNode headers = view.putArray("columns_headers");
    table.columns().stream().map(Column::name).forEach(headers::add);
    view.set("rows", Json.MAPPER.valueToTree(table.rows()));
    return MediarithmicsWire.single(
        MediarithmicsWire.object().<ObjectNode>set("report_view", view));
  }
}
