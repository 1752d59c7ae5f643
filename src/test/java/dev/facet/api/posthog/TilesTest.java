package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiles and insights of the public cases D-47 to D-80, over HTTP. */
class TilesTest {
  private static final String CARD =
      "{\"title\":\"\",\"cards\":[{\"x\":0,\"y\":0,\"w\":6,\"h\":4,\"charts\":[%s]}]}";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private static String id(String path) {
    return path.replaceAll("\\D", "");
  }

  @Test
  void d47_an_insight_made_for_a_dashboard_is_a_tile_of_it() throws Exception {
    String path = acme.dashboard("{}");
    JsonNode insight = acme.insight("visits", "visit", "[" + id(path) + "]");
    assertThat(insight.get("short_id").asText()).matches("[0-9A-Za-z_-]{8}");
    assertThat(insight.get("dashboards").toString()).isEqualTo("[" + id(path) + "]");
    JsonNode tile = acme.get(path).at("/tiles/0");
    assertThat(tile.at("/insight/name").asText()).isEqualTo("visits");
    assertThat(insight.at("/dashboard_tiles/0/id")).isEqualTo(tile.get("id"));
    assertThat(tile.properties().stream().map(Map.Entry::getKey))
        .containsSubsequence(
            "id,layouts,color,filters_overrides,show_description,insight,text,order,last_refresh,is_cached"
                .split(","));
    assertThat(tile.get("layouts")).isEmpty();
    assertThat(tile.get("color").isNull()).isTrue();
    assertThat(tile.get("show_description").isNull()).isTrue();
    assertThat(tile.get("text").isNull()).isTrue();
    assertThat(tile.get("is_cached").asBoolean()).isFalse();
    assertThat(tile.at("/insight/result").isNull()).isTrue();
    assertThat(tile.at("/insight").properties().stream().map(Map.Entry::getKey))
        .containsSubsequence(
            "id,short_id,name,derived_name,query,order,deleted,dashboards,dashboard_tiles,last_refresh,cache_target_age,next_allowed_client_refresh,result,hasMore,columns,created_at,created_by,description,updated_at,tags,favorited,last_modified_at,last_modified_by,is_sample,effective_restriction_level,effective_privilege_level,user_access_level,timezone,is_cached,query_status,hogql,types,resolved_date_range"
                .split(","));
  }

  @Test
  void d49_an_insight_is_put_on_dashboards_and_taken_off_by_naming_all_of_them() throws Exception {
    String one = acme.dashboard("{\"name\":\"one\"}");
    String two = acme.dashboard("{\"name\":\"two\"}");
    JsonNode insight = acme.insight("visits", "visit", "[]");
    String path = "insights/" + insight.get("id") + "/";
    acme.patch(path, "{\"dashboards\":[" + id(one) + "," + id(two) + "]}");
    long tile = acme.get(one).at("/tiles/0/id").asLong();
    assertThat(acme.patch(path, "{\"dashboards\":[" + id(two) + "]}").get("dashboards").toString())
        .isEqualTo("[" + id(two) + "]");
    assertThat(acme.get(one).get("tiles")).isEmpty();
    acme.patch(path, "{\"dashboards\":[" + id(one) + "]}");
    assertThat(acme.get(one).at("/tiles/0/id").asLong()).isEqualTo(tile);

    JsonNode error = acme.refused(400, "PATCH", path, Acme.ADA, "{\"dashboards\":[9999]}");
    assertThat(error.get("detail").asText()).isEqualTo("Dashboard not found");
    String shop =
        "/api/projects/2/dashboards/" + acme.post("/api/projects/2/dashboards/", "{}").get("id");
    acme.refused(400, "PATCH", path, Acme.ADA, "{\"dashboards\":[" + shop.substring(27) + "]}");
    String closed = acme.dashboard("{\"restriction_level\":37}");
    JsonNode refused =
        acme.refused(403, "PATCH", path, Acme.EVE, "{\"dashboards\":[" + id(closed) + "]}");
    assertThat(refused.get("detail").asText())
        .isEqualTo("You don't have permission to add insights to dashboard: " + id(closed));
  }

