package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cohorts over HTTP: made, counted, used in questions. */
class CohortsTest {
  private static final String PEOPLE =
      """
      {"event": "visit", "distinct_id": "a", "timestamp": "2026-03-03T10:00:00Z",
       "properties": {"$set": {"email": "a@acme.com", "plan": "pro"}}},
      {"event": "visit", "distinct_id": "a", "timestamp": "2026-03-03T11:00:00Z"},
      {"event": "buy", "distinct_id": "a", "timestamp": "2026-03-02T11:00:00Z",
       "properties": {"price": 7}},
      {"event": "visit", "distinct_id": "b", "timestamp": "2026-03-03T11:00:00Z",
       "properties": {"$set": {"plan": "free"}}},
      {"event": "buy", "distinct_id": "c", "timestamp": "2026-01-03T11:00:00Z",
       "properties": {"$set": {"plan": "free"}, "price": 90}}""";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    acme.capture(PEOPLE);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  @Test
  void a_static_cohort_lists_persons_by_distinct_id_and_by_uuid() throws Exception {
    JsonNode made =
        acme.post(
            "cohorts/",
            "{\"name\": \"friends\", \"is_static\": true, \"distinct_ids\": [\"a\", \"x\"]}");
    assertThat(made.get("count").asInt()).isEqualTo(1);
    assertThat(made.get("is_static").asBoolean()).isTrue();
    assertThat(made.at("/created_by/email").asText()).isEqualTo("ada@example.com");
    String path = "cohorts/" + made.get("id") + "/";
    String b = acme.get("persons/b/").get("uuid").asText();
    JsonNode more =
        acme.patch(path, "{\"_create_static_person_ids\": [\"" + b + "\"], \"name\": \"all\"}");
    assertThat(more.get("count").asInt()).isEqualTo(2);
    assertThat(more.get("name").asText()).isEqualTo("all");
    JsonNode persons = acme.get(path + "persons/");
    assertThat(persons.get("count").asInt()).isEqualTo(2);
    assertThat(Acme.texts(persons.get("results"), "name"))
        .containsExactlyInAnyOrder("a@acme.com", "b");
    acme.expect(
        200,
        "PATCH",
        path + "add_persons_to_static_cohort/",
        Acme.EVE,
        "{\"person_ids\": [\"" + acme.get("persons/c/").get("uuid").asText() + "\"]}");
    assertThat(acme.get(path).get("count").asInt()).isEqualTo(3);
    assertThat(acme.get("cohorts/").at("/results/0/count").asInt()).isEqualTo(3);
  }

  @Test
  void a_funnel_by_cohorts_has_one_for_each_and_names_it() throws Exception {
    long friends =
        acme.post(
                "cohorts/",
                "{\"name\": \"friends\", \"is_static\": true, \"distinct_ids\": [\"a\"]}")
            .get("id")
            .asLong();
    String funnel =
        """
        {"query": {"kind": "FunnelsQuery", "dateRange": {"date_from": "2026-01-01", "date_to": "2026-03-04"},
          "series": [{"kind": "EventsNode", "event": "buy"}, {"kind": "EventsNode", "event": "visit"}],
          "breakdownFilter": {"breakdown_type": "cohort", "breakdown": [%d, "all"]}}}"""
            .formatted(friends);
    JsonNode groups = acme.expect(200, "POST", "query/", Acme.ADA, funnel).get("results");
    assertThat(groups).hasSize(2);
    assertThat(groups.at("/0/0/breakdown").asText()).isEqualTo("all users");
    assertThat(groups.at("/0/0/breakdown_value").asText()).isEqualTo("all");
    assertThat(groups.at("/0/0/count").asInt()).isEqualTo(2);
    assertThat(groups.at("/0/1/count").asInt()).isEqualTo(1);
    assertThat(groups.at("/1/0/breakdown").asText()).isEqualTo("friends");
    assertThat(groups.at("/1/1/breakdown_value").asLong()).isEqualTo(friends);
    assertThat(groups.at("/1/1/count").asInt()).isEqualTo(1);
    JsonNode unknown =
        acme.refused(400, "POST", "query/", Acme.ADA, funnel.replace("[" + friends, "[999"));
    assertThat(unknown.get("attr").asText()).isEqualTo("query__breakdownFilter__breakdown");
  }

