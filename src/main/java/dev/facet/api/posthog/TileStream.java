package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Sheet;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** {@code stream_tiles}: a dashboard with its first tiles, then each other tile as it is ready. */
record TileStream(Dashboards dashboards, DashboardView view) {
  private static final int AT_ONCE = 2;
  private static final Set<String> SIZES = Set.of("sm", "xs");

  Response stream(Call call) {
    String size =
        call.request()
            .query("layoutSize")
            .or(() -> call.request().query("layout_size"))
            .filter(SIZES::contains)
            .orElse("sm");
    DashboardView.Look look = DashboardView.Look.of(call);
    Sheet sheet = dashboards.read(call.actor(), reader -> reader.get(call.id()));
    Instant accessedAt = dashboards.accessed(call.actor(), call.id());
    DashboardView.Shown shown = view.look(call.onlooker(), sheet, look, size);
    return Response.stream(Response.EVENT_STREAM, out -> new Events(out).write(shown, accessedAt));
  }

  /** Writes the events of one stream. */
  private record Events(OutputStream out) {

    void write(DashboardView.Shown shown, Instant accessedAt) throws IOException {
      List<Integer> places = shown.places(tile -> true);
      int first = Math.min(AT_ONCE, places.size());
      TreeMap<Integer, ObjectNode> head = new TreeMap<>();
      shown.tiles(places.subList(0, first), (tile, place) -> head.put(place, tile));
      ArrayNode tiles = PostHogWire.array().addAll(head.values());
      ObjectNode metadata = event("metadata");
      metadata.set("dashboard", shown.object(accessedAt, tiles));
      send(metadata);
      try {
        shown.tiles(places.subList(first, places.size()), this::tile);
      } catch (FailureException refused) {
        ObjectNode error = event("error");
        error.putNull("tile_id");
        error.put("error", refused.failure().message());
        send(error);
      }
      send(event("complete"));
    }

    private void tile(ObjectNode tile, int order) {
      ObjectNode event = event("tile");
      event.put("order", order);
      event.set("tile", tile);
      try {
        send(event);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    private static ObjectNode event(String type) {
      ObjectNode event = PostHogWire.object();
      event.put("type", type);
      return event;
    }

    private void send(ObjectNode event) throws IOException {
      out.write("data: ".getBytes(StandardCharsets.UTF_8));
      out.write(Json.bytes(event));
      out.write("\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
