package dev.facet.api.facet.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles and accounts over HTTP. */
class ProfilesHttpTest {
  private static final String PROFILES = "/facet/v1/projects/1/profiles";
  private static final String ACME = PROFILES + "/acme";
  private static final String BOOTSTRAP =
      """
      connectors: { allow: ["127.0.0.1"] }
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
              - { email: vic@example.com, name: Vic, password: correct-horse-battery, role: viewer }
            projects:
              - { id: 1, name: Web, timezone: UTC, week_start: monday, token: phc_web }
            keys:
              - { user: ada@example.com, label: all, key: phx_all, scopes: ["*"], projects: [] }
              - { user: ada@example.com, label: write, key: phx_write, scopes: ["project:write"], projects: [] }
              - { user: ada@example.com, label: read, key: phx_read, scopes: ["project:read"], projects: [] }
              - { user: ada@example.com, label: other, key: phx_other, scopes: ["dashboard:write"], projects: [] }
              - { user: vic@example.com, label: vic, key: phx_vic, scopes: ["*"], projects: [] }
      """;

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder, BOOTSTRAP, Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply put(String path, @Nullable String body) throws Exception {
    return server.send("PUT", path, "phx_write", body);
  }

  @Test
  void a_profile_is_made_renamed_shown_and_taken_away() throws Exception {
    Reply made = put(ACME, "{\"display_name\":\"Acme Inc\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body())
        .isEqualTo(
            "{\"username\":\"acme\",\"display_name\":\"Acme Inc\","
                + "\"created_at\":\"2026-03-04T12:00:00Z\",\"accounts\":[]}");
    Reply again = put(ACME, null);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(made.body());
    assertThat(server.get(ACME, "phx_read").body()).isEqualTo(made.body());
    assertThat(server.get(PROFILES, "phx_read").json().path("total").asInt()).isEqualTo(1);
    assertThat(server.send("DELETE", ACME, "phx_write", null).status()).isEqualTo(204);
    assertThat(server.get(ACME, "phx_read").status()).isEqualTo(404);
    assertThat(server.send("DELETE", ACME, "phx_write", null).status()).isEqualTo(404);
  }

  @Test
  void an_account_shows_all_but_its_tokens() throws Exception {
    put(ACME, "{}");
    String body =
        """
        {"account_id":"178","access_token":"top-secret-1","refresh_token":"top-secret-2",
         "handle":"@acme","base_url":"http://127.0.0.1:9/x/","page_id":"p","page_urn":"urn:li:organization:7"}
        """;
    Reply connected = put(ACME + "/accounts/instagram", body);
    assertThat(connected.status()).isEqualTo(201);
    assertThat(connected.body())
        .isEqualTo(
            "{\"platform\":\"instagram\",\"account_id\":\"178\",\"handle\":\"@acme\","
                + "\"base_url\":\"http://127.0.0.1:9/x/\",\"page_id\":\"p\","
                + "\"page_urn\":\"urn:li:organization:7\",\"connected_at\":\"2026-03-04T12:00:00Z\","
                + "\"status\":\"connected\",\"has_access_token\":true,\"has_refresh_token\":true}");
    assertThat(server.get(ACME + "/accounts/instagram", "phx_read").body())
        .isEqualTo(connected.body());
    assertThat(server.get(ACME, "phx_read").body()).contains(connected.body());
    Reply replaced = put(ACME + "/accounts/instagram", "{\"account_id\":\"179\"}");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.json().path("has_access_token").asBoolean()).isFalse();
    assertThat(replaced.json().path("handle").isNull()).isTrue();
    String path = ACME + "/accounts/instagram";
    assertThat(server.send("DELETE", path, "phx_write", null).status()).isEqualTo(204);
    assertThat(server.get(path, "phx_read").status()).isEqualTo(404);
    assertThat(server.send("DELETE", path, "phx_write", null).status()).isEqualTo(404);
  }

