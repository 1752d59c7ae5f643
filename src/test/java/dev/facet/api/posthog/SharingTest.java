package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links for people without an account, over HTTP. */
class SharingTest {
  private static Acme acme;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    acme = new Acme(folder);
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  /** A visitor's request. */
  private static Reply visit(String path, String... headers) throws Exception {
    return acme.server.send("GET", path, null, null, headers);
  }

  private static String enabled(String subject) throws Exception {
    return acme.patch(subject + "sharing/", "{\"enabled\":true}").get("access_token").asText();
  }

  @Test
  void s1_nothing_is_stored_before_the_first_change() throws Exception {
    String dashboard = acme.dashboard("{}");
    JsonNode first = acme.get(dashboard + "sharing");
    assertThat(first.get("enabled").asBoolean(true)).isFalse();
    assertThat(first.get("created_at").isNull()).isTrue();
    assertThat(first.get("settings").isNull()).isTrue();
    assertThat(first.get("access_token").asText()).matches("[\\w-]{30}");
    assertThat(acme.get(dashboard + "sharing").get("access_token"))
        .isNotEqualTo(first.get("access_token"));
    assertThat(visit("/shared/" + first.get("access_token").asText() + ".json").status())
        .isEqualTo(404);
  }

  @Test
  void s2_a_dashboard_says_whether_it_is_shared() throws Exception {
    String dashboard = acme.dashboard("{\"name\":\"is shared\"}");
    enabled(dashboard);
    assertThat(acme.get(dashboard).get("is_shared").asBoolean()).isTrue();
    JsonNode listed = acme.get("dashboards/?search=is%20shared").at("/results/0");
    assertThat(listed.get("is_shared").asBoolean()).isTrue();
    acme.patch(dashboard + "sharing/", "{\"enabled\":false}");
    assertThat(acme.get(dashboard).get("is_shared").asBoolean()).isFalse();
  }

  @Test
  void s4_s5_a_link_to_what_is_gone_or_withdrawn_opens_nothing() throws Exception {
    String dashboard = acme.dashboard("{}");
    String token = enabled(dashboard);
    assertThat(visit("/shared/" + token, "Accept", "text/html").status()).isEqualTo(200);
    acme.patch(dashboard, "{\"deleted\":true}");
    assertThat(visit("/shared/" + token, "Accept", "text/html").status()).isEqualTo(404);
    assertThat(visit("/shared/" + token + ".json").status()).isEqualTo(404);
    acme.patch(dashboard, "{\"deleted\":false}");
    assertThat(visit("/shared/" + token + ".json").status()).isEqualTo(200);
    acme.patch(dashboard + "sharing/", "{\"enabled\":false}");
    assertThat(visit("/shared/" + token + ".json").status()).isEqualTo(404);
    String again = enabled(dashboard);
    assertThat(again).isNotEqualTo(token);
    assertThat(visit("/shared/" + token + ".json").status()).isEqualTo(404);
    assertThat(visit("/embedded/" + again + ".json").json().get("type").asText())
        .isEqualTo("embed");
  }

