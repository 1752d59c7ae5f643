package dev.facet.api.facet.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows behind a number add up to it; it is noon on 4 March 2026. */
class RowsBehindTest {
  private static final String BOARDS = "/facet/v1/projects/1/dashboards";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    rows(
        "customers",
        """
        [{"customer_id": "c1", "name": "Ann", "created_at": "2025-12-01T00:00:00Z", "country": "DE"},
         {"customer_id": "c2", "name": "Bob", "created_at": "2026-02-01T00:00:00Z", "country": "FR"},
         {"customer_id": "c3", "name": "Cid", "created_at": "2026-02-05T00:00:00Z"}]""");
    rows(
        "subscriptions",
        """
        [{"subscription_id": "s1", "customer_id": "c1", "product": "Basic", "quantity": 2, "unit_price": 10.5, "currency": "EUR", "interval": "month", "started_at": "2025-12-02T00:00:00Z"},
         {"subscription_id": "s2", "customer_id": "c2", "product": "Pro", "quantity": 1, "unit_price": 120, "currency": "EUR", "interval": "year", "started_at": "2026-02-02T00:00:00Z"},
         {"subscription_id": "s3", "customer_id": "c2", "product": "Basic", "quantity": 1, "unit_price": 7, "currency": "EUR", "interval": "month", "started_at": "2026-01-02T00:00:00Z", "cancelled_at": "2026-02-20T00:00:00Z"},
         {"subscription_id": "s4", "customer_id": "c3", "product": "Pro", "quantity": 3, "unit_price": 9, "currency": "EUR", "interval": "month", "started_at": "2026-02-06T00:00:00Z", "cancelled_at": "2026-03-02T00:00:00Z"}]""");
    rows(
        "invoices",
        """
        [{"invoice_id": "i1", "customer_id": "c1", "issued_at": "2026-02-01T00:00:00Z", "paid_at": "2026-02-03T00:00:00Z", "status": "PAID", "currency": "EUR", "amount": 21},
         {"invoice_id": "i2", "customer_id": "c2", "issued_at": "2026-02-02T00:00:00Z", "paid_at": "2026-03-01T00:00:00Z", "status": "PAID", "currency": "EUR", "amount": 120},
         {"invoice_id": "i3", "customer_id": "c3", "issued_at": "2026-02-06T00:00:00Z", "due_at": "2026-02-20T00:00:00Z", "status": "OPEN", "currency": "EUR", "amount": 27}]""");
    rows(
        "posts",
        """
        [{"post_id": "p1", "platform": "x", "profile": "acme", "published_at": "2026-03-01T10:00:00Z", "tags": ["a", "b"]},
         {"post_id": "p2", "platform": "x", "profile": "acme", "published_at": "2026-03-01T23:30:00Z", "tags": ["b"]},
         {"post_id": "p3", "platform": "instagram", "profile": "acme", "published_at": "2026-03-02T10:00:00Z"}]""");
    rows(
        "post_snapshots",
        """
        [{"post_id": "p1", "date": "2026-03-02", "metrics": {"impressions": 100, "likes": 4}},
         {"post_id": "p2", "date": "2026-03-02", "metrics": {"impressions": 50}},
         {"post_id": "p3", "date": "2026-03-03", "metrics": {"impressions": 30, "likes": 1}}]""");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void rows(String dataset, String rows) throws Exception {
    Reply reply =
        server.post("/facet/v1/projects/1/datasets/" + dataset + "/rows", "phx_all", rows);
    assertThat(reply.json().path("rejected")).as(reply.body()).isEmpty();
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }

  private String chart(String query) throws Exception {
    Reply made =
        server.post(
            BOARDS,
            "phx_all",
            "{\"name\": \"One\", \"sections\": [{\"cards\": [{\"charts\": [{\"query\": "
                + query
                + "}]}]}]}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonNode board = made.json();
    return BOARDS
        + "/"
        + board.path("id").asText()
        + "/charts/"
        + board.at("/sections/0/cards/0/charts/0/id").asText();
  }

  private JsonNode data(String chart) throws Exception {
    String path = chart.substring(0, chart.indexOf("/charts")) + "/data";
    JsonNode answer = server.get(path, "phx_all").json().at("/charts/0");
    assertThat(answer.path("error").asText()).isEmpty();
    return answer;
  }

  private JsonNode behind(String chart, JsonNode point) throws Exception {
    Reply reply =
        server.get(
            chart + "/behind?point=" + URLEncoder.encode(point.toString(), StandardCharsets.UTF_8),
            "phx_all");
    assertThat(reply.status()).as(point + " " + reply.body()).isEqualTo(200);
    assertThat(reply.json().path("kinds").toString()).isEqualTo("[\"rows\"]");
    return reply.json();
  }

  private static double sum(JsonNode table, String column) {
    double sum = 0;
    for (int i = 0; i < table.path("columns").size(); i++) {
      if (table.at("/columns").get(i).path("name").asText().equals(column)) {
        for (JsonNode row : table.path("rows")) {
          sum += row.get(i).asDouble();
        }
      }
    }
    return sum;
  }

  /** Whether the rows behind each row of a chart add up to its number. */
  private void addsUp(String query, String number, String column) throws Exception {
    String chart = chart(query);
    JsonNode answer = data(chart);
    int found = 0;
    for (JsonNode row : answer.path("rows")) {
      ObjectNode point = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < row.size(); i++) {
        point.set(answer.at("/columns").get(i).path("name").asText(), row.get(i));
      }
      JsonNode rows = behind(chart, point.deepCopy().put("metric", column));
      assertThat(sum(rows, column))
          .as(query + " " + point + " " + rows)
          .isCloseTo(point.path(number).asDouble(), within(0.01));
      assertThat(rows.path("total").asInt()).isEqualTo(rows.path("rows").size());
      found += rows.path("rows").size();
    }
    assertThat(found).as(query).isPositive();
  }

