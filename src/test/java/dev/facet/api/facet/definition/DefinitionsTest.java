package dev.facet.api.facet.definition;

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

/** Actions and cohorts in our own API. */
class DefinitionsTest {
  private static final String ROOT = "/facet/v1/projects/1";
  private static final String VISITS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
        {"event":"visit","distinct_id":"a","timestamp":"2026-03-03T10:00:00Z"},
        {"event":"visit","distinct_id":"b","timestamp":"2026-03-03T11:00:00Z"}]}""";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode made(String kind, String body) throws Exception {
    Reply reply = server.post(ROOT + "/" + kind, "phx_all", body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  private Reply change(String kind, JsonNode made, String body) throws Exception {
    String path = ROOT + "/" + kind + "/" + made.path("id").asLong();
    return server.send(body.isEmpty() ? "DELETE" : "PATCH", path, "phx_all", body);
  }

  /** How many persons of the project are in a cohort. */
  private long count(JsonNode cohort) throws Exception {
    String query =
        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"select count() from persons where id in cohort %d\"}}"
            .formatted(cohort.path("id").asLong());
    Reply reply = server.post(ROOT + "/query", "phx_all", query);
    assertThat(reply.json().at("/charts/0/error").isMissingNode()).as(reply.body()).isTrue();
    return reply.json().at("/charts/0/rows/0/0").asLong();
  }

  @Test
  void an_action_is_made_listed_changed_and_deleted() throws Exception {
    JsonNode made = made("actions", "{\"name\":\"Bought\",\"steps\":[{\"event\":\"order\"}]}");
    assertThat(made.at("/steps/0/event").asText()).isEqualTo("order");
    made("actions", "{\"name\":\"Älter\",\"steps\":[]}");
    JsonNode list = server.get(ROOT + "/actions?search=BOUGHT", "phx_all").json();
    assertThat(list.path("results").findValuesAsText("name")).containsExactly("Bought");
    assertThat(list.path("total").asInt()).isEqualTo(1);
    Reply changed = change("actions", made, "{\"description\":\"Paid for\"}");
    assertThat(changed.json().path("description").asText()).isEqualTo("Paid for");
    assertThat(changed.json().at("/steps/0/event").asText()).isEqualTo("order");
    assertThat(change("actions", made, "").status()).isEqualTo(204);
    assertThat(change("actions", made, "").status()).isEqualTo(404);
    assertThat(server.get(ROOT + "/actions", "phx_all").json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void what_is_made_here_is_seen_by_other_dialects_and_the_other_way_round() throws Exception {
    long here = made("actions", "{\"name\":\"Here\"}").path("id").asLong();
    Reply there = server.post("/api/projects/1/actions/", "phx_all", "{\"name\":\"There\"}");
    assertThat(there.status()).isEqualTo(201);
    assertThat(server.get("/api/projects/1/actions/" + here + "/", "phx_all").status())
        .isEqualTo(200);
    JsonNode list = server.get(ROOT + "/actions", "phx_all").json();
    assertThat(list.path("results").findValuesAsText("name")).containsExactly("Here", "There");
  }

  @Test
  void persons_are_put_into_a_cohort_that_is_a_list() throws Exception {
    server.post("/batch", null, VISITS);
    server.post("/facet/v1/flush", "phx_all", null);
    JsonNode list = made("cohorts", "{\"name\":\"Friends\",\"is_static\":true}");
    assertThat(count(list)).isZero();
    String members = ROOT + "/cohorts/" + list.path("id").asLong() + "/members";
    Reply added = server.post(members, "phx_all", "{\"distinct_ids\":[\"a\",\"nobody\"]}");
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    server.post("/facet/v1/flush", "phx_all", null);
    assertThat(count(list)).isEqualTo(1);
    assertThat(server.post(members, "phx_all", "{\"distinct_ids\":[]}").status()).isEqualTo(400);
  }

  @Test
  void a_cohort_of_who_did_something_is_counted() throws Exception {
    server.post("/batch", null, VISITS);
    server.post("/facet/v1/flush", "phx_all", null);
    JsonNode did =
        made(
            "cohorts",
            """
            {"name":"Visitors","filters":{"properties":{"type":"OR","values":[
              {"type":"behavioral","value":"performed_event","event_type":"events","key":"visit",
               "time_value":30,"time_interval":"day"}]}}}""");
    assertThat(count(did)).isEqualTo(2);
    String members = ROOT + "/cohorts/" + did.path("id").asLong() + "/members";
    Reply refused = server.post(members, "phx_all", "{\"distinct_ids\":[\"a\"]}");
    assertThat(refused.json().at("/error/code").asText()).isEqualTo("not_a_list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "actions | {} | name",
        "actions | {'name':' '} | name",
        "actions | {'name':'A','steps':[{'evnt':'x'}]} | steps[0].evnt",
        "actions | {'name':'A','colour':'red'} | colour",
        "cohorts | {'name':'A'} | filters.properties",
        "cohorts | {'name':'A','filters':{'properties':[{'type':'shoe'}]}} | filters.properties[0].type",
      })
  void what_makes_no_sense_is_refused_with_its_place(String kind, String body, String path)
      throws Exception {
    Reply reply = server.post(ROOT + "/" + kind, "phx_all", body.replace('\'', '"'));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/path").asText()).isEqualTo(path);
  }

  @Test
  void only_who_may_write_defines_something() throws Exception {
    String body = "{\"name\":\"A\",\"steps\":[]}";
    assertThat(server.post(ROOT + "/actions", "phx_vic", body).status()).isEqualTo(403);
    assertThat(server.get(ROOT + "/actions", "phx_vic").status()).isEqualTo(200);
    assertThat(server.get(ROOT + "/actions", "phx_read").status()).isEqualTo(403);
    assertThat(server.get("/facet/v1/projects/99/actions", "phx_all").status()).isEqualTo(404);
  }
}
