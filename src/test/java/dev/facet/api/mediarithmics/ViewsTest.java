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

/** What a reader chose to see of a content: values of its filters. */
class ViewsTest {
  @TempDir Path folder;
  private Viewer viewer;

  @BeforeEach
  void start() throws Exception {
    viewer = new Viewer(folder);
  }

  @AfterEach
  void stop() {
    viewer.close();
  }

  @Test
  void chosenValuesNarrowEverySource() throws Exception {
    String id =
        viewer.board(
            Viewer.EVENTS_OF_ALL, Viewer.OR, Viewer.JOINED, Viewer.SESSIONS, Viewer.VOLUMES);
    assertThat(viewer.values(id, "")).isEqualTo("4 2 1 3 4");
    assertThat(viewer.values(id, Viewer.filters("{\"CHANNELS\": [\"2\"]}"))).isEqualTo("1 1 0 1 4");
    assertThat(viewer.values(id, Viewer.filters("{\"channels\": [\"2\", \"1\"]}")))
        .isEqualTo("4 2 1 3 4");
    assertThat(viewer.values(id, Viewer.filters("{\"channels\": [1]}"))).isEqualTo("3 1 1 2 4");
    assertThat(
            viewer.values(id, Viewer.filters("{\"Channels\": [\"1\"], \"name\": [\"$pageview\"]}")))
        .isEqualTo("2 0 0 2 4");
  }

