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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OTQL and data cubes over HTTP: p1 came twice, p2 once and bought. */
class QuestionsTest {
  private static final String OTQL = "/v1/datamarts/1/query_executions/otql";
  private static final String EVENTS =
      """
      {"api_key": "phc_web", "batch": [
        {"event": "page", "distinct_id": "p1", "timestamp": "2026-03-01T10:00:00Z",
         "properties": {"channel_id": "7", "channel_name": "Web"}},
        {"event": "page", "distinct_id": "p1", "timestamp": "2026-03-02T10:00:00Z",
         "properties": {"channel_id": "8"}},
        {"event": "buy", "distinct_id": "p2", "timestamp": "2026-03-02T11:00:00Z",
         "properties": {"channel_id": "7", "revenue": 20, "goal_id": "g"}}]}""";
  private static final String REPORT =
      """
      {"date_ranges": [{"start_date": "2026-03-01", "end_date": "now"}],
       "dimensions": [{"name": "%s"}], "metrics": [{"expression": "%s"}]%s}""";

  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws Exception {
    console = new Console(folder);
    console.server.post("/batch/", null, EVENTS);
    console.server.post("/facet/v1/flush", "phx_all", "");
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT @count{} FROM UserPoint                                | COUNT       | [{"count": 2}]
          SELECT @count{} FROM UserPoint WHERE events { name = "buy" }  | COUNT       | [{"count": 1}]
          SELECT { name channel_id } FROM UserEvent LIMIT 1             | SELECTION   | [{"name": "page", "channel_id": "7"}]
          """)
  void answersATextInTheBody(String text, String type, String rows) throws Exception {
    JsonNode data = console.post(OTQL, text).json().path("data");

    assertThat(data.path("result_type").asText()).isEqualTo(type);
    assertThat(data.path("rows")).isEqualTo(json(rows));
    assertThat(data.path("timed_out").asBoolean()).isFalse();
  }

  @Test
  void showsBucketsAndMetricsUnderOldAndNewNames() throws Exception {
    JsonNode groups =
        console
            .post(OTQL, "SELECT { channel_id @map revenue @sum } FROM ActivityEvent")
            .json()
            .at("/data/rows/0/aggregations");

    JsonNode map = groups.at("/buckets/0");
    assertThat(map.path("type").asText()).isEqualTo("map");
    assertThat(map.path("bucket_type").asText()).isEqualTo("map");
    assertThat(map.at("/buckets/0/key").asText()).isEqualTo("7");
    assertThat(map.at("/buckets/0/count").asInt()).isEqualTo(2);
    assertThat(groups.path("bucket_aggregations")).isEqualTo(groups.path("buckets"));
    JsonNode metric = groups.at("/metrics/0");
    assertThat(metric.path("name").asText()).isEqualTo("sum_revenue");
    assertThat(metric.path("value").asDouble()).isEqualTo(20);
    assertThat(metric.path("fieldName")).isEqualTo(metric.path("field_name"));
    assertThat(metric.path("type")).isEqualTo(metric.path("metric_type"));
  }

  @Test
  void takesTheSmallerLimitAndPassesObjectsOver() throws Exception {
    String text = "SELECT { name ts } FROM UserEvent LIMIT 2";

    JsonNode data =
        console
            .post(OTQL + "?limit=1&offset=2&precision=LOWER_PRECISION", text)
            .json()
            .path("data");

    assertThat(data.path("rows").findValuesAsText("name")).containsExactly("buy");
    assertThat(data.path("limit").asInt()).isEqualTo(1);
    assertThat(data.path("offset").asInt()).isEqualTo(2);
    assertThat(data.path("precision").asText()).isEqualTo("LOWER_PRECISION");
    assertThat(console.post(OTQL + "?limit=x", text).status()).isEqualTo(400);
  }

  @Test
  void computesAnewOnlyWhenAsked() throws Exception {
    String text = "SELECT @count{} FROM UserEvent";
    console.post(OTQL, text);

    assertThat(console.post(OTQL, text).json().at("/data/cache_hit").asBoolean()).isTrue();
    assertThat(
            console.post(OTQL + "?use_cache=false", text).json().at("/data/cache_hit").asBoolean())
        .isFalse();
  }

  @Test
  void asksDocumentsAndSavedQueriesAndTranslates() throws Exception {
    String document =
        """
        {"from": "UserPoint", "operations": [{"directives": [{"name": "count"}]}], "where":
         {"type": "OBJECT", "field": "events", "boolean_operator": "AND", "expressions": [
           {"type": "FIELD", "field": "name",
            "comparison": {"type": "STRING", "operator": "EQ", "values": ["buy"]}}]}}""";
    JsonNode sent =
        json("{\"input_query_language\": \"JSON_OTQL\", \"output_query_language\": \"OTQL\"}");
    ((ObjectNode) sent).put("input_query_text", document);

    String text =
        console
            .post("/v1/datamarts/1/query_translations", sent.toString())
            .json()
            .at("/data/output_query_text")
            .asText();

    for (Reply reply :
        List.of(
            console.post("/v1/datamarts/1/query_executions/jsonotql", document),
            console.post(OTQL, text),
            console.post(OTQL + "?query_id=" + saved(text), ""))) {
      assertThat(reply.json().at("/data/rows/0/count").asInt()).as(reply.body()).isEqualTo(1);
    }
    assertThat(
            console
                .get("/v1/datamarts/1/queries/" + saved(text) + "/object_tree_expression")
                .json()
                .path("data")
                .asText())
        .isEqualTo("events { name = \"buy\" }");
  }

  private String saved(String text) throws Exception {
    JsonNode body = json("{\"query_language\": \"OTQL\"}");
    ((ObjectNode) body).put("query_text", text);
    return console.post("/v1/datamarts/1/queries", body.toString()).json().at("/data/id").asText();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT @count{} FRM UserPoint                     | PARSING   | 17
          SELECT @count{} FROM Nobody                       | TYPINGS   | 22
          SELECT @count{} FROM UserPoint WHERE nope = 1     | FIELD     | 38
          SELECT { id @mop } FROM UserPoint                 | DIRECTIVE | 13
          """)
  void tellsWhereATextIsWrongWhenItIsCheckedAndWhenItIsAsked(String text, String type, int column)
      throws Exception {
    JsonNode checked =
        console
            .post("/v1/datamarts/1/query_check/otql", "{\"query\": \"" + text + "\"}")
            .json()
            .path("data");
    Reply asked = console.post(OTQL, text);

    assertThat(checked.path("status").asText()).isEqualTo("error");
    assertThat(checked.at("/error/error_type").asText()).isEqualTo(type);
    assertThat(checked.at("/error/position/row").asInt()).isEqualTo(1);
    assertThat(checked.at("/error/position/col").asInt()).isEqualTo(column);
    assertThat(asked.status()).isEqualTo(400);
    assertThat(asked.json().path("data")).isEqualTo(checked);
    assertThat(asked.json().path("error").asText()).contains("ow 1, column " + column);
  }

