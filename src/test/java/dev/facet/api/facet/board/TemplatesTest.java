package dev.facet.api.facet.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that a project makes of its own dashboards. */
class TemplatesTest {
  private static final String ROOT = "/facet/v1/projects/1";
  private static final String FORM =
      """
      {"name":"Visits","description":"By day","tags":["web"],"refresh_interval":60,
       "filters":{"date_from":"-30d","date_to":null,"properties":[]},"sections":[
        {"title":"Top","cards":[
          {"x":0,"y":0,"w":6,"h":4,"layout":"horizontal","charts":[
            {"title":"A","description":"first","type":"bars","options":{"legend":false},"colors":["#123456"],
             "query":{"kind":"ReportQuery","dataset":"posts","dimensions":["network"],"metrics":["clicks"]}},
            {"title":"B","type":"metric","query":{"kind":"HogQLQuery","query":"select 1"}}]}]},
        {"title":"Rest","cards":[
          {"x":6,"y":0,"w":6,"h":4,"charts":[{"type":"text","options":{"text":"# Hello"}}]}]}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;
  private JsonNode dashboard;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    dashboard = server.post(ROOT + "/dashboards", "phx_all", FORM).json();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply save(String name) throws Exception {
    String body = "{\"dashboard\":%d,\"name\":\"%s\"}";
    return server.post(
        ROOT + "/templates", "phx_all", body.formatted(dashboard.path("id").asLong(), name));
  }

  private Reply use(JsonNode template) throws Exception {
    return server.post(
        ROOT + "/templates/" + template.path("id").asText() + "/dashboards", "phx_all", null);
  }

  /** What people say of a dashboard, without the numbers it got. */
  private static JsonNode said(JsonNode dashboard) {
    ObjectNode said = dashboard.deepCopy();
    said.remove(List.of("id", "revision", "created_at", "updated_at", "created_by", "name"));
    for (JsonNode card : said.path("sections").findValues("cards").stream().toList()) {
      for (JsonNode each : card) {
        ((ObjectNode) each).remove("id");
        each.path("charts").forEach(c -> ((ObjectNode) c).remove(List.of("id", "insight")));
      }
    }
    return said;
  }

  @Test
  void a_dashboard_made_of_its_template_says_the_same() throws Exception {
    Reply saved = save("Ours");
    assertThat(saved.status()).as(saved.body()).isEqualTo(201);
    assertThat(saved.json().path("built_in").asBoolean()).isFalse();
    assertThat(saved.json().path("description").asText()).isEqualTo("By day");
    JsonNode made = use(saved.json()).json();
    assertThat(made.path("name").asText()).isEqualTo("Ours");
    assertThat(said(made)).isEqualTo(said(dashboard));
    assertThat(made.at("/sections/0/cards/0/charts/0/insight"))
        .isNotEqualTo(dashboard.at("/sections/0/cards/0/charts/0/insight"));
  }

  @Test
  void the_template_stays_when_the_dashboard_changes_or_goes() throws Exception {
    JsonNode template = save("Ours").json();
    String path = ROOT + "/dashboards/" + dashboard.path("id").asLong();
    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(204);
    assertThat(said(use(template).json())).isEqualTo(said(dashboard));
  }

  @Test
  void other_dialects_see_its_tiles_and_win_when_they_write_others() throws Exception {
    JsonNode template = save("Ours").json();
    String path = "/api/projects/1/dashboard_templates/" + template.path("id").asText() + "/";
    JsonNode shown = server.get(path, "phx_all").json();
    assertThat(shown.path("tiles").findValuesAsText("type"))
        .containsExactly("INSIGHT", "INSIGHT", "TEXT");
    assertThat(shown.at("/tiles/2/layouts/sm/y").asInt()).isEqualTo(4);
    assertThat(shown.has("board")).isFalse();
    String tiles = "{\"tiles\":[{\"type\":\"TEXT\",\"body\":\"New\"}]}";
    assertThat(server.send("PATCH", path, "phx_all", tiles).status()).isEqualTo(200);
    assertThat(use(template).json().findValuesAsText("text")).containsExactly("New");
  }

  @Test
  void a_template_is_taken_away_by_who_may_write() throws Exception {
    JsonNode template = save("Ours").json();
    String path = ROOT + "/templates/" + template.path("id").asText();
    assertThat(server.send("DELETE", path, "phx_vic", null).status()).isEqualTo(403);
    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(204);
    assertThat(use(template).status()).isEqualTo(404);
    assertThat(server.get(ROOT + "/templates", "phx_all").body()).doesNotContain("Ours");
    assertThat(save("Ours").status()).isEqualTo(201);
  }

  @Test
  void one_that_comes_with_the_server_stays() throws Exception {
    JsonNode builtIn = server.get(ROOT + "/templates", "phx_all").json().at("/results/0");
    String path = ROOT + "/templates/" + builtIn.path("id").asText();
    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(403);
  }

  @Test
  void what_cannot_be_kept_is_refused_at_its_field() throws Exception {
    save("Ours");
    assertThat(save("Ours").json().at("/error/path").asText()).isEqualTo("name");
    assertThat(save(" ").json().at("/error/path").asText()).isEqualTo("name");
    Reply nothing = server.post(ROOT + "/templates", "phx_all", "{\"name\":\"X\"}");
    assertThat(nothing.json().at("/error/path").asText()).isEqualTo("dashboard");
    Reply unknown =
        server.post(ROOT + "/templates", "phx_all", "{\"name\":\"X\",\"dashboard\":999999}");
    assertThat(unknown.status()).isEqualTo(404);
  }
}
