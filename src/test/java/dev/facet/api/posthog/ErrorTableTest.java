package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.posthog.ErrorTable.Ask;
import dev.facet.api.posthog.ErrorTable.Row;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor's table of errors, row by row: status, type, code, text and field, over HTTP. */
class ErrorTableTest {

  /** Ada has a part in both organisations, Eve edits in one. */
  private static final String BOOTSTRAP =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse, role: owner }
              - { email: eve@example.com, name: Eve, password: correct-horse, role: editor }
            projects:
              - { id: 1, name: Web, timezone: UTC, token: phc_web }
              - { id: 2, name: Shop, timezone: UTC, token: phc_shop }
            keys:
              - { user: ada@example.com, label: all, key: phx_ada, scopes: ["*"], projects: [] }
              - { user: eve@example.com, label: all, key: phx_eve, scopes: ["*"], projects: [] }
              - { user: ada@example.com, label: a, key: phx_read, scopes: ["dashboard:read"], projects: [] }
              - { user: ada@example.com, label: b, key: phx_shop, scopes: ["*"], projects: [2] }
          - id: 2
            name: Umbra
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse, role: owner }
            projects:
              - { id: 3, name: Dark, timezone: UTC, token: phc_dark }
          - id: 3
            name: Nebula
            users:
              - { email: una@example.com, name: Una, password: correct-horse, role: owner }
            projects:
              - { id: 4, name: Far, timezone: UTC, token: phc_far }
      """;

  @TempDir private static Path folder;
  private static ServerUnderTest server;
  private static String umbra = "";
  private static String acmeOnly = "";

  @BeforeAll
  static void start() throws Exception {
    server = ServerUnderTest.start(folder, BOOTSTRAP, Map.of());
    made("dashboards/", "{\"name\":\"first\"}");
    made("dashboards/", "{\"name\":\"restricted\",\"restriction_level\":37}");
    made("dashboards/", "{\"name\":\"gone\",\"deleted\":true}");
    made("/api/projects/2/dashboards/", "{\"name\":\"in the shop\"}");
    for (JsonNode each :
        sent(Ask.of("phx_ada", "GET", "/api/organizations/", null)).json().get("results")) {
      if (each.get("name").asText().equals("Umbra")) {
        umbra = each.get("id").asText();
      }
    }
    acmeOnly = keyOfAcmeOnly();
  }

  private static void made(String path, String body) throws Exception {
    Reply reply = sent(Ask.of("phx_ada", "POST", path, body));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
  }

  private static String keyOfAcmeOnly() throws Exception {
    Reply login =
        server.post(
            "/facet/v1/login",
            null,
            "{\"email\":\"ada@example.com\",\"password\":\"correct-horse\"}");
    String cookie = login.header("Set-Cookie").replaceAll(";.*", "");
    String acme =
        sent(Ask.of("phx_eve", "GET", "/api/organizations/", null))
            .json()
            .at("/results/0/id")
            .asText();
    Reply key =
        server.post(
            "/api/personal_api_keys/",
            null,
            "{\"label\":\"acme\",\"scopes\":[\"*\"],\"scoped_organizations\":[\"" + acme + "\"]}",
            "Cookie",
            cookie);
    assertThat(key.status()).as(key.body()).isEqualTo(201);
    return key.json().get("value").asText();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Row> rows() {
    return Stream.of(
            ErrorTable.callers(),
            ErrorTable.rights(),
            ErrorTable.absences(),
            ErrorTable.requests(),
            ErrorTable.media(),
            ErrorTable.fields(),
            ErrorTable.values(),
            ErrorTable.limits())
        .flatMap(Function.identity());
  }

  private static Reply sent(Ask ask) throws Exception {
    String whole = ask.path().startsWith("/") ? ask.path() : "/api/projects/1/" + ask.path();
    return server.send(
        ask.method(),
        whole.replace("{umbra}", umbra),
        "{acme only}".equals(ask.key()) ? acmeOnly : ask.key(),
        ask.body(),
        "Content-Type",
        ask.contentType(),
        "Accept",
        ask.accept());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void an_error_is_four_keys_as_the_table_has_them(Row row) throws Exception {
    Reply reply = sent(row.ask());
    assertThat(reply.status()).as(reply.body()).isEqualTo(row.status());
    JsonNode error = reply.json();
    assertThat(error.properties().stream().map(Map.Entry::getKey))
        .containsExactly("type", "code", "detail", "attr");
    assertThat(error.get("type").asText()).isEqualTo(row.type());
    assertThat(error.get("code").asText()).isEqualTo(row.code());
    assertThat(error.get("attr").textValue()).isEqualTo(row.attr());
    String detail = row.detail().replace("{umbra}", umbra);
    if (detail.endsWith("*")) {
      assertThat(error.get("detail").asText()).startsWith(detail.replace("*", ""));
    } else {
      assertThat(error.get("detail").asText()).isEqualTo(detail);
    }
    assertThat(reply.header("WWW-Authenticate")).isEqualTo(row.status() == 401 ? "Bearer" : "");
  }

  /** Answers outside the shape, as clients know them. */
  @Test
  void some_actions_answer_in_their_own_shape() throws Exception {
    made("dashboards/create_unlisted_dashboard/", "{\"tag\":\"llm-analytics\"}");
    String[][] bare = {
      {
        "400",
        "dashboards/1/reorder_tiles/",
        "{\"tile_order\":[7,7]}",
        "{\"detail\":\"tile_order must contain unique tile IDs\"}"
      },
      {
        "404",
        "dashboards/1/reorder_tiles/",
        "{\"tile_order\":[900,700]}",
        "{\"detail\":\"Tile IDs not found on this dashboard: [700, 900]\"}"
      },
      {"400", "dashboards/create_unlisted_dashboard/", "{}", "{\"error\":\"tag is required\"}"},
      {
        "400",
        "dashboards/create_unlisted_dashboard/",
        "{\"tag\":\"x\"}",
        "{\"error\":\"Unknown template tag: x\"}"
      },
      {
        "409",
        "dashboards/create_unlisted_dashboard/",
        "{\"tag\":\"llm-analytics\"}",
        "{\"error\":\"Unlisted dashboard with tag 'llm-analytics' already exists\"}"
      },
    };
    for (String[] each : bare) {
      Reply reply = sent(Ask.of("phx_ada", "POST", each[1], each[2]));
      assertThat(reply.status()).as(reply.body()).isEqualTo(Integer.parseInt(each[0]));
      assertThat(reply.body()).isEqualTo(each[3]);
    }
    for (String path : new String[] {"dashboards/1/", "dashboards/999/", "insights/1/"}) {
      Reply reply = sent(Ask.of("phx_ada", "DELETE", path, null));
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.body()).isEmpty();
    }
  }

  @Test
  void too_many_calls_are_throttled_until_the_minute_is_over(@TempDir Path other) throws Exception {
    try (ServerUnderTest slow =
        ServerUnderTest.start(other, BOOTSTRAP, Map.of("limits.calls_per_minute", "2"))) {
      String path = "/api/projects/1/dashboards/";
      assertThat(slow.get(path, "phx_ada").status()).isEqualTo(200);
      assertThat(slow.get(path, "phx_ada").status()).isEqualTo(200);
      Reply reply = slow.get(path, "phx_ada");
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.header("Retry-After")).isEqualTo("60");
      assertThat(reply.body())
          .isEqualTo(
              "{\"type\":\"throttled_error\",\"code\":\"throttled\",\"detail\":\"Request was throttled. Expected available in 60 seconds.\",\"attr\":null}");
      assertThat(slow.get(path, "phx_eve").status()).isEqualTo(200);
    }
  }
}