  @Test
  void s7_a_visitor_sees_the_dashboard_with_everything_restricted() throws Exception {
    String dashboard = acme.dashboard("{\"name\":\"Open\",\"filters\":{\"date_from\":\"-3d\"}}");
    acme.insight("one", "$pageview", "[" + dashboard.replaceAll("\\D", "") + "]");
    String token = enabled(dashboard);
    JsonNode blob =
        visit("/shared/" + token + ".json?filters_override=%7B%22date_from%22:%22-90d%22%7D")
            .json();
    assertThat(blob.get("type").asText()).isEqualTo("scene");
    assertThat(blob.get("accessToken").asText()).isEqualTo(token);
    JsonNode shown = blob.get("dashboard");
    assertThat(shown.get("name").asText()).isEqualTo("Open");
    assertThat(shown.get("effective_restriction_level").asInt()).isEqualTo(37);
    assertThat(shown.get("effective_privilege_level").asInt()).isEqualTo(21);
    assertThat(shown.at("/filters/date_from").asText()).isEqualTo("-3d");
    assertThat(shown.at("/tiles/0/insight/effective_restriction_level").asInt()).isEqualTo(37);
    assertThat(shown.at("/tiles/0/insight/result/0/data")).hasSize(4);
    assertThat(shown.at("/tiles/0/insight/created_by/email").asText()).isEqualTo("ada@example.com");
    assertThat(blob.has("whitelabel")).isFalse();

    acme.patch(
        dashboard + "sharing/",
        "{\"settings\":{\"whitelabel\":true,\"legend\":false,\"theme\":\"dark\","
            + "\"hideExtraDetails\":true,\"unknown\":1,\"detailed\":null}}");
    JsonNode set = visit("/shared/" + token + ".json").json();
    assertThat(set.get("whitelabel").asBoolean()).isTrue();
    assertThat(set.has("legend")).isFalse();
    assertThat(set.get("theme").asText()).isEqualTo("dark");
    assertThat(set.at("/dashboard/tiles/0/insight").has("created_by")).isFalse();
    assertThat(acme.get(dashboard + "sharing").get("settings").toString())
        .isEqualTo(
            "{\"whitelabel\":true,\"legend\":false,\"hideExtraDetails\":true,\"theme\":\"dark\"}");
    for (String wrong : new String[] {"[]", "{\"legend\":\"x\"}", "{\"theme\":\"pink\"}"}) {
      assertThat(
              acme.refused(
                      400,
                      "PATCH",
                      dashboard + "sharing/",
                      Acme.ADA,
                      "{\"settings\":" + wrong + "}")
                  .get("detail")
                  .asText())
          .isEqualTo("Invalid settings format");
    }
  }

  @Test
  void an_insight_is_shared_by_itself() throws Exception {
    JsonNode insight = acme.insight("alone", "$pageview", "[]");
    String token = enabled("insights/" + insight.get("short_id").asText() + "/");
    JsonNode blob = visit("/shared/" + token + ".json").json();
    assertThat(blob.at("/insight/name").asText()).isEqualTo("alone");
    assertThat(blob.at("/insight/result/0/count").asInt(-1)).isZero();
    assertThat(blob.has("dashboard")).isFalse();
    assertThat(acme.get("insights/" + insight.get("id") + "/sharing").get("access_token").asText())
        .isEqualTo(token);
  }

  @Test
  void s8_a_password_is_asked_for() throws Exception {
    String dashboard = acme.dashboard("{\"name\":\"Locked\"}");
    String sharing = dashboard + "sharing/";
    assertThat(acme.send("POST", sharing + "passwords/", Acme.ADA, "{}").status()).isEqualTo(400);
    String token =
        acme.patch(sharing, "{\"enabled\":true,\"password_required\":true}")
            .get("access_token")
            .asText();
    Reply weak =
        acme.send("POST", sharing + "passwords/", Acme.ADA, "{\"raw_password\":\"short\"}");
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.json().has("error")).isTrue();
    JsonNode made =
        acme.post(sharing + "passwords/", "{\"raw_password\":\"öffne dich!\",\"note\":\"press\"}");
    assertThat(made.get("password").asText()).isEqualTo("öffne dich!");
    assertThat(made.get("created_by_email").asText()).isEqualTo("ada@example.com");
    JsonNode kept = acme.get(sharing).at("/share_passwords/0");
    assertThat(kept.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("id", "created_at", "note", "created_by_email", "is_active");

    JsonNode locked = visit("/shared/" + token + ".json").json();
    assertThat(locked.toString()).isEqualTo("{\"type\":\"unlock\"}");
    Reply wrong = unlock(token, "wrong");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo("{\"error\":\"Incorrect password\"}");
    Reply right = unlock(token, "öffne dich!");
    assertThat(right.status()).isEqualTo(200);
    assertThat(right.header("Set-Cookie"))
        .contains("posthog_sharing_token=", "HttpOnly", "SameSite=Lax", "Path=/shared/" + token);
    String ticket = right.json().get("shareToken").asText();
    assertThat(name(token, "Cookie", "posthog_sharing_token=" + ticket)).isEqualTo("Locked");
    assertThat(name(token, "Authorization", "Bearer " + ticket)).isEqualTo("Locked");
    assertThat(name(token, "Authorization", "Bearer " + ticket + "x")).isNull();

    String other = acme.dashboard("{}");
    String otherToken =
        acme.patch(other + "sharing/", "{\"enabled\":true,\"password_required\":true}")
            .get("access_token")
            .asText();
    assertThat(name(otherToken, "Authorization", "Bearer " + ticket)).isNull();

    String path = sharing + "passwords/" + made.get("id") + "/";
    assertThat(acme.send("DELETE", path, Acme.ADA, null).status()).isEqualTo(204);
    assertThat(acme.send("DELETE", path, Acme.ADA, null).status()).isEqualTo(404);
    assertThat(name(token, "Authorization", "Bearer " + ticket)).isNull();
  }