  @Test
  void completesFieldsThatBeginSo() throws Exception {
    JsonNode list =
        console
            .post(
                "/v1/datamarts/1/query_autocomplete/otql",
                """
                {"query": "SELECT { cre } FROM UserPoint", "position": {"row": 1, "col": 13}}""")
            .json()
            .path("data");

    assertThat(list.findValuesAsText("field_name"))
        .containsExactlyInAnyOrder("creation_ts", "creation_date");
    assertThat(list.at("/0/object_type_name").asText()).isEqualTo("UserPoint");
  }

  @Test
  void reportsAboutActivities() throws Exception {
    JsonNode view =
        console
            .post(
                "/v1/datamarts/1/user_activities_analytics",
                REPORT.formatted("channel_id", "sessions", ""))
            .json()
            .at("/data/report_view");

    assertThat(view)
        .isEqualTo(
            json(
                """
                {"items_per_page": 100, "total_items": 2, "columns_headers": ["channel_id", "sessions"],
                 "rows": [["7", 2], ["8", 1]]}"""));
  }

  @Test
  void reportsAboutThePlatformOfTheDatamartThatIsNamed() throws Exception {
    for (int datamart : new int[] {1, 2}) {
      String filter =
          """
          , "dimension_filter_clauses": {"operator": "AND", "filters": [
            {"dimension_name": "datamart_id", "operator": "EXACT", "expressions": ["%d"]}]}"""
              .formatted(datamart);
      JsonNode rows =
          console
              .post(
                  "/v1/platform_monitoring/data_ingestion",
                  REPORT.formatted("event_name", "event_count", filter))
              .json()
              .at("/data/report_view/rows");
      List<String> counts = new ArrayList<>();
      rows.forEach(row -> counts.add(row.get(0).asText() + " " + row.get(1).asInt()));
      assertThat(counts)
          .containsExactlyElementsOf(datamart == 1 ? List.of("buy 1", "page 2") : List.of());
    }
  }

  @Test
  void refusesAReportAndNamesTheField() throws Exception {
    Reply refused =
        console.post(
            "/v1/datamarts/1/user_activities_analytics", REPORT.formatted("colour", "users", ""));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).contains("dimensions[0].name");
  }

  @Test
  void namesChannelsByTheNewestNameOrTheirId() throws Exception {
    JsonNode channels = console.get("/v1/datamarts/1/channels?organisation_id=1").json();

    assertThat(channels.path("data").findValuesAsText("name")).containsExactly("Web", "8");
  }

  @Test
  void wantsAScopeThatAsksAndKnowsNoForeignDatamart() throws Exception {
    String text = "SELECT @count{} FROM UserPoint";

    assertThat(console.server.post(OTQL, "phx_read", text).status()).isEqualTo(200);
    assertThat(console.server.post(OTQL, "phx_none", text).status()).isEqualTo(403);
    assertThat(console.server.post(OTQL.replace("/1/", "/2/"), "phx_read", text).status())
        .isEqualTo(403);
    assertThat(console.server.post(OTQL.replace("/1/", "/9/"), "phx_all", text).status())
        .isEqualTo(404);
  }
}
