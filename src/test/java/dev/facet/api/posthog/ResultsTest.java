package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries, results of tiles and what is remembered of them: D-82 to D-89, over HTTP. */
class ResultsTest {
  private static final String VISITS =
      """
      {"event":"visit","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"plan":"free"}},
      {"event":"visit","distinct_id":"b","timestamp":"2026-03-03T10:00:00Z","properties":{"plan":"pro"}},
      {"event":"visit","distinct_id":"a","timestamp":"2026-03-03T11:00:00Z","properties":{"plan":"free"}}""";
  private static final String TREND =
      "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"visit\"}],"
          + "\"dateRange\":{\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-03\"}}";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private JsonNode query(String body) throws Exception {
    return acme.expect(200, "POST", "query/", "phx_query", body);
  }

  @Test
  void the_query_endpoint_answers_with_results_and_how_they_came_to_be() throws Exception {
    acme.capture(VISITS);
    JsonNode first = query("{\"query\":" + TREND + "}");
    assertThat(first.at("/results/0/data").toString()).isEqualTo("[1,0,2]");
    assertThat(first.at("/results/0/count").asDouble()).isEqualTo(3);
    assertThat(first.at("/results/0/labels/0").asText()).isEqualTo("1-Mar-2026");
    assertThat(first.at("/results/0/action/id").asText()).isEqualTo("visit");
    assertThat(first.get("hasMore").asBoolean()).isFalse();
    assertThat(first.at("/resolved_date_range/date_to").asText())
        .isEqualTo("2026-03-03T23:59:59.999999Z");
    assertThat(first.get("is_cached").asBoolean()).isFalse();
    assertThat(first.get("last_refresh").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(first.get("timezone").asText()).isEqualTo("UTC");

    JsonNode wrapped = query("{\"query\":{\"kind\":\"InsightVizNode\",\"source\":" + TREND + "}}");
    assertThat(wrapped.get("results")).isEqualTo(first.get("results"));
    assertThat(wrapped.get("is_cached").asBoolean()).isTrue();
    JsonNode forced = query("{\"refresh\":\"force_blocking\",\"query\":" + TREND + "}");
    assertThat(forced.get("is_cached").asBoolean()).isFalse();
    assertThat(forced.get("cache_key")).isEqualTo(first.get("cache_key"));
  }

  @Test
  void what_was_never_computed_is_null_when_only_the_cache_is_asked() throws Exception {
    JsonNode missing = query("{\"refresh\":\"force_cache\",\"query\":" + TREND + "}");
    assertThat(missing.get("results").isNull()).isTrue();
    assertThat(missing.get("is_cached").asBoolean()).isFalse();
    assertThat(missing.get("last_refresh").isNull()).isTrue();
  }

  @Test
  void queries_that_cannot_be_understood_name_the_field() throws Exception {
    String[][] refused = {
      {"{\"query\":{\"kind\":\"NoSuchQuery\"}}", "query__kind"},
      {"{\"query\":{}}", "query__kind"},
      {"{}", "query"},
      {"{\"query\":[]}", "query"},
      {"{\"query\":" + TREND.replace("}]", ",\"math\":\"nope\"}]") + "}", "query__series__0__math"},
      {"{\"query\":" + TREND.replace("\"series\"", "\"serie\"") + "}", "query__series"},
      {"{\"query\":" + TREND.replace("2026-03-03", "soon") + "}", "query__dateRange__date_to"},
      {"{\"refresh\":\"perhaps\",\"query\":" + TREND + "}", "refresh"},
    };
    for (String[] each : refused) {
      JsonNode error = acme.refused(400, "POST", "query/", Acme.ADA, each[0]);
      assertThat(error.get("type").asText()).as(each[0]).isEqualTo("validation_error");
      assertThat(error.get("attr").asText()).as(error.toString()).isEqualTo(each[1]);
    }
  }

  private String tile(String query) throws Exception {
    String path = acme.dashboard("{}");
    acme.post(
        "insights/",
        "{\"dashboards\":[" + path.replaceAll("\\D", "") + "],\"query\":" + query + "}");
    return path;
  }

  @Test
  void d82_what_an_insight_computed_is_there_for_its_dashboard() throws Exception {
    acme.capture(VISITS);
    String path = tile(TREND);
    assertThat(acme.get(path).at("/tiles/0/insight/result").isNull()).isTrue();
    long insight = acme.get(path).at("/tiles/0/insight/id").asLong();
    JsonNode computed = acme.get("insights/" + insight + "?refresh=true");
    assertThat(computed.at("/result/0/count").asDouble()).isEqualTo(3);
    assertThat(computed.get("is_cached").asBoolean()).isFalse();
    assertThat(computed.get("timezone").asText()).isEqualTo("UTC");
    JsonNode tile = acme.get(path).at("/tiles/0");
    assertThat(tile.at("/insight/result")).isEqualTo(computed.get("result"));
    assertThat(tile.get("is_cached").asBoolean()).isTrue();
    assertThat(tile.get("last_refresh").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(acme.get(path).get("last_accessed_at").asText()).isEqualTo("2026-03-04T12:00:00Z");
  }

  @Test
  void d83_a_refreshed_dashboard_carries_results_even_of_no_events() throws Exception {
    String path = tile(TREND);
    JsonNode tile = acme.get(path + "?refresh=true").at("/tiles/0");
    assertThat(tile.get("is_cached").asBoolean()).isFalse();
    assertThat(tile.at("/insight/result/0/count").asDouble()).isZero();
    assertThat(tile.get("last_refresh").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(tile.at("/insight/last_refresh")).isEqualTo(tile.get("last_refresh"));
    JsonNode again = acme.get(path + "?refresh=blocking").at("/tiles/0");
    assertThat(again.get("is_cached").asBoolean()).isTrue();
    JsonNode forced = acme.get(path + "?refresh=force_async").at("/tiles/0/insight");
    assertThat(forced.at("/query_status/id").asText()).isNotEmpty();
    assertThat(forced.get("is_cached").asBoolean()).isFalse();
  }

  @Test
  void d86_variables_are_kept_and_laid_over() throws Exception {
    String variable = "{\"v1\":{\"code_name\":\"plan\",\"variableId\":\"v1\",\"value\":1}}";
    String path = acme.dashboard("{\"variables\":" + variable + "}");
    assertThat(acme.get(path).get("variables").toString()).isEqualTo(variable);
    assertThat(acme.get(path).get("persisted_variables").toString()).isEqualTo(variable);
    JsonNode over = acme.get(path + "?variables_override=" + escaped("{\"v2\":{}}"));
    assertThat(over.get("variables")).hasSize(2);
    assertThat(over.get("persisted_variables")).hasSize(1);
    acme.refused(400, "GET", path + "?variables_override=nope", Acme.ADA, "");
  }

  @Test
  void d89_filters_are_laid_over_for_one_look() throws Exception {
    acme.capture(VISITS);
    String path = tile(TREND);
    acme.patch(path, "{\"filters\":{\"date_from\":\"-14d\",\"date_to\":\"2026-03-02\"}}");
    JsonNode over =
        acme.get(path + "?refresh=true&filters_override=" + escaped("{\"date_from\":\"-1d\"}"));
    assertThat(over.get("filters").toString())
        .isEqualTo("{\"date_from\":\"-1d\",\"date_to\":\"2026-03-02\"}");
    assertThat(over.at("/persisted_filters/date_from").asText()).isEqualTo("-14d");
    assertThat(over.at("/tiles/0/insight/query/dateRange/date_from").asText()).isEqualTo("-1d");
    JsonNode error = acme.refused(400, "GET", path + "?filters_override=%7B", Acme.ADA, "");
    assertThat(error.get("attr").asText()).isEqualTo("filters_override");
  }

  @Test
  void a_tile_is_computed_with_the_filters_of_its_dashboard() throws Exception {
    acme.capture(VISITS);
    String path = tile(TREND);
    acme.patch(
        path,
        "{\"filters\":{\"properties\":[{\"key\":\"plan\",\"value\":[\"pro\"],\"operator\":\"exact\",\"type\":\"event\"}]}}");
    JsonNode tile = acme.get(path + "?refresh=force_blocking").at("/tiles/0/insight");
    assertThat(tile.at("/result/0/data").toString()).isEqualTo("[0,0,1]");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
