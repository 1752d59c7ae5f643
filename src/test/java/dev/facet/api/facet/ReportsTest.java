package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports over rows that were sent, asked for over HTTP; today is 4 March 2026, a Wednesday. */
class ReportsTest {
  private static final String POSTS =
      """
      {"post_id":"a","platform":"linkedin","profile":"acme","published_at":"2026-03-01T10:00:00Z","request_id":"r1","success":true,"campaign":"spring"}
      {"post_id":"b","platform":"linkedin","profile":"acme","published_at":"2026-03-02T10:00:00Z","success":true}
      {"post_id":"c","platform":"Twitter","profile":"acme","published_at":"2026-03-03T10:00:00Z","success":false,"campaign":"spring"}
      {"post_id":"d","platform":"x","profile":"acme","published_at":"2026-01-15T10:00:00Z"}
      """;
  private static final String SNAPSHOTS =
      """
      {"post_id":"a","date":"2026-03-01","metrics":{"impressions":50,"likes":1}}
      {"post_id":"a","date":"2026-03-03","metrics":{"impressions":100,"likes":5,"comments":2,"shares":1,"reach":80}}
      {"post_id":"a","date":"2026-03-05","metrics":{"impressions":999,"likes":999}}
      {"post_id":"b","date":"2026-03-02","metrics":{"views":40,"likes":3,"replies":1}}
      {"post_id":"c","date":"2026-03-03","metrics":{"impressions":10,"reposts":2,"quotes":3}}
      """;
  private static final String CLICKS =
      """
      {"click_id":"1","post_id":"a","at":"2026-03-01T11:00:00Z","network":"linkedin","visitor_id":"v1","converted_at":"2026-03-02T00:00:00Z"}
      {"click_id":"2","post_id":"a","at":"2026-03-01T12:00:00Z","network":"linkedin","visitor_id":"v1"}
      {"click_id":"3","post_id":"c","at":"2026-03-03T12:00:00Z","network":"x","visitor_id":"v2"}
      {"click_id":"4","post_id":"nowhere","at":"2026-03-03T12:00:00Z"}
      """;

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder, BOOT, Map.of("store.url", ""));
    send("posts", POSTS);
    send("post_snapshots", SNAPSHOTS);
    send("clicks", CLICKS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static final String BOOT =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users: [{ email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }]
            projects: [{ id: 1, name: Web, timezone: America/New_York, week_start: monday, token: phc_web }]
            keys: [{ user: ada@example.com, label: all, key: phx_all, scopes: ["*"] }]
      """;

  private void send(String dataset, String rows) throws Exception {
    Reply reply =
        server.post("/facet/v1/projects/1/datasets/" + dataset + "/rows", "phx_all", rows);
    assertThat(reply.json().path("rejected")).as(reply.body()).isEmpty();
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  private Reply ask(String query) throws Exception {
    ObjectNode body = Json.MAPPER.createObjectNode();
    JsonNode node = Json.read(query.getBytes(StandardCharsets.UTF_8));
    body.set("query", ((ObjectNode) node).put("kind", "ReportQuery"));
    return server.post("/api/projects/1/query/", "phx_all", body.toString());
  }

  private String rows(String query) throws Exception {
    Reply reply = ask(query);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("results").toString();
  }

  @Test
  void posts_count_with_their_newest_numbers_and_their_clicks() throws Exception {
    assertThat(
            rows(
                """
                {"dataset":"posts","dimensions":["network"],
                 "metrics":["posts","impressions","engagements","clicks","likes","comments","shares","reach","conversions"],
                 "order_by":[{"field":"impressions","desc":true}]}"""))
        .isEqualTo("[[\"linkedin\",2,140,14,2,8,3,1,80,1],[\"x\",1,10,6,1,0,0,5,0,0]]");
  }

  @Test
  void rates_are_ratios_of_sums_and_missing_when_there_is_nothing_to_divide_by() throws Exception {
    assertThat(
            rows(
                """
                {"dataset":"posts","dimensions":["status"],"metrics":["engagement_rate","click_through_rate","conversion_rate"],
                 "date_range":{"date_from":"2026-01-01"}}"""))
        .isEqualTo(
            "[[\"failed\",0.6,0.1,0],[\"published\",0.1,0.014285714285714285,0.5]]"
                .replace("[[\"failed\"", "[[\"failed\""));
    assertThat(
            rows(
                """
                {"dataset":"posts","metrics":["engagement_rate","posts"],
                 "date_range":{"date_from":"2026-01-15","date_to":"2026-01-15"}}"""))
        .isEqualTo("[[null,1]]");
  }

  @Test
  void steps_of_time_are_those_of_the_projects_zone() throws Exception {
    send(
        "posts",
        "{\"post_id\":\"late\",\"platform\":\"x\",\"published_at\":\"2026-03-01T03:00:00Z\"}");
    String dates = "\"date_range\":{\"date_from\":\"2026-01-01\"}";
    assertThat(
            rows(
                "{\"dataset\":\"posts\",\"dimensions\":[\"month\"],\"metrics\":[\"count\"],"
                    + dates
                    + "}"))
        .isEqualTo("[[\"2026-01\",1],[\"2026-02\",1],[\"2026-03\",3]]");
    assertThat(
            rows(
                "{\"dataset\":\"posts\",\"dimensions\":[{\"field\":\"published_at\",\"grain\":\"week\"},\"network\"],\"metrics\":[\"count\"],"
                    + dates
                    + ",\"order_by\":[{\"field\":\"published_at\",\"desc\":true}],\"limit\":2,\"offset\":1}"))
        .isEqualTo("[[\"2026-03-02\",\"x\",1],[\"2026-02-23\",\"linkedin\",1]]");
  }

  @Test
  void a_post_counts_in_the_row_of_each_of_its_tags() throws Exception {
    send(
        "posts",
        """
        {"post_id":"a","tags":["new","sale","new"]}
        {"post_id":"b","tags":["sale"]}
        {"post_id":"c","tags":[]}
        """);
    assertThat(
            rows(
                "{\"dataset\":\"posts\",\"dimensions\":[\"tag\"],\"metrics\":[\"posts\",\"likes\"]}"))
        .isEqualTo("[[\"sale\",2,8],[\"new\",1,5],[null,1,0]]");
    String filtered =
        "{\"dataset\":\"posts\",\"dimensions\":[\"post_id\"],\"filters\":[{\"field\":\"tag\",\"operator\":\"%s\",\"values\":[\"new\",\"old\"]}]}";
    assertThat(rows(filtered.formatted("in"))).isEqualTo("[[\"a\"]]");
    assertThat(rows(filtered.formatted("not_in"))).isEqualTo("[[\"b\"],[\"c\"]]");
    assertThat(rows(filtered.formatted("is_set"))).isEqualTo("[[\"a\"],[\"b\"]]");
  }

  @Test
  void filters_nest_and_name_dimensions_either_way() throws Exception {
    assertThat(
            rows(
                """
                {"dataset":"posts","dimensions":["post_id"],"metrics":[],
                 "filters":[{"field":"network","operator":"in","values":["linkedin","facebook"]},
                   {"type":"OR","values":[{"key":"campaign","value":"spring"},{"key":"source","value":["organic"]}]}]}"""))
        .isEqualTo("[[\"a\"],[\"b\"]]");
    assertThat(
            rows(
                """
                {"dataset":"posts","dimensions":["post_id"],
                 "filters":[{"key":"campaign","operator":"is_not","value":"spring"},
                            {"key":"published_at","operator":"is_date_after","value":"2026-03-01"}]}"""))
        .isEqualTo("[[\"b\"]]");
  }

  @Test
  void clicks_and_conversions_are_counted_by_their_own_times() throws Exception {
    assertThat(
            rows(
                """
                {"dataset":"clicks","dimensions":["network"],"metrics":["clicks","conversions","unique_visitors"]}"""))
        .isEqualTo("[[\"linkedin\",2,1,1],[\"x\",1,0,1],[null,1,0,0]]");
    assertThat(
            rows(
                """
                {"dataset":"conversions","dimensions":["date"],"metrics":["conversions"]}"""))
        .isEqualTo("[[\"2026-03-01\",1]]");
  }

  @Test
  void followers_are_last_levels_and_changes_look_before_the_range() throws Exception {
    send(
        "profile_snapshots",
        """
        {"profile":"acme","platform":"x","date":"2026-02-27","level":{"followers":10}}
        {"profile":"acme","platform":"x","date":"2026-03-01","level":{"followers":15},"daily":{"reach":0.1}}
        {"profile":"acme","platform":"x","date":"2026-03-02","daily":{"reach":0.2}}
        {"profile":"acme","platform":"x","date":"2026-03-03","level":{"followers":12}}
        {"profile":"acme","platform":"youtube","date":"2026-03-02","level":{"followers":100}}
        {"profile":"zeta","platform":"x","date":"2026-03-02","level":{"followers":1000}}
        """);
    String dates = "\"date_range\":{\"date_from\":\"2026-03-01\",\"date_to\":\"2026-03-04\"}";
    String metrics = "\"metrics\":[\"followers\",\"followers_added\",\"reach\",\"count\"],";
    assertThat(
            rows(
                "{\"dataset\":\"profile_snapshots\",\"dimensions\":[\"network\"],"
                    + metrics
                    + dates
                    + "}"))
        .isEqualTo("[[\"x\",1012,2,0.3,4],[\"youtube\",100,0,0,1]]");
    assertThat(
            rows(
                "{\"dataset\":\"profile_snapshots\",\"dimensions\":[\"date\",\"profile\"],"
                    + metrics
                    + dates
                    + "}"))
        .isEqualTo(
            "[[\"2026-03-01\",\"acme\",15,5,0.1,1],[\"2026-03-02\",\"acme\",100,0,0.2,2],"
                + "[\"2026-03-02\",\"zeta\",1000,0,0,1],[\"2026-03-03\",\"acme\",12,-3,0,1]]");
  }

  @Test
  void money_shows_no_digits_that_were_not_there() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      rows.append(
          "{\"invoice_id\":\"i"
              + i
              + "\",\"amount\":0.1,\"status\":\""
              + (i % 2 == 0 ? "PAID" : "OPEN")
              + "\",\"issued_at\":\"2024-05-01T12:00:00Z\",\"due_at\":\"2026-0"
              + (1 + i % 4 * 2)
              + "-01\"}\n");
    }
    send("invoices", rows.toString());
    assertThat(
            rows(
                """
                {"dataset":"invoices","metrics":["sum_amount","sum(amount)","avg_amount","revenue","overdue_invoices","overdue_amount","min_amount"]}"""))
        .isEqualTo("[[100,100,0.1,50,250,25,0.1]]");
    assertThat(
            rows(
                "{\"dataset\":\"payments\",\"dimensions\":[\"month\",\"status\"],\"metrics\":[\"revenue\"]}"))
        .isEqualTo("[[\"2024-05\",\"PAID\",50]]");
  }

  @Test
  void recurring_revenue_is_that_of_subscriptions_active_now() throws Exception {
    send(
        "subscriptions",
        """
        {"subscription_id":"m","customer_id":"a","quantity":3,"unit_price":9.99,"interval":"month","currency":"EUR","started_at":"2025-01-01"}
        {"subscription_id":"y","customer_id":"a","quantity":1,"unit_price":120,"interval":"year","currency":"EUR","started_at":"2025-01-01"}
        {"subscription_id":"free","customer_id":"b","quantity":1,"unit_price":0,"interval":"month","currency":"EUR","started_at":"2025-01-01"}
        {"subscription_id":"gone","customer_id":"c","quantity":1,"unit_price":50,"interval":"month","currency":"EUR","started_at":"2025-01-01","cancelled_at":"2026-01-01"}
        {"subscription_id":"soon","customer_id":"c","quantity":1,"unit_price":50,"interval":"month","currency":"EUR","started_at":"2026-04-01"}
        {"subscription_id":"usd","customer_id":"d","quantity":2,"unit_price":0.1,"interval":"month","currency":"USD","started_at":"2025-01-01","cancelled_at":"2026-12-01"}
        """);
    assertThat(
            rows(
                """
                {"dataset":"subscriptions","dimensions":["currency"],
                 "metrics":["mrr","arr","arpa","active_subscriptions","active_customers","count"]}"""))
        .isEqualTo("[[\"EUR\",39.97,479.64,19.985,3,2,5],[\"USD\",0.2,2.4,0.2,1,1,1]]");
  }

  @Test
  void events_are_reported_by_their_properties() throws Exception {
    server.post(
        "/batch",
        null,
        """
        {"api_key":"phc_web","historical_migration":true,"batch":[
          {"event":"buy","distinct_id":"a","timestamp":"2026-03-01T10:00:00Z","properties":{"plan":"pro","price":0.1,"$set":{"team":"red"}}},
          {"event":"buy","distinct_id":"a","timestamp":"2026-03-02T10:00:00Z","properties":{"plan":"pro","price":0.2}},
          {"event":"look","distinct_id":"b","timestamp":"2026-03-03T11:00:00Z","properties":{}}]}""");
    server.post("/facet/v1/flush", "phx_all", null);
    assertThat(
            rows(
                """
                {"dataset":"events","dimensions":["event","properties.plan","person.properties.team"],
                 "metrics":["count","persons","sum_properties.price"]}"""))
        .isEqualTo("[[\"buy\",\"pro\",\"red\",2,1,0.3],[\"look\",null,null,1,1,0]]");
    assertThat(
            rows(
                """
                {"dataset":"events","metrics":["count"],
                 "filters":[{"key":"plan","value":"pro","type":"event"},{"field":"event","operator":"in","values":["buy"]}]}"""))
        .isEqualTo("[[2]]");
  }

  @Test
  void what_is_not_understood_is_refused_with_its_place() throws Exception {
    refused("{\"dataset\":\"pots\",\"metrics\":[\"count\"]}", "dataset");
    refused("{\"dataset\":\"posts\",\"metrics\":[\"count\",\"impresions\"]}", "metrics[1]");
    refused("{\"dataset\":\"posts\",\"dimensions\":[\"netwerk\"]}", "dimensions[0]");
    refused("{\"dataset\":\"posts\",\"metrics\":[\"sum_title\"]}", "metrics[0]");
    refused("{\"dataset\":\"posts\",\"metrics\":[\"count\"],\"extra\":1}", "extra");
    refused("{\"dataset\":\"posts\"}", "metrics");
    refused("{\"dataset\":\"posts\",\"metrics\":[\"count\"],\"limit\":0}", "limit");
    refused(
        "{\"dataset\":\"posts\",\"metrics\":[\"count\"],\"order_by\":[{\"field\":\"reach\"}]}",
        "order_by[0].field");
    refused(
        "{\"dataset\":\"posts\",\"metrics\":[\"count\"],\"filters\":[{\"key\":\"network\",\"operator\":\"gt\",\"value\":3}]}",
        "filters[0].operator");
    refused(
        "{\"dataset\":\"posts\",\"metrics\":[\"count\"],\"filters\":[{\"field\":\"netwerk\",\"operator\":\"in\",\"values\":[\"x\"]}]}",
        "filters[0].field");
    refused(
        "{\"dataset\":\"posts\",\"dimensions\":[{\"field\":\"title\",\"grain\":\"day\"}]}",
        "dimensions[0]");
    refused(
        "{\"dataset\":\"posts\",\"metrics\":[\"count\"],\"date_range\":{\"date_from\":\"soon\"}}",
        "date_range.date_from");
  }

  /** A path as PostHog's errors write it. */
  private static String attribute(String path) {
    return path.replace(".", "__").replace("[", "__").replace("]", "");
  }

  @Test
  void what_can_be_asked_is_listed() throws Exception {
    JsonNode list = server.get("/facet/v1/projects/1/datasets", "phx_all").json();
    assertThat(list.path("total").asInt()).isEqualTo(list.path("results").size());
    JsonNode posts = list.path("results").get(1);
    assertThat(posts.path("name").asText()).isEqualTo("posts");
    assertThat(posts.path("key").toString()).isEqualTo("[\"post_id\"]");
    assertThat(posts.path("columns")).hasSize(16);
    assertThat(posts.path("dimensions").findValuesAsText("name")).contains("network", "source");
    assertThat(posts.path("metrics").findValuesAsText("name")).contains("engagement_rate");
  }

  private void refused(String query, String path) throws Exception {
    Reply reply = ask(query);
    assertThat(reply.status()).as(query).isEqualTo(400);
    assertThat(reply.body()).as(query).contains("\"attr\":\"query__" + attribute(path) + "\"");
  }

  @Test
  void a_dashboards_dates_and_properties_apply_as_far_as_the_dataset_has_them() throws Exception {
    Reply made =
        server.post(
            "/facet/v1/projects/1/dashboards",
            "phx_all",
            """
            {"name":"Social","filters":{"date_from":"2026-03-02","date_to":null,
               "properties":[{"key":"network","operator":"exact","value":["x"]},{"key":"$browser","value":"Chrome"}]},
             "sections":[{"title":"","cards":[{"x":0,"y":0,"w":6,"h":4,"charts":[
               {"title":"By network","type":"bars","query":{"kind":"ReportQuery","dataset":"posts","dimensions":["network"],
                "metrics":["impressions","engagements","clicks"],"order_by":[{"field":"impressions","desc":true}]}}]}]}]}""");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String path = "/facet/v1/projects/1/dashboards/" + made.json().path("id").asText() + "/data";
    JsonNode chart = server.get(path, "phx_all").json().at("/charts/0");
    assertThat(chart.path("columns").toString())
        .isEqualTo(
            "[{\"name\":\"network\",\"type\":\"text\"},{\"name\":\"impressions\",\"type\":\"number\"},"
                + "{\"name\":\"engagements\",\"type\":\"number\"},{\"name\":\"clicks\",\"type\":\"integer\"}]");
    assertThat(chart.path("rows").toString()).isEqualTo("[[\"x\",10.0,6.0,1]]");
    assertThat(
            server
                .get(path + "?date_from=2026-01-01", "phx_all")
                .json()
                .at("/charts/0/rows")
                .toString())
        .isEqualTo("[[\"x\",10.0,6.0,1]]");
    JsonNode list =
        server
            .get("/api/projects/1/dashboards/" + made.json().path("id").asText() + "/", "phx_all")
            .json();
    assertThat(list.at("/tiles/0/insight/query/kind").asText()).isEqualTo("ReportQuery");
    assertThat(list.at("/tiles/0/insight/result/0/0").asText()).isEqualTo("x");
  }
}
