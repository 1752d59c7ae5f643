package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static dev.facet.api.racknap.Client.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One dashboard in all dialects. */
class InteroperationTest {
  private static final String POSTHOG = "/api/projects/1/dashboards/";

  @TempDir private Path folder;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    client = new Client(folder);
    client.rows(
        "subscriptions",
        "{\"subscription_id\":\"1\",\"customer_id\":\"a\",\"product\":\"Disk\",\"quantity\":2,"
            + "\"unit_price\":50,\"currency\":\"EUR\",\"interval\":\"month\",\"started_at\":\"2026-01-01\"}");
  }

  @AfterEach
  void stop() {
    client.close();
  }

  private static void isMade(Reply reply, int status) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
  }

  private Reply mediarithmics(String method, String path, @Nullable String body) throws Exception {
    Reply reply = client.server.send(method, path, "phx_all", body);
    isMade(reply, 200);
    return reply;
  }

  private JsonNode oktopost(String path) throws Exception {
    String account = "001000000000001:phx_all";
    String encoded = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    Reply reply = client.server.get(path, null, "Authorization", "Basic " + encoded);
    isMade(reply, 200);
    return reply.json();
  }

  private String executive() throws Exception {
    return client.create(
        "Executive",
        """
        [{"id": "head", "type": "mrr", "title": "Recurring", "size": "large"},
         {"id": "Größe ✓", "type": "active_subscriptions", "title": "Active", "size": "small"}]""");
  }

  @Test
  void what_is_made_here_is_listed_readable_and_answered_everywhere() throws Exception {
    executive();

    assertThat(client.get(POSTHOG).json().at("/results/0/name").asText()).isEqualTo("Executive");
    JsonNode tiles = client.get(POSTHOG + "1/?refresh=blocking").json().path("tiles");
    assertThat(Client.each(tiles, "insight")).hasSize(2);
    assertThat(tiles.at("/0/insight/query").toString()).contains("\"widget\":\"mrr\"");
    assertThat(tiles.at("/0/insight/result").toString()).contains("[\"2026-03-01\",100,\"EUR\"]");
    assertThat(tiles.at("/1/insight/result").toString()).isEqualTo("[[1,1,0]]");

    Reply listed = mediarithmics("GET", "/v1/dashboards?organisation_id=1", null);
    assertThat(listed.json().at("/data/0/title").asText()).isEqualTo("Executive");
    JsonNode content = mediarithmics("GET", "/v1/dashboards/1/content", null).json();
    JsonNode chart = content.at("/data/content/sections/0/cards/0/charts/0");
    assertThat(chart.path("title").asText()).isEqualTo("Recurring");
    assertThat(chart.at("/dataset/query/widget").asText()).isEqualTo("mrr");

    assertThat(oktopost("/v2/dashboard").toString()).contains("Executive");
    JsonNode data = client.get(OURS + "/1/data").json().path("charts");
    assertThat(Client.each(data, "title")).containsExactly("Recurring", "Active");
    assertThat(data.at("/0/rows/11").toString()).isEqualTo("[\"2026-03-01\",100.0,\"EUR\"]");
  }

  @Test
  void what_is_made_elsewhere_appears_here_with_its_numbers() throws Exception {
    String query = "{\"kind\":\"HogQLQuery\",\"query\":\"SELECT 1 AS one\"}";
    Reply hog = client.post(POSTHOG, "{\"name\":\"From PostHog\"}");
    isMade(hog, 201);
    isMade(
        client.post(
            "/api/projects/1/insights/",
            "{\"name\":\"One\",\"query\":%s,\"dashboards\":[%s]}"
                .formatted(query, hog.json().path("id"))),
        201);
    mediarithmics(
        "POST",
        "/v1/dashboards",
        "{\"title\":\"From mics\",\"scopes\":[\"home\"],\"segment_ids\":[],\"builder_ids\":[]}");
    mediarithmics(
        "PUT",
        "/v1/dashboards/2/content",
        """
        {"sections": [{"title": "S", "cards": [{"x": 0, "y": 0, "w": 4, "h": 2, "charts": [
          {"title": "Two", "type": "Metric", "dataset": {"type": "query", "query": %s}}]}]}]}"""
            .formatted(query));
    client.ours(
        "{\"name\":\"Ours\",\"sections\":[{\"cards\":[{\"charts\":[{\"title\":\"Three\",\"query\":%s}]}]}]}"
            .formatted(query));

    JsonNode list = client.list().json();
    assertThat(Client.each(list.path("value"), "name"))
        .containsExactly("Ours", "From mics", "From PostHog");
    assertThat(Client.each(list.path("value"), "widgetCount")).containsOnly("1");
    for (int i = 1; i <= 3; i++) {
      JsonNode widget = client.get(ALL + "/dashboard_" + i).json().at("/widgets/0");
      assertThat(widget.path("type").asText()).isEqualTo("chart");
      assertThat(widget.at("/data/columns/0/name").asText()).isEqualTo("one");
      assertThat(widget.at("/data/rows").toString()).isEqualTo("[[1]]");
    }
  }

  private void idsAre(String... ids) throws Exception {
    assertThat(Client.each(client.get(ALL + "/dashboard_1").json().path("widgets"), "id"))
        .containsExactly(ids);
  }

  @Test
  void ids_of_widgets_survive_what_other_dialects_do() throws Exception {
    executive();
    ObjectNode ours = (ObjectNode) client.get(OURS + "/1").json();
    ((ObjectNode) ours.at("/sections/0/cards/1/charts/0")).put("title", "Renamed");
    isMade(client.put(OURS + "/1", ours.toString()), 200);
    idsAre("head", "Größe ✓");

    ObjectNode content =
        (ObjectNode)
            mediarithmics("GET", "/v1/dashboards/1/content", null).json().at("/data/content");
    ((ObjectNode) content.at("/sections/0/cards/0/charts/0")).put("title", "Other");
    ((ObjectNode) content.at("/sections/0/cards/0")).put("y", 9);
    mediarithmics("PUT", "/v1/dashboards/1/content", content.toString());
    idsAre("head", "Größe ✓");

    JsonNode tiles = client.get(POSTHOG + "1/").json().path("tiles");
    long highest = tiles.at("/0/id").asLong();
    Reply moved =
        client.server.send(
            "PATCH",
            POSTHOG + "1/",
            "phx_all",
            "{\"tiles\":[{\"id\":%d,\"color\":\"blue\",\"layouts\":{\"sm\":{\"x\":2,\"y\":1,\"w\":5,\"h\":5}}}]}"
                .formatted(highest));
    isMade(moved, 200);
    idsAre("head", "Größe ✓");
    JsonNode shown = client.get(ALL + "/dashboard_1").json().path("widgets");
    assertThat(Client.each(shown, "title")).containsExactly("Other", "Renamed");
    assertThat(Client.each(shown, "size")).containsExactly("large", "medium");
  }

  @Test
  void a_copied_tile_gets_an_id_of_its_own() throws Exception {
    executive();
    JsonNode copy =
        client
            .post(POSTHOG, "{\"name\":\"Copy\",\"use_dashboard\":1,\"duplicate_tiles\":true}")
            .json();
    String id = "dashboard_" + copy.path("id").asText();
    JsonNode widgets = client.get(ALL + "/" + id).json().path("widgets");
    assertThat(Client.each(widgets, "type")).containsExactly("mrr", "active_subscriptions");
    assertThat(Client.each(widgets, "id")).doesNotHaveDuplicates();

    ObjectNode ours = (ObjectNode) client.get(OURS + "/1").json();
    ArrayNode cards = (ArrayNode) ours.at("/sections/0/cards");
    ObjectNode twin = cards.get(0).deepCopy();
    twin.remove("id");
    ((ObjectNode) twin.at("/charts/0")).remove("id");
    cards.insert(0, twin);
    isMade(client.put(OURS + "/1", ours.toString()), 200);
    JsonNode now = client.get(ALL + "/dashboard_1").json().path("widgets");
    assertThat(Client.each(now, "id").subList(1, 3)).containsExactly("head", "Größe ✓");
    assertThat(now.at("/0/id").asText()).matches("widget_\\d+");
  }

  @Test
  void what_cannot_be_said_here_is_not_lost() throws Exception {
    long number =
        client.ours(
            """
            {"name": "Rich", "visibility": "private", "tags": ["a"], "filters": {"date_from": "-7d"},
             "sections": [{"title": "S", "cards": [{"x": 3, "y": 1, "w": 5, "h": 2, "layout": "horizontal", "charts": [
               {"title": "T", "description": "D", "type": "table", "options": {"k": 1}, "colors": ["#fff"],
                "query": {"kind": "HogQLQuery", "query": "SELECT 1"}}]}]}]}""");
    ObjectNode before = (ObjectNode) client.get(OURS + "/" + number).json();
    String path = ALL + "/dashboard_" + number;
    client.put(
        path, "{\"name\":\"Richer\",\"widgets\":" + client.get(path).json().path("widgets") + "}");
    ObjectNode after = (ObjectNode) client.get(OURS + "/" + number).json();
    assertThat(after.path("revision").asLong()).isGreaterThan(before.path("revision").asLong());
    assertThat(after.put("name", "Rich").set("revision", before.path("revision")).toString())
        .isEqualTo(before.toString());
  }
}
