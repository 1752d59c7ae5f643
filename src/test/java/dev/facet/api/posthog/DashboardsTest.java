package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboards of the public cases D-1 to D-46, over HTTP. */
class DashboardsTest {
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
  void d1_d2_list_goes_pinned_first_then_by_name_and_those_without_a_name_last() throws Exception {
    for (String body :
        new String[] {
          "{}", "{\"name\":\"b\"}", "{\"name\":\"a\"}", "{\"name\":\"z\",\"pinned\":\"true\"}"
        }) {
      acme.post("dashboards/", body);
    }
    JsonNode list = acme.get("dashboards");
    assertThat(list.get("count").asInt()).isEqualTo(4);
    assertThat(Acme.texts(list.get("results"), "name")).containsExactly("z", "a", "b", "null");
    assertThat(list.at("/results/0").properties().stream().map(Map.Entry::getKey))
        .containsExactly(
            "id,name,description,pinned,created_at,created_by,last_accessed_at,last_viewed_at,is_shared,deleted,creation_mode,tags,restriction_level,effective_restriction_level,effective_privilege_level,user_access_level,access_control_version,last_refresh,team_id,search_match_type"
                .split(","));
  }

  @Test
  void d4_d5_d7_what_nobody_said_has_its_default() throws Exception {
    JsonNode made = acme.post("dashboards/", "{}");
    assertThat(made.get("name").isNull()).isTrue();
    assertThat(made.get("description").asText()).isEmpty();
    assertThat(made.get("creation_mode").asText()).isEqualTo("default");
    assertThat(made.get("tags")).isEmpty();
    assertThat(made.get("filters")).isEmpty();
    assertThat(made.get("persisted_filters").isNull()).isTrue();
    assertThat(made.get("restriction_level").asInt()).isEqualTo(21);
    assertThat(made.get("effective_privilege_level").asInt()).isEqualTo(37);
    assertThat(made.get("user_access_level").asText()).isEqualTo("manager");
    assertThat(made.get("delete_insights").asBoolean()).isFalse();
    assertThat(made.get("created_at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(made.at("/created_by/first_name").asText()).isEqualTo("Ada");
    assertThat(made.at("/created_by/last_name").asText()).isEqualTo("Lovelace");

    JsonNode read = acme.get("dashboards/" + made.get("id"));
    assertThat(read.at("/created_by/distinct_id")).isEqualTo(made.at("/created_by/distinct_id"));
    assertThat(read.get("last_accessed_at").asText()).isEqualTo("2026-03-04T12:00:00Z");
    assertThat(read.get("tiles")).isEmpty();
    assertThat(read.properties().stream().map(Map.Entry::getKey))
        .containsSubsequence(
            "id,name,description,pinned,created_at,created_by,last_accessed_at,last_viewed_at,is_shared,deleted,creation_mode,filters,variables,breakdown_colors,data_color_theme_id,tags,restriction_level,effective_restriction_level,effective_privilege_level,user_access_level,access_control_version,last_refresh,persisted_filters,persisted_variables,team_id,quick_filter_ids,tiles"
                .split(","));
  }

  @Test
  void d8_fields_are_coerced_or_refused_by_name() throws Exception {
    JsonNode made = acme.post("dashboards/", "{\"description\":3,\"pinned\":\"1\"}");
    assertThat(made.get("description").asText()).isEqualTo("3");
    assertThat(made.get("pinned").asBoolean()).isTrue();
    String[][] refused = {
      {"{\"name\":[]}", "invalid_input", "Not a valid string.", "name"},
      {
        "{\"name\":\"" + "x".repeat(401) + "\"}",
        "max_length",
        "Ensure this field has no more than 400 characters.",
        "name"
      },
      {"{\"pinned\":\"maybe\"}", "invalid_input", "Must be a valid boolean.", "pinned"},
      {"{\"description\":null}", "null", "This field may not be null.", "description"},
      {
        "{\"use_dashboard\":\"\"}", "invalid_input", "A valid integer is required.", "use_dashboard"
      },
      {
        "{\"restriction_level\":22}",
        "invalid_choice",
        "\"22\" is not a valid choice.",
        "restriction_level"
      },
      {"{\"tags\":{}}", "not_a_list", "Expected a list of items but got type \"dict\".", "tags"},
    };
    for (String[] each : refused) {
      JsonNode error = acme.refused(400, "POST", "dashboards/", Acme.ADA, each[0]);
      assertThat(error.get("type").asText()).isEqualTo("validation_error");
      assertThat(error.get("code").asText()).isEqualTo(each[1]);
      assertThat(error.get("detail").asText()).isEqualTo(each[2]);
      assertThat(error.get("attr").asText()).isEqualTo(each[3]);
    }
    assertThat(acme.get("dashboards/").get("count").asInt()).isEqualTo(1);
  }

  @Test
  void d10_a_form_changes_the_name_and_so_does_the_command_line_of_the_page() throws Exception {
    String path = acme.dashboard("{\"name\":\"before\"}");
    Reply form =
        acme.server.send(
            "PATCH",
            Acme.whole(path),
            Acme.ADA,
            "name=replaced&tags=One&tags=two",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.status()).as(form.body()).isEqualTo(200);
    assertThat(form.json().get("name").asText()).isEqualTo("replaced");
    assertThat(form.json().get("tags").toString()).isEqualTo("[\"one\",\"two\"]");
    assertThat(acme.post("dashboards/", "name=string").get("name").asText()).isEqualTo("string");
    assertThat(acme.post("dashboards/", "name=\"string\"").get("name").asText())
        .isEqualTo("string");
  }

  @Test
  void d11_filters_must_be_an_object_and_empty_ones_change_nothing() throws Exception {
    String path = acme.dashboard("{}");
    JsonNode error =
        acme.refused(400, "PATCH", path, Acme.ADA, "{\"filters\":[{\"date_from\":\"-1d\"}]}");
    assertThat(error.get("detail").asText()).isEqualTo("Filters must be a dictionary");
    assertThat(acme.get(path).get("filters")).isEmpty();

    acme.patch(path, "{\"filters\":{\"date_from\":\"-14d\",\"custom\":1}}");
    JsonNode after = acme.patch(path, "{\"filters\":{}}");
    assertThat(after.get("filters").toString()).isEqualTo("{\"date_from\":\"-14d\",\"custom\":1}");
    assertThat(after.get("persisted_filters")).isEqualTo(after.get("filters"));

    JsonNode group =
        acme.patch(
            path,
            """
            {"filters":{"properties":{"type":"AND","values":[{"type":"AND","values":
              [{"key":"a","value":"1"}]}]}}}""");
    assertThat(group.at("/filters/properties").toString())
        .isEqualTo("[{\"key\":\"a\",\"value\":\"1\"}]");
    acme.refused(
        400,
        "PATCH",
        path,
        Acme.ADA,
        "{\"filters\":{\"properties\":{\"type\":\"OR\",\"values\":[]}}}");
  }

  @Test
  void d13_d14_unknown_ones_are_not_found_and_none_is_deleted_outright() throws Exception {
    String path = acme.dashboard("{\"name\":\"kept\"}");
    JsonNode missing = acme.refused(404, "GET", "dashboards/99999/", Acme.ADA, "");
    assertThat(missing.get("code").asText()).isEqualTo("not_found");
    acme.refused(404, "GET", "/api/projects/2/" + path, Acme.ADA, "");
    acme.refused(404, "PATCH", "/api/projects/2/" + path, Acme.ADA, "{\"name\":\"x\"}");
    acme.refused(404, "GET", "dashboards/words/", Acme.ADA, "");

    for (String target : new String[] {path, "dashboards/99999/"}) {
      Reply reply = acme.send("DELETE", target, Acme.ADA, null);
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.body()).isEmpty();
    }
    assertThat(acme.get(path).get("name").asText()).isEqualTo("kept");
  }

  @Test
  void d15_d16_what_was_deleted_comes_back() throws Exception {
    String path = acme.dashboard("{\"name\":\"gone\"}");
    JsonNode deleted = acme.patch(path, "{\"deleted\":true}");
    assertThat(deleted.get("deleted").asBoolean()).isTrue();
    acme.refused(404, "GET", path, Acme.ADA, "");
    acme.refused(404, "PATCH", path, Acme.ADA, "{\"name\":\"x\"}");
    assertThat(acme.get("dashboards/").get("count").asInt()).isZero();
    assertThat(acme.patch(path, "{\"deleted\":\"false\"}").get("deleted").asBoolean()).isFalse();
    assertThat(acme.get("dashboards/").get("count").asInt()).isEqualTo(1);
    assertThat(acme.get(path).get("name").asText()).isEqualTo("gone");
  }

  @Test
  void a_dashboard_made_deleted_is_not_there() throws Exception {
    JsonNode made = acme.post("dashboards/", "{\"deleted\":true}");
    acme.refused(404, "GET", "dashboards/" + made.get("id"), Acme.ADA, "");
  }

  @Test
  void d17_pages_are_linked_absolutely_and_never_repeat_a_key() throws Exception {
    for (int i = 0; i < 5; i++) {
      acme.post("dashboards/", "{\"name\":\"d" + i + "\",\"tags\":[\"T\"]}");
    }
    assertThat(acme.get("dashboards/?limit=300").get("results")).hasSize(5);
    assertThat(acme.get("dashboards/?limit=nonsense&offset=-3").get("results")).hasSize(5);

    JsonNode page =
        acme.server
            .get(
                "/api/environments/1/dashboards?limit=2&offset=2&tags=t&personal_api_key="
                    + Acme.ADA,
                null)
            .json();
    String base = acme.server.url() + "/api/environments/1/dashboards?limit=2";
    assertThat(page.get("next").asText()).startsWith(base).contains("offset=4", "tags=t");
    assertThat(page.get("previous").asText()).startsWith(base).doesNotContain("offset");
    assertThat(page.toString()).doesNotContain(Acme.ADA);
    assertThat(Acme.texts(page.get("results"), "name")).containsExactly("d2", "d3");
  }

  @Test
  void d19_lists_are_narrowed_by_mode_tag_words_and_origin() throws Exception {
    acme.post("dashboards/", "{\"name\":\"Revenue\",\"tags\":[\"Money \",\"money\"]}");
    acme.post("dashboards/", "{\"name\":\"Generated Dashboard: x\"}");
    acme.post("dashboards/", "{\"name\":\"Other\",\"description\":\"about revenue\"}");
    assertThat(names("?tags=money&tags=none")).containsExactly("Revenue");
    assertThat(names("?tags=Money")).containsExactly("Revenue");
    assertThat(names("?tags=&search=")).hasSize(3);
    assertThat(names("?exclude_generated=true")).containsExactly("Other", "Revenue");
    assertThat(names("?search=REVENUE")).containsExactly("Other", "Revenue");
    assertThat(names("?creation_mode=unlisted")).isEmpty();
    assertThat(names("?creation_mode=default")).hasSize(3);
    JsonNode error =
        acme.refused(400, "GET", "dashboards/?search=" + "x".repeat(201), Acme.ADA, "");
    assertThat(error.get("attr").asText()).isEqualTo("search");
  }

  private java.util.List<String> names(String query) throws Exception {
    return Acme.texts(acme.get("dashboards/" + query).get("results"), "name");
  }

  @Test
  void d31_d32_d34_d37_origins_that_make_no_sense_are_refused() throws Exception {
    String path = acme.dashboard("{}");
    String id = path.replaceAll("\\D", "");
    acme.refused(
        400,
        "POST",
        "dashboards/",
        Acme.ADA,
        "{\"use_template\":\"DEFAULT_APP\",\"use_dashboard\":\"\"}");
    acme.post("dashboards/", "{\"use_template\":\"\"}");
    acme.post("dashboards/", "{\"use_template\":\"\",\"use_dashboard\":" + id + "}");
    JsonNode both =
        acme.refused(
            400,
            "POST",
            "dashboards/",
            Acme.ADA,
            "{\"use_template\":\"x\",\"use_dashboard\":" + id + "}");
    assertThat(both.get("attr").isNull()).isTrue();
    JsonNode unknown =
        acme.refused(400, "POST", "dashboards/", Acme.ADA, "{\"use_template\":\"nope\"}");
    assertThat(unknown.get("detail").asText()).isEqualTo("Invalid template provided: nope");
    assertThat(unknown.get("attr").asText()).isEqualTo("use_template");
    JsonNode foreign =
        acme.refused(
            400, "POST", "/api/projects/2/dashboards/", Acme.ADA, "{\"use_dashboard\":" + id + "}");
    assertThat(foreign.get("detail").asText()).isEqualTo("Invalid value provided");
    assertThat(foreign.get("attr").asText()).isEqualTo("use_dashboard");
  }

  @Test
  void d35_d38_d41_d43_a_copy_has_new_tiles_of_the_same_insights_and_texts() throws Exception {
    String path = acme.dashboard("{\"name\":\"source\",\"filters\":{\"date_from\":\"-3d\"}}");
    String id = path.replaceAll("\\D", "");
    acme.insight("one", "a", "[" + id + "]");
    acme.insight("removed", "b", "[" + id + "]");
    JsonNode source = acme.patch(path, "{\"tiles\":[{\"text\":{\"body\":\"hello\"}}]}");
    long removed = source.at("/tiles/1/id").asLong();
    acme.patch(path, "{\"tiles\":[{\"id\":" + removed + ",\"deleted\":true}]}");

    JsonNode copy = acme.post("dashboards/", "{\"name\":\"copy\",\"use_dashboard\":" + id + "}");
    assertThat(copy.get("creation_mode").asText()).isEqualTo("duplicate");
    assertThat(copy.get("filters").toString()).isEqualTo("{\"date_from\":\"-3d\"}");
    assertThat(copy.get("tiles")).hasSize(2);
    assertThat(copy.at("/tiles/0/id")).isNotEqualTo(source.at("/tiles/0/id"));
    assertThat(copy.at("/tiles/0/insight/id")).isEqualTo(source.at("/tiles/0/insight/id"));
    assertThat(copy.at("/tiles/1/text/id")).isEqualTo(source.at("/tiles/2/text/id"));

    JsonNode deep =
        acme.post(
            "dashboards/",
            "{\"use_dashboard\":"
                + id
                + ",\"duplicate_tiles\":true,\"filters\":{\"date_from\":\"-1d\"}}");
    assertThat(deep.get("filters").toString()).isEqualTo("{\"date_from\":\"-1d\"}");
    assertThat(deep.at("/tiles/0/insight/id")).isNotEqualTo(source.at("/tiles/0/insight/id"));
    assertThat(deep.at("/tiles/0/insight/name").asText()).isEqualTo("one (Copy)");
    assertThat(deep.at("/tiles/1/text/id")).isNotEqualTo(source.at("/tiles/2/text/id"));
    assertThat(deep.at("/tiles/1/text/body").asText()).isEqualTo("hello");
  }

  @Test
  void d46_a_tile_is_duplicated_with_exactly_the_layouts_given() throws Exception {
    String path = acme.dashboard("{}");
    acme.insight("one", "a", "[" + path.replaceAll("\\D", "") + "]");
    long tile = acme.get(path).at("/tiles/0/id").asLong();
    JsonNode after =
        acme.patch(
            path,
            "{\"duplicate_tiles\":[{\"id\":"
                + tile
                + ",\"layouts\":{\"sm\":{\"x\":6,\"y\":0,\"w\":6,\"h\":5}}}]}");
    assertThat(after.get("tiles")).hasSize(2);
    assertThat(after.at("/tiles/0/layouts").toString())
        .isEqualTo("{\"sm\":{\"x\":6,\"y\":0,\"w\":6,\"h\":5}}");
    JsonNode again = acme.patch(path, "{\"duplicate_tiles\":[{\"id\":" + tile + "}]}");
    assertThat(again.at("/tiles/2/layouts").toString()).isEqualTo("{}");
  }

  @Test
  void restricted_dashboards_are_changed_by_their_owner_and_admins_only() throws Exception {
    String path = acme.dashboard("{\"restriction_level\":37}");
    JsonNode seen = acme.expect(200, "GET", path, Acme.EVE, null);
    assertThat(seen.get("effective_privilege_level").asInt()).isEqualTo(21);
    assertThat(seen.get("access_control_version").asText()).isEqualTo("v1");
    JsonNode error = acme.refused(403, "PATCH", path, Acme.EVE, "{\"name\":\"x\"}");
    assertThat(error.get("detail").asText())
        .isEqualTo("You don't have edit permissions for this dashboard.");
    String open = acme.dashboard("{}");
    acme.refused(403, "PATCH", open, Acme.EVE, "{\"restriction_level\":37}");
    acme.expect(200, "PATCH", open, Acme.EVE, "{\"name\":\"x\"}");
  }

  @Test
  void d79_breakdown_colors_are_a_list_of_values_with_tokens() throws Exception {
    String path = acme.dashboard("{}");
    for (String colors :
        new String[] {
          "[{\"breakdownValue\":\"Chrome\",\"colorToken\":\"preset-1\"}]",
          "[]",
          "null",
          "[{\"breakdownValue\":\"\",\"colorToken\":null,\"more\":1}]"
        }) {
      JsonNode after = acme.patch(path, "{\"breakdown_colors\":" + colors + "}");
      assertThat(after.get("breakdown_colors").toString()).isEqualTo(colors);
    }
    for (String colors :
        new String[] {
          "[{\"breakdown_value\":\"a\",\"color_token\":\"b\"}]",
          "[{\"breakdownValue\":\"a\"}]",
          "[\"a\"]",
          "{}"
        }) {
      acme.refused(400, "PATCH", path, Acme.ADA, "{\"breakdown_colors\":" + colors + "}");
    }
  }
}
