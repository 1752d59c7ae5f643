package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that change single tiles of a dashboard, over HTTP. */
class TileActionsTest {
  private static Acme acme;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    acme = new Acme(folder);
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static String id(String dashboard) {
    return dashboard.replaceAll("\\D", "");
  }

  private static JsonNode text(String dashboard, String body, String layouts) throws Exception {
    return acme.post(
        dashboard + "create_text_tile/",
        "{\"body\":\"%s\",\"layouts\":%s,\"color\":\"blue\"}".formatted(body, layouts));
  }

  private static String place(int x, int y, int w, int h) {
    return "{\"sm\":{\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d}}".formatted(x, y, w, h);
  }

  private static List<String> bodies(JsonNode dashboard) {
    List<String> bodies = new ArrayList<>();
    dashboard.get("tiles").forEach(tile -> bodies.add(tile.path("text").path("body").asText()));
    return bodies;
  }

  @Test
  void a_text_tile_is_written_with_its_place_and_color() throws Exception {
    String dashboard = acme.dashboard("{}");
    JsonNode tile = text(dashboard, "hello", place(6, 0, 6, 3));
    assertThat(tile.at("/text/body").asText()).isEqualTo("hello");
    assertThat(tile.at("/text/created_by/email").asText()).isEqualTo("ada@example.com");
    assertThat(tile.get("color").asText()).isEqualTo("blue");
    assertThat(tile.at("/layouts/sm/x").asInt()).isEqualTo(6);
    assertThat(tile.get("insight").isNull()).isTrue();
    assertThat(acme.get(dashboard).get("tiles").get(0).get("id")).isEqualTo(tile.get("id"));
  }

  @Test
  void a_text_needs_a_body_of_at_most_4000_characters() throws Exception {
    String path = acme.dashboard("{}") + "create_text_tile/";
    assertThat(acme.refused(400, "POST", path, Acme.ADA, "{}").get("code").asText())
        .isEqualTo("required");
    assertThat(acme.refused(400, "POST", path, Acme.ADA, "{\"body\":\"\"}").get("detail").asText())
        .isEqualTo("Text body cannot be empty");
    String long4001 = "{\"body\":\"" + "x".repeat(4001) + "\"}";
    assertThat(acme.refused(400, "POST", path, Acme.ADA, long4001).get("detail").asText())
        .isEqualTo("Text body cannot exceed 4000 characters");
    acme.post(path, "{\"body\":\"" + "ü".repeat(4000) + "\"}");
  }

  @Test
  void a_text_tile_is_changed() throws Exception {
    String dashboard = acme.dashboard("{}");
    String tile = text(dashboard, "before", "{}").get("id").asText();
    JsonNode after =
        acme.expect(
            200,
            "POST",
            dashboard + "update_text_tile/",
            Acme.EVE,
            "{\"tile_id\":%s,\"body\":\"after\",\"color\":null}".formatted(tile));
    assertThat(after.at("/text/body").asText()).isEqualTo("after");
    assertThat(after.at("/text/last_modified_by/email").asText()).isEqualTo("eve@example.com");
    assertThat(after.get("color").isNull()).isTrue();
  }

  @Test
  void d76_update_tile_changes_what_is_said_of_insight_tiles_only() throws Exception {
    String dashboard = acme.dashboard("{}");
    acme.insight("one", "$pageview", "[" + id(dashboard) + "]");
    String tile = acme.get(dashboard).get("tiles").get(0).get("id").asText();
    acme.patch(dashboard, "{\"tiles\":[{\"id\":%s,\"color\":\"green\"}]}".formatted(tile));
    JsonNode after =
        acme.expect(
            200,
            "POST",
            dashboard + "update_tile/",
            Acme.ADA,
            "{\"tile_id\":%s,\"show_description\":false}".formatted(tile));
    assertThat(after.get("show_description").asBoolean(true)).isFalse();
    assertThat(after.get("color").asText()).isEqualTo("green");

    String text = text(dashboard, "text", "{}").get("id").asText();
    String body = "{\"tile_id\":%s,\"color\":\"red\"}";
    acme.refused(400, "POST", dashboard + "update_tile/", Acme.ADA, body.formatted(text));
    acme.refused(400, "POST", dashboard + "update_text_tile/", Acme.ADA, body.formatted(tile));
    String other = acme.dashboard("{}");
    acme.refused(404, "POST", other + "update_tile/", Acme.ADA, body.formatted(tile));
    acme.refused(404, "POST", other + "update_tile/", Acme.ADA, body.formatted(987_654));
  }

