package dev.facet.api.racknap;

import static dev.facet.api.racknap.Client.ALL;
import static dev.facet.api.racknap.Client.OURS;
import static dev.facet.api.racknap.Client.SUMMARY;
import static dev.facet.api.racknap.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's page, call by call; it is noon UTC on 4 March 2026. */
class DashboardsTest {
  private static final String NOW = "2026-03-04T12:00:00Z";

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

  @Test
  void a_dashboard_is_made_shown_changed_and_deleted_as_the_page_prints_it() throws Exception {
    Reply made = client.post(ALL, SUMMARY);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json())
        .isEqualTo(
            json(
                """
                {"id": "dashboard_1", "name": "Executive Summary", "type": "executive",
                 "createdAt": "2026-03-04T12:00:00Z"}"""));

    ObjectNode shown = (ObjectNode) client.get(ALL + "/dashboard_1").json();
    assertThat(shown.path("createdAt").asText()).isEqualTo(NOW);
    shown.path("widgets").forEach(widget -> ((ObjectNode) widget).remove("data"));
    shown.remove(List.of("id", "createdAt"));
    assertThat(shown).isEqualTo(json(SUMMARY));

    Reply changed =
        client.put(
            ALL + "/dashboard_1",
            """
            {"name": "Executive Summary - Updated", "description": "Updated key metrics and KPIs",
             "refreshInterval": 90,
             "widgets": [{"id": "widget_1", "type": "revenue_chart", "title": "Quarterly Revenue", "size": "large"}]}""");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json())
        .isEqualTo(
            json(
                """
                {"id": "dashboard_1", "name": "Executive Summary - Updated",
                 "updatedAt": "2026-03-04T12:00:00Z"}"""));
    JsonNode after = client.get(ALL + "/dashboard_1").json();
    assertThat(after.path("type").asText()).isEqualTo("executive");
    assertThat(after.path("refreshInterval").asInt()).isEqualTo(90);
    assertThat(Client.each(after.path("widgets"), "title")).containsExactly("Quarterly Revenue");

    Reply deleted = client.delete(ALL + "/dashboard_1");
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body()).isEqualTo("{\"success\":true,\"message\":\"Dashboard deleted\"}");
    assertThat(client.get(ALL + "/dashboard_1").status()).isEqualTo(404);
  }

  @Test
  void what_is_not_said_has_its_default() throws Exception {
    client.create("{\"name\":\"Bare\"}");
    assertThat(client.get(ALL + "/dashboard_1").json())
        .isEqualTo(
            json(
                """
                {"id": "dashboard_1", "name": "Bare", "description": "", "type": "custom", "widgets": [],
                 "refreshInterval": 60, "createdAt": "2026-03-04T12:00:00Z"}"""));
    JsonNode ours = client.get(OURS + "/1").json();
    assertThat(ours.path("visibility").asText()).isEqualTo("shared");
    assertThat(ours.path("refresh_interval").asInt()).isEqualTo(60);
  }

  @Test
  void what_a_change_leaves_out_stays() throws Exception {
    String path = ALL + "/" + client.create(SUMMARY);
    JsonNode before = client.get(path).json();
    assertThat(client.put(path, "{}").status()).isEqualTo(200);
    assertThat(client.get(path).json()).isEqualTo(before);
    client.put(path, "{\"type\":\"sales\",\"description\":null}");
    assertThat(client.get(path).json())
        .isEqualTo(((ObjectNode) before.deepCopy()).put("type", "sales"));
  }

  @Test
  void what_was_got_can_be_put_back() throws Exception {
    String path = ALL + "/" + client.create(SUMMARY);
    Reply before = client.get(path);
    assertThat(client.put(path, before.body()).status()).isEqualTo(200);
    assertThat(client.get(path).body()).isEqualTo(before.body());
  }

  @Test
  void a_name_is_taken_until_its_dashboard_is_gone_or_renamed() throws Exception {
    String first = ALL + "/" + client.create("{\"name\":\" Sales \"}");
    assertThat(client.post(ALL, "{\"name\":\"Sales\\t\"}").json().at("/error/code").asText())
        .isEqualTo("DUPLICATE_DASHBOARD");
    assertThat(client.post(ALL, "{\"name\":\"sales\"}").status()).isEqualTo(201);
    String other = ALL + "/" + client.create("{\"name\":\"Other\"}");
    assertThat(client.put(other, "{\"name\":\"Sales\"}").status()).isEqualTo(409);
    assertThat(client.put(first, "{\"name\":\"Sales\"}").status()).isEqualTo(200);
    client.put(first, "{\"name\":\"Purchases\"}");
    assertThat(client.put(other, "{\"name\":\"Sales\"}").status()).isEqualTo(200);
    client.delete(other);
    assertThat(client.post(ALL, "{\"name\":\"Sales\"}").status()).isEqualTo(201);
  }

  @Test
  void a_name_that_two_have_already_may_be_kept() throws Exception {
    String path = ALL + "/" + client.create("{\"name\":\"Sales\"}");
    client.ours("{\"name\":\"Sales\"}");
    assertThat(client.put(path, "{\"name\":\" Sales\",\"type\":\"x\"}").status()).isEqualTo(200);
    assertThat(client.put(ALL + "/dashboard_2", "{\"name\":\"Sales\"}").status()).isEqualTo(200);
    client.put(path, "{\"name\":\"Other\"}");
    assertThat(client.put(path, "{\"name\":\"Sales\"}").status()).isEqualTo(409);
  }

  @Test
  void names_given_elsewhere_are_taken_but_not_those_that_cannot_be_seen() throws Exception {
    client.ours("{\"name\":\"  Shared with blanks \"}");
    client.ours("{\"name\":\"Mine\",\"visibility\":\"private\"}");
    assertThat(client.post(ALL, "{\"name\":\"Shared with blanks\"}").status()).isEqualTo(409);
    assertThat(client.post(ALL, "{\"name\":\"Mine\"}").status()).isEqualTo(409);
    Reply vic =
        client.server.post(
            "/facet/v1/users",
            "phx_all",
            "{\"email\":\"bob@example.com\",\"name\":\"Bob\",\"password\":\"correct-horse\",\"role\":\"editor\"}");
    assertThat(vic.status()).isEqualTo(201);
    String cookie = logIn("bob@example.com");
    Reply free =
        client.server.post(ALL, null, "{\"name\":\"Mine\"}", "Cookie", cookie, "Accept", "*/*");
    assertThat(free.status()).as(free.body()).isEqualTo(201);
  }

  private String logIn(String email) throws Exception {
    String body = "{\"email\":\"" + email + "\",\"password\":\"correct-horse\"}";
    String cookie = client.server.post("/facet/v1/login", null, body).header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  @Test
  void of_creations_at_once_one_gets_the_name() throws Exception {
    Callable<Integer> creation = () -> client.post(ALL, SUMMARY).status();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          IntStream.range(0, 20).mapToObj(i -> many.submit(creation)).toList();
      int made = 0;
      for (Future<Integer> each : all) {
        made += each.get() == 201 ? 1 : 0;
        assertThat(each.get()).isIn(201, 409);
      }
      assertThat(made).isOne();
    }
    assertThat(client.list().json().path("count").asInt()).isOne();
  }

  @Test
  void a_private_dashboard_is_there_for_its_creator_alone() throws Exception {
    long number = client.ours("{\"name\":\"Mine\",\"visibility\":\"private\"}");
    String path = ALL + "/dashboard_" + number;
    assertThat(client.get(path).status()).isEqualTo(200);
    Reply unseen = client.server.get(path, "phx_vic");
    Reply unknown = client.server.get(ALL + "/dashboard_999", "phx_vic");
    assertThat(unseen.status()).isEqualTo(404);
    assertThat(unseen.json().path("error")).isEqualTo(unknown.json().path("error"));
    assertThat(client.server.get(ALL, "phx_vic").body()).isEqualTo("{\"value\":[],\"count\":0}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/dashboards,,401,UNAUTHORIZED",
    "GET,/api/dashboards,wrong,401,UNAUTHORIZED",
    "GET,/api/dashboards,phx_none,403,FORBIDDEN",
    "GET,/api/dashboards,phx_read,200,",
    "GET,/api/dashboards/dashboard_1,phx_read,200,",
    "GET,/api/dashboards/user/1,phx_read,200,",
    "GET,/api/dashboards/,phx_vic,200,",
    "POST,/api/dashboards,phx_read,403,FORBIDDEN",
    "POST,/api/dashboards,phx_vic,403,FORBIDDEN",
    "PUT,/api/dashboards/dashboard_1,phx_read,403,FORBIDDEN",
    "DELETE,/api/dashboards/dashboard_1,phx_vic,403,FORBIDDEN",
    "GET,/api/dashboards/1,phx_all,404,DASHBOARD_NOT_FOUND",
    "GET,/api/dashboards/dashboard_01,phx_all,404,DASHBOARD_NOT_FOUND",
    "GET,/api/dashboards/dashboard_99999999999999999999,phx_all,404,DASHBOARD_NOT_FOUND",
    "GET,/api/dashboards/Dashboard_1,phx_all,404,DASHBOARD_NOT_FOUND",
    "PUT,/api/dashboards/dashboard_2,phx_all,404,DASHBOARD_NOT_FOUND",
    "DELETE,/api/dashboards/dashboard_2,phx_all,404,DASHBOARD_NOT_FOUND",
    "PATCH,/api/dashboards/dashboard_1,phx_all,405,METHOD_NOT_ALLOWED",
    "POST,/api/dashboards/dashboard_1,phx_all,405,METHOD_NOT_ALLOWED",
    "GET,/api/dashboards/dashboard_1/widgets,phx_all,404,NOT_FOUND",
  })
  void every_refusal_has_its_status_and_code(
      String method, String path, String key, int status, String code) throws Exception {
    client.create(SUMMARY);
    String body = method.equals("GET") || method.equals("DELETE") ? null : "{\"name\":\"New\"}";
    Reply reply = client.server.send(method, path, key, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    if (code != null) {
      assertThat(reply.json().path("success").booleanValue()).isFalse();
      assertThat(reply.json().path("code").asInt()).isEqualTo(status);
      assertThat(reply.json().at("/error/type").asText()).isEqualTo(code);
      assertThat(reply.json().at("/error/code").asText()).isEqualTo(code);
      assertThat(reply.json().at("/error/message").asText()).isNotBlank();
      assertThat(reply.json().at("/meta/timestamp").asText()).isEqualTo(NOW);
      assertThat(reply.json().at("/meta/requestId").asText()).startsWith("req_");
    }
  }

  @Test
  void only_the_bearer_of_a_key_is_let_in() throws Exception {
    assertThat(client.server.get(ALL, null, "Authorization", "phx_all").status()).isEqualTo(401);
    assertThat(client.server.get(ALL, null, "Authorization", "bearer phx_all").status())
        .isEqualTo(200);
  }
}
