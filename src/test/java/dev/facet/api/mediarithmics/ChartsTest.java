package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
  private static final String CHART =
      """
      {"title": "%s", "type": "Pie", "content": {"title": "Inside", "type": "Pie", "useCache": true,
       "options": {"drilldown": false}, "dataset": {"type": "to-percentages", "sources": [
         {"type": "OTQL", "query_text": "SELECT {channel_id @map} FROM UserEvent"}]}},
       "organisation_id": "1"}""";

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
  void givesBackWhatWasSaved() throws Exception {
    JsonNode made = console.post("/v1/charts", CHART.formatted("One")).json().path("data");

    assertThat(made.path("content")).isEqualTo(json(CHART).path("content"));
    assertThat(made.path("type").asText()).isEqualTo("Pie");
    assertThat(made.path("archived").asBoolean()).isFalse();
    String path = "/v1/charts/" + made.path("id").asText() + "?organisation_id=1";
    assertThat(console.get(path).json().path("data")).isEqualTo(made);

    JsonNode changed =
        console
            .put(path, CHART.formatted("Two").replace("\"1\"}", "\"1\", \"archived\": true}"))
            .json()
            .path("data");
    assertThat(changed.path("title").asText()).isEqualTo("Two");
    assertThat(changed.path("archived").asBoolean()).isTrue();

    assertThat(console.delete(path).status()).isEqualTo(200);
    assertThat(console.get(path).status()).isEqualTo(404);
  }

  @Test
  void listsByTitleInTheOrderAskedFor() throws Exception {
    for (String title : List.of("b visits", "a visits", "sales")) {
      console.post("/v1/charts", CHART.formatted(title));
    }
    String list = "/v1/charts?organisation_id=1";

    assertThat(titles(list + "&title=VISITS&order_by=title"))
        .containsExactly("a visits", "b visits");
    assertThat(titles(list + "&order_by=-last_modified_ts&max_results=1")).containsExactly("sales");
    assertThat(console.get(list + "&order_by=colour").status()).isEqualTo(400);
  }

  private List<String> titles(String path) throws Exception {
    List<String> titles = new java.util.ArrayList<>();
    console
        .get(path)
        .json()
        .path("data")
        .forEach(chart -> titles.add(chart.path("title").asText()));
    return titles;
  }

  @Test
  void refusesAChartWithoutTitleContentOrDataset() throws Exception {
    assertThat(console.post("/v1/charts", "{\"title\": \"x\"}").json().path("error").asText())
        .contains("content");
    assertThat(
            console
                .post("/v1/charts", "{\"title\": \"x\", \"content\": {\"type\": \"Pie\"}}")
                .json()
                .path("error")
                .asText())
        .contains("content.dataset");
    assertThat(console.post("/v1/charts", CHART.formatted(" ")).status()).isEqualTo(400);
  }
}