  @Test
  void twitter_is_x() throws Exception {
    put(ACME, null);
    Reply connected = put(ACME + "/accounts/twitter", "{\"account_id\":\"1\"}");
    assertThat(connected.json().path("platform").asText()).isEqualTo("x");
    assertThat(server.get(ACME + "/accounts/X", "phx_read").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody/accounts/x | {\"account_id\":\"1\"} | 404 |",
        "acme/accounts/myspace | {\"account_id\":\"1\"} | 400 | platform",
        "acme/accounts/x | {} | 400 | account_id",
        "acme/accounts/x | {\"account_id\":null} | 400 | account_id",
        "acme/accounts/x | {\"account_id\":\"\"} | 400 | account_id",
        "acme/accounts/x | {\"account_id\":7} | 400 | account_id",
        "acme/accounts/x | {\"account_id\":\"1\",\"token\":\"t\"} | 400 | token",
        "acme/accounts/x | {\"account_id\":\"1\",\"access_token\":\"a\\nb\"} | 400 | access_token",
        "acme/accounts/x | [] | 400 |",
        "acme/accounts/x | nonsense | 400 |",
        "acme | {\"display_name\":7} | 400 | display_name"
      })
  void what_cannot_be_is_refused_with_its_place(
      String path, String body, int status, @Nullable String place) throws Exception {
    put(ACME, null);
    Reply reply = put(PROFILES + "/" + path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.json().at("/error/path").asText(null)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1",
        "http://10.0.0.1",
        "https://internal.example",
        "http://169.254.169.254",
        "gopher://127.0.0.1",
        "127.0.0.1",
        "",
        "http://127.0.0.1/?x"
      })
  void an_address_that_is_not_allowed_is_refused_at_connect(String base) throws Exception {
    put(ACME, null);
    Reply reply =
        put(ACME + "/accounts/x", "{\"account_id\":\"1\",\"base_url\":\"%s\"}".formatted(base));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/message").asText()).contains("base_url");
    assertThat(server.get(ACME + "/accounts/x", "phx_read").status()).isEqualTo(404);
  }

  @Test
  void permissions_are_kept() throws Exception {
    put(ACME, null);
    String collect = ACME + "/collect";
    for (String key : List.of("phx_read", "phx_other", "phx_vic")) {
      assertThat(server.send("PUT", PROFILES + "/b", key, null).status()).isEqualTo(403);
      assertThat(server.send("DELETE", ACME, key, null).status()).isEqualTo(403);
      assertThat(server.send("PUT", ACME + "/accounts/x", key, "{}").status()).isEqualTo(403);
      assertThat(server.post(collect, key, null).status()).isEqualTo(403);
    }
    assertThat(server.get(ACME, "phx_other").status()).isEqualTo(403);
    assertThat(server.get(ACME, "phx_vic").status()).isEqualTo(200);
    assertThat(server.get(ACME, null).status()).isEqualTo(401);
    assertThat(server.send("PUT", ACME, null, null).status()).isEqualTo(401);
  }

  @Test
  void rows_make_a_profile_exist() throws Exception {
    server.post(
        "/facet/v1/projects/1/datasets/posts/rows",
        "phx_all",
        "[{\"post_id\":\"1\",\"profile\":\"by rows\",\"platform\":\"x\"}]");
    server.post("/facet/v1/flush", "phx_all", null);
    Reply reply = server.get(PROFILES + "/by%20rows", "phx_read");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("created_at").isNull()).isTrue();
    assertThat(server.get(PROFILES, "phx_read").json().at("/results/0/username").asText())
        .isEqualTo("by rows");
    assertThat(put(PROFILES + "/by%20rows/accounts/x", "{\"account_id\":\"1\"}").status())
        .isEqualTo(201);
  }

  @Test
  void a_collection_without_accounts_has_no_platforms_and_stays_in_the_history() throws Exception {
    put(ACME, null);
    Reply reply = server.post(ACME + "/collect", "phx_write", "{\"platforms\":[\"twitter\"]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .isEqualTo("{\"profile\":\"acme\",\"date\":\"2026-03-04\",\"platforms\":{}}");
    JsonNode runs = server.get(ACME + "/runs", "phx_read").json();
    assertThat(runs.at("/results/0/status").asText()).isEqualTo("done");
    assertThat(runs.at("/results/0/cause").asText()).isEqualTo("request");
  }

  @Test
  void collecting_what_is_not_there_is_refused() throws Exception {
    assertThat(server.post(ACME + "/collect", "phx_write", null).status()).isEqualTo(404);
    put(ACME, null);
    Reply reply = server.post(ACME + "/collect", "phx_write", "{\"platforms\":[\"myspace\"]}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/path").asText()).isEqualTo("platforms[0]");
  }
}
