package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static dev.facet.api.racknap.Client.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of a business, made in each dialect that has charts and answered in all others. */
class BusinessEverywhereTest {
  private static final String POSTHOG = "/api/projects/1/dashboards/";
  private static final String YEAR = ",\"date_range\":{\"date_from\":\"-11m\"}";

  /** Dataset, dimensions, metrics, and the rows that the books of the test lead to. */
  private static final List<List<String>> NUMBERS =
      List.of(
          List.of("payments", "month", "revenue,net_revenue", "[[\"2026-02\",120.0,115.0]]"),
          List.of(
              "mrr_movements",
              "",
              "mrr_start,new_mrr,expansion_mrr,contraction_mrr,churned_mrr,reactivation_mrr,mrr",
              "[[0.0,230.0,0.0,0.0,-30.0,0.0,200.0]]"),
          List.of(
              "mrr_movements",
              "product",
              "mrr,new_mrr,churned_mrr",
              "[[\"Disk\",200.0,200.0,0.0],[\"Mail\",0.0,30.0,-30.0]]"),
          List.of(
              "mrr_movements",
              "",
              "arr,arpa,active_subscriptions,customers,customer_churn_rate,lifetime_value",
              "[[2400.0,100.0,2.0,2.0,0.2,500.0]]"),
          List.of("mrr_movements", "", "revenue_churn_rate", "[[0.0833]]"),
          List.of(
              "subscriptions",
              "",
              "mrr,arr,arpa,active_subscriptions",
              "[[200.0,2400.0,100.0,2.0]]"),
          List.of("customers", "country", "customers", "[[\"DE\",2.0],[\"US\",1.0]]"),
          List.of("invoices", "", "overdue_amount,overdue_invoices", "[[40.0,1.0]]"),
          List.of(
              "revenue_cohorts",
              "months_since",
              "revenue_retention",
              "[[0.0,1.0],[1.0,1.0],[2.0,0.7692],[3.0,0.0]]"));

  @TempDir private Path folder;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    client = new Client(folder);
    client.rows(
        "customers",
        """
        {"customer_id":"a","country":"DE","created_at":"2026-01-01"}
        {"customer_id":"b","country":"DE","created_at":"2026-02-01"}
        {"customer_id":"c","country":"US","created_at":"2025-12-01"}""");
    client.rows(
        "subscriptions",
        """
        {"subscription_id":"1","customer_id":"a","product":"Disk","quantity":2,"unit_price":50,"currency":"EUR","interval":"month","started_at":"2026-01-05"}
        {"subscription_id":"2","customer_id":"b","product":"Disk","quantity":1,"unit_price":1200,"currency":"EUR","interval":"year","started_at":"2026-02-10"}
        {"subscription_id":"3","customer_id":"c","product":"Mail","quantity":1,"unit_price":30,"currency":"EUR","interval":"month","started_at":"2025-12-05","cancelled_at":"2026-02-20"}""");
    client.rows(
        "invoices",
        """
        {"invoice_id":"1","customer_id":"a","issued_at":"2026-02-01","paid_at":"2026-02-03","status":"PAID","currency":"EUR","amount":120,"refunded":5}
        {"invoice_id":"2","customer_id":"b","issued_at":"2026-02-01","due_at":"2026-02-15","status":"OPEN","currency":"EUR","amount":40}""");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static String query(List<String> number) {
    String dataset = number.get(0);
    boolean isOfMonths = dataset.equals("mrr_movements") || dataset.equals("revenue_cohorts");
    return "{\"kind\":\"ReportQuery\",\"dataset\":\"%s\",\"dimensions\":[%s],\"metrics\":[%s]%s}"
        .formatted(dataset, names(number.get(1)), names(number.get(2)), isOfMonths ? YEAR : "");
  }

  private static String names(String list) {
    return list.isEmpty() ? "" : "\"" + list.replace(",", "\",\"") + "\"";
  }

  private JsonNode call(String method, String path, String body) throws Exception {
    Reply reply = client.server.send(method, path, "phx_all", body.isEmpty() ? null : body);
    assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    return reply.json();
  }

