package dev.facet.api.facet.point;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind every row of a chart is what the row says; it is noon on 4 March 2026. */
class PointTest {
  private static final String BOARDS = "/facet/v1/projects/1/dashboards";
  private static final String RANGE =
      "\"dateRange\": {\"date_from\": \"2026-02-25\", \"date_to\": \"2026-03-03\"}";
  private static final List<String> PLANS = List.of("free", "pro", "team", "");

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int person = i * 7 % 11;
      String name = List.of("visit", "visit", "sign up", "pay").get(i % 4);
      events.add(
          """
          {"event": "%s", "distinct_id": "p%d", "timestamp": "2026-%sT%02d:%02d:00Z",
           "properties": {"plan": "%s", "$pathname": "/%s", "$session_id": "s%d",
             "$set": {"email": "p%d@example.com", "team": "t%d"}}}"""
              .formatted(
                  name,
                  person,
                  List.of("02-26", "02-27", "02-28", "03-01", "03-02", "03-03").get(i % 6),
                  i % 24,
                  i % 60,
                  PLANS.get(i * 5 % 4),
                  name.replace(' ', '-'),
                  person,
                  person,
                  person % 2));
      events.add(
          "{\"event\": \"$pageview\", \"distinct_id\": \"p%d\", \"timestamp\": \"2026-03-02T%02d:%02d:30Z\", \"properties\": {\"$current_url\": \"https://acme.example/%s\", \"$session_id\": \"s%d\"}}"
              .formatted(person, i % 24, i % 60, name.replace(' ', '-'), person));
    }
    send(
        "/batch/",
        "{\"api_key\": \"phc_web\", \"historical_migration\": false, \"batch\": ["
            + String.join(",", events)
            + "]}");
    flush();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode send(String path, String body) throws Exception {
    Reply reply = server.post(path, "phx_all", body, "Content-Type", "application/json");
    assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
    return reply.json();
  }

  private void flush() throws Exception {
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A chart on a dashboard of its own: its path. */
  private String chart(String query) throws Exception {
    JsonNode made =
        send(
            BOARDS,
            "{\"name\": \"One\", \"sections\": [{\"cards\": [{\"charts\": [{\"query\": "
                + query
                + "}]}]}]}");
    String id = made.at("/sections/0/cards/0/charts/0/id").asText();
    return BOARDS + "/" + made.path("id").asText() + "/charts/" + id;
  }

  private JsonNode data(String chart, String parameters) throws Exception {
    String path = chart.substring(0, chart.indexOf("/charts")) + "/data?" + parameters;
    JsonNode answer = server.get(path, "phx_all").json().at("/charts/0");
    assertThat(answer.path("error").asText()).isEmpty();
    return answer;
  }

  private Reply ask(String chart, JsonNode point, String parameters) throws Exception {
    return server.get(
        chart + "/behind?point=" + encoded(point.toString()) + "&" + parameters, "phx_all");
  }

  private JsonNode behind(String chart, JsonNode point, String parameters) throws Exception {
    Reply reply = ask(chart, point, parameters);
    assertThat(reply.status()).as(point + " " + reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static ObjectNode point(JsonNode answer, JsonNode row) {
    ObjectNode point = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.size(); i++) {
      point.set(answer.at("/columns").get(i).path("name").asText(), row.get(i));
    }
    return point;
  }

  /** Whether behind each row of a chart there are as many as its number says. */
  private void agrees(String query, String number, String show, String view) throws Exception {
    String chart = chart(query);
    JsonNode answer = data(chart, view);
    assertThat(answer.path("rows")).as(query).isNotEmpty();
    long sum = 0;
    for (JsonNode row : answer.path("rows")) {
      ObjectNode point = point(answer, row);
      JsonNode found = behind(chart, point, "limit=1000&show=" + show + "&" + view);
      assertThat(found.path("total").asLong())
          .as(query + " " + point)
          .isEqualTo(Math.abs(point.path(number).asLong()));
      assertThat(found.path("rows")).hasSize(found.path("total").asInt());
      sum += found.path("total").asLong();
    }
    assertThat(sum).as(query).isPositive();
  }

  private static String trend(String math, String more) {
    return "{\"kind\": \"TrendsQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"visit\", \"math\": \"%s\"}, {\"kind\": \"EventsNode\", \"event\": \"pay\", \"math\": \"%s\"}], %s%s}"
        .formatted(math, math, RANGE, more);
  }

  private static final String BY_PLAN =
      ", \"breakdownFilter\": {\"breakdown\": \"plan\", \"breakdown_type\": \"event\", \"breakdown_limit\": 2}";

  @Test
  void behind_a_number_of_persons_are_as_many_persons() throws Exception {
    agrees(trend("dau", ""), "value", "persons", "");
    agrees(trend("dau", BY_PLAN), "value", "persons", "");
    agrees(trend("weekly_active", ""), "value", "persons", "");
    agrees(trend("first_time_for_user", ""), "value", "persons", "");
    agrees(
        trend("dau", BY_PLAN + ", \"trendsFilter\": {\"display\": \"BoldNumber\"}"),
        "value",
        "persons",
        "");
  }

  @Test
  void behind_a_number_of_events_are_as_many_events() throws Exception {
    agrees(trend("total", ""), "value", "events", "");
    agrees(trend("total", BY_PLAN), "value", "events", "");
    agrees(trend("total", ", \"interval\": \"week\""), "value", "events", "");
    agrees(trend("total", ", \"interval\": \"hour\""), "value", "events", "date_from=2026-03-02");
    agrees(
        trend("total", ", \"trendsFilter\": {\"display\": \"ActionsLineGraphCumulative\"}"),
        "value",
        "events",
        "");
    agrees(
        trend("total", ", \"trendsFilter\": {\"display\": \"ActionsPie\"}"), "value", "events", "");
  }

  @Test
  void the_view_of_the_dashboard_holds_for_what_is_behind() throws Exception {
    String pro =
        encoded(
            "[{\"key\": \"plan\", \"type\": \"event\", \"operator\": \"exact\", \"value\": [\"pro\"]}]");
    agrees(trend("total", ""), "value", "events", "properties=" + pro);
    agrees(trend("dau", ""), "value", "persons", "date_from=2026-03-01&compare=true");
    agrees(trend("total", BY_PLAN), "value", "events", "date_from=2026-03-01&compare=true");
    agrees(trend("total", ""), "value", "events", "date_from=2026-03-01&compare_to=-2d");
    agrees(trend("dau", ""), "value", "persons", "interval=week");
  }

  @Test
  void a_look_chooses_the_steps_of_time_and_the_period_compared_with() throws Exception {
    String chart = chart(trend("total", ""));
    assertThat(data(chart, "interval=week").path("rows")).hasSize(4);
    assertThat(data(chart, "").path("rows")).hasSize(14);
    JsonNode compared = data(chart, "compare_to=-1y");
    assertThat(compared.path("rows")).hasSize(28);
    assertThat(compared.at("/rows/14/2").asText()).isEqualTo("2025-02-25T00:00:00Z");
    String days =
        chart(
            "{\"kind\": \"ReportQuery\", \"dataset\": \"events\", \"dimensions\": [\"date\"], \"metrics\": [\"events\"], \"order_by\": [{\"field\": \"date\", \"desc\": true}]}");
    assertThat(data(days, "interval=month").at("/rows/0/0").asText()).isEqualTo("2026-03");
    String path = chart.substring(0, chart.indexOf("/charts")) + "/data?";
    assertThat(server.get(path + "interval=fortnight", "phx_all").body()).contains("\"interval\"");
    assertThat(server.get(path + "compare_to=sometime", "phx_all").body())
        .contains("\"compare_to\"");
  }

  @Test
  void behind_rows_of_other_charts_are_their_persons() throws Exception {
    String steps =
        "{\"kind\": \"FunnelsQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"visit\"}, {\"kind\": \"EventsNode\", \"event\": \"sign up\"}, {\"kind\": \"EventsNode\", \"event\": \"pay\"}], "
            + RANGE;
    agrees(steps + "}", "count", "persons", "");
    agrees(steps + BY_PLAN + "}", "count", "persons", "");
    agrees(
        "{\"kind\": \"LifecycleQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"pay\"}], "
            + RANGE
            + "}",
        "value",
        "persons",
        "");
    agrees(
        "{\"kind\": \"StickinessQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"visit\"}], "
            + RANGE
            + "}",
        "value",
        "persons",
        "");
    agrees(
        "{\"kind\": \"RetentionQuery\", \"retentionFilter\": {\"totalIntervals\": 5, \"period\": \"Day\", \"targetEntity\": {\"id\": \"visit\", \"type\": \"events\"}, \"returningEntity\": {\"id\": \"pay\", \"type\": \"events\"}}, \"dateRange\": {\"date_to\": \"2026-03-03\"}}",
        "count",
        "persons",
        "");
  }

  @Test
  void those_who_dropped_out_of_a_funnel_are_what_is_missing() throws Exception {
    String chart =
        chart(
            "{\"kind\": \"FunnelsQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"visit\"}, {\"kind\": \"EventsNode\", \"event\": \"pay\", \"properties\": [{\"key\": \"plan\", \"value\": \"pro\", \"operator\": \"exact\", \"type\": \"event\"}]}], "
                + RANGE
                + "}");
    JsonNode answer = data(chart, "");
    ObjectNode second = point(answer, answer.at("/rows/1"));
    long lost = answer.at("/rows/0/2").asLong() - answer.at("/rows/1/2").asLong();
    assertThat(lost).isPositive();
    assertThat(behind(chart, second.put("dropped", true), "").path("total").asLong())
        .isEqualTo(lost);
  }

  @Test
  void persons_come_with_what_is_known_of_them_page_by_page_and_as_a_file() throws Exception {
    String chart = chart(trend("dau", ""));
    JsonNode answer = data(chart, "");
    ObjectNode point = point(answer, answer.at("/rows/1"));
    JsonNode first = behind(chart, point, "limit=2");
    assertThat(first.path("kinds").toString()).isEqualTo("[\"persons\",\"events\"]");
    assertThat(first.path("rows")).hasSize(2);
    assertThat(first.at("/rows/0/0/properties/email").asText()).endsWith("@example.com");
    assertThat(first.path("position").asLong()).isPositive();
    JsonNode second = behind(chart, point, "limit=2&cursor=" + first.path("next").asText());
    assertThat(second.at("/rows/0/0/id")).isNotEqualTo(first.at("/rows/0/0/id"));
    String one = first.at("/rows/0/1").asText();
    assertThat(behind(chart, point, "search=" + encoded(one)).path("total").asInt()).isEqualTo(1);
    Reply file =
        server.get(
            chart + "/behind?point=" + encoded(point.toString()), "phx_all", "Accept", "text/csv");
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.body().lines().findFirst())
        .hasValue(
            "id,distinct_ids,created_at,is_identified,properties.email,properties.team,name,events");
    assertThat(file.body().lines().count()).isEqualTo(first.path("total").asLong() + 1);
  }

  @Test
  void a_cohort_of_a_breakdown_is_told_by_its_number() throws Exception {
    String cohort =
        send("/facet/v1/projects/1/cohorts", "{\"name\": \"friends\", \"is_static\": true}")
            .path("id")
            .asText();
    String query =
        trend(
            "total",
            ", \"breakdownFilter\": {\"breakdown_type\": \"cohort\", \"breakdown\": [\"all\", %s]}"
                .formatted(cohort));
    ObjectNode point = JsonNodeFactory.instance.objectNode().put("series", 0);
    for (String name : List.of("friends", "-1", "99999999999999999999")) {
      Reply reply = ask(chart(query), point.put("breakdown", name), "show=events");
      assertThat(reply.status()).as(reply.body()).isEqualTo(400);
      assertThat(reply.json().at("/error/path").asText()).isEqualTo("point.breakdown");
    }
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_place() throws Exception {
    String chart = chart(trend("dau", ""));
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    assertThat(ask(chart, nothing, "").body()).contains("point.series");
    assertThat(ask(chart, nothing.deepCopy().put("series", 9), "").body())
        .contains("series 0 to 1");
    ObjectNode far = nothing.deepCopy().put("series", 0).put("time", "2020-01-01");
    assertThat(ask(chart, far, "").status()).isEqualTo(400);
    ObjectNode odd = nothing.deepCopy().put("series", 0).put("time", "yesterday");
    assertThat(ask(chart, odd, "").status()).isEqualTo(400);
    assertThat(ask(chart, nothing.deepCopy().put("series", 0), "show=rows").body())
        .contains("persons, events");
    assertThat(ask(chart, nothing, "limit=0").status()).isEqualTo(400);
    assertThat(ask(chart, nothing, "colour=red").body())
        .contains("there are cursor, limit, point, search, show, date_from");
    assertThat(server.get(chart + "/behind?point=%5B", "phx_all").body()).contains("point");
    assertThat(server.get(chart + "/behind", "phx_all").status()).isEqualTo(400);
    assertThat(server.get(chart + "9/behind?point=%7B%7D", "phx_all").status()).isEqualTo(404);
    assertThat(
            ask(chart("{\"kind\": \"HogQLQuery\", \"query\": \"select 1\"}"), nothing, "").body())
        .contains("nothing_behind");
    assertThat(server.get(chart + "/behind?point=%7B%7D", "phx_read").status()).isEqualTo(403);
    assertThat(server.get(chart + "/behind?point=%7B%7D", null).status()).isEqualTo(401);
  }
}
