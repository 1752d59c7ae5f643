package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {
  private static final String CONTENT =
      """
      {"available_filters": [{"technical_name": "channels", "title": "Channel",
         "values_retrieve_method": "Query", "multi_select": true,
         "values_query": "SELECT {channel_id @map} FROM ActivityEvent",
         "query_fragments": [{"type": "OTQL", "starting_object_type": "ActivityEvent",
           "fragment": "channel_id IN $values"}]}],
       "sections": [{"title": "General", "cards": [
         {"x": 0, "y": 0, "w": 4, "h": 2, "layout": "vertical", "charts": [
           {"title": "Users", "type": "Metric", "useCache": false,
            "dataset": {"type": "OTQL", "query_text": "SELECT @count{} FROM UserPoint"}},
           {"title": "Half", "type": "pie", "options": {"is_half": true}, "colors": ["#FF0000"],
            "dataset": {"type": "otql", "query_id": "5"}}]},
         {"x": 4, "y": 0, "w": 12, "h": 3, "charts": [
           {"chart_id": "99"}, {"title": "Odd", "type": "Odd", "dataset": {"type": "none"}}]}]},
        {"title": "", "cards": []}]}""";
  private static final String TILE =
      """
      {"name": "Signups", "saved": %s, "dashboards": [%s], "query": {"kind": "InsightVizNode", "source":
        {"kind": "TrendsQuery", "series": [{"kind": "EventsNode", "event": "signup"}]}}}""";

  @TempDir Path folder;
  private Console console;
  private String place;
  private String id;

  @BeforeEach
  void start() throws Exception {
    console = new Console(folder);
    id = console.register("Home");
    place = "/v1/dashboards/" + id + "/content";
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private JsonNode content() throws Exception {
    return console.get(place).json().at("/data/content");
  }

  private List<Integer> tiles() throws Exception {
    JsonNode board = console.server.get("/api/projects/1/dashboards/" + id + "/", "phx_all").json();
    return board.path("tiles").findValues("insight").stream()
        .map(insight -> insight.path("id").asInt())
        .toList();
  }

  @Test
  void givesBackWhatWasSentInANewWrapperEachTime() throws Exception {
    assertThat(console.get(place).status()).isEqualTo(404);

    JsonNode first = console.put(place, CONTENT).json().path("data");
    JsonNode second = console.put(place, CONTENT).json().path("data");

    assertThat(first.path("content")).isEqualTo(json(CONTENT));
    assertThat(second.path("content")).isEqualTo(json(CONTENT));
    assertThat(second.path("id").asLong()).isGreaterThan(first.path("id").asLong());
    assertThat(first.path("created_by").asText()).isEqualTo("1");
    assertThat(console.get(place).json().path("data")).isEqualTo(second);
  }

  @Test
  void keepsInsightsOfChartsThatAreMovedAndMakesNoNewOnes() throws Exception {
    console.put(place, CONTENT);
    List<Integer> before = tiles();
    ObjectNode moved = (ObjectNode) json(CONTENT);
    ArrayNode cards = (ArrayNode) moved.at("/sections/0/cards");
    cards.add(cards.remove(0));
    ((ObjectNode) cards.get(1)).put("y", 9);

    console.put(place, moved.toString());

    assertThat(content()).isEqualTo(moved);
    assertThat(tiles()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void changesAChartInItsPlaceAndTheInsightWithIt() throws Exception {
    console.put(place, CONTENT);
    List<Integer> before = tiles();
    String changed = CONTENT.replace("FROM UserPoint", "FROM UserEvent");

    console.put(place, changed);

    assertThat(content()).isEqualTo(json(changed));
    assertThat(tiles()).containsExactlyElementsOf(before);
  }

  @Test
  void dropsTheIdsThatEditorsMake() throws Exception {
    String sent = CONTENT.replace("\"title\": \"Users\"", "\"id\": \"x1\", \"title\": \"Users\"");

    console.put(place, sent);

    assertThat(content()).isEqualTo(json(CONTENT));
  }

  @Test
  void losesNothingOfWhatAnotherDialectPutOnTheDashboard() throws Exception {
    console.server.post("/api/projects/1/insights/", "phx_all", TILE.formatted(false, id));
    console.server.post(
        "/api/projects/1/dashboards/" + id + "/create_text_tile/",
        "phx_all",
        "{\"body\": \"# Hi\"}");
    JsonNode before =
        console.server.get("/api/projects/1/dashboards/" + id + "/", "phx_all").json();
    JsonNode shown = content();
    assertThat(shown.findValuesAsText("kind")).contains("TrendsQuery");

    console.put(place, shown.toString());

    JsonNode after = console.server.get("/api/projects/1/dashboards/" + id + "/", "phx_all").json();
    assertThat(content()).isEqualTo(shown);
    assertThat(after.path("tiles").findValues("short_id"))
        .isEqualTo(before.path("tiles").findValues("short_id"));
    assertThat(after.path("tiles").findValues("query"))
        .isEqualTo(before.path("tiles").findValues("query"));
    assertThat(after.path("tiles").findValues("body"))
        .isEqualTo(before.path("tiles").findValues("body"));
  }

  @Test
  void neverChangesASavedInsightByWhatTakesItsPlace() throws Exception {
    JsonNode saved =
        console
            .server
            .post("/api/projects/1/insights/", "phx_all", TILE.formatted(true, id))
            .json();

    console.put(place, CONTENT);

    String path = "/api/projects/1/insights/" + saved.path("id").asInt() + "/";
    assertThat(console.server.get(path, "phx_all").json().path("query"))
        .isEqualTo(saved.path("query"));
  }

  @Test
  void showsASavedChartByItsNumber() throws Exception {
    String chart =
        console
            .post(
                "/v1/charts",
                """
                {"title": "Saved", "type": "Bars", "content": {"title": "Saved", "type": "Bars",
                 "options": {"type": "bar"}, "dataset": {"type": "OTQL", "query_text": "SELECT 1"}}}""")
            .json()
            .at("/data/id")
            .asText();
    String sent = CONTENT.replace("\"99\"", "\"" + chart + "\"");

    console.put(place, sent);

    assertThat(content()).isEqualTo(json(sent));
    assertThat(tiles()).contains(Integer.valueOf(chart));
    JsonNode own = console.server.get("/facet/v1/projects/1/dashboards/" + id, "phx_all").json();
    assertThat(own.at("/sections/0/cards/1/charts/0/type").asText()).isEqualTo("bars");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "w": 4, "h": 2       | "w": 13, "h": 2      | sections[0].cards[0].w
          "w": 4, "h": 2       | "w": "4", "h": 2     | sections[0].cards[0].w
          "w": 4, "h": 2       | "h": 2               | sections[0].cards[0].w
          "w": 4, "h": 2       | "w": 4, "h": 0       | sections[0].cards[0].h
          "vertical"           | "diagonal"           | sections[0].cards[0].layout
          "type": "Metric",    | "kind": "Metric",    | sections[0].cards[0].charts[0].type
          "dataset": {"type": "OTQL", | "data": {"type": "OTQL", | sections[0].cards[0].charts[0].dataset
          "dataset": {"type": "none"} | "dataset": {} | sections[0].cards[1].charts[1].dataset.type
          {"chart_id": "99"}   | {"chart_id": {}}     | sections[0].cards[1].charts[0].chart_id
          "technical_name": "channels", | "name": "c", | available_filters[0].technical_name
          "sections": [{       | "parts": [{          | sections
          """)
  void refusesAContentAndNamesTheFieldAndKeepsTheOneBefore(String part, String with, String named)
      throws Exception {
    console.put(place, CONTENT);

    Reply refused = console.put(place, CONTENT.replace(part, with));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).startsWith("Invalid request: " + named + ":");
    assertThat(content()).isEqualTo(json(CONTENT));
  }
}
