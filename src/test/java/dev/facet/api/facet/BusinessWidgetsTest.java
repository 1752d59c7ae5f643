package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of a business over HTTP; it is noon UTC on 4 March 2026, in New York 7 o'clock. */
class BusinessWidgetsTest {
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

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder, BOOT, Map.of("store.url", ""));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void send(String dataset, String rows) throws Exception {
    Reply reply =
        server.post("/facet/v1/projects/1/datasets/" + dataset + "/rows", "phx_all", rows);
    assertThat(reply.json().path("rejected")).as(reply.body()).isEmpty();
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  private String rows(String widget) throws Exception {
    Reply reply =
        server.post(
            "/api/projects/1/query/",
            "phx_all",
            "{\"query\":{\"kind\":\"BusinessWidget\",\"widget\":\"" + widget + "\"}}");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("results").toString();
  }

  /** The last rows of a series. */
  private String last(String widget, int count) throws Exception {
    String all = rows(widget);
    int place = all.length();
    for (int i = 0; i < count; i++) {
      place = all.lastIndexOf(",[", place - 1);
    }
    return all.substring(place + 1, all.length() - 1);
  }

  @Test
  void without_rows_everything_is_nothing_in_dollars() throws Exception {
    for (String widget : List.of("revenue_chart", "mrr", "arr", "arpa")) {
      assertThat(rows(widget))
          .startsWith("[[\"2025-04-01\",0,\"USD\"],[\"2025-05-01\",0,\"USD\"]")
          .endsWith("[\"2026-03-01\",0,\"USD\"]]");
    }
    for (String widget : List.of("churn_rate", "customer_count", "new_customers")) {
      assertThat(rows(widget)).startsWith("[[\"2025-04-01\",0],").endsWith("[\"2026-03-01\",0]]");
    }
    assertThat(rows("active_subscriptions")).isEqualTo("[[0,0,null]]");
    assertThat(rows("revenue_by_product")).isEqualTo("[]");
    assertThat(rows("overdue_invoices")).isEqualTo("[[0,0,\"USD\"]]");
  }

  @Test
  void a_subscription_counts_after_it_started_and_up_to_the_instant_it_is_cancelled()
      throws Exception {
    send(
        "subscriptions",
        """
        {"subscription_id":"at the start","customer_id":"a","quantity":1,"unit_price":1,"currency":"EUR","interval":"month","started_at":"2026-02-01T05:00:00Z"}
        {"subscription_id":"before it","customer_id":"b","quantity":1,"unit_price":10,"currency":"EUR","interval":"month","started_at":"2026-02-01T04:59:59.999999Z"}
        {"subscription_id":"till the end","customer_id":"c","quantity":1,"unit_price":100,"currency":"EUR","interval":"month","started_at":"2025-01-01","cancelled_at":"2026-02-01T05:00:00Z"}
        {"subscription_id":"till before","customer_id":"d","quantity":1,"unit_price":1000,"currency":"EUR","interval":"month","started_at":"2025-01-01","cancelled_at":"2026-02-01T04:59:59.999999Z"}
        {"subscription_id":"till now","customer_id":"e","quantity":2,"unit_price":0.1,"currency":"EUR","interval":"month","started_at":"2026-03-01T06:00:00Z","cancelled_at":"2026-03-04T12:00:00Z"}
        {"subscription_id":"from now","customer_id":"f","quantity":1,"unit_price":5000,"currency":"EUR","interval":"month","started_at":"2026-03-04T12:00:00Z"}
        """);
    assertThat(last("mrr", 3))
        .isEqualTo(
            "[\"2026-01-01\",110,\"EUR\"],[\"2026-02-01\",11,\"EUR\"],[\"2026-03-01\",11.2,\"EUR\"]");
    assertThat(last("churn_rate", 3))
        .isEqualTo("[\"2026-01-01\",50],[\"2026-02-01\",50],[\"2026-03-01\",0]");
    assertThat(rows("active_subscriptions")).isEqualTo("[[3,2,50]]");
  }

  @Test
  void money_is_rounded_once_and_in_the_currency_most_rows_name() throws Exception {
    send(
        "subscriptions",
        """
        {"subscription_id":"1","customer_id":"a","product":"B","quantity":1,"unit_price":100,"currency":"EUR","interval":"year","started_at":"2026-01-01"}
        {"subscription_id":"2","customer_id":"b","product":"A","quantity":1,"unit_price":100,"currency":"EUR","interval":"year","started_at":"2026-01-01"}
        {"subscription_id":"3","customer_id":"b","product":"C","quantity":1,"unit_price":100,"currency":"EUR","interval":"year","started_at":"2026-01-01"}
        {"subscription_id":"4","customer_id":"c","product":"A","quantity":9,"unit_price":100,"currency":"CHF","interval":"month","started_at":"2026-01-01"}
        """);
    send(
        "invoices",
        """
        {"invoice_id":"1","status":"PAID","amount":0.1,"currency":"CHF","issued_at":"2026-01-31","paid_at":"2026-02-01T04:59:59Z"}
        {"invoice_id":"2","status":"PAID","amount":0.2,"currency":"CHF","issued_at":"2026-02-01T05:00:00Z"}
        {"invoice_id":"3","status":"OPEN","amount":7,"currency":"EUR","due_at":"2026-03-04T11:59:59Z"}
        {"invoice_id":"4","status":"OPEN","amount":8,"currency":"CHF","due_at":"2026-03-01"}
        {"invoice_id":"5","status":"OPEN","amount":9,"due_at":"2026-03-01"}
        {"invoice_id":"6","status":"OPEN","amount":9,"currency":"EUR","due_at":"2026-03-04T12:00:00Z"}
        """);
    assertThat(last("mrr", 1)).isEqualTo("[\"2026-03-01\",25,\"EUR\"]");
    assertThat(last("arr", 1)).isEqualTo("[\"2026-03-01\",300,\"EUR\"]");
    assertThat(last("arpa", 1)).isEqualTo("[\"2026-03-01\",12.5,\"EUR\"]");
    assertThat(rows("revenue_by_product"))
        .isEqualTo("[[\"A\",8.33,\"EUR\"],[\"B\",8.33,\"EUR\"],[\"C\",8.33,\"EUR\"]]");
    assertThat(rows("overdue_invoices")).isEqualTo("[[3,7,\"EUR\"]]");
    send("invoices", "{\"invoice_id\":\"6\",\"currency\":\"CHF\"}");
    assertThat(last("revenue_chart", 3))
        .as("five rows of each: the first by alphabet")
        .isEqualTo(
            "[\"2026-01-01\",0.1,\"CHF\"],[\"2026-02-01\",0.2,\"CHF\"],[\"2026-03-01\",0,\"CHF\"]");
  }

  @Test
  void a_widget_is_a_card_of_any_dashboard() throws Exception {
    send("customers", "{\"customer_id\":\"a\",\"created_at\":\"2026-03-01T04:00:00Z\"}");
    Reply made =
        server.post(
            "/facet/v1/projects/1/dashboards",
            "phx_all",
            """
            {"name":"Books","sections":[{"cards":[{"x":0,"y":0,"w":6,"h":4,"charts":[
              {"title":"New","query":{"kind":"BusinessWidget","widget":"new_customers"}}]}]}]}""");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    long id = made.json().path("id").asLong();
    Reply data =
        server.get("/facet/v1/projects/1/dashboards/" + id + "/data?date_from=-1d", "phx_all");
    assertThat(data.json().path("charts").path(0).path("type").asText()).isEqualTo("columns");
    assertThat(data.json().path("charts").path(0).path("columns").toString())
        .isEqualTo(
            "[{\"name\":\"month\",\"type\":\"date\"},{\"name\":\"value\",\"type\":\"integer\"}]");
    assertThat(data.json().path("charts").path(0).path("rows"))
        .hasSize(12)
        .last()
        .hasToString("[\"2026-03-01\",0]");
    Reply tiles = server.get("/api/projects/1/dashboards/" + id + "/", "phx_all");
    assertThat(tiles.json().path("tiles").path(0).path("insight").path("query").toString())
        .contains("\"kind\":\"BusinessWidget\"")
        .contains("\"widget\":\"new_customers\"");
  }

  @Test
  void a_project_that_names_a_currency_has_its_money_converted_and_told() throws Exception {
    String currency = "/facet/v1/projects/1/currency";
    send(
        "invoices",
        """
        {"invoice_id":"1","status":"PAID","amount":10,"currency":"CHF","paid_at":"2026-03-02T10:00:00Z"}
        {"invoice_id":"2","status":"PAID","amount":10,"currency":"EUR","paid_at":"2026-03-02T10:00:00Z"}
        {"invoice_id":"3","status":"PAID","amount":10,"currency":"JPY","paid_at":"2026-03-02T10:00:00Z"}
        """);
    send(
        "exchange_rates",
        """
        {"currency":"CHF","target":"EUR","date":"2026-03-01","rate":1.05}
        {"currency":"CHF","target":"EUR","date":"2026-03-03","rate":9}
        {"currency":"CHF","target":"USD","date":"2026-03-01","rate":7}
        """);
    assertThat(last("revenue_chart", 1)).isEqualTo("[\"2026-03-01\",10,\"CHF\"]");
    assertThat(server.get(currency, "phx_all").body())
        .isEqualTo("{\"currency\":null,\"converted\":false}");
    Reply set = server.send("PUT", currency, "phx_all", "{\"currency\":\"EUR\"}");
    assertThat(set.body()).isEqualTo("{\"currency\":\"EUR\",\"converted\":true}");
    assertThat(last("revenue_chart", 1)).isEqualTo("[\"2026-03-01\",20.5,\"EUR\",true]");
    Reply report =
        server.post(
            "/api/projects/1/query/",
            "phx_all",
            """
            {"query":{"kind":"ReportQuery","dataset":"payments","dimensions":["currency"],"metrics":["revenue"]}}""");
    assertThat(report.json().path("results").toString())
        .as("what has no rate stays as it is")
        .isEqualTo("[[\"EUR\",20.5],[\"JPY\",10]]");
    assertThat(server.send("PUT", currency, "phx_all", "{\"currency\":\"EURO\"}").status())
        .isEqualTo(400);
    assertThat(server.send("DELETE", currency, "phx_all", null).status()).isEqualTo(204);
    assertThat(last("revenue_chart", 1)).isEqualTo("[\"2026-03-01\",10,\"CHF\"]");
  }

  @Test
  void an_unknown_widget_is_refused_with_its_place() throws Exception {
    Reply reply =
        server.post(
            "/facet/v1/projects/1/dashboards",
            "phx_all",
            """
            {"name":"Books","sections":[{"cards":[{"x":0,"y":0,"w":6,"h":4,"charts":[
              {"query":{"kind":"BusinessWidget","widget":"mr"}}]}]}]}""");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").path("path").asText())
        .isEqualTo("sections[0].cards[0].charts[0].query.widget");
    assertThat(reply.json().path("error").path("message").asText())
        .startsWith("\"mr\" is none of revenue_chart, active_subscriptions, mrr,");
  }
}
