package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsTest {
  private static final String HOME = "/v1/dashboards?organisation_id=1";

  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws Exception {
    console = new Console(folder);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void registersADashboardWithTextsForIdsAndMillisecondsForInstants() throws Exception {
    Reply made =
        console.post(
            "/v1/dashboards",
            """
            {"title": "Früh", "scopes": ["home", "segments"], "segment_ids": [12, "13"],
             "builder_ids": [], "archived": false, "organisation_id": 1}""");

    assertThat(made.status()).isEqualTo(200);
    long now = ServerUnderTest.NOW.toEpochMilli();
    assertThat(made.json())
        .isEqualTo(
            json(
                """
                {"status": "ok", "data": {"id": "1", "title": "Früh", "scopes": ["home", "segments"],
                 "segment_ids": ["12", "13"], "builder_ids": [], "archived": false,
                 "organisation_id": "1", "community_id": "1", "created_ts": %d, "created_by": "1",
                 "last_modified_ts": %d, "last_modified_by": "1"}}"""
                    .formatted(now, now)));
    assertThat(console.get("/v1/dashboards/1?organisation_id=1").json()).isEqualTo(made.json());
  }

  @Test
  void listsAPageOfThoseThatMatch() throws Exception {
    for (String title : new String[] {"Sales", "Traffic", "sales by shop"}) {
      console.register(title);
    }
    console.put(
        "/v1/dashboards/2",
        Console.REGISTRATION.formatted("Traffic").replace("}", ", \"archived\": true}"));

    JsonNode page = console.get(HOME + "&first_result=1&max_results=1").json();
    assertThat(page.path("count").asInt()).isEqualTo(1);
    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.path("first_result").asInt()).isEqualTo(1);
    assertThat(page.path("max_results").asInt()).isEqualTo(1);
    assertThat(page.at("/data/0/id").asText()).isEqualTo("2");
    assertThat(titles(HOME + "&keywords=SALES")).containsExactly("Sales", "sales by shop");
    assertThat(titles(HOME + "&archived=false")).containsExactly("Sales", "sales by shop");
    assertThat(titles(HOME + "&archived=true")).containsExactly("Traffic");
  }

  private java.util.List<String> titles(String path) throws Exception {
    return console.get(path).json().path("data").findValuesAsText("title");
  }

  @Test
  void keepsTheContentWhenARegistrationIsReplacedAndItsInstantWhenTheContentIs() throws Exception {
    String id = console.register("A");
    JsonNode wrapper =
        console.put("/v1/dashboards/" + id + "/content", "{\"sections\": []}").json().path("data");

    JsonNode replaced =
        console
            .put(
                "/v1/dashboards/" + id,
                Console.REGISTRATION
                    .formatted("B")
                    .replace("}", ", \"dashboard_content_id\": \"777\"}"))
            .json()
            .path("data");

    assertThat(replaced.path("title").asText()).isEqualTo("B");
    assertThat(replaced.path("dashboard_content_id")).isEqualTo(wrapper.path("id"));
  }

  @Test
  void forgetsADeletedDashboard() throws Exception {
    String id = console.register("A");

    assertThat(console.delete("/v1/dashboards/" + id).json())
        .isEqualTo(json("{\"status\": \"ok\"}"));

    assertThat(console.get("/v1/dashboards/" + id).status()).isEqualTo(404);
    assertThat(console.get(HOME).json().path("total").asInt()).isZero();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                           | 400 | title
          []                                                                           | 400 | object
          {"title": 1}                                                                 | 400 | title
          {"title": " ", "scopes": [], "segment_ids": [], "builder_ids": []}           | 400 | title
          {"title": "x", "segment_ids": [], "builder_ids": []}                         | 400 | scopes
          {"title": "x", "scopes": ["moon"], "segment_ids": [], "builder_ids": []}     | 400 | scopes[0]
          {"title": "x", "scopes": [], "segment_ids": [{}], "builder_ids": []}         | 400 | segment_ids[0]
          {"title": "x", "scopes": [], "segment_ids": [], "builder_ids": 3}            | 400 | builder_ids
          {"title": "x", "scopes": [], "segment_ids": [], "builder_ids": [], "archived": "no"} | 400 | archived
          {"title": "x", "scopes": [], "segment_ids": [], "builder_ids": [], "community_id": "2"} | 400 | community_id
          {"title": "x", "scopes": [], "segment_ids": [], "builder_ids": [], "organisation_id": "2"} | 403 | organisation '2'
          {                                                                            | 400 | JSON
          """)
  void refusesARegistrationAndNamesTheField(String body, int status, String named)
      throws Exception {
    Reply refused = console.post("/v1/dashboards", body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().path("status").asText()).isEqualTo("error");
    assertThat(refused.json().path("error").asText()).contains(": ").contains(named);
    assertThat(refused.json().path("error_id").asText()).isNotEmpty();
    assertThat(console.get(HOME).json().path("total").asInt()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/v1/dashboards, 400, BAD_REQUEST",
    "/v1/dashboards?organisation_id=2, 403, FORBIDDEN",
    "/v1/dashboards?organisation_id=1&max_results=0, 400, BAD_REQUEST",
    "/v1/dashboards?organisation_id=1&first_result=x, 400, BAD_REQUEST",
    "/v1/dashboards?organisation_id=1&archived=2, 400, BAD_REQUEST",
    "/v1/dashboards/99, 404, NOT_FOUND",
    "/v1/dashboards/x, 404, NOT_FOUND",
    "/v1/nothing, 404, NOT_FOUND"
  })
  void refusesACallWithItsCode(String path, int status, String code) throws Exception {
    Reply refused = console.get(path);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().path("error_code").asText()).isEqualTo(code);
  }

  @Test
  void readsTheSameDashboardInOtherDialectsAndTheOtherWayRound() throws Exception {
    String id = console.register("Here");
    JsonNode there = console.server.get("/api/projects/1/dashboards/" + id + "/", "phx_all").json();
    assertThat(there.path("name").asText()).isEqualTo("Here");

    console.server.post("/api/projects/1/dashboards/", "phx_all", "{\"name\": \"There\"}");

    assertThat(titles(HOME)).containsExactly("Here", "There");
  }
}