  private static String report(String dataset, String dimensions, String metrics) {
    return "{\"kind\": \"ReportQuery\", \"dataset\": \"%s\", \"dimensions\": %s, \"metrics\": %s}"
        .formatted(dataset, dimensions, metrics);
  }

  @Test
  void rows_of_posts_add_up_to_the_numbers_of_a_network_a_day_and_a_tag() throws Exception {
    String metrics = "[\"impressions\", \"posts\"]";
    addsUp(report("posts", "[\"network\"]", metrics), "impressions", "impressions");
    addsUp(report("posts", "[\"network\", \"date\"]", metrics), "posts", "posts");
    addsUp(report("posts", "[\"month\"]", metrics), "posts", "posts");
    addsUp(report("posts", "[\"tag\"]", metrics), "impressions", "impressions");
    addsUp(report("posts", "[]", metrics), "impressions", "impressions");
    addsUp(report("post_snapshots", "[\"date\"]", "[\"count\"]"), "count", "count");
  }

  @Test
  void rows_of_the_books_add_up_to_their_numbers() throws Exception {
    addsUp(report("subscriptions", "[\"product\"]", "[\"mrr\"]"), "mrr", "mrr");
    addsUp(report("mrr_movements", "[\"month\"]", "[\"mrr\", \"new_mrr\"]"), "new_mrr", "new_mrr");
    addsUp(report("mrr_movements", "[\"movement\"]", "[\"mrr\"]"), "mrr", "mrr");
    addsUp(report("payments", "[\"month\"]", "[\"revenue\"]"), "revenue", "revenue");
    addsUp(report("customers", "[\"country\"]", "[\"customers\"]"), "customers", "customers");
  }

  @Test
  void rows_behind_the_fixed_numbers_add_up_to_them() throws Exception {
    String widget = "{\"kind\": \"BusinessWidget\", \"widget\": \"%s\"}";
    addsUp(widget.formatted("mrr"), "value", "mrr");
    addsUp(widget.formatted("arr"), "value", "arr");
    addsUp(widget.formatted("revenue_chart"), "value", "revenue");
    addsUp(widget.formatted("revenue_by_product"), "value", "mrr");
    addsUp(widget.formatted("active_subscriptions"), "value", "active_subscriptions");
    addsUp(widget.formatted("customer_count"), "value", "customers");
    addsUp(widget.formatted("new_customers"), "value", "customers");
    addsUp(widget.formatted("overdue_invoices"), "value", "overdue_invoices");
  }

  @Test
  void a_filter_about_a_dimension_holds_for_datasets_that_have_it_and_for_no_event()
      throws Exception {
    String filter =
        URLEncoder.encode(
            "[{\"key\": \"network\", \"type\": \"dimension\", \"operator\": \"exact\", \"value\": [\"x\"]}]",
            StandardCharsets.UTF_8);
    String posts = chart(report("posts", "[\"network\"]", "[\"posts\"]"));
    assertThat(shown(posts, "properties=" + filter)).isEqualTo("[[\"x\",2]]");
    String customers = chart(report("customers", "[]", "[\"customers\"]"));
    assertThat(shown(customers, "properties=" + filter)).isEqualTo("[[3]]");
    server.post(
        "/capture/", null, "{\"api_key\": \"phc_web\", \"event\": \"a\", \"distinct_id\": \"d\"}");
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
    String events =
        chart(
            "{\"kind\": \"TrendsQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"a\"}], \"trendsFilter\": {\"display\": \"BoldNumber\"}}");
    assertThat(shown(events, "properties=" + filter)).isEqualTo("[[0,1.0]]");
  }

  private String shown(String chart, String parameters) throws Exception {
    String path = chart.substring(0, chart.indexOf("/charts")) + "/data?" + parameters;
    return server.get(path, "phx_all").json().at("/charts/0/rows").toString();
  }

  @Test
  void a_row_says_what_it_is_and_what_it_brings() throws Exception {
    String chart = chart(report("posts", "[\"network\"]", "[\"likes\"]"));
    JsonNode found = behind(chart, JsonNodeFactory.instance.objectNode().put("network", "x"));
    assertThat(found.path("total").asInt()).isOne();
    assertThat(found.at("/columns/0/name").asText()).isEqualTo("post_id");
    assertThat(found.at("/columns/1/name").asText()).isEqualTo("published_at");
    assertThat(found.at("/rows/0/0").asText()).isEqualTo("p1");
    assertThat(sum(found, "likes")).isEqualTo(4);
  }
}