  /** Rows with numbers to four digits, whichever way a dialect writes them. */
  private static String rows(JsonNode rows) {
    List<List<String>> all = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> cells = new ArrayList<>();
      for (JsonNode cell : row) {
        cells.add(
            cell.isNumber()
                ? String.valueOf(Math.round(cell.doubleValue() * 1e4) / 1e4)
                : cell.toString());
      }
      all.add(cells);
    }
    return all.toString().replace(", ", ",");
  }

  /** All numbers, wherever the dashboard was made. */
  private void isAnsweredEverywhere(long dashboard) throws Exception {
    JsonNode data = call("GET", OURS + "/" + dashboard + "/data", "").path("charts");
    JsonNode tiles = call("GET", POSTHOG + dashboard + "/?refresh=blocking", "").path("tiles");
    JsonNode widgets = call("GET", ALL + "/dashboard_" + dashboard, "").path("widgets");
    for (int i = 0; i < NUMBERS.size(); i++) {
      String expected = NUMBERS.get(i).get(3);
      assertThat(rows(data.get(i).path("rows"))).as(data.get(i).toString()).isEqualTo(expected);
      assertThat(rows(tiles.get(i).at("/insight/result"))).isEqualTo(expected);
      assertThat(rows(widgets.get(i).at("/data/rows"))).isEqualTo(expected);
    }
    JsonNode content = call("GET", "/v1/dashboards/" + dashboard + "/content", "");
    assertThat(content.toString()).contains("lifetime_value", "overdue_amount");
    assertThat(call("GET", "/v1/dashboards?organisation_id=1", "").path("data")).hasSize(1);
    assertThat(call("GET", ALL, "").at("/value/0/widgetCount").asInt()).isEqualTo(NUMBERS.size());
    assertThat(call("GET", POSTHOG, "").path("results")).hasSize(1);
    String account = "001000000000001:phx_all";
    String encoded = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    JsonNode listed =
        client.server.get("/v2/dashboard", null, "Authorization", "Basic " + encoded).json();
    String id = listed.at("/Items/0/Id").asText();
    Reply shown =
        client.server.get("/v2/dashboard/" + id, null, "Authorization", "Basic " + encoded);
    assertThat(shown.json().at("/Dashboard/Widgets")).hasSize(NUMBERS.size());
  }

  @Test
  void made_in_our_own_form() throws Exception {
    StringBuilder cards = new StringBuilder();
    for (List<String> number : NUMBERS) {
      cards.append(cards.isEmpty() ? "" : ",");
      cards.append("{\"charts\":[{\"title\":\"N\",\"query\":" + query(number) + "}]}");
    }
    isAnsweredEverywhere(
        client.ours("{\"name\":\"Books\",\"sections\":[{\"cards\":[" + cards + "]}]}"));
  }

  @Test
  void made_in_posthogs_dialect() throws Exception {
    long dashboard = call("POST", POSTHOG, "{\"name\":\"Books\"}").path("id").asLong();
    for (List<String> number : NUMBERS) {
      call(
          "POST",
          "/api/projects/1/insights/",
          "{\"name\":\"N\",\"query\":%s,\"dashboards\":[%d]}".formatted(query(number), dashboard));
    }
    isAnsweredEverywhere(dashboard);
  }

  @Test
  void made_in_mediarithmics_dialect() throws Exception {
    call(
        "POST",
        "/v1/dashboards",
        "{\"title\":\"Books\",\"scopes\":[\"home\"],\"segment_ids\":[],\"builder_ids\":[]}");
    StringBuilder cards = new StringBuilder();
    for (int i = 0; i < NUMBERS.size(); i++) {
      cards.append(i == 0 ? "" : ",");
      cards.append(
          "{\"x\":0,\"y\":%d,\"w\":4,\"h\":2,\"charts\":[{\"title\":\"N\",\"type\":\"Bars\",\"dataset\":{\"type\":\"query\",\"query\":%s}}]}"
              .formatted(2 * i, query(NUMBERS.get(i))));
    }
    call(
        "PUT",
        "/v1/dashboards/1/content",
        "{\"sections\":[{\"title\":\"S\",\"cards\":[" + cards + "]}]}");
    isAnsweredEverywhere(1);
  }

  @Test
  void what_rows_say_is_the_same_in_sql() throws Exception {
    String sql =
        """
        SELECT sumIf(amount, status = 'PAID'), (SELECT sum(quantity * unit_price / if(interval = 'year', 12, 1)) FROM subscriptions WHERE cancelled_at IS NULL) FROM invoices""";
    JsonNode answer =
        call(
            "POST",
            "/api/projects/1/query/",
            "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"%s\"}}".formatted(sql.strip()));
    assertThat(rows(answer.path("results"))).isEqualTo("[[120.0,200.0]]");
  }
}
