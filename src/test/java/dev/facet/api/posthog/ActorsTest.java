package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Persons behind a point of a chart, over HTTP. */
class ActorsTest {
  private static final String EVENTS =
      """
      {"event":"visit","distinct_id":"ann","timestamp":"2026-03-01T10:00:00Z","properties":{"plan":"free","$set":{"email":"ann@x.org","age":30}}},
      {"event":"visit","distinct_id":"ann","timestamp":"2026-03-01T11:00:00Z","properties":{"plan":"free"}},
      {"event":"visit","distinct_id":"bob","timestamp":"2026-03-01T12:00:00Z","properties":{"plan":"pro","$set":{"name":"Bob"}}},
      {"event":"$identify","distinct_id":"bob","timestamp":"2026-03-01T12:00:01Z","properties":{"$anon_distinct_id":"bob-phone"}},
      {"event":"visit","distinct_id":"cid","timestamp":"2026-03-02T12:00:00Z","properties":{"plan":"pro"}}""";
  private static final String TREND =
      """
      {"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit","math":"dau"}],
       "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"}%s}""";

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    acme.capture(EVENTS);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private JsonNode actors(String source, String more) throws Exception {
    return acme.expect(200, "POST", "query/", "phx_query", body(source, more));
  }

  private static String body(String source, String more) {
    return """
        {"query": {"kind": "ActorsQuery", "source": {"kind": "InsightActorsQuery", %s}%s}}"""
        .formatted(source, more);
  }

  private static String trend(String day, String more) {
    return "\"source\":" + TREND.formatted(more) + ",\"day\":\"" + day + "\"";
  }

