package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, and how a refusal reads: D-22 to D-28 and the table of errors, over HTTP. */
class AccessTest {
  private static final String JSON = "application/json";

  /** Each route that a key needs a scope for, with a body it takes. */
  private static final String[][] ACTIONS = {
    {"dashboard:read", "GET", "dashboards/", ""},
    {"dashboard:read", "GET", "dashboards/1/", ""},
    {"dashboard:write", "POST", "dashboards/", "{}"},
    {"dashboard:write", "PATCH", "dashboards/1/", "{}"},
    {"dashboard:write", "PUT", "dashboards/1/", "{}"},
    {"dashboard:write", "DELETE", "dashboards/1/", ""},
    {"insight:read", "GET", "insights/", ""},
    {"insight:read", "GET", "insights/1/", ""},
    {"insight:write", "POST", "insights/", "{}"},
    {"insight:write", "PATCH", "insights/1/", "{}"},
    {"insight:write", "DELETE", "insights/1/", ""},
    {
      "query:read",
      "POST",
      "query/",
      "{\"query\":{\"kind\":\"TrendsQuery\",\"series\":[{\"kind\":\"EventsNode\"}]}}"
    },
    {"project:read", "GET", "/api/projects/1/", ""},
    {"project:write", "PATCH", "/api/projects/1/", "{}"},
    {"action:read", "GET", "actions/", ""},
    {"action:write", "POST", "actions/", "{}"},
    {"action:write", "DELETE", "actions/1/", ""},
    {"insight_variable:read", "GET", "insight_variables/", ""},
    {"cohort:read", "GET", "cohorts/", ""},
    {"cohort:write", "POST", "cohorts/", "{\"is_static\":true}"},
    {"person:read", "GET", "persons/", ""},
    {"person:read", "GET", "groups_types/", ""},
    {"person:read", "GET", "groups/?group_type_index=0", ""},
    {"property_definition:read", "GET", "property_definitions/", ""},
    {"event_definition:read", "GET", "event_definitions/", ""},
    {"project:read", "GET", "/api/projects/", ""},
    {"organization:read", "GET", "/api/organizations/", ""},
    {"user:read", "GET", "/api/users/@me/", ""},
  };

  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
    acme.dashboard("{}");
    acme.insight("visits", "visit", "[]");
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  @Test
  void each_action_needs_its_scope_and_writing_includes_reading() throws Exception {
    String[] keys = {
      "phx_flags",
      "phx_read",
      "phx_write",
      "phx_insight_read",
      "phx_insight_write",
      "phx_query",
      "phx_project",
      "phx_none"
    };
    for (String key : keys) {
      for (String[] action : ACTIONS) {
        Reply reply = acme.send(action[1], action[2], key, action[3].isEmpty() ? null : action[3]);
        String what = key + " " + String.join(" ", action) + "\n" + reply.body();
        if (opened(key).contains(action[0])) {
          assertThat(reply.status()).as(what).isIn(200, 201, 405);
        } else {
          assertThat(reply.status()).as(what).isEqualTo(403);
          assertThat(reply.json().get("detail").asText())
              .isEqualTo("API key missing required scope '" + action[0] + "'");
        }
      }
    }
  }

  private static Set<String> opened(String key) {
    return switch (key) {
      case "phx_read" -> Set.of("dashboard:read");
      case "phx_write" -> Set.of("dashboard:read", "dashboard:write");
      case "phx_insight_read" -> Set.of("insight:read");
      case "phx_insight_write" -> Set.of("insight:read", "insight:write");
      case "phx_query" -> Set.of("query:read");
      case "phx_project" -> Set.of("project:read", "organization:read", "user:read");
      default -> Set.of();
    };
  }

  @Test
  void d22_a_key_may_be_in_the_header_the_body_or_the_query() throws Exception {
    assertThat(
            acme.server
                .get("/api/projects/1/dashboards/", null, "Authorization", "Bearer   phx_ada  ")
                .status())
        .isEqualTo(200);
    assertThat(acme.send("GET", "dashboards/?personal_api_key=phx_ada", null, null).status())
        .isEqualTo(200);
    assertThat(
            acme.send("POST", "dashboards/", null, "{\"personal_api_key\":\"phx_ada\"}").status())
        .isEqualTo(201);
    assertThat(acme.send("POST", "dashboards/", null, "personal_api_key=phx_ada").status())
        .isEqualTo(201);
  }

  @Test
  void only_the_first_key_found_is_tried() throws Exception {
    String[][] wrong = {
      {"phx_wrong", "dashboards/?personal_api_key=phx_ada", "{}", "Authorization header"},
      {null, "dashboards/?personal_api_key=phx_ada", "{\"personal_api_key\":\"x\"}", "body"},
      {null, "dashboards/?personal_api_key=phc_web", "{}", "query string"},
    };
    for (String[] each : wrong) {
      JsonNode error = acme.refused(401, "POST", each[1], each[0], each[2]);
      assertThat(error.get("type").asText()).isEqualTo("authentication_error");
      assertThat(error.get("code").asText()).isEqualTo("authentication_failed");
      assertThat(error.get("detail").asText())
          .isEqualTo("Personal API key found in request " + each[3] + " is invalid.");
    }
    Reply none = acme.send("GET", "dashboards/", null, null);
    assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(none.json().toString())
        .isEqualTo(
            "{\"type\":\"authentication_error\",\"code\":\"not_authenticated\",\"detail\":\"Authentication credentials were not provided.\",\"attr\":null}");
  }

