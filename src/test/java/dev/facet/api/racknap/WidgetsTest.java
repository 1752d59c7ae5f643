package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static dev.facet.api.racknap.Client.OURS;
import static dev.facet.api.racknap.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed catalogue, what its widgets show, and where they lie; it is 4 March 2026. */
class WidgetsTest {
  private static final String MONTHS = "Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar";

  @TempDir private Path folder;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    client = new Client(folder);
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private void business() throws Exception {
    client.rows(
        "subscriptions",
        """
        {"subscription_id":"1","customer_id":"a","product":"Disk","quantity":1,"unit_price":100,"currency":"EUR","interval":"year","started_at":"2026-01-01"}
        {"subscription_id":"2","customer_id":"b","product":"Core","quantity":2,"unit_price":50,"currency":"EUR","interval":"month","started_at":"2026-03-02"}
        {"subscription_id":"3","customer_id":"c","product":"Core","quantity":9,"unit_price":50,"currency":"CHF","interval":"month","started_at":"2026-02-10","cancelled_at":"2026-03-03"}
        """);
    client.rows(
        "invoices",
        """
        {"invoice_id":"1","status":"PAID","amount":5000,"currency":"EUR","issued_at":"2026-02-10"}
        {"invoice_id":"2","status":"OPEN","amount":80.5,"currency":"EUR","issued_at":"2026-01-01","due_at":"2026-02-01"}
        {"invoice_id":"3","status":"OPEN","amount":7,"currency":"CHF","issued_at":"2026-01-01","due_at":"2026-02-01"}
        """);
    client.rows(
        "customers",
        """
        {"customer_id":"a","created_at":"2026-01-01"}
        {"customer_id":"b","created_at":"2026-03-01"}
        """);
  }

  private JsonNode data(String type) throws Exception {
    String id = client.create(type, "[{\"type\":\"" + type + "\"}]");
    return client.get(ALL + "/" + id).json().at("/widgets/0/data");
  }