  @Test
  void d73_d74_a_deleted_tile_leaves_its_insight_and_lets_others_move_up() throws Exception {
    String dashboard = acme.dashboard("{}");
    JsonNode insight = acme.insight("kept", "$pageview", "[" + id(dashboard) + "]");
    String first = acme.get(dashboard).get("tiles").get(0).get("id").asText();
    acme.patch(
        dashboard, "{\"tiles\":[{\"id\":%s,\"layouts\":%s}]}".formatted(first, place(0, 0, 12, 5)));
    String below = text(dashboard, "below", place(0, 5, 6, 5)).get("id").asText();
    String lowest =
        text(
                dashboard,
                "lowest",
                "{\"sm\":{\"x\":\"3\",\"y\":\"10\",\"w\":\"6\",\"h\":\"5\",\"minW\":3},\"xs\":{\"x\":0,\"y\":10,\"w\":1,\"h\":5}}")
            .get("id")
            .asText();

    Reply gone =
        acme.send("POST", dashboard + "delete_tile/", Acme.ADA, "{\"tile_id\":" + first + "}");
    assertThat(gone.status()).isEqualTo(204);
    assertThat(gone.body()).isEmpty();

    JsonNode after = acme.get(dashboard);
    assertThat(bodies(after)).containsExactly("below", "lowest");
    assertThat(after.at("/tiles/0/id").asText()).isEqualTo(below);
    assertThat(after.at("/tiles/0/layouts/sm/y").asInt()).isZero();
    assertThat(after.at("/tiles/1/id").asText()).isEqualTo(lowest);
    assertThat(after.at("/tiles/1/layouts/sm/y").asInt()).isEqualTo(5);
    assertThat(after.at("/tiles/1/layouts/sm/minW").asInt()).isEqualTo(3);
    assertThat(after.at("/tiles/1/layouts/xs/y").asInt()).isZero();
    assertThat(acme.get("insights/" + insight.get("id") + "/").get("name").asText())
        .isEqualTo("kept");

    acme.refused(404, "POST", dashboard + "delete_tile/", Acme.ADA, "{\"tile_id\":" + first + "}");
    acme.refused(400, "POST", dashboard + "delete_tile/", Acme.ADA, "{}");
  }

  @Test
  void tiles_are_set_in_order() throws Exception {
    String dashboard = acme.dashboard("{}");
    String a = text(dashboard, "a", place(0, 0, 8, 2)).get("id").asText();
    String b = text(dashboard, "b", place(0, 2, 4, 4)).get("id").asText();
    String c = text(dashboard, "c", place(0, 6, 4, 1)).get("id").asText();

    JsonNode preserved = reorder(dashboard, List.of(c, b, a), "preserve");
    assertThat(layouts(preserved))
        .containsExactly(
            "{\"x\":0,\"y\":0,\"w\":4,\"h\":1} {\"x\":0,\"y\":0,\"w\":1,\"h\":1}",
            "{\"x\":4,\"y\":0,\"w\":4,\"h\":4} {\"x\":0,\"y\":1,\"w\":1,\"h\":4}",
            "{\"x\":0,\"y\":4,\"w\":8,\"h\":2} {\"x\":0,\"y\":5,\"w\":1,\"h\":2}");
    assertThat(bodies(preserved)).containsExactly("c", "b", "a");

    JsonNode columns = reorder(dashboard, List.of(b, a, c), "two_column");
    assertThat(layouts(columns))
        .containsExactly(
            "{\"x\":0,\"y\":0,\"w\":6,\"h\":5} {\"x\":0,\"y\":0,\"w\":1,\"h\":5}",
            "{\"x\":6,\"y\":0,\"w\":6,\"h\":5} {\"x\":0,\"y\":5,\"w\":1,\"h\":5}",
            "{\"x\":0,\"y\":5,\"w\":6,\"h\":5} {\"x\":0,\"y\":10,\"w\":1,\"h\":5}");

    JsonNode full = reorder(dashboard, List.of(a, c), "full_width");
    assertThat(layouts(full))
        .contains("{\"x\":0,\"y\":5,\"w\":12,\"h\":5} {\"x\":0,\"y\":5,\"w\":1,\"h\":5}");
  }

  private static JsonNode reorder(String dashboard, List<String> order, String layout)
      throws Exception {
    String body = "{\"tile_order\":%s,\"layout\":\"%s\"}".formatted(order, layout);
    return acme.expect(200, "POST", dashboard + "reorder_tiles/", Acme.ADA, body);
  }

  private static List<String> layouts(JsonNode dashboard) {
    List<String> layouts = new ArrayList<>();
    dashboard
        .get("tiles")
        .forEach(tile -> layouts.add(tile.at("/layouts/sm") + " " + tile.at("/layouts/xs")));
    return layouts;
  }