  @Test
  void d26_projects_that_a_key_or_its_user_has_no_part_in() throws Exception {
    JsonNode limited = acme.refused(403, "GET", "dashboards/", "phx_shop", "");
    assertThat(limited.get("code").asText()).isEqualTo("permission_denied");
    assertThat(limited.get("detail").asText())
        .isEqualTo("API key does not have access to the requested project: ID 1.");
    acme.expect(200, "GET", "/api/projects/2/dashboards/", "phx_shop", null);
    acme.expect(200, "GET", "/api/projects/@current/dashboards/", "phx_shop", null);
    for (String project : new String[] {"3", "99", "words"}) {
      JsonNode foreign =
          acme.refused(404, "GET", "/api/projects/" + project + "/dashboards/", Acme.ADA, "");
      assertThat(foreign.get("detail").asText()).isEqualTo("Project not found.");
      assertThat(foreign.get("type").asText()).isEqualTo("invalid_request");
    }
    JsonNode list = acme.refused(403, "GET", "/api/organizations/", "phx_shop", "");
    assertThat(list.get("detail").asText())
        .isEqualTo("API keys with scoped projects are only supported on project-based endpoints.");
    acme.expect(200, "GET", "/api/users/@me/", "phx_shop", null);
  }

  @Test
  void a_viewer_reads_and_asks_but_changes_nothing() throws Exception {
    for (String[] action : ACTIONS) {
      String body = action[3].isEmpty() ? null : action[3];
      int status = acme.send(action[1], action[2], Acme.VIC, body).status();
      assertThat(status)
          .as(action[1] + action[2])
          .isEqualTo(action[0].endsWith("write") ? 403 : 200);
    }
    JsonNode seen = acme.expect(200, "GET", "dashboards/1/", Acme.VIC, null);
    assertThat(seen.get("effective_privilege_level").asInt()).isEqualTo(21);
    assertThat(seen.get("user_access_level").asText()).isEqualTo("viewer");
  }

  @Test
  void the_pages_session_opens_the_same_paths_from_its_own_pages() throws Exception {
    Reply login =
        acme.server.post(
            "/facet/v1/login",
            null,
            "{\"email\":\"ada@example.com\",\"password\":\"correct-horse\"}");
    String cookie = login.header("Set-Cookie").replaceAll(";.*", "");
    String path = "/api/projects/1/dashboards/";
    assertThat(acme.server.get(path, null, "Cookie", cookie).status()).isEqualTo(200);
    assertThat(acme.server.post(path, null, "{}", "Cookie", cookie).status()).isEqualTo(201);
    Reply foreign =
        acme.server.post(path, null, "{}", "Cookie", cookie, "Origin", "https://evil.example");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.json().get("type").asText()).isEqualTo("authentication_error");
  }

  @Test
  void what_is_wrong_with_a_request_is_said_in_the_vendors_words() throws Exception {
    JsonNode method = acme.refused(405, "PUT", "dashboards/", Acme.ADA, "{}");
    assertThat(method.get("detail").asText()).isEqualTo("Method \"PUT\" not allowed.");
    assertThat(method.get("code").asText()).isEqualTo("method_not_allowed");
    for (String body : new String[] {"{", "{\"a\":1}}", "[".repeat(10_000), "nonsense"}) {
      JsonNode malformed = acme.refused(400, "POST", "dashboards/", Acme.ADA, body);
      assertThat(malformed.get("type").asText()).isEqualTo("invalid_request");
      assertThat(malformed.get("code").asText()).isEqualTo("parse_error");
      assertThat(malformed.get("detail").asText()).startsWith("JSON parse error - ");
    }
    assertThat(acme.refused(400, "POST", "dashboards/", Acme.ADA, "[1]").get("code").asText())
        .isEqualTo("invalid_input");
    acme.refused(404, "GET", "nothing/here/", Acme.ADA, "");
    acme.refused(
        413, "POST", "dashboards/", Acme.ADA, "{\"name\":\"" + "x".repeat(2_100_000) + "\"}");
    Reply form =
        acme.server.send("POST", Acme.whole("insights/"), Acme.ADA, "name=x", "Content-Type", JSON);
    assertThat(form.status()).isEqualTo(400);
  }

  @Test
  void accounts_show_who_calls_and_what_there_is() throws Exception {
    JsonNode me = acme.get("/api/users/@me/");
    assertThat(me.get("email").asText()).isEqualTo("ada@example.com");
    assertThat(me.at("/team/id").asInt()).isEqualTo(1);
    assertThat(me.at("/organization/name").asText()).isEqualTo("Acme");
    JsonNode projects = acme.get("/api/projects/");
    assertThat(Acme.texts(projects.get("results"), "name")).containsExactly("Web", "Shop");
    JsonNode shop = acme.get("/api/projects/2/");
    assertThat(shop.get("timezone").asText()).isEqualTo("US/Pacific");
    assertThat(shop.get("week_start_day").asInt()).isEqualTo(1);
    assertThat(shop.get("api_token").asText()).isEqualTo("phc_shop");
    assertThat(shop.get("test_account_filters")).isEmpty();
    JsonNode organisations = acme.get("/api/organizations/");
    assertThat(organisations.get("count").asInt()).isEqualTo(1);
    String uuid = organisations.at("/results/0/id").asText();
    assertThat(acme.get("/api/organizations/" + uuid + "/").get("name").asText()).isEqualTo("Acme");
    assertThat(acme.get("/api/organizations/@current/").get("id").asText()).isEqualTo(uuid);
    acme.refused(404, "GET", "/api/organizations/x/", Acme.ADA, "");
  }
}
