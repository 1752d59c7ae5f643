package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for what, over HTTP. */
class RefreshModesTest {
  private static final String TREND =
      "{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"visit\"}],"
          + "\"dateRange\":{\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-03\"}}";
  private static final String VISIT =
      "{\"event\":\"visit\",\"distinct_id\":\"%s\",\"timestamp\":\"2026-03-01T10:00:00Z\"}";

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

  private JsonNode ask(int status, String more) throws Exception {
    return acme.expect(status, "POST", "query/", "phx_query", "{\"query\":" + TREND + more + "}");
  }

  /** The status of a job once it has ended. */
  private JsonNode ended(int status, String id) throws Exception {
    Reply reply = acme.send("GET", "query/" + id + "/", "phx_query", null);
    while (reply.status() == 202) {
      assertThat(reply.json().at("/query_status/complete").asBoolean()).isFalse();
      reply = acme.send("GET", "query/" + id + "/", "phx_query", null);
    }
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.json().at("/query_status/complete").asBoolean()).isTrue();
    return reply.json().get("query_status");
  }

  @Test
  void a_query_in_the_background_is_polled_until_its_results_are_there() throws Exception {
    acme.capture(VISIT.formatted("a"));
    JsonNode begun = ask(202, ",\"refresh\":\"async\"");
    assertThat(begun.get("results").isNull()).isTrue();
    assertThat(begun.get("is_cached").asBoolean()).isFalse();
    JsonNode job = begun.get("query_status");
    assertThat(job.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "id",
            "team_id",
            "insight_id",
            "dashboard_id",
            "query_async",
            "error",
            "error_message",
            "complete",
            "start_time",
            "pickup_time",
            "end_time",
            "expiration_time",
            "results",
            "query_progress",
            "labels",
            "task_id");
    assertThat(job.get("query_async").asBoolean()).isTrue();
    assertThat(job.get("complete").asBoolean()).isFalse();
    assertThat(job.get("team_id").asLong()).isEqualTo(1);
    assertThat(job.get("start_time").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(job.get("end_time").isNull()).isTrue();

    JsonNode done = ended(200, job.get("id").asText());
    assertThat(done.get("error").asBoolean()).isFalse();
    assertThat(done.at("/results/results/0/data").toString()).isEqualTo("[1,0,0]");
    assertThat(done.at("/results/is_cached").asBoolean()).isFalse();
    assertThat(done.get("pickup_time").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(done.get("end_time").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(done.get("expiration_time").asText()).isEqualTo("2026-03-04T12:20:00Z");

    JsonNode fresh = ask(200, ",\"refresh\":\"async\"");
    assertThat(fresh.get("is_cached").asBoolean()).isTrue();
    assertThat(fresh.get("query_status").isNull()).isTrue();
    assertThat(fresh.get("results")).isEqualTo(done.at("/results/results"));
  }

  @Test
  void what_is_stale_is_given_while_something_newer_is_computed() throws Exception {
    acme.capture(VISIT.formatted("a"));
    ask(200, "");
    acme.capture(VISIT.formatted("b"));
    JsonNode stale = ask(202, ",\"refresh\":\"async\"");
    assertThat(stale.at("/results/0/count").asInt()).isEqualTo(1);
    assertThat(stale.get("is_cached").asBoolean()).isTrue();
    assertThat(ended(200, stale.at("/query_status/id").asText()).at("/results/results/0/count"))
        .hasToString("2.0");
    acme.capture(VISIT.formatted("c"));
    JsonNode lazy = ask(200, ",\"refresh\":\"lazy_async\"");
    assertThat(lazy.at("/results/0/count").asInt()).isEqualTo(2);
    JsonNode forced = ask(202, ",\"refresh\":\"force_async\"");
    assertThat(forced.get("is_cached").asBoolean()).isFalse();
    ended(200, forced.at("/query_status/id").asText());
    assertThat(ask(200, ",\"refresh\":\"force_cache\"").at("/results/0/count").asInt())
        .isEqualTo(3);
    JsonNode asked = ask(200, ",\"async\":true");
    assertThat(asked.get("is_cached").asBoolean()).isTrue();
  }

  @Test
  void on_a_miss_one_mode_waits() throws Exception {
    String mode = ",\"refresh\":\"async_except_on_cache_miss\"";
    JsonNode first = ask(200, mode);
    assertThat(first.get("is_cached").asBoolean()).isFalse();
    assertThat(first.get("results")).isNotEmpty();
    acme.capture(VISIT.formatted("a"));
    JsonNode second = ask(202, mode);
    assertThat(second.get("is_cached").asBoolean()).isTrue();
    assertThat(second.at("/results/0/count").asInt()).isZero();
    ended(200, second.at("/query_status/id").asText());
  }

  @Test
  void a_job_has_the_id_its_client_gave_and_is_unknown_elsewhere() throws Exception {
    String id = "6b1b5bd2-3e25-4f0a-a2cf-0de4df0c6ac1";
    JsonNode begun = ask(202, ",\"refresh\":\"force_async\",\"client_query_id\":\"" + id + "\"");
    assertThat(begun.at("/query_status/id").asText()).isEqualTo(id);
    ended(200, id);
    acme.refused(404, "GET", "/api/projects/2/query/" + id + "/", Acme.ADA, "");
    acme.refused(404, "DELETE", "/api/projects/2/query/" + id + "/", Acme.ADA, "");
    acme.refused(404, "GET", "query/never/", Acme.ADA, "");
    acme.refused(404, "DELETE", "query/never/", Acme.ADA, "");
    acme.refused(403, "GET", "query/" + id + "/", "phx_read", "");
    assertThat(acme.send("DELETE", "query/" + id + "/", "phx_query", null).status()).isEqualTo(204);
    ended(200, id);
    JsonNode error =
        acme.refused(
            400, "POST", "query/", Acme.ADA, "{\"query\":" + TREND + ",\"client_query_id\":[]}");
    assertThat(error.get("attr").asText()).isEqualTo("client_query_id");
  }

  @Test
  void tiles_have_jobs_of_their_own() throws Exception {
    acme.capture(VISIT.formatted("a"));
    String path = acme.dashboard("{}");
    String dashboard = path.replaceAll("\\D", "");
    long one = acme.insight("one", "visit", "[" + dashboard + "]").get("id").asLong();
    acme.insight("two", "other", "[" + dashboard + "]");
    acme.get("insights/" + one + "/?refresh=blocking");
    acme.capture(VISIT.formatted("b"));
    JsonNode tiles = acme.get(path + "?refresh=async").get("tiles");
    JsonNode known = tiles.get(0).get("insight");
    assertThat(known.at("/result/0/count").asInt()).isEqualTo(1);
    assertThat(known.get("is_cached").asBoolean()).isTrue();
    assertThat(known.at("/query_status/insight_id").asLong()).isEqualTo(one);
    assertThat(known.at("/query_status/dashboard_id").asText()).isEqualTo(dashboard);
    JsonNode unknown = tiles.get(1).get("insight");
    assertThat(unknown.get("result").isNull()).isTrue();
    assertThat(unknown.get("is_cached").asBoolean()).isFalse();
    JsonNode done = ended(200, known.at("/query_status/id").asText());
    assertThat(done.at("/insight_id").asLong()).isEqualTo(one);
    ended(200, unknown.at("/query_status/id").asText());
    JsonNode now = acme.get(path + "?refresh=async").get("tiles");
    assertThat(now.at("/0/insight/result/0/count").asInt()).isEqualTo(2);
    assertThat(now.at("/0/insight/query_status").isNull()).isTrue();
    assertThat(now.at("/1/insight/result")).isNotEmpty();
  }
}
