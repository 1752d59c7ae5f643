package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys managed by their owner after a login, over HTTP. */
class PersonalKeysTest {
  private static final String KEYS = "/api/personal_api_keys/";
  private static Acme acme;
  private static String cookie = "";

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    acme = new Acme(folder);
    Reply login =
        acme.server.post(
            "/facet/v1/login",
            null,
            "{\"email\":\"eve@example.com\",\"password\":\"correct-horse\"}");
    cookie = login.header("Set-Cookie").replaceAll(";.*", "");
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static Reply asEve(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return acme.server.send(method, path, null, body, "Cookie", cookie);
  }

  private static JsonNode made(String scopes) throws Exception {
    Reply made = asEve("POST", KEYS, "{\"label\":\"mine\",\"scopes\":" + scopes + "}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  private static void refused(int status, String attr, String body) throws Exception {
    Reply refused = asEve("POST", KEYS, body);
    assertThat(refused.status()).as(refused.body()).isEqualTo(status);
    assertThat(refused.json().get("attr").asText()).isEqualTo(attr);
  }

  @Test
  void a_key_shows_its_value_once_and_opens_what_it_may() throws Exception {
    JsonNode key = made("[\"dashboard:read\"]");
    String value = key.get("value").asText();
    assertThat(value).startsWith("phx_");
    assertThat(acme.send("GET", "dashboards/", value, null).status()).isEqualTo(200);
    assertThat(acme.send("POST", "dashboards/", value, "{}").status()).isEqualTo(403);
    JsonNode shown = asEve("GET", KEYS + key.get("id").asText() + "/", null).json();
    assertThat(shown.get("value").isNull()).isTrue();
    assertThat(shown.get("mask_value").asText()).endsWith(value.substring(value.length() - 4));
    JsonNode current = acme.expect(200, "GET", KEYS + "@current/", value, null);
    assertThat(current.get("id")).isEqualTo(key.get("id"));
    assertThat(current.get("last_used_at").isNull()).isFalse();
    assertThat(current.get("scopes").toString()).isEqualTo("[\"dashboard:read\"]");
  }

  @Test
  void a_rolled_key_has_another_value() throws Exception {
    JsonNode key = made("[\"*\"]");
    String path = KEYS + key.get("id").asText() + "/";
    JsonNode rolled = asEve("POST", path + "roll", null).json();
    assertThat(rolled.get("last_rolled_at").isNull()).isFalse();
    assertThat(acme.send("GET", "dashboards/", key.get("value").asText(), null).status())
        .isEqualTo(401);
    String value = rolled.get("value").asText();
    assertThat(rolled.get("last_used_at").isNull()).isTrue();
    assertThat(acme.send("GET", "dashboards/", value, null).status()).isEqualTo(200);
    assertThat(asEve("GET", path, null).json().get("last_used_at").isNull()).isFalse();
    Reply renamed = asEve("PATCH", path, "{\"label\":\"other\",\"scoped_teams\":[2]}");
    assertThat(renamed.json().path("label").asText()).as(renamed.body()).isEqualTo("other");
    assertThat(renamed.json().get("scopes").toString()).isEqualTo("[\"*\"]");
    assertThat(acme.send("GET", "dashboards/", value, null).status()).isEqualTo(403);
    assertThat(asEve("DELETE", path, null).status()).isEqualTo(204);
    assertThat(acme.send("GET", "/api/projects/2/dashboards/", value, null).status())
        .isEqualTo(401);
    assertThat(asEve("GET", path, null).status()).isEqualTo(404);
  }

  @Test
  void a_key_needs_a_label_and_scopes_within_its_owners_reach() throws Exception {
    refused(400, "label", "{\"scopes\":[\"*\"]}");
    refused(400, "label", "{\"label\":\"" + "x".repeat(41) + "\",\"scopes\":[\"*\"]}");
    refused(400, "scopes", "{\"label\":\"a\"}");
    refused(400, "scopes", "{\"label\":\"a\",\"scopes\":[]}");
    refused(400, "scopes", "{\"label\":\"a\",\"scopes\":[\"tea:drink\"]}");
    refused(400, "scoped_teams", "{\"label\":\"a\",\"scopes\":[\"*\"],\"scoped_teams\":[3]}");
    refused(
        400,
        "scoped_organizations",
        "{\"label\":\"a\",\"scopes\":[\"*\"],\"scoped_organizations\":[\"nobody\"]}");
  }

  @Test
  void keys_do_not_manage_keys() throws Exception {
    JsonNode error = acme.refused(403, "GET", KEYS, Acme.ADA, "");
    assertThat(error.get("detail").asText())
        .isEqualTo("This action does not support personal API key access");
    acme.refused(403, "POST", KEYS, Acme.ADA, "{\"label\":\"a\",\"scopes\":[\"*\"]}");
    acme.refused(401, "GET", KEYS, null, "");
  }

  @Test
  void clients_hear_that_there_are_no_flags() throws Exception {
    JsonNode two = acme.expect(200, "POST", "/flags/?v=2", "", "{\"api_key\":\"phc_web\"}");
    assertThat(two.get("flags").toString()).isEqualTo("{}");
    assertThat(two.get("errorsWhileComputingFlags").asBoolean(true)).isFalse();
    JsonNode three = acme.expect(200, "POST", "/decide/?v=3", "", "{\"token\":\"phc_web\"}");
    assertThat(three.get("featureFlags").toString()).isEqualTo("{}");
    assertThat(acme.server.get("/array/phc_web/config", null).header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
  }
}
