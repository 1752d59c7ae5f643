package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dashboard is sent as it was sent before only while it would be made the same: whatever changes
 * shows at once. What is made anew, for an override that changes nothing, is the measure.
 */
class ReadyBoardsTest {
  private static final String VISIT =
      "{\"event\":\"visit\",\"distinct_id\":\"%s\",\"timestamp\":\"2026-03-01T10:00:00Z\"}";

  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(ServerUnderTest.NOW);
  private Acme acme;
  private String path;
  private long insight;
  private int asked;

  @BeforeEach
  void start() throws Exception {
    acme = new Acme(folder, now::get);
    acme.capture(VISIT.formatted("a"));
    path = acme.dashboard("{\"name\": \"Board\"}");
    insight =
        acme.insight("Visits", "visit", "[" + path.replaceAll("\\D", "") + "]").get("id").asLong();
    acme.get(path + "?refresh=blocking");
    shown();
  }

  @AfterEach
  void stop() {
    acme.close();
  }

  private static String encoded(String json) {
    return URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  /** The dashboard as Ada sees it, asked for often enough to come from what was sent before. */
  private JsonNode shown() throws Exception {
    return shown(Acme.ADA, "");
  }

  private JsonNode shown(String key, String query) throws Exception {
    JsonNode first = acme.expect(200, "GET", path + query, key, null);
    assertThat(acme.expect(200, "GET", path + query, key, null)).isEqualTo(first);
    asked++;
    String other = "filters_override=" + encoded("{" + " ".repeat(asked) + "}");
    String anew = path + (query.isEmpty() ? "?" : query + "&") + other;
    assertThat(acme.expect(200, "GET", anew, key, null)).isEqualTo(first);
    return first;
  }

  @Test
  void changes_of_the_dashboard_show() throws Exception {
    acme.patch(path, "{\"name\": \"Renamed\", \"tags\": [\"a\"]}");
    assertThat(shown().get("name").asText()).isEqualTo("Renamed");
    long tile = shown().at("/tiles/0/id").asLong();
    acme.patch(path, "{\"tiles\": [{\"id\": %d, \"color\": \"blue\"}]}".formatted(tile));
    assertThat(shown().at("/tiles/0/color").asText()).isEqualTo("blue");
    acme.expect(201, "POST", path + "create_text_tile/", Acme.ADA, "{\"body\": \"Said\"}");
    assertThat(shown().at("/tiles")).hasSize(2);
    acme.patch(path, "{\"filters\": {\"date_from\": \"-3d\"}}");
    assertThat(shown().at("/filters/date_from").asText()).isEqualTo("-3d");
    assertThat(shown().at("/tiles/0/insight/query/source/dateRange/date_from").asText())
        .isEqualTo("-3d");
  }

  @Test
  void changes_by_another_api_show() throws Exception {
    String ours = "/facet/v1/projects/1/dashboards/" + path.replaceAll("\\D", "");
    acme.expect(200, "PATCH", ours, Acme.EVE, "{\"name\": \"Ours\"}");
    assertThat(shown().get("name").asText()).isEqualTo("Ours");
  }

  @Test
  void a_dashboard_in_the_trash_is_gone_and_comes_back() throws Exception {
    acme.patch(path, "{\"deleted\": true}");
    acme.refused(404, "GET", path, Acme.ADA, "");
    acme.patch(path, "{\"deleted\": false}");
    assertThat(shown().at("/tiles")).hasSize(1);
  }

  @Test
  void changes_of_an_insight_show() throws Exception {
    acme.patch("insights/" + insight + "/", "{\"name\": \"Calls\"}");
    assertThat(shown().at("/tiles/0/insight/name").asText()).isEqualTo("Calls");
    acme.patch(
        "insights/" + insight + "/",
        "{\"query\": {\"kind\": \"TrendsQuery\", \"series\": [{\"kind\": \"EventsNode\", \"event\": \"other\"}]}}");
    assertThat(shown().at("/tiles/0/insight/result").isNull()).isTrue();
    acme.patch("insights/" + insight + "/", "{\"deleted\": true}");
    assertThat(shown().at("/tiles")).isEmpty();
  }

  @Test
  void sharing_shows() throws Exception {
    assertThat(shown().get("is_shared").asBoolean()).isFalse();
    acme.expect(200, "PATCH", path + "sharing/", Acme.ADA, "{\"enabled\": true}");
    assertThat(shown().get("is_shared").asBoolean()).isTrue();
  }

  @Test
  void new_data_shows_to_those_who_ask_for_fresh_answers() throws Exception {
    String fresh = "?refresh=blocking";
    assertThat(shown(Acme.ADA, fresh).at("/tiles/0/insight/result/0/count").asInt()).isEqualTo(1);
    acme.capture(VISIT.formatted("b"));
    assertThat(shown().at("/tiles/0/insight/result/0/count").asInt()).isEqualTo(1);
    now.set(now.get().plusSeconds(1));
    JsonNode computed = acme.get(path + fresh);
    assertThat(computed.at("/tiles/0/insight/result/0/count").asInt()).isEqualTo(2);
    assertThat(computed.at("/tiles/0/is_cached").asBoolean()).isFalse();
    assertThat(shown(Acme.ADA, fresh).at("/tiles/0/is_cached").asBoolean()).isTrue();
    JsonNode known = shown();
    assertThat(known.at("/tiles/0/insight/result/0/count").asInt()).isEqualTo(2);
    assertThat(known.at("/tiles/0/last_refresh").asText()).isEqualTo("2026-03-04T12:00:01Z");
    assertThat(known.at("/tiles/0/is_cached").asBoolean()).isTrue();
  }

  @Test
  void a_dataset_of_others_shows_as_soon_as_somebody_asked_for_it() throws Exception {
    acme.patch(
        "insights/" + insight + "/",
        "{\"query\": {\"kind\": \"DatasetTree\", \"dataset\":"
            + " {\"type\": \"OTQL\", \"query_text\": \"SELECT {name @map} FROM UserEvent\"}}}");
    assertThat(shown().at("/tiles/0/insight/result").isNull()).isTrue();
    acme.get(path + "?refresh=blocking");
    assertThat(shown().at("/tiles/0/insight/result/0/0").asText()).isEqualTo("visit");
  }

  @Test
  void a_forced_answer_shows_to_those_who_take_what_is_known() throws Exception {
    now.set(now.get().plusSeconds(5));
    JsonNode forced = acme.get(path + "?refresh=force_blocking");
    assertThat(forced.at("/tiles/0/is_cached").asBoolean()).isFalse();
    assertThat(shown().at("/tiles/0/last_refresh").asText()).isEqualTo("2026-03-04T12:00:05Z");
    now.set(now.get().plusSeconds(5));
    JsonNode again = acme.get(path + "?refresh=force_blocking");
    assertThat(again.at("/tiles/0/last_refresh").asText()).isEqualTo("2026-03-04T12:00:10Z");
  }

  @Test
  void the_turn_of_the_day_shows_to_those_who_ask_for_fresh_answers() throws Exception {
    String fresh = "?refresh=blocking";
    shown(Acme.ADA, fresh);
    now.set(now.get().plus(Duration.ofDays(1)));
    assertThat(acme.get(path).at("/tiles/0/last_refresh").asText()).startsWith("2026-03-04");
    assertThat(acme.get(path + fresh).at("/tiles/0/last_refresh").asText())
        .startsWith("2026-03-05");
  }

  @Test
  void overrides_lie_over_one_look_alone() throws Exception {
    JsonNode own = shown();
    String days = "?filters_override=" + encoded("{\"date_from\": \"-2d\"}");
    assertThat(acme.get(path + days).at("/filters/date_from").asText()).isEqualTo("-2d");
    assertThat(acme.get(path + days).at("/tiles/0/insight/result").isNull()).isTrue();
    assertThat(acme.get(path + days + "&refresh=blocking").at("/tiles/0/insight/result"))
        .isNotEmpty();
    assertThat(acme.get(path + days).at("/tiles/0/insight/result")).isNotEmpty();
    assertThat(shown()).isEqualTo(own);
    String id =
        acme.post(
                "insight_variables/",
                "{\"name\": \"Plan\", \"type\": \"String\", \"default_value\": \"free\"}")
            .get("id")
            .asText();
    String plan =
        "?variables_override="
            + encoded("{\"%s\": {\"variableId\": \"%s\", \"value\": \"pro\"}}".formatted(id, id));
    assertThat(acme.get(path + plan).at("/variables").toString()).contains("pro");
    assertThat(shown().at("/variables")).isEmpty();
    acme.refused(400, "GET", path + "?filters_override=x", Acme.ADA, "");
    acme.refused(400, "GET", path + "?refresh=never", Acme.ADA, "");
  }

  @Test
  void everybody_sees_their_own() throws Exception {
    assertThat(shown().get("user_access_level").asText()).isEqualTo("manager");
    assertThat(shown("phx_vic", "").get("user_access_level").asText()).isEqualTo("viewer");
    acme.refused(403, "GET", path, "phx_flags", "");
    acme.refused(404, "GET", "/api/projects/2/" + path, Acme.ADA, "");
    assertThat(acme.send("GET", path, "phx_una", null).status()).isNotEqualTo(200);
    String ours = "/facet/v1/projects/1/dashboards/" + path.replaceAll("\\D", "");
    acme.expect(200, "PATCH", ours, Acme.ADA, "{\"visibility\": \"private\"}");
    shown();
    acme.refused(404, "GET", path, "phx_vic", "");
  }

  @Test
  void rights_given_and_taken_show() throws Exception {
    acme.patch(path, "{\"restriction_level\": 37}");
    assertThat(shown(Acme.EVE, "").get("effective_privilege_level").asInt()).isEqualTo(21);
    String eve = acme.expect(200, "GET", "/api/users/@me/", Acme.EVE, null).get("uuid").asText();
    acme.expect(
        201,
        "POST",
        path + "collaborators/",
        Acme.ADA,
        "{\"user_uuid\": \"%s\", \"level\": 37}".formatted(eve));
    assertThat(shown(Acme.EVE, "").get("effective_privilege_level").asInt()).isEqualTo(37);
    String user = "/facet/v1/users/2";
    acme.expect(200, "PATCH", user, Acme.ADA, "{\"role\": \"viewer\"}");
    assertThat(shown(Acme.EVE, "").get("user_access_level").asText()).isEqualTo("viewer");
  }

  @Test
  void looks_show_when_they_are_written_down() throws Exception {
    assertThat(shown().get("last_viewed_at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(shown().at("/tiles/0/insight/last_viewed_at").isNull()).isTrue();
    acme.expect(200, "GET", "insights/" + insight + "/", Acme.EVE, null);
    assertThat(shown().at("/tiles/0/insight/last_viewed_at").asText())
        .isEqualTo("2026-03-04T12:00:00Z");
    now.set(now.get().plusSeconds(61));
    JsonNode later = shown();
    assertThat(later.get("last_viewed_at").asText()).isEqualTo("2026-03-04T12:01:01Z");
    assertThat(later.get("last_accessed_at").asText()).isEqualTo("2026-03-04T12:01:01Z");
  }

  @Test
  void what_words_mean_shows() throws Exception {
    acme.expect(200, "PATCH", "/api/projects/1/", Acme.ADA, "{\"timezone\": \"Asia/Tokyo\"}");
    assertThat(shown().at("/tiles/0/insight/result").isNull()).isTrue();
    JsonNode fresh = acme.get(path + "?refresh=blocking");
    assertThat(fresh.at("/tiles/0/insight/timezone").asText()).isEqualTo("Asia/Tokyo");
    assertThat(shown().at("/tiles/0/insight/timezone").asText()).isEqualTo("Asia/Tokyo");
  }
}
