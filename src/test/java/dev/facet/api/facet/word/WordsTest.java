package dev.facet.api.facet.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page needs for writing questions: answers before saving, and names. */
class WordsTest {
  private static final String ROOT = "/facet/v1/projects/1";
  private static final String EVENTS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-03T10:00:00Z",
         "properties":{"browser":"Chrome","amount":3,"$set":{"plan":"pro"}}},
        {"event":"order","distinct_id":"a","timestamp":"2026-03-03T11:00:00Z"}]}""";

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

  private static String sql(String text) {
    return "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"" + text + "\"}}";
  }

  @Test
  void a_question_is_answered_before_it_is_saved() throws Exception {
    String trend =
        "{\"query\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"visit\"}],"
            + "\"trendsFilter\":{\"display\":\"BoldNumber\"}}}";
    Reply reply = server.post(ROOT + "/query?date_from=2026-03-01", "phx_all", trend);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    JsonNode answer = reply.json();
    assertThat(answer.path("position").asLong()).isEqualTo(2);
    assertThat(answer.at("/charts/0/type").asText()).isEqualTo("metric");
    assertThat(answer.at("/charts/0/rows").toString()).isEqualTo("[[0,1.0]]");
    Reply narrow = server.post(ROOT + "/query?date_to=2026-03-01", "phx_all", trend);
    assertThat(narrow.json().at("/charts/0/rows").toString()).isEqualTo("[[0,0.0]]");
  }

  @Test
  void a_question_that_makes_no_sense_says_where() throws Exception {
    Reply reply = server.post(ROOT + "/query", "phx_all", sql("select 1\\nfrom from"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/charts/0/error").asText()).containsIgnoringCase("line 2, column");
    assertThat(server.post(ROOT + "/query", "phx_all", "{}").json().at("/error/path").asText())
        .isEqualTo("query");
  }

  @Test
  void who_reads_dashboards_only_asks_nothing_of_their_own() throws Exception {
    assertThat(server.post(ROOT + "/query", "phx_read", sql("select 1")).status()).isEqualTo(403);
    assertThat(server.post(ROOT + "/query", "phx_vic", sql("select 1")).status()).isEqualTo(200);
    assertThat(server.get(ROOT + "/words?kind=event", "phx_read").status()).isEqualTo(403);
  }

  @Test
  void names_that_were_seen_are_offered() throws Exception {
    JsonNode events = server.get(ROOT + "/words?kind=event", "phx_vic").json();
    assertThat(events.path("results").findValuesAsText("name")).containsExactly("order", "visit");
    JsonNode found = server.get(ROOT + "/words?kind=event_property&search=AM", "phx_all").json();
    assertThat(found.path("results").toString())
        .isEqualTo("[{\"name\":\"amount\",\"type\":\"Numeric\"}]");
    JsonNode people = server.get(ROOT + "/words?kind=person_property", "phx_all").json();
    assertThat(people.path("results").findValuesAsText("name")).containsExactly("plan");
    assertThat(server.get(ROOT + "/words?kind=verb", "phx_all").json().at("/error/path").asText())
        .isEqualTo("kind");
  }

  @Test
  void otql_is_completed() throws Exception {
    String body = "{\"query\":\"SELECT { id } FROM User\",\"row\":1,\"column\":24}";
    JsonNode found = server.post(ROOT + "/words/otql", "phx_all", body).json();
    assertThat(found.path("results").findValuesAsText("name")).contains("UserPoint");
    String outside = body.replace("\"row\":1", "\"row\":0");
    assertThat(server.post(ROOT + "/words/otql", "phx_all", outside).status()).isEqualTo(400);
  }
}
