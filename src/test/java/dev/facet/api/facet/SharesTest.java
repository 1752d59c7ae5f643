package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesTest {
  private static final String PATH = "/facet/v1/projects/1/dashboards";
  private static final String FORM =
      """
      {"name":"Visits","description":"Of all","refresh_interval":90,"tags":["inner"],
       "filters":{"properties":[{"key":"email","value":"bob@example.com","operator":"is_not","type":"event"}]},
       "sections":[{"title":"Web","cards":[
        {"x":0,"y":0,"w":6,"h":4,"charts":[{"title":"By day","type":"line","colors":["#112233"],
          "query":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit"}],
                   "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"}}}]},
        {"x":6,"y":0,"w":6,"h":4,"charts":[{"title":"Broken","query":{"kind":"OtqlQuery","query":"secret"}}]},
        {"x":6,"y":4,"w":6,"h":4,"charts":[{"type":"text","options":{"text":"# Hello"}}]}]}]}""";
  private static final String EVENTS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z"},
        {"event":"visit","distinct_id":"b","timestamp":"2026-03-03T10:00:00Z"}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    assertThat(server.post("/batch", null, EVENTS).status()).isEqualTo(200);
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode create() throws Exception {
    Reply made = server.post(PATH, "phx_all", FORM);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  /** Changes how a thing is shared; its token. */
  private String share(String subject, String change) throws Exception {
    Reply reply =
        server.send("PATCH", "/api/projects/1/" + subject + "/sharing/", "phx_all", change);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("access_token").asText();
  }

  private Reply visit(String path, String... headers) throws Exception {
    return server.get("/facet/v1/shares/" + path, null, headers);
  }

  private static List<String> fields(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void a_visitor_sees_what_is_drawn_and_nothing_of_what_is_asked_or_by_whom() throws Exception {
    String token =
        share(
            "dashboards/" + create().path("id"),
            "{\"enabled\":true,\"settings\":{\"theme\":\"dark\",\"noHeader\":true}}");
    Reply reply = visit(token);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    JsonNode shown = reply.json();
    assertThat(fields(shown))
        .containsExactly("type", "locked", "settings", "timezone", "dashboard");
    assertThat(shown.path("type").asText()).isEqualTo("dashboard");
    assertThat(shown.path("locked").asBoolean(true)).isFalse();
    assertThat(shown.path("settings").toString())
        .isEqualTo("{\"noHeader\":true,\"theme\":\"dark\"}");
    assertThat(shown.path("timezone").asText()).isEqualTo("UTC");
    JsonNode board = shown.path("dashboard");
    assertThat(fields(board))
        .containsExactly("name", "description", "refresh_interval", "sections");
    assertThat(board.path("refresh_interval").asInt()).isEqualTo(90);
    assertThat(fields(board.at("/sections/0/cards/0/charts/0")))
        .containsExactly("id", "title", "description", "type", "options", "colors", "query");
    assertThat(board.at("/sections/0/cards/0/charts/0/query").toString())
        .isEqualTo("{\"kind\":\"TrendsQuery\"}");
    assertThat(board.at("/sections/0/cards/2/charts/0/options/text").asText()).isEqualTo("# Hello");
    assertThat(reply.body()).doesNotContain("@", "visit", "secret", "inner");
  }

  @Test
  void a_visitor_gets_the_answers_and_cannot_ask_others() throws Exception {
    String token = share("dashboards/" + create().path("id"), "{\"enabled\":true}");
    Reply reply = visit(token + "/data?date_from=2026-03-03&refresh=true&colour=red");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    JsonNode data = reply.json();
    assertThat(data.path("position").asLong()).isEqualTo(2);
    assertThat(data.path("as_of").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(data.at("/charts/0/rows").toString())
        .isEqualTo(
            "[[0,\"2026-03-01T00:00:00Z\",1.0],[0,\"2026-03-02T00:00:00Z\",0.0],"
                + "[0,\"2026-03-03T00:00:00Z\",1.0]]");
    assertThat(data.at("/charts/1/error").asText()).isEqualTo("This chart could not be computed.");
    assertThat(data.at("/charts/1/error_code").asText()).isEqualTo("not_computed");
    assertThat(data.at("/charts/2/type").asText()).isEqualTo("text");

    Reply stream = visit(token + "/data", "Accept", "text/event-stream");
    assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(stream.body().split("\n\n")).hasSize(5);
    assertThat(stream.body()).contains("\"error_code\":\"not_computed\"").doesNotContain("secret");
  }

  @Test
  void an_insight_is_a_dashboard_of_one_chart() throws Exception {
    JsonNode chart = create().at("/sections/0/cards/0/charts/0");
    String token = share("insights/" + chart.path("insight"), "{\"enabled\":true}");
    JsonNode shown = visit(token).json();
    assertThat(shown.path("type").asText()).isEqualTo("insight");
    assertThat(shown.at("/dashboard/sections/0/cards")).hasSize(1);
    assertThat(shown.at("/dashboard/sections/0/cards/0/charts/0/type").asText()).isEqualTo("line");
    JsonNode data = visit(token + "/data").json();
    assertThat(data.path("charts")).hasSize(1);
    assertThat(data.at("/charts/0/id"))
        .isEqualTo(shown.at("/dashboard/sections/0/cards/0/charts/0/id"));
    assertThat(data.at("/charts/0/rows/2").toString())
        .isEqualTo("[0,\"2026-03-03T00:00:00Z\",1.0]");
  }

  @Test
  void what_is_locked_opens_to_whoever_knows_the_password() throws Exception {
    String board = "dashboards/" + create().path("id");
    String token = share(board, "{\"enabled\":true,\"password_required\":true}");
    server.post(
        "/api/projects/1/" + board + "/sharing/passwords/",
        "phx_all",
        "{\"raw_password\":\"open sesame\"}");
    assertThat(visit(token).body())
        .isEqualTo("{\"type\":\"dashboard\",\"locked\":true,\"settings\":{}}");
    Reply refused = visit(token + "/data");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().at("/error/code").asText()).isEqualTo("password_required");
    assertThat(visit(token + "/data", "Authorization", "Bearer phx_all").status()).isEqualTo(401);

    String ticket =
        server
            .post("/shared/" + token, null, "{\"password\":\"open sesame\"}")
            .json()
            .path("shareToken")
            .asText();
    String bearer = "Bearer " + ticket;
    assertThat(visit(token, "Authorization", bearer).json().at("/dashboard/name").asText())
        .isEqualTo("Visits");
    assertThat(visit(token + "/data", "Authorization", bearer).json().path("charts")).hasSize(3);
    String other =
        share("dashboards/" + create().path("id"), "{\"enabled\":true,\"password_required\":true}");
    assertThat(visit(other + "/data", "Authorization", bearer).status()).isEqualTo(401);
  }

  @Test
  void a_link_that_is_closed_unknown_or_about_something_gone_shows_nothing() throws Exception {
    String id = create().path("id").asText();
    String token = share("dashboards/" + id, "{\"enabled\":true}");
    assertThat(visit(token + "/data").status()).isEqualTo(200);
    server.send("DELETE", PATH + "/" + id, "phx_all", null);
    assertThat(visit(token).status()).isEqualTo(404);
    assertThat(visit(token + "/data").status()).isEqualTo(404);
    server.post(PATH + "/" + id + "/restore", "phx_all", null);
    assertThat(visit(token + "/data").status()).isEqualTo(200);
    share("dashboards/" + id, "{\"enabled\":false}");
    assertThat(visit(token).status()).isEqualTo(404);
    assertThat(visit(token + "/data").status()).isEqualTo(404);
    assertThat(visit("nothing").json().at("/error/code").asText()).isEqualTo("share_not_found");
  }
}
