package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restricted dashboards: who edits them, and who did, over HTTP. */
class CollaboratorsTest {
  private static Acme acme;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    acme = new Acme(folder);
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static String uuid(String key) throws Exception {
    return acme.expect(200, "GET", "/api/users/@me/", key, null).get("uuid").asText();
  }

  @Test
  void who_is_let_in_edits_a_restricted_dashboard() throws Exception {
    String dashboard = acme.dashboard("{\"restriction_level\":37}");
    String path = dashboard + "collaborators/";
    String eve = uuid(Acme.EVE);
    String name = "{\"name\":\"by Eve\"}";
    acme.refused(403, "PATCH", dashboard, Acme.EVE, name);
    assertThat(
            acme.expect(200, "GET", dashboard, Acme.EVE, null)
                .get("effective_privilege_level")
                .asInt())
        .isEqualTo(21);
    JsonNode added = acme.post(path, "{\"user_uuid\":\"" + eve + "\",\"level\":37}");
    assertThat(added.at("/user/email").asText()).isEqualTo("eve@example.com");
    assertThat(added.get("level").asInt()).isEqualTo(37);
    assertThat(acme.get(path)).hasSize(1);
    JsonNode edited = acme.expect(200, "PATCH", dashboard, Acme.EVE, name);
    assertThat(edited.get("effective_privilege_level").asInt()).isEqualTo(37);
    acme.refused(403, "PATCH", dashboard, Acme.EVE, "{\"restriction_level\":21}");
    acme.refused(403, "POST", path, Acme.EVE, "{\"user_uuid\":\"" + uuid(Acme.VIC) + "\"}");

    acme.post(path, "{\"user_uuid\":\"" + eve + "\",\"level\":21}");
    acme.refused(403, "PATCH", dashboard, Acme.EVE, name);
    assertThat(acme.send("DELETE", path + eve + "/", Acme.ADA, null).status()).isEqualTo(204);
    assertThat(acme.send("DELETE", path + eve + "/", Acme.ADA, null).status()).isEqualTo(404);
    assertThat(acme.get(path)).isEmpty();
  }

  @Test
  void only_users_of_the_organisation_are_let_in() throws Exception {
    String path = acme.dashboard("{}") + "collaborators/";
    String una = acme.expect(200, "GET", "/api/users/@me/", "phx_una", null).get("uuid").asText();
    acme.refused(400, "POST", path, Acme.ADA, "{\"user_uuid\":\"" + una + "\"}");
    acme.refused(400, "POST", path, Acme.ADA, "{}");
    acme.refused(400, "POST", path, Acme.ADA, "{\"user_uuid\":\"x\",\"level\":5}");
    acme.refused(404, "GET", "dashboards/987654/collaborators/", Acme.ADA, "");
  }

  @Test
  void the_history_tells_who_did_what() throws Exception {
    String dashboard = acme.dashboard("{\"name\":\"History\"}");
    acme.expect(200, "PATCH", dashboard, Acme.EVE, "{\"name\":\"History!\"}");
    acme.patch(dashboard, "{\"deleted\":true}");
    acme.patch(dashboard, "{\"deleted\":false}");
    JsonNode activity = acme.get(dashboard + "activity/");
    assertThat(Acme.texts(activity.get("results"), "activity"))
        .containsExactly("restored", "deleted", "updated", "created");
    assertThat(activity.at("/results/2/user/email").asText()).isEqualTo("eve@example.com");
    assertThat(activity.at("/results/0/detail/name").asText()).isEqualTo("History!");
    assertThat(acme.get(dashboard + "activity/?limit=1").get("next").asText()).contains("offset=1");
  }
}
