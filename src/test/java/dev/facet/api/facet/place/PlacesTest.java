package dev.facet.api.facet.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  private static final String PROJECT = "/facet/v1/projects/1";
  private static final String CONTENT =
      """
      {"sections":[{"title":"","cards":[{"x":0,"y":0,"w":4,"h":2,"layout":"vertical","charts":[
        {"title":"All","type":"Metric","dataset":{"type":"OTQL","query_text":"SELECT @count{} FROM UserPoint"}}]}]}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String register(String title, String rest) throws Exception {
    Reply made =
        server.post("/v1/dashboards", "phx_all", "{\"title\":\"" + title + "\"," + rest + "}");
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return made.json().at("/data/id").asText();
  }

  private void make(String title, String rest) throws Exception {
    String path = "/v1/dashboards/" + register(title, rest) + "/content";
    assertThat(server.send("PUT", path, "phx_all", CONTENT).status()).isEqualTo(200);
  }

  private List<String> on(String page) throws Exception {
    JsonNode found = server.get(PROJECT + "/places/" + page, "phx_read").json();
    return found.path("results").valueStream().map(each -> each.path("name").asText()).toList();
  }

  @Test
  void a_page_has_the_dashboards_placed_there_by_name() throws Exception {
    make("beta", "\"scopes\":[\"home\"],\"segment_ids\":[],\"builder_ids\":[]");
    make("Alpha", "\"scopes\":[\"home\",\"segments\"],\"segment_ids\":[\"7\"],\"builder_ids\":[]");
    make(
        "Gamma",
        "\"scopes\":[\"segments\",\"builders\"],\"segment_ids\":[],\"builder_ids\":[\"3\"]");
    make("Nowhere", "\"scopes\":[],\"segment_ids\":[\"7\"],\"builder_ids\":[]");
    assertThat(on("home")).containsExactly("Alpha", "beta");
    assertThat(on("segments?id=7")).containsExactly("Alpha", "Gamma");
    assertThat(on("segments?id=8")).containsExactly("Gamma");
    assertThat(on("segments")).containsExactly("Gamma");
    assertThat(on("builders?id=3")).containsExactly("Gamma");
    assertThat(on("builders?id=4")).isEmpty();
    assertThat(on("console")).isEmpty();
  }

  @Test
  void archived_dashboards_and_those_without_content_stand_nowhere() throws Exception {
    String home = "\"scopes\":[\"home\"],\"segment_ids\":[],\"builder_ids\":[]";
    make("Archived", home + ",\"archived\":true");
    register("Empty", home);
    assertThat(on("home")).isEmpty();
  }

  @Test
  void segments_are_the_cohorts_of_the_project_by_name() throws Exception {
    for (String name : List.of("zebra", "Ant")) {
      Reply made =
          server.post(
              "/api/projects/1/cohorts/",
              "phx_all",
              "{\"name\":\"" + name + "\",\"is_static\":true,\"distinct_ids\":[]}");
      assertThat(made.status()).as(made.body()).isEqualTo(201);
    }
    JsonNode segments = server.get(PROJECT + "/segments", "phx_read").json().path("results");
    assertThat(segments.findValuesAsText("name")).containsExactly("Ant", "zebra");
    assertThat(segments.at("/0/id").isTextual()).isTrue();
    assertThat(server.get("/facet/v1/projects/2/segments", "phx_all").json().path("total").asInt())
        .isZero();
  }

  @Test
  void a_page_that_there_is_not_is_refused() throws Exception {
    Reply reply = server.get(PROJECT + "/places/moon", "phx_read");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").asText())
        .isEqualTo("\"moon\" is none of home, segments, builders, console.");
    assertThat(server.get(PROJECT + "/places/home", null).status()).isEqualTo(401);
  }
}