  @Test
  void an_order_names_each_tile_of_the_dashboard_at_most_once() throws Exception {
    String dashboard = acme.dashboard("{}");
    String a = text(dashboard, "a", "{}").get("id").asText();
    String path = dashboard + "reorder_tiles/";
    Reply twice = acme.send("POST", path, Acme.ADA, "{\"tile_order\":[%s,%s]}".formatted(a, a));
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.body()).isEqualTo("{\"detail\":\"tile_order must contain unique tile IDs\"}");
    Reply unknown =
        acme.send("POST", path, Acme.ADA, "{\"tile_order\":[90009,%s,90007]}".formatted(a));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("detail").asText())
        .isEqualTo("Tile IDs not found on this dashboard: [90007, 90009]");
    acme.refused(400, "POST", path, Acme.ADA, "{\"tile_order\":[]}");
    acme.refused(
        400, "POST", path, Acme.ADA, "{\"tile_order\":[%s],\"layout\":\"x\"}".formatted(a));
  }

  @Test
  void a_tile_moves_with_number_place_and_color() throws Exception {
    for (String method : List.of("PATCH", "POST")) {
      for (String spelling : List.of("to_dashboard", "toDashboard")) {
        String from = acme.dashboard("{\"name\":\"from\"}");
        String to = acme.dashboard("{\"name\":\"to\"}");
        String tile = text(from, "moving", place(3, 1, 4, 2)).get("id").asText();
        JsonNode source =
            acme.expect(
                200,
                method,
                from + "move_tile/",
                Acme.ADA,
                "{\"tile\":{\"id\":%s},\"%s\":%s}".formatted(tile, spelling, id(to)));
        assertThat(source.get("name").asText()).isEqualTo("from");
        assertThat(source.get("tiles")).isEmpty();
        JsonNode moved = acme.get(to).get("tiles").get(0);
        assertThat(moved.get("id").asText()).isEqualTo(tile);
        assertThat(moved.at("/layouts/sm").toString())
            .isEqualTo("{\"x\":3,\"y\":1,\"w\":4,\"h\":2}");
        assertThat(moved.get("color").asText()).isEqualTo("blue");
      }
    }
  }

  @Test
  void d67_a_tile_does_not_move_where_it_may_not() throws Exception {
    String from = acme.dashboard("{}");
    JsonNode insight = acme.insight("i", "$pageview", "[" + id(from) + "]");
    String tile = acme.get(from).get("tiles").get(0).get("id").asText();
    String path = from + "move_tile/";
    String dark =
        acme.expect(201, "POST", "/api/projects/3/dashboards/", "phx_una", "{}").get("id").asText();
    String body = "{\"tile\":{\"id\":%s},\"to_dashboard\":%s}";
    acme.refused(404, "PATCH", path, Acme.ADA, body.formatted(tile, dark));
    acme.refused(404, "PATCH", path, Acme.ADA, body.formatted(987_654, id(from)));
    acme.refused(400, "PATCH", path, Acme.ADA, "{\"tile\":{\"id\":" + tile + "}}");
    acme.refused(400, "PATCH", path, Acme.ADA, "{\"to_dashboard\":" + id(from) + "}");
    acme.refused(400, "PATCH", path, Acme.ADA, body.formatted(tile, id(from)));
    assertThat(acme.get(from).get("tiles")).hasSize(1);

    String to = acme.dashboard("{}");
    acme.patch(
        "insights/" + insight.get("id") + "/",
        "{\"dashboards\":[%s,%s]}".formatted(id(from), id(to)));
    assertThat(
            acme.refused(400, "PATCH", path, Acme.ADA, body.formatted(tile, id(to)))
                .get("detail")
                .asText())
        .isEqualTo("Invalid request data for moving tile.");
    String closed = acme.dashboard("{\"restriction_level\":37}");
    acme.refused(403, "PATCH", path, Acme.EVE, body.formatted(tile, id(closed)));
    acme.refused(403, "PATCH", path, Acme.VIC, body.formatted(tile, id(to)));
  }

  @Test
  void a_removed_twin_gives_way_to_a_tile_that_moves_in() throws Exception {
    String from = acme.dashboard("{}");
    String to = acme.dashboard("{}");
    acme.insight("twin", "$pageview", "[%s,%s]".formatted(id(from), id(to)));
    String old = acme.get(to).get("tiles").get(0).get("id").asText();
    acme.send("POST", to + "delete_tile/", Acme.ADA, "{\"tile_id\":" + old + "}");
    String tile = acme.get(from).get("tiles").get(0).get("id").asText();
    acme.patch(
        from + "move_tile/", "{\"tile\":{\"id\":%s},\"to_dashboard\":%s}".formatted(tile, id(to)));
    assertThat(acme.get(to).get("tiles")).hasSize(1);
    assertThat(acme.get(to).at("/tiles/0/id").asText()).isEqualTo(tile);
    acme.patch(to, "{\"deleted\":true}");
    acme.patch(to, "{\"deleted\":false}");
    assertThat(acme.get(to).get("tiles")).hasSize(1);
  }

  @Test
  void a_tile_is_copied_once_and_shows_the_same_text() throws Exception {
    String from = acme.dashboard("{}");
    String to = acme.dashboard("{\"name\":\"to\"}");
    JsonNode tile = text(from, "shared", place(0, 0, 3, 3));
    String body =
        "{\"fromDashboardId\":%s,\"tileId\":%s}".formatted(id(from), tile.get("id").asText());
    JsonNode destination = acme.expect(200, "POST", to + "copy_tile/", Acme.ADA, body);
    assertThat(destination.get("name").asText()).isEqualTo("to");
    assertThat(destination.at("/tiles/0/text/id")).isEqualTo(tile.at("/text/id"));
    assertThat(destination.at("/tiles/0/id")).isNotEqualTo(tile.get("id"));
    assertThat(destination.at("/tiles/0/layouts/sm/w").asInt()).isEqualTo(3);
    assertThat(acme.refused(400, "POST", to + "copy_tile/", Acme.ADA, body).get("detail").asText())
        .startsWith("This text card is already");
    assertThat(
            acme.refused(400, "POST", from + "copy_tile/", Acme.ADA, body).get("detail").asText())
        .isEqualTo("Destination must be a different dashboard than the source.");
  }

  @Test
  void d91_d92_run_insights_gives_results_and_nothing_else() throws Exception {
    String dashboard = acme.dashboard("{}");
    text(dashboard, "text", place(0, 0, 12, 1));
    acme.insight("low", "$pageview", "[" + id(dashboard) + "]");
    acme.insight("high", "$pageview", "[" + id(dashboard) + "]");
    JsonNode tiles = acme.get(dashboard).get("tiles");
    String low = tiles.get(1).get("id").asText();
    String high = tiles.get(2).get("id").asText();
    acme.patch(
        dashboard,
        "{\"tiles\":[{\"id\":%s,\"layouts\":%s},{\"id\":%s,\"layouts\":%s}]}"
            .formatted(low, place(0, 9, 6, 5), high, place(0, 1, 6, 5)));

    JsonNode results =
        acme.get(dashboard + "run_insights/?output_format=json&refresh=blocking").get("results");
    assertThat(results).hasSize(2);
    assertThat(results.at("/0/insight/name").asText()).isEqualTo("high");
    assertThat(results.at("/0/id").asText()).isEqualTo(high);
    assertThat(results.at("/0/order").asInt()).isEqualTo(1);
    assertThat(results.at("/0/insight/result/0/count").asInt(-1)).isZero();
    assertThat(results.at("/0/insight").properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "short_id", "name", "derived_name", "result");
    JsonNode one = acme.get(dashboard + "run_insights/?tile_ids=" + low).get("results");
    assertThat(one).hasSize(1);
    assertThat(one.at("/0/order").asInt()).isEqualTo(2);

    acme.refused(400, "GET", dashboard + "run_insights/?tile_ids=x", Acme.ADA, "");
    assertThat(
            acme.refused(400, "GET", dashboard + "run_insights/?tile_ids=90001", Acme.ADA, "")
                .get("detail")
                .asText())
        .contains("90001");
    assertThat(acme.get(acme.dashboard("{}") + "run_insights/").toString())
        .isEqualTo("{\"results\":[]}");
    acme.refused(404, "GET", "dashboards/987654/run_insights/", Acme.ADA, "");
  }

  @Test
  void tiles_come_as_a_stream() throws Exception {
    String dashboard = acme.dashboard("{\"filters\":{\"date_from\":\"-7d\"}}");
    for (String body : List.of("a", "b", "c", "d")) {
      text(dashboard, body, place(0, 0, 6, 5));
    }
    JsonNode whole = acme.get(dashboard);
    Reply reply = acme.send("GET", dashboard + "stream_tiles/?layoutSize=sm", Acme.ADA, null);
    assertThat(reply.status()).isEqualTo(200);
    List<JsonNode> events = new ArrayList<>();
    for (String event : reply.body().split("\n\n")) {
      assertThat(event).startsWith("data: ").doesNotContain("\n");
      events.add(
          dev.facet.api.http.Json.read(
              event.substring(6).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
    assertThat(events.stream().map(event -> event.get("type").asText()))
        .containsExactly("metadata", "tile", "tile", "complete");
    JsonNode first = events.getFirst().get("dashboard");
    assertThat(first.get("tiles")).hasSize(2);
    assertThat(first.get("persisted_filters")).isEqualTo(whole.get("persisted_filters"));
    assertThat(events.get(1).get("order").asInt()).isEqualTo(2);
    assertThat(events.get(1).at("/tile/text/body").asText()).isEqualTo("c");
    acme.refused(404, "GET", "dashboards/987654/stream_tiles/", Acme.ADA, "");
  }
}
