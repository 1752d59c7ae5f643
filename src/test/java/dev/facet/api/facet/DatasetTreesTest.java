package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of datasets made of others, answered over HTTP; today is 4 March 2026. */
class DatasetTreesTest {
  private static final String BOOT =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users: [{ email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }]
            projects: [{ id: 1, name: Web, timezone: America/New_York, week_start: monday, token: phc_web }]
            keys: [{ user: ada@example.com, label: all, key: phx_all, scopes: ["*"] }]
      """;
  private static final String EVENTS =
      """
      {"api_key": "phc_web", "historical_migration": true, "batch": [
       {"event":"$pageview","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"$session_id":"s1","channel_id":"1","channel_name":"Web"}},
       {"event":"buy","distinct_id":"a","timestamp":"2026-03-01T10:05:00Z","properties":{"$session_id":"s1","revenue":12.5}},
       {"event":"$pageview","distinct_id":"b","timestamp":"2026-03-01T23:30:00Z","properties":{"channel_id":"1"}},
       {"event":"$pageview","distinct_id":"b","timestamp":"2026-03-02T10:00:00Z","properties":{"channel_id":"2"}}]}
      """;
  private static final String BY_CHANNEL =
      "{'type':'activities_analytics','series_title':'users','query_json':{"
          + "'dimensions':[{'name':'channel_id'}],'metrics':[{'expression':'users'}]}}";
  private static final String SESSIONS =
      "{'type':'activities_analytics','series_title':'sessions','query_json':{"
          + "'dimensions':[],'metrics':[{'expression':'sessions'}]}}";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder, BOOT, Map.of("store.url", ""));
    assertThat(server.post("/batch/", null, EVENTS).status()).isEqualTo(200);
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode charts(String... datasets) throws Exception {
    ObjectNode form = Json.MAPPER.createObjectNode().put("name", "Trees");
    ArrayNode cards = form.putArray("sections").addObject().put("title", "").putArray("cards");
    for (String dataset : datasets) {
      ObjectNode card = cards.addObject().put("x", 0).put("y", 0).put("w", 6).put("h", 4);
      ObjectNode chart = card.putArray("charts").addObject().put("title", "C").put("type", "bars");
      chart.putObject("query").put("kind", "DatasetTree").set("dataset", json(dataset));
    }
    Reply made = server.post("/facet/v1/projects/1/dashboards", "phx_all", form.toString());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String path = "/facet/v1/projects/1/dashboards/" + made.json().path("id").asText() + "/data";
    Reply reply = server.get(path, "phx_all");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("charts");
  }

  private String dataset(String tree) throws Exception {
    JsonNode chart = charts(tree).path(0);
    assertThat(chart.has("columns")).isFalse();
    return (chart.has("error") ? chart.path("error") : chart.path("dataset")).toString();
  }

  @Test
  void typesAreReadWhateverTheirCase() throws Exception {
    assertThat(
            dataset(
                "{'type':'Ratio','sources':[{'type':'otql','query_text':'SELECT @count{} FROM UserEvent'},"
                    + SESSIONS.replace("activities_analytics", "Activities_Analytics")
                    + "]}"))
        .isEqualTo("{\"type\":\"count\",\"value\":1.3333333333333333}");
  }

  @Test
  void cubesAreNumbersOrPointsByKey() throws Exception {
    assertThat(dataset(SESSIONS)).isEqualTo("{\"type\":\"count\",\"value\":3}");
    assertThat(dataset(BY_CHANNEL))
        .isEqualTo(
            "{\"type\":\"aggregate\",\"metadata\":{\"seriesTitles\":[\"users\"]},"
                + "\"dataset\":[{\"key\":\"1\",\"users\":2},{\"key\":\"2\",\"users\":1}]}");
  }

  @Test
  void laterDimensionsAreBucketsAndTheirMetricsAddedUp() throws Exception {
    assertThat(
            dataset(
                "{'type':'activities_analytics','query_json':{'dimensions':[{'name':'date_yyyy_mm_dd'},"
                    + "{'name':'channel_id'}],'metrics':[{'expression':'sessions'},{'expression':'users','alias':'WHO'}]}}"))
        .isEqualTo(
            "{\"type\":\"aggregate\",\"metadata\":{\"seriesTitles\":[\"sessions\",\"who\"]},\"dataset\":["
                + "{\"key\":\"2026-03-01\",\"sessions\":2,\"who\":2,\"buckets\":[{\"key\":\"1\",\"sessions\":2,\"who\":2}]},"
                + "{\"key\":\"2026-03-02\",\"sessions\":1,\"who\":1,\"buckets\":[{\"key\":\"2\",\"sessions\":1,\"who\":1}]}]}");
  }

  @Test
  void transformationsNestFreely() throws Exception {
    assertThat(
            dataset(
                "{'type':'get-decorators','decorators_options':{'model_type':'CHANNELS'},'sources':["
                    + "{'type':'to-percentages','sources':["
                    + BY_CHANNEL
                    + "]}]}"))
        .isEqualTo(
            "{\"type\":\"aggregate\",\"metadata\":{\"seriesTitles\":[\"users\"]},\"dataset\":["
                + "{\"key\":\"Web\",\"users\":66.67,\"users-count\":2},{\"key\":\"2\",\"users\":33.33,\"users-count\":1}]}");
    assertThat(
            dataset(
                "{'type':'ratio','sources':["
                    + SESSIONS
                    + ",{'type':'reduce','reduce_options':{'type':'sum'},'sources':["
                    + BY_CHANNEL
                    + "]}]}"))
        .isEqualTo("{\"type\":\"count\",\"value\":1}");
  }

  @Test
  void statementsInOtqlAreLeaves() throws Exception {
    assertThat(dataset("{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint'}"))
        .isEqualTo("{\"type\":\"count\",\"value\":2}");
    assertThat(
            dataset(
                "{'type':'OTQL','series_title':'events','query_text':'SELECT {name @map} FROM UserEvent'}"))
        .isEqualTo(
            "{\"type\":\"aggregate\",\"metadata\":{\"seriesTitles\":[\"events\"]},\"dataset\":["
                + "{\"key\":\"$pageview\",\"events\":3},{\"key\":\"buy\",\"events\":1}]}");
    assertThat(
            dataset(
                "{'type':'OTQL','query_text':'SELECT {name} FROM UserEvent WHERE name = \\'buy\\''}"
                    .replace("\\'", "\\\"")))
        .isEqualTo("{\"type\":\"json\",\"rows\":[{\"name\":\"buy\"}]}");
    assertThat(
            dataset(
                "{'type':'reduce','reduce_options':{'type':'first'},'sources':["
                    + "{'type':'OTQL','query_text':'SELECT {revenue @sum} FROM UserEvent'}]}"))
        .isEqualTo("{\"type\":\"count\",\"value\":12.5}");
  }

  @Test
  void filesOfTheOrganisationAreLeaves() throws Exception {
    String uri = "mics://data_file/tenants/1/sales.json";
    Reply put =
        server.send(
            "PUT",
            "/v1/data_file/data?uri=" + uri,
            "phx_all",
            "{\"a\":{\"points\":[{\"key\":\"x\",\"value\":3},{\"key\":\"y\",\"value\":1.5}],\"n\":7}}");
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(dataset("{'type':'data_file','uri':'" + uri + "','JSON_path':'$.a.points'}"))
        .isEqualTo(
            "{\"type\":\"aggregate\",\"metadata\":{\"seriesTitles\":[\"value\"]},\"dataset\":["
                + "{\"key\":\"x\",\"value\":3},{\"key\":\"y\",\"value\":1.5}]}");
    assertThat(dataset("{'type':'data_file','uri':'" + uri + "','JSON_path':'$..n'}"))
        .isEqualTo("{\"type\":\"count\",\"value\":7}");
    assertThat(dataset("{'type':'data_file','uri':'" + uri + "','JSON_path':'$.b'}"))
        .contains("finds nothing");
    assertThat(
            dataset(
                "{'type':'data_file','uri':'" + uri.replace("/1/", "/2/") + "','JSON_path':'$'}"))
        .contains("There is no file");
  }

  @Test
  void whatFailsFailsAloneAndSaysWhy() throws Exception {
    JsonNode charts =
        charts(
            SESSIONS,
            "{'type':'hologram','colour':'blue'}",
            "{'type':'ratio','sources':[" + SESSIONS + "]}",
            "{'type':'join','sources':[" + SESSIONS + ",{'type':'hologram'}]}",
            "{'type':'activities_analytics','query_json':{'dimensions':[{'name':'age'}],'metrics':[]}}",
            "{'type':'OTQL','query_text':'SELECT'}",
            "{'type':'OTQL','query_id':99}",
            "{'type':'activities_analytics','datamart_id':'7','query_json':{'dimensions':[],'metrics':[]}}",
            "{'type':'get-decorators','sources':[" + BY_CHANNEL + "]}");
    assertThat(charts.path(0).path("dataset").path("value").asInt()).isEqualTo(3);
    assertThat(charts.path(1).path("error").asText()).contains("\"hologram\"");
    assertThat(charts.path(2).path("error").asText())
        .isEqualTo("ratio takes exactly 2 sources, but was given 1.");
    assertThat(charts.path(3).path("error").asText()).contains("\"hologram\"");
    assertThat(charts.path(4).path("error").asText()).contains("\"age\"");
    for (int i = 5; i < 8; i++) {
      assertThat(charts.path(i).path("error").asText()).as("chart %d", i).isNotBlank();
      assertThat(charts.path(i).has("dataset")).isFalse();
    }
    assertThat(charts.path(8).path("dataset").path("dataset").size()).isEqualTo(2);
  }

  @Test
  void anUnknownDatasetIsSavedAsSent() throws Exception {
    String sent = "{'type':'hologram','colour':'blue','sources':[1,{'deep':null}]}";
    charts(sent);
    JsonNode list = server.get("/facet/v1/projects/1/dashboards", "phx_all").json().path("results");
    String path = "/facet/v1/projects/1/dashboards/" + list.path(0).path("id").asText();
    JsonNode query = server.get(path, "phx_all").json().at("/sections/0/cards/0/charts/0/query");
    assertThat(query.path("dataset")).isEqualTo(json(sent));
  }

  @Test
  void otherDialectsSeeTheFirstLevelAsATable() throws Exception {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("query").put("kind", "DatasetTree").set("dataset", json(BY_CHANNEL));
    Reply reply = server.post("/api/projects/1/query/", "phx_all", body.toString());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("results").toString()).isEqualTo("[[\"1\",2],[\"2\",1]]");
  }
}
