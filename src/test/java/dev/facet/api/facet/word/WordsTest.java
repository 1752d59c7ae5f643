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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "session_property, $session_duration",
    "event_metadata, distinct_id",
    "widget, mrr",
    "cube, activities_analytics",
    "cube_dimension&of=activities_analytics, channel_name",
    "cube_metric&of=collection_volumes, count",
  })
  void names_that_the_server_gives_are_offered(String kind, String name) throws Exception {
    JsonNode found = server.get(ROOT + "/words?limit=1000&kind=" + kind, "phx_all").json();
    assertThat(found.path("results").findValuesAsText("name")).contains(name);
  }

  @Test
  void types_of_groups_are_offered_with_their_numbers() throws Exception {
    String batch =
        """
        {"api_key":"phc_web","batch":[{"event":"$groupidentify","distinct_id":"a",
          "properties":{"$group_type":"company","$group_key":"x","$group_set":{"size":3}}}]}""";
    assertThat(server.post("/batch", null, batch).status()).isEqualTo(200);
    server.post("/facet/v1/flush", "phx_all", null);
    JsonNode types = server.get(ROOT + "/words?kind=group_type", "phx_all").json();
    assertThat(types.path("results").toString())
        .isEqualTo("[{\"name\":\"company\",\"type\":null,\"index\":0}]");
    JsonNode sizes = server.get(ROOT + "/words?kind=group_property&of=0", "phx_all").json();
    assertThat(sizes.path("results").findValuesAsText("name")).containsExactly("size");
    Reply vague = server.get(ROOT + "/words?kind=group_property", "phx_all");
    assertThat(vague.json().at("/error/path").asText()).isEqualTo("of");
  }

  @Test
  void a_mistake_in_a_question_has_the_path_of_its_field() throws Exception {
    String sum =
        "{\"query\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\",\"event\":\"visit\"},"
            + "{\"kind\":\"EventsNode\",\"math\":\"sum\"}]}}";
    Reply reply = server.post(ROOT + "/query", "phx_all", sum);
    assertThat(reply.json().at("/charts/0/error_path").asText())
        .isEqualTo("query.series[1].math_property");
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
