package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiles sent with their dashboard, and twins of tiles that were taken off, over HTTP. */
class TilePatchesTest {
  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    assertThat(acme.dashboard("{\"name\":\"one\"}")).isEqualTo("dashboards/1/");
    acme.dashboard("{\"name\":\"two\"}");
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private JsonNode text(String dashboard, String body) throws Exception {
    return acme.post(dashboard + "create_text_tile/", "{\"body\":\"" + body + "\"}");
  }

  private JsonNode patched(String tile) throws Exception {
    return acme.patch("dashboards/1/", "{\"tiles\":[" + tile + "]}").get("tiles");
  }

  private JsonNode refused(String tile) throws Exception {
    return acme.refused(400, "PATCH", "dashboards/1/", Acme.ADA, "{\"tiles\":[" + tile + "]}");
  }

  @Test
  void a_copied_tile_is_its_twin_come_back_with_the_look_of_its_source() throws Exception {
    long source = text("dashboards/1/", "hello").get("id").asLong();
    String copy = "{\"fromDashboardId\":1,\"tileId\":" + source + "}";
    long twin =
        acme.expect(200, "POST", "dashboards/2/copy_tile/", Acme.ADA, copy)
            .at("/tiles/0/id")
            .asLong();
    acme.send("POST", "dashboards/2/delete_tile/", Acme.ADA, "{\"tile_id\":" + twin + "}");
    assertThat(acme.get("dashboards/2/").get("tiles")).isEmpty();
    patched("{\"id\":" + source + ",\"color\":\"blue\",\"layouts\":{\"sm\":{\"x\":3,\"y\":4}}}");

    JsonNode back = acme.expect(200, "POST", "dashboards/2/copy_tile/", Acme.ADA, copy);

    assertThat(back.get("tiles")).hasSize(1);
    assertThat(back.at("/tiles/0/id").asLong()).isEqualTo(twin);
    assertThat(back.at("/tiles/0/color").asText()).isEqualTo("blue");
    assertThat(back.at("/tiles/0/layouts").toString()).isEqualTo("{\"sm\":{\"x\":3,\"y\":4}}");
  }

  @Test
  void d49_an_insight_put_back_is_the_tile_it_was() throws Exception {
    String insight = "insights/" + acme.insight("one", "a", "[1]").get("id") + "/";
    long tile = acme.get("dashboards/1/").at("/tiles/0/id").asLong();
    acme.patch(insight, "{\"dashboards\":[]}");
    assertThat(acme.get("dashboards/1/").get("tiles")).isEmpty();
    acme.patch(insight, "{\"dashboards\":[1,2]}");
    assertThat(acme.get("dashboards/1/").at("/tiles/0/id").asLong()).isEqualTo(tile);
    assertThat(acme.get("dashboards/2/").get("tiles")).hasSize(1);
  }

  @Test
  void d55_a_dashboard_and_its_insight_go_in_either_order() throws Exception {
    String first = "insights/" + acme.insight("one", "a", "[1]").get("id") + "/";
    acme.patch(first, "{\"deleted\":true}");
    acme.patch("dashboards/1/", "{\"deleted\":true}");
    String second = "insights/" + acme.insight("two", "a", "[2]").get("id") + "/";
    acme.patch("dashboards/2/", "{\"deleted\":true}");
    acme.patch(second, "{\"deleted\":true}");
    acme.refused(404, "GET", first, Acme.ADA, "");
    acme.refused(404, "GET", second, Acme.ADA, "");
  }

  @Test
  void d71_the_last_of_four_texts_goes_and_the_others_keep_their_order() throws Exception {
    long last = 0;
    for (String body : new String[] {"a", "b", "c", "d"}) {
      last = text("dashboards/1/", body).get("id").asLong();
    }
    JsonNode left = patched("{\"id\":" + last + ",\"deleted\":true}");
    assertThat(left.findValuesAsText("body")).containsExactly("a", "b", "c");
    assertThat(acme.get("dashboards/1/").get("tiles").findValuesAsText("body"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void a_text_is_by_somebody_of_the_organisation() throws Exception {
    JsonNode tile = text("dashboards/1/", "hello");
    long id = tile.get("id").asLong();
    assertThat(patched(tile.toString())).hasSize(1);
    JsonNode foreign =
        refused("{\"id\":" + id + ",\"text\":{\"body\":\"x\",\"created_by\":{\"id\":4}}}");
    assertThat(foreign.get("attr").asText()).isEqualTo("text");
    assertThat(acme.get("dashboards/1/").at("/tiles/0/text/body").asText()).isEqualTo("hello");
    assertThat(
            refused("{\"text\":{\"body\":\"x\",\"created_by\":{\"id\":\"x\"}}}")
                .get("attr")
                .asText())
        .isEqualTo("text");
  }

  @Test
  void an_insights_tile_does_not_become_a_text() throws Exception {
    acme.insight("one", "a", "[1]");
    long id = acme.get("dashboards/1/").at("/tiles/0/id").asLong();
    JsonNode error = refused("{\"id\":" + id + ",\"text\":{\"body\":\"x\"}}");
    assertThat(error.get("attr").asText()).isEqualTo("text");
    assertThat(acme.get("dashboards/1/").at("/tiles/0/insight/name").asText()).isEqualTo("one");
  }

  @Test
  void what_is_wrong_with_one_of_several_names_its_place() throws Exception {
    long id = text("dashboards/1/", "hello").get("id").asLong();
    String[][] wrong = {
      {"{},{\"id\":%d,\"color\":\"%s\"}", "tiles__1__color"},
      {"{\"id\":%d,\"layouts\":\"%s\"}", "tiles__0__layouts"},
      {"{\"id\":%d,\"deleted\":\"%s\"}", "tiles__0__deleted"},
      {"{\"id\":%d,\"text\":{\"body\":[\"%s\"]}}", "text"},
      {"{\"id\":%d,\"text\":\"%s\"}", "text"},
      {"{\"id\":%d,\"filters_overrides\":[\"%s\"]}", "filters_overrides"},
    };
    for (String[] each : wrong) {
      JsonNode error = refused(each[0].formatted(id, "x".repeat(401)));
      assertThat(error.get("attr").asText()).as(each[0]).isEqualTo(each[1]);
    }
    assertThat(acme.get("dashboards/1/").at("/tiles/0/color").isNull()).isTrue();
  }

  @Test
  void only_a_truth_brings_a_deleted_insight_back() throws Exception {
    String path = "insights/" + acme.insight("one", "a", "[1]").get("id") + "/";
    acme.patch(path, "{\"deleted\":true}");
    acme.refused(404, "PATCH", path, Acme.ADA, "{\"deleted\":\"false\"}");
    acme.patch(path, "{\"deleted\":false}");
    assertThat(acme.get(path).get("dashboards").toString()).isEqualTo("[1]");
    JsonNode made = acme.post("insights/", "{\"name\":\"gone\",\"deleted\":true}");
    acme.refused(404, "GET", "insights/" + made.get("id"), Acme.ADA, "");
  }
}