  @Test
  void d50_a_dashboards_filters_show_in_the_queries_of_its_tiles() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("visits", "visit", "[" + id(path) + "]");
    JsonNode after =
        acme.patch(
            path,
            "{\"filters\":{\"date_from\":\"-14d\",\"properties\":[{\"key\":\"prop\",\"value\":\"val\"}]}}");
    assertThat(after.at("/filters/properties/0/key").asText()).isEqualTo("prop");
    JsonNode source = after.at("/tiles/0/insight/query/source");
    assertThat(source.at("/properties/0/value").asText()).isEqualTo("val");
    assertThat(source.get("dateRange").toString())
        .isEqualTo("{\"date_from\":\"-14d\",\"date_to\":null}");
    long insight = after.at("/tiles/0/insight/id").asLong();
    JsonNode alone = acme.get("insights/" + insight);
    assertThat(alone.at("/query/source").has("dateRange")).isFalse();
    JsonNode there = acme.get("insights/" + insight + "?from_dashboard=" + id(path));
    assertThat(there.at("/query/source")).isEqualTo(source);

    long tile = after.at("/tiles/0/id").asLong();
    JsonNode own =
        acme.patch(
            path,
            "{\"tiles\":[{\"id\":"
                + tile
                + ",\"filters_overrides\":{\"date_from\":\"-2d\",\"properties\":{\"type\":\"AND\",\"values\":[]}}}]}");
    assertThat(own.at("/tiles/0/filters_overrides").toString())
        .isEqualTo("{\"date_from\":\"-2d\",\"properties\":[]}");
    assertThat(own.at("/tiles/0/insight/query/source/dateRange/date_from").asText())
        .isEqualTo("-2d");
    assertThat(own.at("/tiles/0/insight/query/source").has("properties")).isFalse();
  }

  @Test
  void d52_d53_deleting_a_dashboard_takes_its_insights_along_only_when_asked() throws Exception {
    String one = acme.dashboard("{}");
    String two = acme.dashboard("{}");
    String x = "insights/" + acme.insight("x", "a", "[" + id(one) + "]").get("id");
    String y = "insights/" + acme.insight("y", "a", "[" + id(one) + "," + id(two) + "]").get("id");
    acme.patch(one, "{\"deleted\":true}");
    assertThat(acme.get(x).get("dashboards")).isEmpty();
    assertThat(acme.get(x).get("dashboard_tiles")).isEmpty();
    acme.patch(one, "{\"deleted\":false}");
    assertThat(acme.get(one).get("tiles")).hasSize(2);

    acme.patch(one, "{\"deleted\":true,\"delete_insights\":true}");
    acme.refused(404, "GET", x, Acme.ADA, "");
    assertThat(acme.get(y).get("dashboards").toString()).isEqualTo("[" + id(two) + "]");
    assertThat(acme.get(two).get("tiles")).hasSize(1);
    acme.patch(one, "{\"deleted\":false}");
    assertThat(acme.get(x).get("dashboards")).hasSize(1);
  }

  @Test
  void d55_an_insight_goes_and_comes_back_by_its_mark() throws Exception {
    String path = acme.dashboard("{}");
    JsonNode made = acme.insight("visits", "visit", "[" + id(path) + "]");
    String insight = "insights/" + made.get("id") + "/";
    assertThat(acme.send("DELETE", insight, Acme.ADA, null).status()).isEqualTo(405);
    acme.patch(insight, "{\"deleted\":true}");
    assertThat(acme.get(path).get("tiles")).isEmpty();
    acme.refused(404, "GET", insight, Acme.ADA, "");
    acme.patch(insight, "{\"deleted\":false}");
    assertThat(acme.get(path).get("tiles")).hasSize(1);
    assertThat(acme.get("insights/" + made.get("short_id").asText()).get("name").asText())
        .isEqualTo("visits");
    acme.patch(path, "{\"deleted\":true}");
    acme.patch(insight, "{\"deleted\":true}");
  }

  @Test
  void d56_d71_texts_come_and_go_in_their_order() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("visits", "visit", "[" + id(path) + "]");
    JsonNode made =
        acme.patch(path, "{\"tiles\":[{\"text\":{\"body\":\"a\"}},{\"text\":{\"body\":\"b\"}}]}");
    assertThat(Acme.texts(made.get("tiles"), "order")).containsExactly("0", "1", "2");
    JsonNode text = made.at("/tiles/1/text");
    assertThat(text.get("body").asText()).isEqualTo("a");
    assertThat(text.at("/created_by/email").asText()).isEqualTo("ada@example.com");
    assertThat(text.get("last_modified_by").isNull()).isTrue();
    assertThat(text.get("team").asInt()).isEqualTo(1);
    assertThat(made.at("/tiles/1/insight").isNull()).isTrue();

    long first = made.at("/tiles/1/id").asLong();
    JsonNode less = acme.patch(path, "{\"tiles\":[{\"id\":" + first + ",\"deleted\":true}]}");
    assertThat(less.at("/tiles/1/text/body").asText()).isEqualTo("b");
    JsonNode back = acme.patch(path, "{\"tiles\":[{\"id\":" + first + ",\"deleted\":false}]}");
    assertThat(back.get("tiles")).hasSize(3);
    acme.patch(path, "{\"deleted\":true}");
    acme.patch(path, "{\"deleted\":false}");
    assertThat(acme.get(path).get("tiles")).hasSize(3);
  }

  @Test
  void d58_layouts_come_back_as_they_were_sent() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("visits", "visit", "[" + id(path) + "]");
    long tile = acme.get(path).at("/tiles/0/id").asLong();
    String layouts =
        "{\"sm\":{\"w\":\"7\",\"h\":\"5\",\"x\":\"1\",\"y\":\"1\",\"moved\":\"False\",\"static\":\"False\"},"
            + "\"xs\":{\"w\":1,\"h\":5,\"x\":0,\"y\":0}}";
    JsonNode after =
        acme.patch(path, "{\"tiles\":[{\"id\":" + tile + ",\"layouts\":" + layouts + "}]}");
    assertThat(after.at("/tiles/0/layouts").toString()).isEqualTo(layouts);
    assertThat(acme.get(path).at("/tiles/0/layouts").toString()).isEqualTo(layouts);
    JsonNode ours = acme.get("/facet/v1/projects/1/dashboards/" + id(path));
    assertThat(ours.at("/sections/0/cards/0/x").asInt()).isEqualTo(1);
    assertThat(ours.at("/sections/0/cards/0/w").asInt()).isEqualTo(7);
  }

  @Test
  void tiles_lie_in_the_order_of_their_layouts_and_those_without_last() throws Exception {
    String path = acme.dashboard("{}");
    for (String name : new String[] {"nowhere", "right", "left"}) {
      acme.insight(name, "visit", "[" + id(path) + "]");
    }
    JsonNode tiles = acme.get(path).get("tiles");
    acme.patch(
        path,
        "{\"tiles\":[{\"id\":%s,\"layouts\":{\"sm\":{\"x\":6,\"y\":0,\"w\":6,\"h\":5}}},"
                .formatted(tiles.at("/1/id"))
            + "{\"id\":%s,\"layouts\":{\"sm\":{\"x\":0,\"y\":0,\"w\":6,\"h\":5}}},{\"id\":999,\"color\":\"red\"}]}"
                .formatted(tiles.at("/2/id")));
    JsonNode after = acme.get(path).get("tiles");
    assertThat(after.findValuesAsText("name")).contains("left", "right", "nowhere");
    assertThat(after.at("/0/insight/name").asText()).isEqualTo("left");
    assertThat(after.at("/1/insight/name").asText()).isEqualTo("right");
    assertThat(after.at("/2/insight/name").asText()).isEqualTo("nowhere");
  }

  @Test
  void d59_a_patch_colours_a_tile_and_adds_a_text() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("visits", "visit", "[" + id(path) + "]");
    long tile = acme.get(path).at("/tiles/0/id").asLong();
    JsonNode after =
        acme.patch(
            path,
            """
            {"tiles":[{"id":%d,"color":"red","is_cached":true,"show_description":true},
             {"id":%d,"color":"red","is_cached":true,"text":{"body":"an example"},"layouts":{}}]}"""
                .formatted(tile, tile + 1));
    assertThat(after.at("/tiles/0/color").asText()).isEqualTo("red");
    assertThat(after.at("/tiles/0/is_cached").asBoolean()).isFalse();
    assertThat(after.at("/tiles/0/show_description").asBoolean()).isTrue();
    assertThat(after.at("/tiles/1/text/body").asText()).isEqualTo("an example");
    assertThat(after.at("/tiles/1/color").asText()).isEqualTo("red");
    assertThat(after.at("/tiles/1/layouts").toString()).isEqualTo("{}");
  }

  @Test
  void d68_texts_of_other_dashboards_cannot_be_written() throws Exception {
    String there = acme.dashboard("{}");
    JsonNode theirs = acme.patch(there, "{\"tiles\":[{\"text\":{\"body\":\"theirs\"}}]}");
    String path = acme.dashboard("{}");
    JsonNode error =
        acme.refused(
            400,
            "PATCH",
            path,
            Acme.ADA,
            "{\"tiles\":[{\"text\":{\"id\":%s,\"body\":\"mine\"}}]}"
                .formatted(theirs.at("/tiles/0/text/id")));
    assertThat(error.get("attr").asText()).isEqualTo("text");
    assertThat(acme.get(there).at("/tiles/0/text/body").asText()).isEqualTo("theirs");
    acme.refused(
        400,
        "PATCH",
        path,
        Acme.ADA,
        "{\"tiles\":[{\"text\":{\"body\":\"" + "x".repeat(4001) + "\"}}]}");
  }

  @Test
  void d70_who_edits_a_text_is_named_beside_who_wrote_it() throws Exception {
    String path = acme.dashboard("{}");
    JsonNode made = acme.patch(path, "{\"tiles\":[{\"text\":{\"body\":\"first\"}}]}");
    JsonNode after =
        acme.expect(
            200,
            "PATCH",
            path,
            Acme.EVE,
            "{\"tiles\":[{\"id\":%s,\"text\":{\"id\":%s,\"body\":\"second\"}}]}"
                .formatted(made.at("/tiles/0/id"), made.at("/tiles/0/text/id")));
    assertThat(after.get("tiles")).hasSize(1);
    JsonNode text = after.at("/tiles/0/text");
    assertThat(text.get("body").asText()).isEqualTo("second");
    assertThat(text.at("/created_by/first_name").asText()).isEqualTo("Ada");
    assertThat(text.at("/last_modified_by/first_name").asText()).isEqualTo("Eve");
  }

  @Test
  void d77_a_tiles_own_filters_are_an_object_or_null() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("visits", "visit", "[" + id(path) + "]");
    long tile = acme.get(path).at("/tiles/0/id").asLong();
    String patch = "{\"tiles\":[{\"id\":" + tile + ",\"filters_overrides\":%s}]}";
    JsonNode error = acme.refused(400, "PATCH", path, Acme.ADA, patch.formatted("[]"));
    assertThat(error.get("attr").asText()).isEqualTo("filters_overrides");
    acme.patch(path, patch.formatted("{\"date_from\":\"-1d\"}"));
    assertThat(acme.patch(path, patch.formatted("null")).at("/tiles/0/filters_overrides"))
        .isEmpty();
  }

  @Test
  void d80_an_insight_that_cannot_be_asked_is_kept_and_shows_what_is_wrong() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("good", "visit", "[" + id(path) + "]");
    for (String query :
        new String[] {
          "{\"kind\":\"SomethingNew\",\"x\":1}",
          "{\"kind\":\"TrendsQuery\",\"series\":[],\"y\":2.5}"
        }) {
      String body = "{\"name\":\"bad\",\"dashboards\":[" + id(path) + "],\"query\":" + query + "}";
      assertThat(acme.post("insights/", body).get("query").toString()).isEqualTo(query);
    }
    JsonNode tiles = acme.get(path + "?refresh=blocking").get("tiles");
    assertThat(tiles).hasSize(3);
    assertThat(tiles.at("/0/insight/result")).hasSize(1);
    assertThat(tiles.at("/0").has("error")).isFalse();
    assertThat(tiles.at("/1/insight/query/kind").asText()).isEqualTo("SomethingNew");
    assertThat(tiles.at("/1/error/type").asText()).isEqualTo("validation_error");
    assertThat(tiles.at("/1/error/message").asText()).contains("SomethingNew");
    assertThat(tiles.at("/1/insight/result").isNull()).isTrue();
    assertThat(tiles.at("/2/error/message").asText()).contains("series");
  }

  @Test
  void charts_that_share_a_card_are_tiles_of_their_own() throws Exception {
    String chart =
        "{\"title\":\"%s\",\"query\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"visit\"}]}}";
    String form =
        "{\"name\":\"two sections\",\"sections\":["
            + CARD.formatted(chart.formatted("up") + "," + chart.formatted("down"))
            + ","
            + CARD.formatted(chart.formatted("below"))
            + "]}";
    JsonNode ours = acme.expect(201, "POST", "/facet/v1/projects/1/dashboards", Acme.ADA, form);
    String path = "dashboards/" + ours.get("id") + "/";
    JsonNode tiles = acme.get(path).get("tiles");
    assertThat(tiles).hasSize(3);
    assertThat(tiles.at("/0/layouts/sm").toString()).isEqualTo("{\"x\":0,\"y\":0,\"w\":6,\"h\":2}");
    assertThat(tiles.at("/1/layouts/sm").toString()).isEqualTo("{\"x\":0,\"y\":2,\"w\":6,\"h\":2}");
    assertThat(tiles.at("/2/layouts/sm").toString()).isEqualTo("{\"x\":0,\"y\":4,\"w\":6,\"h\":4}");

    acme.patch(path, "{\"tiles\":[{\"id\":%s,\"deleted\":true}]}".formatted(tiles.at("/0/id")));
    JsonNode after = acme.get("/facet/v1/projects/1/dashboards/" + ours.get("id"));
    assertThat(after.get("sections")).hasSize(2);
    assertThat(after.at("/sections/0/cards/0/charts")).hasSize(1);
    assertThat(after.at("/sections/1/cards/0/y").asInt()).isZero();
    assertThat(acme.get(path).get("tiles")).hasSize(2);
  }

  @Test
  void insights_are_listed_lightly_and_narrowed() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("on a dashboard", "visit", "[" + id(path) + "]");
    acme.post("insights/", "{\"name\":\"saved\",\"saved\":true,\"tags\":[\"x\"]}");
    acme.post("insights/", "{\"name\":\"draft\",\"favorited\":true}");
    JsonNode list = acme.get("insights/?basic=true&order=name");
    assertThat(list.get("count").asInt()).isEqualTo(3);
    assertThat(list.at("/results/0").has("result")).isFalse();
    assertThat(Acme.texts(list.get("results"), "name"))
        .containsExactly("draft", "on a dashboard", "saved");
    assertThat(names("?saved=true")).containsExactlyInAnyOrder("on a dashboard", "saved");
    assertThat(names("?favorited=true")).containsExactly("draft");
    assertThat(names("?dashboards=[" + id(path) + "]")).containsExactly("on a dashboard");
    assertThat(names("?tags=[\"x\"]")).containsExactly("saved");
    assertThat(names("?search=DRAFT")).containsExactly("draft");
  }

  private java.util.List<String> names(String query) throws Exception {
    String escaped = query.replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");
    return Acme.texts(acme.get("insights/" + escaped).get("results"), "name");
  }

  @Test
  void changing_an_insight_saves_it_and_names_who_did() throws Exception {
    JsonNode made = acme.insight("before", "visit", "[]");
    assertThat(made.get("saved").asBoolean()).isFalse();
    Reply reply =
        acme.send("PATCH", "insights/" + made.get("id"), Acme.EVE, "{\"name\":\"after\"}");
    assertThat(reply.json().get("saved").asBoolean()).isTrue();
    assertThat(reply.json().at("/last_modified_by/first_name").asText()).isEqualTo("Eve");
    assertThat(reply.json().at("/created_by/first_name").asText()).isEqualTo("Ada");
    assertThat(reply.json().get("filters").toString()).isEqualTo("{}");
  }
}
