package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public cases that the other tests of dashboards leave, over HTTP. */
class DashboardCasesTest {
  @TempDir private Path folder;
  private Acme acme;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder);
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  @Test
  void d17_all_rows_come_at_once_when_asked_for() throws Exception {
    for (int i = 0; i < 120; i++) {
      acme.post("dashboards/", "{}");
    }
    assertThat(acme.get("dashboards/").get("results")).hasSize(100);
    assertThat(acme.get("dashboards/?limit=300").get("results")).hasSize(120);
    for (String odd : new String[] {"limit=0", "limit=x", "limit=-1&offset=-5"}) {
      assertThat(acme.get("dashboards/?" + odd).get("results")).hasSize(100);
    }
  }

  @Test
  void d19_an_unlisted_dashboard_is_listed_on_demand_only() throws Exception {
    acme.post("dashboards/create_unlisted_dashboard/", "{\"tag\":\"llm-analytics\"}");
    acme.post("dashboards/", "{\"name\":\"plain\"}");
    acme.post("dashboards/", "{\"name\":\"made\",\"use_template\":\"DEFAULT_APP\"}");
    assertThat(modes("?creation_mode=unlisted")).containsExactly("unlisted");
    assertThat(modes("?creation_mode=default")).containsExactly("default");
    assertThat(modes("?creation_mode=template")).containsExactly("template");
    assertThat(modes("")).containsExactlyInAnyOrder("default", "template");
  }

  private java.util.List<String> modes(String query) throws Exception {
    return Acme.texts(acme.get("dashboards/" + query).get("results"), "creation_mode");
  }

  /** What nobody else may see is a private dashboard here. */
  @Test
  void d20_a_dashboard_without_access_is_not_there_for_others() throws Exception {
    acme.dashboard("{\"name\":\"public\"}");
    String hidden = acme.dashboard("{\"name\":\"hidden\"}");
    String own = "/facet/v1/projects/1/dashboards/" + hidden.replaceAll("\\D", "");
    acme.expect(200, "PATCH", own, Acme.ADA, "{\"visibility\":\"private\"}");
    JsonNode others = acme.expect(200, "GET", "dashboards/", Acme.EVE, null);
    assertThat(Acme.texts(others.get("results"), "name")).containsExactly("public");
    acme.refused(404, "GET", hidden, Acme.EVE, "");
    JsonNode creators = acme.get("dashboards/");
    assertThat(Acme.texts(creators.get("results"), "name")).containsExactly("hidden", "public");
  }

  @Test
  void d23_d25_d28_a_key_does_what_its_scopes_say() throws Exception {
    JsonNode flags = acme.refused(403, "GET", "dashboards/", "phx_flags", "");
    assertThat(flags.get("detail").asText())
        .isEqualTo("API key missing required scope 'dashboard:read'");
    assertThat(flags.get("type").asText()).isEqualTo("authentication_error");
    assertThat(flags.get("code").asText()).isEqualTo("permission_denied");
    acme.expect(200, "GET", "dashboards/", "phx_write", null);
    acme.refused(403, "GET", "dashboards/", "phx_none", "");
  }

  @Test
  void d29_an_inactive_users_key_opens_nothing() throws Exception {
    String vic = "/facet/v1/users/" + user("vic@example.com");
    acme.expect(200, "PATCH", vic, Acme.ADA, "{\"active\":false}");
    JsonNode error = acme.refused(401, "GET", "dashboards/", Acme.VIC, "");
    assertThat(error.get("code").asText()).isEqualTo("authentication_failed");
    acme.expect(200, "PATCH", vic, Acme.ADA, "{\"active\":true}");
    acme.expect(200, "GET", "dashboards/", Acme.VIC, null);
  }

  private String user(String email) throws Exception {
    for (JsonNode user : acme.get("/facet/v1/users").get("results")) {
      if (user.get("email").asText().equals(email)) {
        return user.get("id").asText();
      }
    }
    throw new AssertionError("There is no " + email);
  }

  @Test
  void to_a_user_who_left_a_project_is_an_unknown_one() throws Exception {
    String vic = "/facet/v1/users/" + user("vic@example.com");
    assertThat(acme.send("DELETE", vic, Acme.ADA, null).status()).isEqualTo(204);
    acme.refused(404, "GET", "dashboards/", Acme.VIC, "");
  }

  @Test
  void d40_d44_a_copy_of_what_has_no_name_and_no_filters_has_none_either() throws Exception {
    String source = acme.dashboard("{\"name\":\"source\"}").replaceAll("\\D", "");
    acme.post("insights/", "{\"dashboards\":[" + source + "]}");
    JsonNode copy =
        acme.post("dashboards/", "{\"use_dashboard\":" + source + ",\"duplicate_tiles\":true}");
    assertThat(copy.at("/tiles/0/insight/name").isNull()).isTrue();
    assertThat(copy.get("filters").toString()).isEqualTo("{}");
    assertThat(copy.get("persisted_filters").isNull()).isTrue();
  }

  @Test
  void d85_an_insight_in_the_old_form_shows_its_filters_with_those_of_its_dashboard()
      throws Exception {
    String path = acme.dashboard("{}");
    String id = path.replaceAll("\\D", "");
    acme.post(
        "insights/",
        "{\"filters\":{\"events\":[{\"id\":\"a\"}],\"properties\":[{\"key\":\"x\",\"value\":\"1\"}]},"
            + "\"dashboards\":["
            + id
            + "]}");
    JsonNode plain = acme.get(path).at("/tiles/0/insight/filters");
    assertThat(plain.get("events").toString()).isEqualTo("[{\"id\":\"a\"}]");
    assertThat(plain.get("insight").asText()).isEqualTo("TRENDS");
    assertThat(plain.get("date_from").isNull()).isTrue();
    assertThat(plain.get("date_to").isNull()).isTrue();

    acme.patch(
        path,
        "{\"filters\":{\"date_from\":\"-7d\",\"properties\":[{\"key\":\"y\",\"value\":\"2\"}]}}");
    JsonNode laid = acme.get(path).at("/tiles/0/insight/filters");
    assertThat(laid.get("date_from").asText()).isEqualTo("-7d");
    assertThat(Acme.texts(laid.get("properties"), "key")).containsExactly("x", "y");
  }

  @Test
  void bodies_of_several_parts_are_forms_too() throws Exception {
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nparts\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"pinned\"\r\n\r\ntrue\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\none\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\ntwo\r\n--cut--\r\n";
    Reply made = parts(body, "; boundary=cut");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().get("name").asText()).isEqualTo("parts");
    assertThat(made.json().get("pinned").asBoolean()).isTrue();
    assertThat(made.json().get("tags").toString()).isEqualTo("[\"one\",\"two\"]");
    for (String[] broken : new String[][] {{body, ""}, {"--cut\r\n\r\nx", "; boundary=cut"}}) {
      Reply refused = parts(broken[0], broken[1]);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().get("code").asText()).isEqualTo("parse_error");
    }
  }

  private Reply parts(String body, String boundary) throws Exception {
    return acme.server.send(
        "POST",
        Acme.whole("dashboards/"),
        Acme.ADA,
        body,
        "Content-Type",
        "multipart/form-data" + boundary);
  }

  @Test
  void old_paths_without_a_project_mean_the_callers_own() throws Exception {
    String id = acme.dashboard("{\"name\":\"home\"}").replaceAll("\\D", "");
    JsonNode insight = acme.insight("one", "a", "[" + id + "]");
    assertThat(acme.get("/api/dashboard/?format=json").get("count").asInt()).isEqualTo(1);
    assertThat(acme.get("/api/dashboard/" + id + "/").get("name").asText()).isEqualTo("home");
    assertThat(acme.get("/api/insight/" + insight.get("id")).get("name").asText()).isEqualTo("one");
    acme.refused(403, "GET", "/api/insight/", "phx_read", "");
    JsonNode elsewhere = acme.expect(200, "GET", "/api/dashboard/", "phx_shop", null);
    assertThat(elsewhere.get("count").asInt()).isZero();
  }

  @Test
  void who_looked_last_is_noted_for_each_user() throws Exception {
    String path = acme.dashboard("{}");
    assertThat(acme.get("dashboards/").at("/results/0/last_viewed_at").isNull()).isTrue();
    acme.get(path);
    assertThat(acme.get("dashboards/").at("/results/0/last_viewed_at").asText())
        .isEqualTo("2026-03-04T12:00:00Z");
    JsonNode eves = acme.expect(200, "GET", "dashboards/", Acme.EVE, null);
    assertThat(eves.at("/results/0/last_viewed_at").isNull()).isTrue();
    assertThat(eves.at("/results/0/last_accessed_at").isNull()).isFalse();
  }

  @Test
  void a_share_reads_what_it_shares_over_the_api_and_nothing_else() throws Exception {
    String path = acme.dashboard("{}");
    String id = path.replaceAll("\\D", "");
    JsonNode on = acme.insight("on it", "a", "[" + id + "]");
    JsonNode off = acme.insight("elsewhere", "a", "[]");
    JsonNode share = acme.patch(path + "sharing", "{\"enabled\":true}");
    String token = "?sharing_access_token=" + share.get("access_token").asText();
    JsonNode seen = acme.expect(200, "GET", path + token, null, null);
    assertThat(seen.get("effective_privilege_level").asInt()).isEqualTo(21);
    JsonNode list = acme.expect(200, "GET", "insights/" + token, null, null);
    assertThat(Acme.texts(list.get("results"), "name")).containsExactly("on it");
    acme.expect(200, "GET", "insights/" + on.get("id") + token, null, null);
    acme.expect(200, "GET", "insights/" + on.get("short_id").asText() + "/" + token, null, null);
    acme.refused(404, "GET", "insights/" + off.get("id") + token, null, "");
    acme.refused(404, "GET", "dashboards/999/" + token, null, "");
    acme.refused(403, "GET", "annotations/" + token, null, "");
    acme.refused(403, "GET", "/api/projects/2/dashboards/" + id + token, null, "");
    JsonNode method = acme.refused(401, "PATCH", path + token, Acme.ADA, "{}");
    assertThat(method.get("detail").asText())
        .isEqualTo("Sharing access token can only be used for GET requests.");
    JsonNode wrong = acme.refused(401, "GET", path + "?sharing_access_token=x", null, "");
    assertThat(wrong.get("detail").asText()).isEqualTo("Sharing access token is invalid.");
    acme.patch(path + "sharing", "{\"password_required\":true}");
    acme.refused(401, "GET", path + token, null, "");
  }
}