  @Test
  void the_persons_of_a_day_come_with_all_that_is_known_of_them() throws Exception {
    JsonNode answer = actors(trend("2026-03-01", ""), "");
    assertThat(answer.get("columns").toString()).isEqualTo("[\"actor\"]");
    assertThat(answer.get("results")).hasSize(2);
    JsonNode ann = answer.at("/results/0/0");
    assertThat(ann.get("id").asText()).hasSize(36);
    assertThat(ann.get("distinct_ids").toString()).isEqualTo("[\"ann\"]");
    assertThat(ann.at("/properties/email").asText()).isEqualTo("ann@x.org");
    assertThat(ann.at("/properties/age").asInt()).isEqualTo(30);
    assertThat(ann.get("created_at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(ann.get("is_identified").asBoolean()).isFalse();
    JsonNode bob = answer.at("/results/1/0");
    assertThat(bob.get("distinct_ids").toString()).isEqualTo("[\"bob\",\"bob-phone\"]");
    assertThat(bob.get("is_identified").asBoolean()).isTrue();
    assertThat(answer.get("hasMore").asBoolean()).isFalse();
    assertThat(answer.get("limit").asInt()).isEqualTo(100);
    assertThat(answer.get("offset").asInt()).isZero();
    assertThat(answer.get("missing_actors_count").asInt()).isZero();
  }

  @Test
  void columns_order_pages_and_search_are_as_asked() throws Exception {
    String select =
        ",\"select\":[\"person_display_name -- Person\",\"event_count\",\"created_at\","
            + "\"properties.age\"]";
    JsonNode first = actors(trend("2026-03-01", ""), select + ",\"limit\":1");
    assertThat(first.at("/results/0").toString())
        .isEqualTo("[\"ann@x.org\",2,\"2026-03-01T10:00:00Z\",\"30\"]");
    assertThat(first.get("hasMore").asBoolean()).isTrue();
    JsonNode second = actors(trend("2026-03-01", ""), select + ",\"limit\":1,\"offset\":1");
    assertThat(second.at("/results/0").toString())
        .isEqualTo("[\"Bob\",1,\"2026-03-01T12:00:00Z\",null]");
    assertThat(second.get("hasMore").asBoolean()).isFalse();
    JsonNode turned =
        actors(trend("2026-03-01", ""), select + ",\"orderBy\":[\"event_count ASC\"]");
    assertThat(turned.at("/results/0/0").asText()).isEqualTo("Bob");
    for (String search : new String[] {"ANN@", "ann"}) {
      JsonNode found = actors(trend("2026-03-01", ""), select + ",\"search\":\"" + search + "\"");
      assertThat(found.get("results")).hasSize(1);
    }
    JsonNode phone = actors(trend("2026-03-01", ""), select + ",\"search\":\"phone\"");
    assertThat(phone.at("/results/0/0").asText()).isEqualTo("Bob");
    JsonNode filtered =
        actors(
            trend("2026-03-01", ""),
            ",\"properties\":[{\"key\":\"email\",\"type\":\"person\",\"value\":\"ann\",\"operator\":\"icontains\"}]");
    assertThat(filtered.get("results")).hasSize(1);
  }

  @Test
  void how_many_there_are_is_one_number() throws Exception {
    JsonNode all = actors(trend("2026-03-01", ""), ",\"select\":[\"count()\"],\"limit\":1");
    assertThat(all.at("/results").toString()).isEqualTo("[[2]]");
    JsonNode found =
        actors(trend("2026-03-01", ""), ",\"select\":[\"count()\"],\"search\":\"ann\"");
    assertThat(found.at("/results").toString()).isEqualTo("[[1]]");
    String mixed = body(trend("2026-03-01", ""), ",\"select\":[\"count()\",\"id\"]");
    assertThat(acme.expect(400, "POST", "query/", "phx_query", mixed).toString())
        .contains("selected alone");
  }

  @Test
  void a_breakdown_value_and_other_kinds_of_charts_have_persons_too() throws Exception {
    String by = ",\"breakdownFilter\":{\"breakdown\":\"plan\",\"breakdown_type\":\"event\"}";
    JsonNode pro = actors(trend("2026-03-02", by) + ",\"breakdown\":\"pro\"", "");
    assertThat(pro.at("/results/0/0/distinct_ids").toString()).isEqualTo("[\"cid\"]");
    String visit = "[{\"kind\":\"EventsNode\",\"event\":\"visit\"}]";
    String range = "\"dateRange\":{\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-03\"}";
    JsonNode gone =
        actors(
            "\"source\":{\"kind\":\"LifecycleQuery\",\"series\":"
                + visit
                + ","
                + range
                + "},\"day\":\"2026-03-02\",\"status\":\"dormant\"",
            "");
    assertThat(gone.get("results")).hasSize(2);
    JsonNode once =
        actors(
            "\"source\":{\"kind\":\"StickinessQuery\",\"series\":"
                + visit
                + ","
                + range
                + "},\"day\":1",
            "");
    assertThat(once.get("results")).hasSize(3);
    JsonNode cohort =
        actors(
            "\"source\":{\"kind\":\"RetentionQuery\",\"retentionFilter\":{\"targetEntity\":{\"id\":\"visit\",\"type\":\"events\"},\"returningEntity\":{\"id\":\"visit\",\"type\":\"events\"}},"
                + range
                + "},\"interval\":1",
            "");
    assertThat(cohort.at("/results/0/0/distinct_ids").toString()).isEqualTo("[\"cid\"]");
  }

  @Test
  void persons_reached_a_step_of_a_funnel_or_dropped_off_before_it() throws Exception {
    String funnel =
        """
        "kind":"FunnelsActorsQuery","source":{"kind":"FunnelsQuery","series":
          [{"kind":"EventsNode","event":"visit"},{"kind":"EventsNode","event":"$identify"}],
         "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"}},"funnelStep":%d""";
    int[] persons = {3, 1, 2};
    int[] steps = {1, 2, -2};
    for (int i = 0; i < steps.length; i++) {
      String body =
          "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":{" + funnel.formatted(steps[i]) + "}}}";
      JsonNode answer = acme.expect(200, "POST", "query/", "phx_query", body);
      assertThat(answer.get("results")).as("step " + steps[i]).hasSize(persons[i]);
    }
    String beyond =
        "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":{" + funnel.formatted(3) + "}}}";
    JsonNode error = acme.refused(400, "POST", "query/", Acme.ADA, beyond);
    assertThat(error.get("attr").asText()).isEqualTo("query__source__funnelStep");
  }

  private JsonNode listed(String source, String more) throws Exception {
    String body = "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":" + source + more + "}}";
    return acme.expect(200, "POST", "query/", "phx_query", body).get("results");
  }

  @Test
  void persons_of_a_cohort_come_with_the_steps_they_came_back_in() throws Exception {
    String cohort =
        """
        {"kind":"InsightActorsQuery","interval":0%s,"source":{"kind":"RetentionQuery",
          "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"},"retentionFilter":{
           "targetEntity":{"id":"visit","type":"events"},"totalIntervals":3,
           "returningEntity":{"id":null,"type":"events"}}}}""";
    acme.capture(
        "{\"event\":\"later\",\"distinct_id\":\"bob-phone\",\"timestamp\":\"2026-03-03T10:00:00Z\"}");
    String select = ",\"select\":[\"person_display_name\",\"appearances\"]";
    assertThat(listed(cohort.formatted(""), select).toString())
        .isEqualTo("[[\"Bob\",[0,2]],[\"ann@x.org\",[0]]]");
    assertThat(listed(cohort.formatted(",\"day\":2"), select).toString())
        .isEqualTo("[[\"Bob\",[0,2]]]");
    assertThat(listed(cohort.formatted(",\"day\":1"), select)).isEmpty();
  }

  @Test
  void persons_of_a_funnel_are_told_by_depth_and_by_when_they_entered() throws Exception {
    String funnel =
        """
        {"kind":"FunnelsActorsQuery",%s,"source":{"kind":"FunnelsQuery","series":
          [{"kind":"EventsNode","event":"visit"},{"kind":"EventsNode","event":"$identify"}],
         "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"},
         "funnelsFilter":{"funnelVizType":"%s"}}}""";
    assertThat(listed(funnel.formatted("\"funnelCustomSteps\":[1]", "steps"), "")).hasSize(2);
    assertThat(listed(funnel.formatted("\"funnelCustomSteps\":[1,2]", "steps"), "")).hasSize(3);
    String entered = "\"funnelTrendsEntrancePeriodStart\":\"2026-03-01 00:00:00\"";
    assertThat(listed(funnel.formatted(entered, "trends"), "")).hasSize(1);
    assertThat(listed(funnel.formatted(entered + ",\"funnelTrendsDropOff\":true", "trends"), ""))
        .hasSize(1);
    JsonNode error =
        acme.refused(
            400,
            "POST",
            "query/",
            Acme.ADA,
            "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":"
                + funnel.formatted(entered, "steps")
                + "}}");
    assertThat(error.get("attr").asText()).isEqualTo("query__source__source");
  }

  @Test
  void persons_of_paths_went_a_step_or_ended_there() throws Exception {
    String paths =
        """
        {"kind":"InsightActorsQuery","source":{"kind":"PathsQuery",
          "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-03"},
          "pathsFilter":{"includeEventTypes":["custom_event"]%s}}}""";
    acme.capture(
        "{\"event\":\"buy\",\"distinct_id\":\"bob\",\"timestamp\":\"2026-03-01T12:10:00Z\"}");
    String name = ",\"select\":[\"person_display_name\"]";
    for (String keys :
        new String[] {
          "",
          ",\"pathStartKey\":\"1_visit\"",
          ",\"pathEndKey\":\"2_buy\"",
          ",\"pathDropoffKey\":\"2_buy\""
        }) {
      assertThat(listed(paths.formatted(keys), name).toString()).as(keys).isEqualTo("[[\"Bob\"]]");
    }
    assertThat(listed(paths.formatted(",\"pathStartKey\":\"2_visit\""), name)).isEmpty();
    assertThat(listed(paths.formatted(",\"pathDropoffKey\":\"1_visit\""), name)).hasSize(2);
  }

  @Test
  void groups_are_listed_where_groups_are_counted() throws Exception {
    acme.capture(
        """
        {"event":"$groupidentify","distinct_id":"ann","timestamp":"2026-03-01T09:00:00Z","properties":{
          "$group_type":"org","$group_key":"acme","$group_set":{"name":"Acme Inc","plan":"pro"}}},
        {"event":"sign","distinct_id":"ann","timestamp":"2026-03-01T10:00:00Z","properties":{"$groups":{"org":"acme"}}},
        {"event":"sign","distinct_id":"bob","timestamp":"2026-03-01T10:00:00Z","properties":{"$groups":{"org":"acme"}}},
        {"event":"sign","distinct_id":"bob","timestamp":"2026-03-01T11:00:00Z","properties":{"$groups":{"org":"umbra"}}},
        {"event":"sign","distinct_id":"cid","timestamp":"2026-03-01T11:00:00Z"}""");
    String trend =
        """
        {"kind":"InsightActorsQuery","day":"2026-03-01","source":{"kind":"TrendsQuery",
         "dateRange":{"date_from":"2026-03-01","date_to":"2026-03-01"},"series":[
          {"kind":"EventsNode","event":"sign","math":"unique_group","math_group_type_index":0}]}}""";
    JsonNode groups = listed(trend, ",\"select\":[\"group\",\"event_count\"]");
    assertThat(groups).hasSize(2);
    assertThat(groups.at("/0/0/id").asText()).isEqualTo("acme");
    assertThat(groups.at("/0/0/type").asText()).isEqualTo("group");
    assertThat(groups.at("/0/0/properties/plan").asText()).isEqualTo("pro");
    assertThat(groups.at("/0/1").asInt()).isEqualTo(2);
    assertThat(groups.at("/1/0/group_key").asText()).isEqualTo("umbra");
    assertThat(listed(trend, ",\"search\":\"acme inc\",\"select\":[\"id\"]").toString())
        .isEqualTo("[[\"acme\"]]");
    String pro = "{\"type\":\"group\",\"group_type_index\":%d,\"key\":\"plan\",\"value\":\"pro\"}";
    assertThat(listed(trend, ",\"properties\":[" + pro.formatted(0) + "]")).hasSize(1);
    JsonNode error =
        acme.refused(
            400,
            "POST",
            "query/",
            Acme.ADA,
            "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":"
                + trend
                + ",\"properties\":["
                + pro.formatted(1)
                + "]}}");
    assertThat(error.get("attr").asText()).isEqualTo("query__properties");
  }

  @Test
  void a_statement_names_persons_by_id_or_distinct_id() throws Exception {
    String statement = "{\"kind\":\"HogQLQuery\",\"query\":\"%s\"}";
    String select = ",\"select\":[\"person_display_name\",\"event_count\"]";
    assertThat(
            listed(
                    statement.formatted(
                        "select person_id, event from events where event = 'visit' order by timestamp"),
                    select)
                .toString())
        .isEqualTo("[[\"ann@x.org\",2],[\"Bob\",1],[\"cid\",1]]");
    assertThat(listed(statement.formatted("select 'bob-phone' as distinct_id"), select).toString())
        .isEqualTo("[[\"Bob\",1]]");
    for (String refused : new String[] {"select event from events", "select 1 as id", "select"}) {
      JsonNode error =
          acme.refused(
              400,
              "POST",
              "query/",
              Acme.ADA,
              "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":"
                  + statement.formatted(refused)
                  + "}}");
      assertThat(error.get("attr").asText()).as(refused).isEqualTo("query__source__query");
    }
  }

  @Test
  void without_a_source_it_is_a_list_of_persons() throws Exception {
    JsonNode all =
        acme.expect(200, "POST", "query/", "phx_query", "{\"query\":{\"kind\":\"ActorsQuery\"}}");
    assertThat(all.get("columns").toString()).isEqualTo("[\"person\",\"id\",\"created_at\"]");
    assertThat(all.get("results")).hasSize(3);
    assertThat(all.at("/results/0/0/distinct_ids/0").asText()).isEqualTo("cid");
  }

  @Test
  void what_makes_no_sense_is_refused_where_it_stands() throws Exception {
    String[][] refused = {
      {body(trend("soon", ""), ""), "query__source__day"},
      {body(trend("-1d", ""), ""), "query__source__day"},
      {body(trend("2020-01-01", ""), ""), "query__source__day"},
      {body(trend("2026-03-01", "") + ",\"series\":1", ""), "query__source__series"},
      {body(trend("2026-03-01", "") + ",\"breakdown\":\"a\"", ""), "query__source__breakdown"},
      {body(trend("2026-03-01", "") + ",\"compare\":\"previous\"", ""), "query__source__compare"},
      {body(trend("2026-03-01", ",\"math\":1"), ""), "query__source__source__math"},
      {body(trend("2026-03-01", ""), ",\"select\":[\"actor\",\"nope\"]"), "query__select__1"},
      {body(trend("2026-03-01", ""), ",\"orderBy\":[\"nope desc\"]"), "query__orderBy__0"},
      {body(trend("2026-03-01", ""), ",\"limit\":1000000"), "query__limit"},
      {body(trend("2026-03-01", ""), ",\"offset\":-1"), "query__offset"},
      {
        body(trend("2026-03-01", ""), ",\"properties\":[{\"key\":\"a\",\"value\":\"b\"}]"),
        "query__properties"
      },
      {"{\"query\":{\"kind\":\"ActorsQuery\",\"select\":[\"event_count\"]}}", "query__select"},
      {
        "{\"query\":{\"kind\":\"ActorsQuery\",\"source\":{\"kind\":\"Nope\"}}}",
        "query__source__kind"
      },
    };
    for (String[] each : refused) {
      JsonNode error = acme.refused(400, "POST", "query/", Acme.ADA, each[0]);
      assertThat(error.get("attr").asText()).as(each[0] + "\n" + error).isEqualTo(each[1]);
    }
  }
}
