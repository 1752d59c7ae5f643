package dev.facet.api.facet.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {
  private static final String PATH = "/facet/v1/projects/1/dashboards";
  private static final String FORM =
      """
      {"name":"Visits","filters":{"date_from":"2026-03-01","date_to":"2026-03-03",
        "properties":[{"key":"plan","value":"free","operator":"is_not","type":"event"}]},
       "sections":[{"title":"Web","cards":[
        {"x":0,"y":0,"w":6,"h":4,"charts":[{"title":"By day","type":"line",
          "query":{"kind":"TrendsQuery","series":[{"kind":"EventsNode","event":"visit"}]}}]},
        {"x":6,"y":0,"w":6,"h":4,"charts":[{"title":"Events","type":"table",
          "query":{"kind":"HogQLQuery","query":"select nothing_like_this from events"}}]}]}]}""";
  private static final String EVENTS =
      """
      {"api_key":"phc_web","historical_migration":true,"batch":[
        {"event":"visit","distinct_id":"a","properties":{"channel_id":"7"},"timestamp":"2026-03-01T10:00:00Z"},
        {"event":"visit","distinct_id":"b","properties":{"channel_id":"8","plan":"free"},"timestamp":"2026-03-02T10:00:00Z"},
        {"event":"visit","distinct_id":"c","properties":{"channel_id":"8"},"timestamp":"2026-03-03T10:00:00Z"}]}""";

  @TempDir private Path folder;
  private final AtomicReference<Instant> clock = new AtomicReference<>(ServerUnderTest.NOW);
  private ServerUnderTest server;
  private long board;
  private String links;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder, Map.of(), clock::get);
    assertThat(server.post("/batch", null, EVENTS).status()).isEqualTo(200);
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
    board = server.post(PATH, "phx_all", FORM).json().path("id").asLong();
    links = PATH + "/" + board + "/links";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode make(String body) throws Exception {
    Reply made = server.post(links, "phx_all", body);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  private Reply change(JsonNode link, String body) throws Exception {
    return server.send("PATCH", links + "/" + link.path("id"), "phx_all", body);
  }

  private Reply visit(JsonNode link, String rest, String... headers) throws Exception {
    return server.get("/facet/v1/shares/" + link.path("token").asText() + rest, null, headers);
  }

  private JsonNode list() throws Exception {
    return server.get(links, "phx_all").json().path("results");
  }

  private static String code(Reply reply) {
    return reply.json().at("/error/code").asText();
  }

  @Test
  void each_link_has_a_name_a_look_and_an_end_of_its_own() throws Exception {
    JsonNode link =
        make(
            """
            {"label":"For the board","settings":{"theme":"dark","noHeader":true,"visitorDates":true},
             "expires_at":"2026-04-01T00:00:00+02:00"}""");
    assertThat(link.path("label").asText()).isEqualTo("For the board");
    assertThat(link.path("settings").toString())
        .isEqualTo("{\"theme\":\"dark\",\"noHeader\":true,\"visitorDates\":true}");
    assertThat(link.path("expires_at").asText()).isEqualTo("2026-03-31T22:00:00Z");
    assertThat(link.path("expired").asBoolean()).isFalse();
    assertThat(link.at("/created_by/name").asText()).isEqualTo("Ada");
    assertThat(link.path("used_at").isNull()).isTrue();
    JsonNode other = make("{}");
    assertThat(other.path("token")).isNotEqualTo(link.path("token"));
    assertThat(list()).hasSize(2);
    assertThat(visit(link, "").json().at("/settings/theme").asText()).isEqualTo("dark");
    assertThat(visit(other, "").json().path("settings")).isEmpty();
  }

  @Test
  void the_list_says_when_a_link_was_last_used() throws Exception {
    JsonNode link = make("{}");
    clock.set(ServerUnderTest.NOW.plus(Duration.ofHours(1)));
    assertThat(visit(link, "").status()).isEqualTo(200);
    assertThat(list().at("/0/used_at").asText()).isEqualTo("2026-03-04T13:00:00Z");
    make("{\"password\":\"open sesame\"}");
    assertThat(visit(list().get(1), "").json().path("locked").asBoolean()).isTrue();
    assertThat(list().at("/1/used_at").isNull()).as("knocking is no use").isTrue();
  }

  @Test
  void a_revoked_and_an_expired_link_tell_their_visitors_what_happened() throws Exception {
    JsonNode revoked = make("{}");
    JsonNode ending = make("{\"expires_at\":\"2026-03-05T00:00:00Z\"}");
    String path = links + "/" + revoked.path("id");
    assertThat(server.send("DELETE", path, "phx_all", null).status()).isEqualTo(204);
    assertThat(code(server.send("DELETE", path, "phx_all", null))).isEqualTo("link_not_found");
    assertThat(code(visit(revoked, ""))).isEqualTo("share_revoked");
    assertThat(visit(revoked, "/data").json().at("/error/message").asText())
        .isEqualTo(
            "This link was closed on 2026-03-04 12:00 UTC. Ask whoever sent it for another.");
    assertThat(visit(ending, "").status()).isEqualTo(200);
    clock.set(Instant.parse("2026-03-05T00:00:00Z"));
    assertThat(visit(ending, "/data").status()).isEqualTo(404);
    assertThat(visit(ending, "").json().at("/error/message").asText())
        .isEqualTo("This link worked until 2026-03-05 00:00 UTC. Ask whoever sent it for another.");
    assertThat(list()).hasSize(1);
    assertThat(list().at("/0/expired").asBoolean()).isTrue();
    assertThat(change(ending, "{\"expires_at\":null}").status()).isEqualTo(200);
    assertThat(visit(ending, "").status()).isEqualTo(200);
  }

  @Test
  void a_password_opens_its_own_link_alone_and_no_longer_than_it_is_the_password()
      throws Exception {
    JsonNode one = make("{\"password\":\"open sesame\"}");
    JsonNode other = make("{\"password\":\"abracadabra\"}");
    assertThat(one.path("locked").asBoolean()).isTrue();
    assertThat(one.toString()).doesNotContain("sesame");
    assertThat(code(visit(one, "/data"))).isEqualTo("password_required");
    assertThat(unlock(other, "open sesame").status()).isEqualTo(401);
    String ticket = unlock(one, "open sesame").json().path("shareToken").asText();
    assertThat(visit(one, "/data", "Authorization", "Bearer " + ticket).status()).isEqualTo(200);
    assertThat(visit(other, "/data", "Authorization", "Bearer " + ticket).status()).isEqualTo(401);
    assertThat(change(one, "{\"password\":\"another one\"}").status()).isEqualTo(200);
    assertThat(visit(one, "/data", "Authorization", "Bearer " + ticket).status()).isEqualTo(401);
    assertThat(unlock(one, "open sesame").status()).isEqualTo(401);
    assertThat(unlock(one, "another one").status()).isEqualTo(200);
    assertThat(change(one, "{\"password\":null}").json().path("locked").asBoolean()).isFalse();
    assertThat(visit(one, "/data").status()).isEqualTo(200);
  }

  private Reply unlock(JsonNode link, String password) throws Exception {
    return server.post(
        "/shared/" + link.path("token").asText(), null, "{\"password\":\"" + password + "\"}");
  }

  @Test
  void visitors_save_files_of_what_they_see_only_where_the_link_lets_them() throws Exception {
    JsonNode looking = make("{\"settings\":{\"visitorDates\":true}}");
    JsonNode saving = make("{\"settings\":{\"visitorDates\":true,\"visitorExport\":true}}");
    assertThat(code(visit(looking, "/export/csv"))).isEqualTo("not_offered");
    Reply whole = visit(saving, "/export/csv?date_from=2026-03-03&date_to=2026-03-03");
    assertThat(whole.status()).as(whole.body()).isEqualTo(200);
    assertThat(whole.header("Content-Disposition")).contains(".csv");
    assertThat(whole.body()).contains("By day").contains("2026-03-03").doesNotContain("2026-03-01");
    assertThat(whole.body())
        .contains("This chart could not be computed.")
        .doesNotContain("nothing_like_this");
    JsonNode charts = visit(saving, "").json().at("/dashboard/sections/0/cards");
    long chart = charts.at("/0/charts/0/id").asLong();
    Reply one = visit(saving, "/charts/" + chart + "/export/csv");
    assertThat(one.body()).contains("2026-03-01").doesNotContain("Events");
    assertThat(visit(saving, "/charts/999/export/csv").status()).isEqualTo(404);
    assertThat(visit(saving, "/export/exe").status()).isEqualTo(400);
    JsonNode locked = make("{\"password\":\"open sesame\",\"settings\":{\"visitorExport\":true}}");
    assertThat(code(visit(locked, "/export/csv"))).isEqualTo("password_required");
  }

  @Test
  void clients_of_one_link_each_see_the_first_one() throws Exception {
    String sharing = "/api/projects/1/dashboards/" + board + "/sharing/";
    JsonNode first = make("{\"settings\":{\"theme\":\"light\"}}");
    JsonNode second = make("{\"label\":\"Other\"}");
    JsonNode seen = server.get(sharing, "phx_all").json();
    assertThat(seen.path("enabled").asBoolean()).isTrue();
    assertThat(seen.path("access_token")).isEqualTo(first.path("token"));
    assertThat(
            server
                .get("/api/projects/1/dashboards/" + board + "/", "phx_all")
                .json()
                .path("is_shared")
                .asBoolean())
        .isTrue();
    assertThat(server.send("PATCH", sharing, "phx_all", "{\"enabled\":false}").status())
        .isEqualTo(200);
    assertThat(code(visit(first, ""))).isEqualTo("share_revoked");
    assertThat(visit(second, "").status()).isEqualTo(200);
    assertThat(list().findValuesAsText("label")).isEqualTo(List.of("Other"));
    JsonNode third = make("{}");
    assertThat(server.get(sharing, "phx_all").json().path("access_token"))
        .isEqualTo(third.path("token"));
  }

  @Test
  void old_passwords_do_not_open_the_link_that_takes_a_revoked_ones_place() throws Exception {
    JsonNode first = make("{\"password\":\"open sesame\"}");
    server.send("DELETE", links + "/" + first.path("id"), "phx_all", null);
    JsonNode second = make("{\"password\":\"abracadabra\"}");
    assertThat(unlock(second, "open sesame").status()).isEqualTo(401);
    assertThat(unlock(second, "abracadabra").status()).isEqualTo(200);
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_place() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"{\"expires_at\":\"2026-03-04T11:00:00Z\"}", "expires_at"},
          {"{\"expires_at\":\"soon\"}", "expires_at"},
          {"{\"expires_at\":7}", "expires_at"},
          {"{\"password\":\"short\"}", "password"},
          {"{\"settings\":{\"visitorDates\":\"yes\"}}", "settings.visitorDates"},
          {"{\"settings\":{\"theme\":\"pink\"}}", "settings.theme"},
          {"{\"settings\":{\"showInspector\":true}}", "settings.showInspector"},
          {"{\"label\":\"" + "x".repeat(201) + "\"}", "label"},
          {"{\"token\":\"mine\"}", "token"}
        }) {
      Reply reply = server.post(links, "phx_all", wrong[0]);
      assertThat(reply.status()).as(reply.body()).isEqualTo(400);
      assertThat(reply.json().at("/error/path").asText()).as(reply.body()).isEqualTo(wrong[1]);
    }
    assertThat(list()).isEmpty();
  }

  @Test
  void only_those_who_may_change_the_dashboard_see_and_make_links() throws Exception {
    make("{}");
    assertThat(server.get(links, "phx_vic").status()).isEqualTo(403);
    assertThat(server.post(links, "phx_vic", "{}").status()).isEqualTo(403);
    assertThat(server.get(links, "phx_read").status()).isEqualTo(403);
    assertThat(server.get(links, null).status()).isEqualTo(401);
    assertThat(server.get(PATH + "/999/links", "phx_all").status()).isEqualTo(404);
    String foreign = "/facet/v1/projects/2/dashboards/" + board + "/links";
    assertThat(server.get(foreign, "phx_all").status()).isEqualTo(404);
  }

  @Test
  void a_link_is_changed_in_parts() throws Exception {
    JsonNode link = make("{\"label\":\"One\",\"settings\":{\"theme\":\"dark\"}}");
    JsonNode changed =
        Json.read(change(link, "{\"label\":\"Two\"}").body().getBytes(StandardCharsets.UTF_8));
    assertThat(changed.path("label").asText()).isEqualTo("Two");
    assertThat(changed.path("settings")).isEqualTo(link.path("settings"));
    assertThat(changed.path("token")).isEqualTo(link.path("token"));
  }
}
