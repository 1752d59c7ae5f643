package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes at days, and themes of colours, over HTTP. */
class AnnotationsTest {
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

  private List<String> contents(String query) throws Exception {
    return Acme.texts(acme.get("annotations/" + query).get("results"), "content");
  }

  @Test
  void a_note_is_made_shown_changed_and_taken_away() throws Exception {
    String path = acme.dashboard("{\"name\":\"Sales\"}");
    long dashboard = Long.parseLong(path.replaceAll("\\D", ""));
    JsonNode insight = acme.insight("Orders", "bought", "[]");
    JsonNode made =
        acme.post(
            "annotations/",
            """
            {"content": "Release 2", "date_marker": "2026-03-01T10:00:00+02:00",
             "scope": "dashboard", "dashboard_id": %d, "dashboard_item": %s}"""
                .formatted(dashboard, insight.get("id")));
    assertThat(made.properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "id,content,date_marker,creation_type,dashboard_item,dashboard_id,dashboard_name,insight_short_id,insight_name,insight_derived_name,created_by,created_at,updated_at,deleted,scope"
                .split(","));
    assertThat(made.get("date_marker").asText()).isEqualTo("2026-03-01T08:00:00Z");
    assertThat(made.get("creation_type").asText()).isEqualTo("USR");
    assertThat(made.get("dashboard_name").asText()).isEqualTo("Sales");
    assertThat(made.get("insight_short_id")).isEqualTo(insight.get("short_id"));
    assertThat(made.get("insight_name").asText()).isEqualTo("Orders");
    assertThat(made.at("/created_by/email").asText()).isEqualTo("ada@example.com");
    String one = "annotations/" + made.get("id") + "/";
    assertThat(acme.get(one)).isEqualTo(made);

    JsonNode changed = acme.patch(one, "{\"content\":\"Release 2.1\",\"creation_type\":\"GIT\"}");
    assertThat(changed.get("content").asText()).isEqualTo("Release 2.1");
    assertThat(changed.get("creation_type").asText()).isEqualTo("GIT");
    assertThat(changed.get("date_marker")).isEqualTo(made.get("date_marker"));

    assertThat(acme.send("DELETE", one, Acme.ADA, null).status()).isEqualTo(405);
    assertThat(acme.patch(one, "{\"deleted\":true}").get("deleted").asBoolean()).isTrue();
    acme.refused(404, "GET", one, Acme.ADA, "");
    acme.refused(404, "PATCH", one, Acme.ADA, "{\"content\":\"x\"}");
    assertThat(acme.get("annotations/").get("count").asInt()).isZero();
    acme.patch(one, "{\"deleted\":false}");
    assertThat(acme.get("annotations/").get("count").asInt()).isEqualTo(1);
  }

  @Test
  void notes_are_listed_newest_day_first_and_narrowed() throws Exception {
    acme.post(
        "annotations",
        "{\"content\":\"first\",\"date_marker\":\"2026-01-01\",\"scope\":\"project\"}");
    acme.post(
        "annotations",
        "{\"content\":\"third\",\"date_marker\":\"2026-03-01\",\"scope\":\"project\"}");
    acme.post("annotations", "{\"content\":\"Second\",\"date_marker\":\"2026-02-01 08:30\"}");
    assertThat(contents("")).containsExactly("third", "Second", "first");
    assertThat(contents("?search=SEC")).containsExactly("Second");
    assertThat(contents("?scope=project")).containsExactly("third", "first");
    assertThat(contents("?date_from=2026-01-15&date_to=2026-02-15")).containsExactly("Second");
    assertThat(contents("?limit=1&offset=1")).containsExactly("Second");
  }

  @Test
  void an_organisations_notes_are_seen_in_its_projects_and_others_are_not() throws Exception {
    JsonNode wide = acme.post("annotations/", "{\"content\":\"wide\",\"scope\":\"organization\"}");
    acme.post("annotations/", "{\"content\":\"own\",\"scope\":\"project\"}");
    JsonNode shop = acme.get("/api/projects/2/annotations/");
    assertThat(Acme.texts(shop.get("results"), "content")).containsExactly("wide");
    String there = "/api/projects/2/annotations/" + wide.get("id") + "/";
    acme.get(there);
    acme.refused(404, "PATCH", there, Acme.ADA, "{\"content\":\"x\"}");
    JsonNode dark = acme.expect(200, "GET", "/api/projects/3/annotations/", "phx_una", null);
    assertThat(dark.get("count").asInt()).isZero();
    acme.refused(404, "GET", "/api/projects/3/annotations/" + wide.get("id") + "/", "phx_una", "");
  }

  @Test
  void what_makes_no_sense_is_refused_by_its_field() throws Exception {
    String[][] refused = {
      {"{\"scope\":\"world\"}", "invalid_choice", "scope"},
      {"{\"creation_type\":\"BOT\"}", "invalid_choice", "creation_type"},
      {"{\"date_marker\":\"yesterday\"}", "invalid_input", "date_marker"},
      {"{\"dashboard_id\":999}", "does_not_exist", "dashboard_id"},
      {"{\"dashboard_item\":999}", "does_not_exist", "dashboard_item"},
      {"{\"content\":\"" + "x".repeat(8193) + "\"}", "max_length", "content"},
    };
    for (String[] each : refused) {
      JsonNode error = acme.refused(400, "POST", "annotations/", Acme.ADA, each[0]);
      assertThat(error.get("code").asText()).isEqualTo(each[1]);
      assertThat(error.get("attr").asText()).isEqualTo(each[2]);
    }
    JsonNode scope = acme.refused(403, "GET", "annotations/", "phx_read", "");
    assertThat(scope.get("detail").asText())
        .isEqualTo("API key missing required scope 'annotation:read'");
    acme.expect(200, "GET", "annotations/", Acme.VIC, null);
    acme.refused(403, "POST", "annotations/", Acme.VIC, "{\"content\":\"x\"}");
  }

  @Test
  void there_is_one_theme_of_colours() throws Exception {
    JsonNode themes = acme.get("data_color_themes/");
    assertThat(themes).hasSize(1);
    assertThat(themes.at("/0/is_global").asBoolean()).isTrue();
    assertThat(themes.at("/0/colors/0").asText()).matches("#[0-9a-f]{6}");
    assertThat(acme.get("data_color_themes/1/")).isEqualTo(themes.get(0));
    acme.refused(404, "GET", "data_color_themes/2/", Acme.ADA, "");
  }
}
