package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents that refer to a saved chart which is deleted later. */
class ReferencesTest {
  private static final String COUNT =
      "{\"type\": \"OTQL\", \"query_text\": \"SELECT @count{} FROM UserPoint\"}";
  private static final String CHART =
      "{\"title\": \"Saved\", \"type\": \"Metric\", \"content\": {\"type\": \"Metric\", \"dataset\": "
          + COUNT
          + "}}";
  private static final String CONTENT =
      """
      {"sections": [{"title": "General", "cards": [
         {"x": 0, "y": 0, "w": 4, "h": 2, "layout": "vertical", "charts": [
           {"chart_id": "%1$s", "useCache": false}, {"title": "Own", "type": "Metric", "dataset": %2$s}]},
         {"x": 4, "y": 0, "w": 4, "h": 2, "layout": "vertical", "charts": [{"chart_id": "%1$s"}]}]}]}""";

  @TempDir Path folder;
  private Console console;
  private String saved;
  private String sent;
  private String board;

  @BeforeEach
  void start() throws Exception {
    console = new Console(folder);
    saved = console.post("/v1/charts", CHART).json().at("/data/id").asText();
    sent = CONTENT.formatted(saved, COUNT);
    board = console.register("Home");
    put(sent);
    assertThat(answers()).containsExactly("0", "0", "0");
    assertThat(console.delete("/v1/charts/" + saved).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private String place() {
    return "/v1/dashboards/" + board + "/content";
  }

  private void put(String content) throws Exception {
    Reply put = console.put(place(), content);
    assertThat(put.status()).as(put.body()).isEqualTo(200);
  }

  /** The number of each chart, or the sentence it fails with. */
  private List<String> answers() throws Exception {
    String path = "/facet/v1/projects/1/dashboards/" + board + "/data";
    List<String> answers = new ArrayList<>();
    for (JsonNode chart : console.server.get(path, Console.KEY).json().path("charts")) {
      answers.add(chart.path("error").asText(chart.at("/dataset/value").asText()));
    }
    return answers;
  }

  private String gone() {
    return "There is no saved chart " + saved + ".";
  }

  @Test
  void theDeletedChartIsTheErrorOfThoseThatReferToIt() throws Exception {
    assertThat(answers()).containsExactly(gone(), "0", gone());
    assertThat(console.get(place()).json().at("/data/content")).isEqualTo(json(sent));
  }

  @Test
  void theReferenceIsSentAgainAsItWas() throws Exception {
    put(sent);

    assertThat(console.get(place()).json().at("/data/content")).isEqualTo(json(sent));
    assertThat(answers()).containsExactly(gone(), "0", gone());
  }

  @Test
  void ourOwnFormKeepsTheReference() throws Exception {
    String path = "/facet/v1/projects/1/dashboards/" + board;
    ObjectNode form = (ObjectNode) console.server.get(path, Console.KEY).json();
    form.retain("name", "sections");

    Reply put = console.server.send("PUT", path, Console.KEY, form.toString());

    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(console.get(place()).json().at("/data/content")).isEqualTo(json(sent));
    assertThat(answers()).containsExactly(gone(), "0", gone());
  }

  @Test
  void anotherChartTakesThePlaceOfTheReference() throws Exception {
    String own = "{\"title\": \"New\", \"type\": \"Metric\", \"dataset\": " + COUNT + "}";
    String content = sent.replace("{\"chart_id\": \"" + saved + "\"}", own);

    put(content);

    assertThat(console.get(place()).json().at("/data/content")).isEqualTo(json(content));
    assertThat(answers()).containsExactly(gone(), "0", "0");
  }

  @Test
  void theChartIsBackOnceItIsRestored() throws Exception {
    console.server.send(
        "PATCH", "/api/projects/1/insights/" + saved + "/", Console.KEY, "{\"deleted\": false}");

    assertThat(answers()).containsExactly("0", "0", "0");
  }

  @Test
  void whereThereAreNoReferencesTheTileIsGone() throws Exception {
    String path = "/api/projects/1/dashboards/" + board + "/";
    JsonNode tiles = console.server.get(path, Console.KEY).json().path("tiles");

    assertThat(tiles).hasSize(1);
  }
}