  private static Reply unlock(String token, String password) throws Exception {
    return acme.server.send(
        "POST", "/shared/" + token, null, "{\"password\":\"" + password + "\"}");
  }

  private static @Nullable String name(String token, String... headers) throws Exception {
    JsonNode name = visit("/shared/" + token + ".json", headers).json().at("/dashboard/name");
    return name.isMissingNode() ? null : name.asText();
  }

  @Test
  void a_rotated_link_works_a_little_longer() throws Exception {
    String dashboard = acme.dashboard("{\"name\":\"Rotated\"}");
    String old = enabled(dashboard);
    JsonNode rotated = acme.expect(200, "POST", dashboard + "sharing/refresh/", Acme.ADA, "{}");
    String token = rotated.get("access_token").asText();
    assertThat(token).isNotEqualTo(old);
    assertThat(rotated.get("enabled").asBoolean()).isTrue();
    assertThat(name(old)).isEqualTo("Rotated");
    assertThat(name(token)).isEqualTo("Rotated");
    acme.patch(dashboard + "sharing/", "{\"enabled\":false}");
    assertThat(visit("/shared/" + old + ".json").status()).isEqualTo(404);
  }

  @Test
  void s10_who_may_not_edit_may_not_share() throws Exception {
    String dashboard = acme.dashboard("{\"restriction_level\":37}");
    acme.refused(403, "PATCH", dashboard + "sharing/", Acme.EVE, "{\"enabled\":true}");
    acme.refused(403, "PATCH", dashboard + "sharing/", Acme.VIC, "{\"enabled\":true}");
    acme.refused(403, "GET", dashboard + "sharing/", "phx_read", "");
    assertThat(
            acme.refused(404, "GET", "dashboards/987654/sharing/", Acme.ADA, "")
                .get("detail")
                .asText())
        .isEqualTo("Dashboard not found.");
    acme.refused(404, "GET", "/api/projects/2/" + dashboard + "sharing/", Acme.ADA, "");
  }

  @Test
  void an_embedded_page_may_stand_in_a_frame_and_a_shared_one_not() throws Exception {
    String token = enabled(acme.dashboard("{}"));
    Reply embedded = visit("/embedded/" + token, "Accept", "text/html");
    assertThat(embedded.status()).isEqualTo(200);
    assertThat(embedded.header("Content-Security-Policy")).contains("frame-ancestors *");
    assertThat(embedded.header("X-Frame-Options")).isEmpty();
    assertThat(embedded.header("Referrer-Policy")).isEqualTo("no-referrer");
    Reply shared = visit("/shared/" + token, "Accept", "text/html");
    assertThat(shared.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(visit("/shared/nothing", "Accept", "text/html").status()).isEqualTo(404);
  }
}