  @Test
  void rules_are_asked_when_the_cohort_is() throws Exception {
    assertThat(count("{\"properties\": [{\"key\": \"plan\", \"value\": \"free\"}]}")).isEqualTo(2);
    assertThat(count(any(person("plan", "pro"), person("plan", "none")))).isEqualTo(1);
    assertThat(count(any(did("buy", "7", "day")))).isEqualTo(1);
    assertThat(count(any(did("buy", "90", "day")))).isEqualTo(2);
    assertThat(
            count(
                any(
                    """
                    {"type": "behavioral", "key": "visit", "event_type": "events",
                     "value": "performed_event_multiple", "operator": "gte", "operator_value": 2,
                     "time_value": 30, "time_interval": "day"}""")))
        .isEqualTo(1);
    assertThat(
            count(
                any(
                    """
                    {"type": "behavioral", "key": "buy", "event_type": "events",
                     "value": "stopped_performing_event", "time_value": "90",
                     "time_interval": "day", "seq_time_value": 7, "seq_time_interval": "day"}""")))
        .isEqualTo(1);
    assertThat(
            count(
                any(
                    """
                    {"type": "behavioral", "key": "buy", "event_type": "events",
                     "value": "performed_event", "explicit_datetime": "-1y",
                     "event_filters": [{"key": "price", "operator": "gt", "value": 50}]}""")))
        .isEqualTo(1);
    acme.capture(
        "{\"event\": \"buy\", \"distinct_id\": \"b\", \"timestamp\": \"2026-03-04T10:00:00Z\"}");
    JsonNode all = acme.get("cohorts/").get("results");
    assertThat(Acme.texts(all, "count")).containsExactly("2", "1", "2", "3", "1", "1", "1");
  }

  @Test
  void cohorts_are_made_of_cohorts_actions_and_what_is_not() throws Exception {
    int pro = acme.post("cohorts/", body(any(person("plan", "pro")))).get("id").asInt();
    int buys = acme.post("actions/", "{\"steps\": [{\"event\": \"buy\"}]}").get("id").asInt();
    String inPro = "{\"type\": \"cohort\", \"key\": \"id\", \"value\": %d, \"negation\": %s}";
    String bought =
        "{\"type\": \"behavioral\", \"event_type\": \"actions\", \"key\": %d,"
            + " \"value\": \"performed_event\", \"time_value\": 1, \"time_interval\": \"year\"}";
    assertThat(count(any(inPro.formatted(pro, "true")))).isEqualTo(2);
    assertThat(
            count(
                "{\"properties\": {\"type\": \"AND\", \"values\": [%s, %s]}}"
                    .formatted(inPro.formatted(pro, "false"), bought.formatted(buys))))
        .isEqualTo(1);
    JsonNode round =
        acme.refused(
            400,
            "PATCH",
            "cohorts/" + pro + "/",
            Acme.ADA,
            "{\"filters\": " + any(inPro.formatted(pro, "false")) + "}");
    assertThat(round.get("detail").asText()).isEqualTo("A cohort cannot be made of itself.");
    acme.refused(400, "POST", "cohorts/", Acme.ADA, body(any(inPro.formatted(77, "false"))));
    acme.refused(400, "POST", "cohorts/", Acme.ADA, body(any(bought.formatted(77))));
  }

  private int count(String filters) throws Exception {
    return acme.post("cohorts/", body(filters)).get("count").asInt();
  }

  private static String body(String filters) {
    return "{\"name\": \"x\", \"filters\": " + filters + "}";
  }

  private static String any(String... leaves) {
    return """
        {"properties": {"type": "OR", "values": [{"type": "OR", "values": [%s]}]}}"""
        .formatted(String.join(", ", leaves));
  }

  private static String person(String key, String value) {
    return """
        {"type": "person", "key": "%s", "value": ["%s"], "operator": "exact", "negation": false}"""
        .formatted(key, value);
  }

  private static String did(String event, String amount, String interval) {
    return """
        {"type": "behavioral", "key": "%s", "event_type": "events", "value": "performed_event",
         "time_value": "%s", "time_interval": "%s", "negation": false}"""
        .formatted(event, amount, interval);
  }

