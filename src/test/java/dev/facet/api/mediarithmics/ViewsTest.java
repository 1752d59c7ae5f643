package dev.facet.api.mediarithmics;

import static dev.facet.api.mediarithmics.Console.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader chose to see of a content: values of its filters, a segment. */
class ViewsTest {
  private static final String EVENTS =
      """
      {"api_key": "phc_web", "historical_migration": true, "batch": [
       {"event":"$pageview","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"$session_id":"s1","channel_id":"1","channel_name":"Web","$set":{"plan":"gold"}}},
       {"event":"buy","distinct_id":"a","timestamp":"2026-03-01T10:05:00Z","properties":{"$session_id":"s1","channel_id":"1"}},
       {"event":"$pageview","distinct_id":"b","timestamp":"2026-03-01T23:30:00Z","properties":{"$session_id":"s2","channel_id":"1"}},
       {"event":"$pageview","distinct_id":"b","timestamp":"2026-03-02T10:00:00Z","properties":{"$session_id":"s3","channel_id":"2"}}]}
      """;
  private static final String FILTERS =
      """
      [{"technical_name": "Channels", "title": "Channel", "values_retrieve_method": "Query",
        "values_query": "SELECT {channel_id @map} FROM UserEvent", "multi_select": true, "query_fragments": [
          {"type": "OTQL", "starting_object_type": "UserEvent", "fragment": "channel_id IN $values"},
          {"type": "OTQL", "starting_object_type": "UserPoint", "fragment": "events { channel_id IN $values }"},
          {"type": "activities_analytics", "fragment": [
            {"dimension_name": "channel_id", "operator": "IN_LIST", "expressions": ["placeholder"]}]}]},
       {"technical_name": "name", "title": "Event", "multi_select": false,
        "values_query": "SELECT {name @map} FROM UserEvent", "query_fragments": [
          {"type": "OTQL", "starting_object_type": "UserEvent", "fragment": "name = $values"}]},
       {"technical_name": "SEGMENTS", "values_query": "SELECT {id @map} FROM UserSegment", "query_fragments": []},
       {"technical_name": "compartments", "values_query": "SELECT {compartment_id @map} FROM UserAccount",
        "query_fragments": []},
       {"technical_name": "odd", "query_fragments": [
          {"type": "OTQL", "starting_object_type": "UserProfile", "fragment": "nonsense ("}]},
       {"technical_name": "odder", "query_fragments": [
          {"type": "activities_analytics", "fragment": [{"dimension_name": "age", "operator": "EXACT"}]}]}]""";
  private static final String EVENTS_OF_ALL =
      "{'type':'OTQL','query_text':'SELECT @count{} FROM UserEvent'}";
  private static final String OR =
      "{'type':'OTQL','query_text':'SELECT @count{} FROM UserEvent WHERE channel_id = \\'2\\' OR name = \\'buy\\''}"
          .replace("\\'", "\\\"");
  private static final String JOINED =
      "{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint JOIN UserEvent WHERE name = \\'buy\\''}"
          .replace("\\'", "\\\"");
  private static final String SESSIONS =
      "{'type':'activities_analytics','query_json':{"
          + "'dimensions':[],'metrics':[{'expression':'sessions'}]}}";
  private static final String VOLUMES =
      "{'type':'collection_volumes','query_json':{'dimensions':[],'metrics':[{'expression':'count'}],"
          + "'dimension_filter_clauses':{'filters':[{'dimension_name':'datamart_id','operator':'EXACT','expressions':[1]},"
          + "{'dimension_name':'collection','operator':'EXACT','expressions':['UserEvent']}]}}}";

  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws Exception {
    console = new Console(folder);
    assertThat(console.server.post("/batch/", null, EVENTS).status()).isEqualTo(200);
    assertThat(console.server.post("/facet/v1/flush", Console.KEY, null).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private String board(String... datasets) throws Exception {
    ObjectNode content = (ObjectNode) json("{\"sections\": [{\"title\": \"\", \"cards\": []}]}");
    content.set("available_filters", json(FILTERS));
    for (String dataset : datasets) {
      ObjectNode card =
          (ObjectNode) json("{\"x\":0,\"y\":0,\"w\":6,\"h\":3,\"charts\":[{\"type\":\"Metric\"}]}");
      ((ObjectNode) card.at("/charts/0")).set("dataset", json(dataset.replace('\'', '"')));
      ((ArrayNode) content.at("/sections/0/cards")).add(card);
    }
    String id = console.register("Views");
    Reply put = console.put("/v1/dashboards/" + id + "/content", content.toString());
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(put.json().at("/data/content")).isEqualTo(content);
    return id;
  }

  private Reply look(String id, String query) throws Exception {
    String path = "/facet/v1/projects/1/dashboards/" + id + "/data" + query;
    return console.server.get(path, Console.KEY);
  }

  private String values(String id, String query) throws Exception {
    Reply reply = look(id, query);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    StringBuilder values = new StringBuilder();
    for (JsonNode chart : reply.json().path("charts")) {
      JsonNode error = chart.path("error");
      values.append(error.isMissingNode() ? chart.at("/dataset/value") : error).append(' ');
    }
    return values.toString().strip();
  }

  private static String filters(String json) {
    return "?filters=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  private String segment(String definition) throws Exception {
    Reply made = console.server.post("/api/projects/1/cohorts/", Console.KEY, definition);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private String gold() throws Exception {
    return segment(
        """
        {"name": "Rich", "filters": {"properties": {"type": "AND", "values": [{"type": "AND", "values": [
          {"type": "person", "key": "plan", "operator": "exact", "value": "gold"}]}]}}}""");
  }

  @Test
  void chosenValuesNarrowEverySource() throws Exception {
    String id = board(EVENTS_OF_ALL, OR, JOINED, SESSIONS, VOLUMES);
    assertThat(values(id, "")).isEqualTo("4 2 1 3 4");
    assertThat(values(id, filters("{\"CHANNELS\": [\"2\"]}"))).isEqualTo("1 1 0 1 4");
    assertThat(values(id, filters("{\"channels\": [\"2\", \"1\"]}"))).isEqualTo("4 2 1 3 4");
    assertThat(values(id, filters("{\"channels\": [1]}"))).isEqualTo("3 1 1 2 4");
    assertThat(values(id, filters("{\"Channels\": [\"1\"], \"name\": [\"$pageview\"]}")))
        .isEqualTo("2 0 0 2 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          OTQL      | SELECT @count{} FROM UserEvent WHERE name != "buy"
          JSON_OTQL | {"from": "UserEvent", "operations": [{"directives": [{"name": "count"}]}], "where": {"type": "FIELD", "field": "name", "comparison": {"type": "STRING", "operator": "NOT_EQ", "values": ["buy"]}}}
          """)
  void savedQueriesAreNarrowedInEitherLanguage(String language, String text) throws Exception {
    String id = board("{'type':'OTQL','query_id':" + saved(language, text) + "}");
    assertThat(values(id, "")).isEqualTo("3");
    assertThat(values(id, filters("{\"channels\": [\"2\"]}"))).isEqualTo("1");
    assertThat(values(id, "?segment_id=" + gold())).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECTORQL | whatever     | Queries in SELECTORQL are kept, but not asked.
          JSON_OTQL  | SELECT       | no JSON
          JSON_OTQL  | {"from": ""} | Give one operation
          OTQL       | SELECT {     | Row 1, column
          """)
  void savedQueriesThatCannotBeAskedFailAlone(String language, String text, String said)
      throws Exception {
    String id = board("{'type':'OTQL','query_id':" + saved(language, text) + "}", EVENTS_OF_ALL);
    assertThat(values(id, "")).contains(said).endsWith(" 4");
  }

  private String saved(String language, String text) throws Exception {
    ObjectNode body = (ObjectNode) json("{}");
    body.put("query_language", language).put("query_text", text);
    Reply made = console.post("/v1/datamarts/1/queries", body.toString());
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    return made.json().at("/data/id").asText();
  }

  @Test
  void anEmptyChoiceNarrowsNothing() throws Exception {
    String id = board(EVENTS_OF_ALL, SESSIONS);
    assertThat(values(id, filters("{\"channels\": [], \"NAME\": null}"))).isEqualTo("4 3");
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
    Reply refused = look(board(EVENTS_OF_ALL), filters(given));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"" + path + "\"").contains(said);
  }

  @Test
  void aFragmentThatMakesNoSenseFailsWhatItIsFor() throws Exception {
    String id = board(EVENTS_OF_ALL, SESSIONS);
    assertThat(values(id, filters("{\"odd\": [\"buy\"]}")))
        .contains("The filter 'odd' cannot be applied: Row 1, column 11")
        .endsWith(" 3");
    assertThat(values(id, filters("{\"odder\": [\"7\"]}")))
        .startsWith("4 ")
        .contains("\\\"age\\\"");
  }

  @Test
  void fieldsOfTheDashboardsFiltersAreReplacedAsBefore() throws Exception {
    String id = board(EVENTS_OF_ALL, SESSIONS);
    assertThat(values(id, filters("{\"date_from\": \"-7d\", \"channels\": [\"2\"]}")))
        .isEqualTo("1 1");
  }

  @Test
  void aSegmentIsLookedAtAlone() throws Exception {
    String all = EVENTS_OF_ALL.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String index = "{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint'}";
    String id = board(EVENTS_OF_ALL, all, SESSIONS, VOLUMES, index, JOINED);
    assertThat(values(id, "?segment_id=" + gold())).isEqualTo("2 4 1 4 1 1");
    String empty = segment("{\"name\": \"Nobody\", \"is_static\": true}");
    assertThat(values(id, "?segment_id=" + empty)).isEqualTo("0 4 0 4 0 0");
  }

  @Test
  void choicesNarrowWhatIsNotAdaptedToTheSegment() throws Exception {
    String all = EVENTS_OF_ALL.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String query = filters("{\"channels\": [\"2\"]}") + "&segment_id=" + gold();
    assertThat(values(board(EVENTS_OF_ALL, all, SESSIONS), query)).isEqualTo("0 1 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT @count{} FROM UserPoint WHERE events { name = "buy" }  | 2 1 4 1
          SELECT {id} FROM UserPoint WHERE events { name = "buy" } OR id = "x" | 2 1 4 1
          {"from": "UserPoint", "operations": [{"directives": [{"name": "count"}]}], "where": {"type": "OBJECT", "field": "events", "expressions": [{"type": "FIELD", "field": "name", "comparison": {"type": "STRING", "operator": "EQ", "values": ["buy"]}}]}} | 2 1 4 1
          SELECT @count{} FROM UserEvent WHERE channel_id = "2"         | 1 1 4 0
          SELECT @count{} FROM UserPoint                                | 4 2 4 1
          SELECT @count{} FROM UserPoint JOIN UserEvent WHERE name = "buy" | 2 1 4 1
          """)
  void theQueryOfABuilderIsLookedAtAlone(String query, String expected) throws Exception {
    String all = EVENTS_OF_ALL.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String index = "{'type':'OTQL','query_text':'SELECT @count{} FROM UserPoint'}";
    String id = board(EVENTS_OF_ALL, index, all, JOINED);
    String scope = "?scope_query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    assertThat(values(id, scope)).isEqualTo(expected);
  }

  @Test
  void activitiesAreNotNarrowedDownToAQuery() throws Exception {
    String all = SESSIONS.replace("{'type'", "{'adapt_to_scope':false,'type'");
    String scope = URLEncoder.encode("SELECT @count{} FROM UserPoint", StandardCharsets.UTF_8);
    assertThat(values(board(SESSIONS, all, VOLUMES), "?scope_query=" + scope))
        .startsWith("\"Activities cannot be narrowed down to a query")
        .endsWith(" 3 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT @count{} FROM           | "scope_query"             | Row 1, column
          {"from": "UserPoint"}          | "scope_query.operations"  | one operation
          {"from":                       | "scope_query"             | no JSON
          """)
  void aQueryThatMakesNoSenseIsRefused(String query, String path, String said) throws Exception {
    String scope = "?scope_query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    Reply refused = look(board(EVENTS_OF_ALL), scope);
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).contains(path).contains(said);
  }

  @Test
  void filesOfTheSegmentAreFound() throws Exception {
    String gold = gold();
    String uri = "mics://data_file/tenants/1/{SEGMENT_ID}.json";
    console.put(
        "/v1/data_file/data?uri=" + uri.replace("{SEGMENT_ID}", gold), "{\"s" + gold + "\": 7}");
    String id = board("{'type':'data_file','uri':'" + uri + "','JSON_path':'$.s{SEGMENT_ID}'}");
    assertThat(values(id, "?segment_id=" + gold)).isEqualTo("7");
    assertThat(values(id, "")).contains("There is no file");
  }

  private Reply offered(String filter) throws Exception {
    String path = "/facet/v1/projects/1/dashboards/" + board() + "/filters/" + filter + "/values";
    return console.server.get(path, Console.KEY);
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
    String gold = gold();
    assertThat(offered("segments").json().path("results"))
        .isEqualTo(json("[{\"value\": \"" + gold + "\", \"label\": \"Rich\"}]"));
    assertThat(offered("Compartments").json().path("results"))
        .isEqualTo(json("[{\"value\": \"1\", \"label\": \"default\"}]"));
  }

  @Test
  void anErrorNamesTheFieldThatItIsAbout() throws Exception {
    String id =
        board(
            "{'type':'activities_analytics'}",
            "{'type':'join','sources':[{'type':'OTQL','query_text':5}]}");
    assertThat(values(id, ""))
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
    String count = EVENTS_OF_ALL.replace('\'', '"');
    String sure = "{\"type\": \"Metric\", \"useCache\": false, \"dataset\": " + count + "}";
    String chart =
        "{\"title\": \"%s\", \"type\": \"Metric\", \"organisation_id\": \"1\", \"content\": %s}";
    for (String content : List.of(sure, sure.replace("\"useCache\": false, ", ""))) {
      String id =
          console.post("/v1/charts", chart.formatted("C", content)).json().at("/data/id").asText();
      JsonNode saved =
          console.server.get("/api/projects/1/insights/" + id + "/", Console.KEY).json();
      assertThat(isCachedTheSecondTime(saved.path("query"))).isEqualTo(!content.equals(sure));
    }
    String source = count.replace("{\"type\"", "{\"useCache\": false, \"type\"");
    String tree = "{\"kind\": \"DatasetTree\", \"dataset\": %s}";
    assertThat(isCachedTheSecondTime(json(tree.formatted(source)))).isFalse();
  }

  private boolean isCachedTheSecondTime(JsonNode query) throws Exception {
    String body = "{\"query\": " + query + "}";
    console.server.post("/api/projects/1/query/", Console.KEY, body);
    Reply again = console.server.post("/api/projects/1/query/", Console.KEY, body);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    return again.json().path("is_cached").asBoolean();
  }

  @Test
  void aSeriesIsNotCalledLikeAFieldOfItsPoints() throws Exception {
    String map =
        "{'type':'OTQL','series_title':'%s','query_text':'SELECT {name @map} FROM UserEvent'}";
    String id = board(map.formatted("key"), map.formatted("buckets"), EVENTS_OF_ALL);
    assertThat(values(id, "")).contains("\\\"key\\\"").contains("\\\"buckets\\\"").endsWith(" 4");
  }

  @Test
  void chartsThatCannotBeDrawnSayWhy() throws Exception {
    ObjectNode form =
        (ObjectNode) json("{\"name\": \"Odd\", \"sections\": [{\"title\": \"\", \"cards\": []}]}");
    String count = EVENTS_OF_ALL.replace('\'', '"');
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
        console.server.post("/facet/v1/projects/1/dashboards", Console.KEY, form.toString());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonNode charts = look(made.json().path("id").asText(), "").json().path("charts");
    assertThat(charts.at("/0/error").asText()).startsWith("There is no chart of type \"Foo\"");
    assertThat(charts.at("/1/dataset/value").asInt()).isEqualTo(4);
    assertThat(charts.at("/2/error").asText()).isEqualTo("There is no saved chart 99.");
  }

  @ParameterizedTest
  @CsvSource({"99", "x", "1x"})
  void anUnknownSegmentIsNotFound(String segment) throws Exception {
    Reply refused = look(board(EVENTS_OF_ALL), "?segment_id=" + segment);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.body()).contains("There is no segment " + segment);
  }
}