  @Test
  void anEmptyChoiceNarrowsNothing() throws Exception {
    String id = viewer.board(Viewer.EVENTS_OF_ALL, Viewer.SESSIONS);
    assertThat(viewer.values(id, Viewer.filters("{\"channels\": [], \"NAME\": null}")))
        .isEqualTo("4 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"colour": ["red"]}                    | filters.colour   | Channels, name
          {"channels": "1"}                      | filters.channels | list
          {"channels": [{}]}                     | filters.channels[0] | text
          {"name": ["buy", "sell"]}              | filters.name     | one value, not 2
          {"name": ["buy"], "NAME": ["buy"]}     | filters.NAME     | once
          """)
  void choicesThatMakeNoSenseAreRefused(String given, String path, String said) throws Exception {
    Reply refused = viewer.look(viewer.board(Viewer.EVENTS_OF_ALL), Viewer.filters(given));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"" + path + "\"").contains(said);
  }

  @Test
  void aFragmentThatMakesNoSenseFailsWhatItIsFor() throws Exception {
    String id = viewer.board(Viewer.EVENTS_OF_ALL, Viewer.SESSIONS);
    assertThat(viewer.values(id, Viewer.filters("{\"odd\": [\"buy\"]}")))
        .contains("The filter 'odd' cannot be applied: Row 1, column 11")
        .endsWith(" 3");
    assertThat(viewer.values(id, Viewer.filters("{\"odder\": [\"7\"]}")))
        .startsWith("4 ")
        .contains("\\\"age\\\"");
  }

  @Test
  void fieldsOfTheDashboardsFiltersAreReplacedAsBefore() throws Exception {
    String id = viewer.board(Viewer.EVENTS_OF_ALL, Viewer.SESSIONS);
    assertThat(viewer.values(id, Viewer.filters("{\"date_from\": \"-7d\", \"channels\": [\"2\"]}")))
        .isEqualTo("1 1");
  }

  private Reply offered(String filter) throws Exception {
    String path =
        "/facet/v1/projects/1/dashboards/" + viewer.board() + "/filters/" + filter + "/values";
    return viewer.console.server.get(path, Console.KEY);
  }

  @Test
  void valuesOfAFilterAreOfferedWithTheirNames() throws Exception {
    assertThat(offered("channels").json().path("results"))
        .isEqualTo(
            json("[{\"value\": \"1\", \"label\": \"Web\"}, {\"value\": \"2\", \"label\": \"2\"}]"));
    assertThat(offered("NAME").json().path("results"))
        .isEqualTo(
            json(
                "[{\"value\": \"$pageview\", \"label\": \"$pageview\"}, {\"value\": \"buy\", \"label\": \"buy\"}]"));
  }

  @Test
  void segmentsAndCompartmentsAreOfferedByTheirNames() throws Exception {
    String gold = viewer.gold();
    assertThat(offered("segments").json().path("results"))
        .isEqualTo(json("[{\"value\": \"" + gold + "\", \"label\": \"Rich\"}]"));
    assertThat(offered("Compartments").json().path("results"))
        .isEqualTo(json("[{\"value\": \"1\", \"label\": \"default\"}]"));
  }

  @Test
  void anErrorNamesTheFieldThatItIsAbout() throws Exception {
    String id =
        viewer.board(
            "{'type':'activities_analytics'}",
            "{'type':'join','sources':[{'type':'OTQL','query_text':5}]}");
    assertThat(viewer.values(id, ""))
        .contains("query.dataset.query_json: This field is required.")
        .contains("query.dataset.sources[0].query_text: Expected text, got number.");
  }

  @ParameterizedTest
  @CsvSource({
    "colour, 404, has no filter",
    "odd, 400, is missing",
  })
  void valuesThatCannotBeOfferedSayWhy(String filter, int status, String said) throws Exception {
    Reply refused = offered(filter);
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.body()).contains(said);
  }

  @Test
  void chartsThatForbidTheCacheAreComputedAnew() throws Exception {
    String count = Viewer.EVENTS_OF_ALL.replace('\'', '"');
    String sure = "{\"type\": \"Metric\", \"useCache\": false, \"dataset\": " + count + "}";
    String chart =
        "{\"title\": \"%s\", \"type\": \"Metric\", \"organisation_id\": \"1\", \"content\": %s}";
    for (String content : List.of(sure, sure.replace("\"useCache\": false, ", ""))) {
      String id =
          viewer
              .console
              .post("/v1/charts", chart.formatted("C", content))
              .json()
              .at("/data/id")
              .asText();
      JsonNode saved =
          viewer.console.server.get("/api/projects/1/insights/" + id + "/", Console.KEY).json();
      assertThat(isCachedTheSecondTime(saved.path("query"))).isEqualTo(!content.equals(sure));
    }
    String source = count.replace("{\"type\"", "{\"useCache\": false, \"type\"");
    String tree = "{\"kind\": \"DatasetTree\", \"dataset\": %s}";
    assertThat(isCachedTheSecondTime(json(tree.formatted(source)))).isFalse();
  }

  private boolean isCachedTheSecondTime(JsonNode query) throws Exception {
    String body = "{\"query\": " + query + "}";
    viewer.console.server.post("/api/projects/1/query/", Console.KEY, body);
    Reply again = viewer.console.server.post("/api/projects/1/query/", Console.KEY, body);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    return again.json().path("is_cached").asBoolean();
  }

  @Test
  void aSeriesIsNotCalledLikeAFieldOfItsPoints() throws Exception {
    String map =
        "{'type':'OTQL','series_title':'%s','query_text':'SELECT {name @map} FROM UserEvent'}";
    String id = viewer.board(map.formatted("key"), map.formatted("buckets"), Viewer.EVENTS_OF_ALL);
    assertThat(viewer.values(id, ""))
        .contains("\\\"key\\\"")
        .contains("\\\"buckets\\\"")
        .endsWith(" 4");
  }

  @Test
  void chartsThatCannotBeDrawnSayWhy() throws Exception {
    ObjectNode form =
        (ObjectNode) json("{\"name\": \"Odd\", \"sections\": [{\"title\": \"\", \"cards\": []}]}");
    String count = Viewer.EVENTS_OF_ALL.replace('\'', '"');
    for (String query :
        List.of(
            "{\"kind\": \"DatasetTree\", \"chart\": {\"type\": \"Foo\"}, \"dataset\": "
                + count
                + "}",
            "{\"kind\": \"DatasetTree\", \"chart\": {\"type\": \"Bars\", \"options\": {\"big_bars\": true}, \"useCache\": false,"
                + " \"precision\": \"LOWER_PRECISION\"}, \"precision\": \"FULL_PRECISION\", \"dataset\": "
                + count
                + "}",
            "{\"kind\": \"DatasetTree\", \"dataset\": {\"type\": \"saved_chart\", \"chart_id\": \"99\"}}")) {
      ObjectNode card = (ObjectNode) json("{\"x\":0,\"y\":0,\"w\":6,\"h\":3,\"charts\":[{}]}");
      ((ObjectNode) card.at("/charts/0")).set("query", json(query));
      ((ArrayNode) form.at("/sections/0/cards")).add(card);
    }
    Reply made =
        viewer.console.server.post("/facet/v1/projects/1/dashboards", Console.KEY, form.toString());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonNode charts = viewer.look(made.json().path("id").asText(), "").json().path("charts");
    assertThat(charts.at("/0/error").asText()).startsWith("There is no chart of type \"Foo\"");
    assertThat(charts.at("/1/dataset/value").asInt()).isEqualTo(4);
    assertThat(charts.at("/2/error").asText()).isEqualTo("There is no saved chart 99.");
  }
}