  @Test
  void every_widget_of_the_catalogue_has_its_shape() throws Exception {
    business();
    JsonNode revenue = data("revenue_chart");
    assertThat(Client.each(revenue.path("series"), "month")).containsExactly(MONTHS.split(" "));
    assertThat(revenue.at("/series/10")).isEqualTo(json("{\"month\":\"Feb\",\"value\":5000}"));
    assertThat(revenue.path("currency").asText()).isEqualTo("EUR");
    assertThat(revenue.size()).isEqualTo(2);
    assertThat(data("active_subscriptions"))
        .isEqualTo(json("{\"value\":2,\"previous\":2,\"changePercent\":0}"));
    assertThat(data("revenue_by_product"))
        .isEqualTo(
            json(
                """
                {"items": [{"name": "Core", "value": 100}, {"name": "Disk", "value": 8.33}], "currency": "EUR"}"""));
    assertThat(data("overdue_invoices"))
        .isEqualTo(json("{\"value\":2,\"amount\":80.5,\"currency\":\"EUR\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "mrr,           8.33,  108.33,  EUR",
    "arr,           100,   1300,    EUR",
    "arpa,          8.33,  54.17,   EUR",
    "churn_rate,    0,     50,",
    "customer_count,1,     2,",
    "new_customers, 0,     1,",
  })
  void a_series_ends_with_its_value(String type, double february, double march, String currency)
      throws Exception {
    business();
    JsonNode data = data(type);
    assertThat(data.path("value").doubleValue()).isEqualTo(march);
    assertThat(data.path("series")).hasSize(12);
    assertThat(data.at("/series/10/value").doubleValue()).isEqualTo(february);
    assertThat(data.at("/series/11/value").doubleValue()).isEqualTo(march);
    assertThat(data.path("currency").textValue()).isEqualTo(currency);
    assertThat(data.size()).isEqualTo(currency == null ? 2 : 3);
  }

  @Test
  void products_without_revenue_are_none_in_the_currency_of_the_rest() throws Exception {
    assertThat(data("revenue_by_product")).isEqualTo(json("{\"items\":[],\"currency\":\"USD\"}"));
    client.rows(
        "invoices",
        "{\"invoice_id\":\"1\",\"status\":\"OPEN\",\"amount\":7,\"currency\":\"CHF\",\"issued_at\":\"2026-01-01\"}");
    String path = ALL + "/dashboard_1";
    assertThat(client.get(path).json().at("/widgets/0/data"))
        .isEqualTo(json("{\"items\":[],\"currency\":\"CHF\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"heat_map", "MRR", "", "chart", "Chart", "BusinessWidget", "text"})
  void a_type_outside_of_the_catalogue_is_refused_and_nothing_is_stored(String type)
      throws Exception {
    String widgets = "[{\"type\":\"mrr\"},{\"type\":\"" + type + "\"}]";
    Reply made = client.post(ALL, "{\"name\":\"A\",\"widgets\":" + widgets + "}");
    assertThat(made.status()).isEqualTo(400);
    assertThat(made.json().at("/error/code").asText()).isEqualTo("INVALID_WIDGET_TYPE");
    assertThat(made.json().at("/error/message").asText()).contains("widgets[1].type");
    assertThat(client.list().json().path("count").asInt()).isZero();

    String path = ALL + "/" + client.create("A", "[{\"type\":\"arr\"}]");
    String before = client.get(path).body();
    Reply put = client.put(path, "{\"name\":\"B\",\"widgets\":" + widgets + "}");
    assertThat(put.json().at("/error/code").asText()).isEqualTo("INVALID_WIDGET_TYPE");
    assertThat(client.get(path).body()).isEqualTo(before);
  }

  @Test
  void ids_are_the_clients_or_the_lowest_free_number() throws Exception {
    String id =
        client.create(
            "A",
            """
            [{"type": "mrr"}, {"id": "widget_2", "type": "arr"}, {"id": "Größe ✓", "type": "arpa"},
             {"type": "churn_rate"}]""");
    assertThat(Client.each(client.get(ALL + "/" + id).json().path("widgets"), "id"))
        .containsExactly("widget_1", "widget_2", "Größe ✓", "widget_3");
  }

  @Test
  void two_widgets_of_one_id_are_refused() throws Exception {
    Reply twice =
        client.post(
            ALL,
            "{\"name\":\"A\",\"widgets\":[{\"id\":\"w\",\"type\":\"mrr\"},{\"id\":\"w\",\"type\":\"arr\"}]}");
    assertThat(twice.json().at("/error/code").asText()).isEqualTo("VALIDATION_ERROR");
    assertThat(twice.json().at("/error/message").asText()).contains("widgets[1].id");
  }

  @Test
  void sizes_are_laid_from_left_to_right() throws Exception {
    String small = "{\"type\":\"mrr\",\"size\":\"small\"}";
    String medium = "{\"type\":\"mrr\"}";
    String large = "{\"type\":\"mrr\",\"size\":\"large\"}";
    String all = String.join(",", small, medium, small, medium, small, small, large, medium);
    String id = client.create("A", "[" + all + "]");
    assertThat(client.places(id))
        .containsExactly(
            "0,0,3,3",
            "3,0,6,4",
            "9,0,3,3",
            "0,4,6,4",
            "6,4,3,3",
            "9,4,3,3",
            "0,8,12,6",
            "0,14,6,4");
    assertThat(Client.each(client.get(ALL + "/" + id).json().path("widgets"), "size"))
        .containsExactly("small", "medium", "small", "medium", "small", "small", "large", "medium");
  }

  @Test
  void a_list_that_is_put_takes_the_place_of_the_one_before() throws Exception {
    String id =
        client.create(
            "A",
            """
            [{"id": "a", "type": "mrr", "title": "A", "size": "large"}, {"id": "b", "type": "arr", "title": "B"},
             {"id": "c", "type": "arpa", "title": "C"}]""");
    JsonNode before = client.get(OURS + "/1").json();
    client.put(
        ALL + "/" + id,
        """
        {"widgets": [{"id": "c", "type": "churn_rate", "title": "C2"}, {"id": "new", "type": "mrr", "size": "small"},
                     {"id": "a", "type": "mrr"}]}""");
    JsonNode after = client.get(ALL + "/" + id).json().path("widgets");
    assertThat(Client.each(after, "id")).containsExactly("c", "new", "a");
    assertThat(Client.each(after, "type")).containsExactly("churn_rate", "mrr", "mrr");
    assertThat(Client.each(after, "title"))
        .containsExactly("C2", "Monthly recurring revenue", "Monthly recurring revenue");
    assertThat(Client.each(after, "size")).containsExactly("medium", "small", "medium");
    assertThat(client.places(id)).containsExactly("0,0,6,4", "6,0,3,3", "0,4,6,4");

    JsonNode now = client.get(OURS + "/1").json();
    assertThat(now.at("/sections/0/cards/0/id")).isEqualTo(before.at("/sections/0/cards/2/id"));
    assertThat(now.at("/sections/0/cards/0/charts/0/id"))
        .isEqualTo(before.at("/sections/0/cards/2/charts/0/id"));
    assertThat(now.at("/sections/0/cards/2/charts/0/id"))
        .isEqualTo(before.at("/sections/0/cards/0/charts/0/id"));
    client.put(ALL + "/" + id, "{\"widgets\":[]}");
    assertThat(client.get(ALL + "/" + id).json().path("widgets")).isEmpty();
  }

  /** Two sections; a card with two charts, a text, a broken chart; everything placed by hand. */
  private static final String ELSEWHERE =
      """
      {"name": "Elsewhere", "sections": [
        {"title": "Top", "cards": [
          {"x": 1, "y": 2, "w": 5, "h": 7, "charts": [
            {"title": "Hits", "type": "table", "query": {"kind": "HogQLQuery", "query": "SELECT 1 AS one, 'a' AS two"}},
            {"title": "MRR", "query": {"kind": "BusinessWidget", "widget": "mrr"}}]},
          {"x": 6, "y": 0, "w": 3, "h": 2, "charts": [{"title": "Note", "type": "text", "options": {"text": "Read *me*"}}]}]},
        {"title": "Below", "cards": [
          {"x": 0, "y": 0, "w": 12, "h": 4, "charts": [
            {"title": "Broken", "type": "table", "query": {"kind": "HogQLQuery", "query": "SELECT nothing_there FROM events"}}]}]}]}""";

  @Test
  void charts_made_elsewhere_are_widgets_and_one_that_is_broken_leaves_the_others_alone()
      throws Exception {
    String path = ALL + "/dashboard_" + client.ours(ELSEWHERE);
    JsonNode widgets = client.get(path).json().path("widgets");
    assertThat(Client.each(widgets, "type")).containsExactly("chart", "mrr", "chart", "chart");
    assertThat(Client.each(widgets, "title")).containsExactly("Hits", "MRR", "Note", "Broken");
    assertThat(Client.each(widgets, "size")).containsExactly("medium", "medium", "small", "large");
    assertThat(Client.each(widgets, "id"))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("widget_\\d+"));
    assertThat(widgets.at("/0/data"))
        .isEqualTo(
            json(
                """
                {"columns": [{"name": "one", "type": "integer"}, {"name": "two", "type": "text"}], "rows": [[1, "a"]]}"""));
    assertThat(widgets.at("/1/data/series")).hasSize(12);
    assertThat(widgets.at("/2/data/rows").toString()).isEqualTo("[[\"Read *me*\"]]");
    assertThat(widgets.at("/3/data/error").asText()).contains("nothing_there");
    assertThat(client.list().json().at("/value/0/widgetCount").asInt()).isEqualTo(4);
  }

  @Test
  void what_is_put_back_stays_where_it_was_placed_by_hand() throws Exception {
    long number = client.ours(ELSEWHERE);
    String path = ALL + "/dashboard_" + number;
    String form = client.get(OURS + "/" + number).json().path("sections").toString();
    client.put(path, client.get(path).body());
    assertThat(client.get(OURS + "/" + number).json().path("sections").toString()).isEqualTo(form);

    String widgets = client.get(path).json().path("widgets").toString();
    String added = widgets.substring(0, widgets.length() - 1) + ",{\"type\":\"arr\"}]";
    client.put(path, "{\"widgets\":" + added + "}");
    assertThat(client.places("dashboard_" + number))
        .containsExactly("1,2,5,7", "6,0,3,2", "0,0,12,4", "0,4,6,4");
    JsonNode ours = client.get(OURS + "/" + number).json();
    assertThat(Client.each(ours.path("sections"), "title")).containsExactly("Top", "Below");
    assertThat(ours.at("/sections/0/cards/0/charts/0/query/query").asText()).startsWith("SELECT 1");
  }

  @Test
  void a_chart_made_elsewhere_stays_as_long_as_its_widget_is_named() throws Exception {
    String path = ALL + "/dashboard_" + client.ours(ELSEWHERE);
    JsonNode widgets = client.get(path).json().path("widgets");
    String hits = widgets.at("/0/id").asText();
    String mrr = widgets.at("/1/id").asText();
    assertThat(client.put(path, one(hits, "chart")).status()).isEqualTo(200);
    JsonNode left = client.get(path).json().path("widgets");
    assertThat(Client.each(left, "title")).containsExactly("Hits");
    assertThat(left.at("/0/data/rows").toString()).isEqualTo("[[1,\"a\"]]");
    assertThat(client.put(path, one(mrr, "chart")).json().at("/error/code").asText())
        .isEqualTo("INVALID_WIDGET_TYPE");
    client.put(path, one(hits, "arr"));
    assertThat(client.get(path).json().at("/widgets/0/type").asText()).isEqualTo("arr");
    assertThat(client.put(path, one(hits, "chart")).status()).isEqualTo(400);
  }

  private static String one(String id, String type) {
    return "{\"widgets\":[{\"id\":\"" + id + "\",\"type\":\"" + type + "\"}]}";
  }

  @Test
  void an_insight_that_stands_by_itself_is_left_alone() throws Exception {
    JsonNode insight =
        client
            .post(
                "/api/projects/1/insights/",
                "{\"name\":\"Saved\",\"saved\":true,\"query\":{\"kind\":\"BusinessWidget\",\"widget\":\"mrr\"}}")
            .json();
    long number =
        client.ours(
            """
            {"name": "A", "sections": [{"cards": [{"charts": [{"insight": %s}]}]}]}"""
                .formatted(insight.path("id")));
    String path = ALL + "/dashboard_" + number;
    String id = client.get(path).json().at("/widgets/0/id").asText();
    client.put(path, one(id, "arr"));
    assertThat(client.get(path).json().at("/widgets/0/type").asText()).isEqualTo("arr");
    assertThat(client.get(path).json().at("/widgets/0/id").asText()).isEqualTo(id);
    assertThat(
            client
                .get("/api/projects/1/insights/" + insight.path("id"))
                .json()
                .at("/query/widget")
                .asText())
        .isEqualTo("mrr");
  }
}