  @Test
  void questions_use_cohorts_and_actions() throws Exception {
    int listed =
        acme.post("cohorts/", "{\"is_static\": true, \"name\": \"l\", \"distinct_ids\": [\"b\"]}")
            .get("id")
            .asInt();
    int pro = acme.post("cohorts/", body(any(person("plan", "pro")))).get("id").asInt();
    int visit =
        acme.post("actions/", "{\"name\": \"v\", \"steps\": [{\"event\": \"visit\"}]}")
            .get("id")
            .asInt();
    assertThat(trend(visit, "")).isEqualTo(3);
    assertThat(trend(visit, inCohort(listed))).isEqualTo(1);
    assertThat(trend(visit, inCohort(pro))).isEqualTo(2);
    acme.patch("cohorts/" + listed + "/", "{\"distinct_ids\": [\"a\"]}");
    assertThat(trend(visit, inCohort(listed))).isEqualTo(3);
    acme.patch("actions/" + visit + "/", "{\"steps\": [{\"event\": \"buy\"}]}");
    assertThat(trend(visit, "")).isEqualTo(1);
    acme.patch("actions/" + visit + "/", "{\"deleted\": true}");
    JsonNode gone = acme.refused(400, "POST", "query/", Acme.ADA, query(visit, ""));
    assertThat(gone.get("detail").asText()).contains("There is no action " + visit);
  }

  private int trend(int action, String properties) throws Exception {
    return acme.expect(200, "POST", "query/", Acme.ADA, query(action, properties))
        .at("/results/0/count")
        .asInt();
  }

  private static String query(int action, String properties) {
    return """
        {"query": {"kind": "TrendsQuery", "properties": [%s],
          "series": [{"kind": "ActionsNode", "id": %d}]}}"""
        .formatted(properties, action);
  }

  private static String inCohort(int cohort) {
    return "{\"type\": \"cohort\", \"key\": \"id\", \"value\": " + cohort + "}";
  }

  @Test
  void a_cohort_goes_by_deleted_and_comes_back() throws Exception {
    String path = "cohorts/" + acme.post("cohorts/", body(any(person("plan", "pro")))).get("id");
    assertThat(acme.send("DELETE", path, Acme.ADA, null).status()).isEqualTo(405);
    acme.patch(path, "{\"deleted\": true}");
    acme.refused(404, "GET", path, Acme.ADA, "");
    assertThat(acme.get("cohorts/").get("count").asInt()).isZero();
    assertThat(acme.patch(path, "{\"deleted\": false}").get("count").asInt()).isEqualTo(1);
    JsonNode foreign = acme.refused(404, "GET", "/api/projects/3/" + path + "/", "phx_una", "");
    assertThat(foreign)
        .isEqualTo(acme.refused(404, "GET", "/api/projects/3/cohorts/999/", "phx_una", ""));
    acme.refused(403, "POST", "cohorts/", Acme.VIC, "{\"is_static\": true}");
    acme.refused(403, "PATCH", path, Acme.VIC, "{}");
    acme.expect(200, "GET", path + "/persons/", Acme.VIC, null);
  }

  @Test
  void what_is_not_understood_is_refused_with_its_place() throws Exception {
    String leaf = "filters__properties__values__0__values__0__";
    List<String[]> wrong =
        List.of(
            new String[] {"{}", "filters__properties"},
            new String[] {"{\"filters\": {\"properties\": []}}", "filters__properties"},
            new String[] {body(any()), "filters__properties__values__0__values"},
            new String[] {body(any("{\"type\": \"event\", \"key\": \"x\"}")), leaf + "type"},
            new String[] {body(any("{\"type\": \"person\", \"value\": 1}")), leaf + "key"},
            new String[] {body(any(did("x", "7", "fortnight"))), leaf + "time_interval"},
            new String[] {body(any(did("x", "seven", "day"))), leaf + "time_value"},
            new String[] {
              body(any("{\"type\": \"behavioral\", \"value\": \"performed_event_regularly\"}")),
              leaf + "value"
            },
            new String[] {body(any("{\"type\": \"cohort\", \"value\": \"x\"}")), leaf + "value"},
            new String[] {
              "{\"filters\": {\"properties\": {\"type\": \"XOR\", \"values\": [{}]}}}",
              "filters__properties__values__0__key"
            },
            new String[] {"{\"filters\": {\"property\": []}}", "filters__property"},
            new String[] {"{\"distinct_ids\": [\"a\"]}", "distinct_ids"},
            new String[] {"{\"is_static\": true, \"distinct_ids\": {}}", "distinct_ids"},
            new String[] {
              "{\"is_static\": true, \"filters\": " + any(person("a", "b")) + "}", "filters"
            });
    for (String[] each : wrong) {
      JsonNode error = acme.refused(400, "POST", "cohorts/", Acme.ADA, each[0]);
      assertThat(error.get("attr").asText()).as(each[0] + error).isEqualTo(each[1]);
    }
    String list = "cohorts/" + acme.post("cohorts/", "{\"is_static\": true}").get("id") + "/";
    acme.refused(400, "PATCH", list, Acme.ADA, "{\"is_static\": false}");
  }
}
