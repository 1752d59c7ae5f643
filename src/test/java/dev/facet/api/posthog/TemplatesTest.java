package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards made from templates, and the templates themselves, over HTTP. */
class TemplatesTest {
  private static final String FROM_JSON = "dashboards/create_from_template_json/";
  private static Acme acme;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    acme = new Acme(folder);
  }

  @AfterAll
  static void stop() {
    acme.close();
  }

  private static String template(String tiles) {
    return """
        {"template": {"template_name": "Sign ups", "dashboard_description": "Who joined",
          "dashboard_filters": {"date_from": "-14d"}, "tags": ["growth"], "tiles": %s}}"""
        .formatted(tiles);
  }

  private static JsonNode made(String tiles) throws Exception {
    return acme.expect(200, "POST", FROM_JSON, Acme.ADA, template(tiles));
  }

  @Test
  void d61_d62_a_query_tile_becomes_a_sample_insight() throws Exception {
    JsonNode dashboard =
        made(
            """
            [{"type": "INSIGHT", "filters": {"date_from": null}, "query":
              {"kind": "DataTableNode", "source": {"kind": "EventsQuery", "select": ["*"]}}}]""");
    assertThat(dashboard.get("name").asText()).isEqualTo("Sign ups");
    assertThat(dashboard.get("description").asText()).isEqualTo("Who joined");
    assertThat(dashboard.get("creation_mode").asText()).isEqualTo("default");
    assertThat(dashboard.at("/filters/date_from").asText()).isEqualTo("-14d");
    assertThat(dashboard.get("tags").toString()).isEqualTo("[\"growth\"]");
    JsonNode tile = dashboard.at("/tiles/0");
    assertThat(dashboard.get("tiles")).hasSize(1);
    assertThat(tile.get("color").isNull()).isTrue();
    assertThat(tile.get("filters_overrides").toString()).isEqualTo("{}");
    assertThat(tile.get("layouts").toString()).isEqualTo("{}");
    assertThat(tile.get("order").asInt()).isZero();
    assertThat(tile.get("is_cached").asBoolean(true)).isFalse();
    assertThat(tile.get("show_description").isNull()).isTrue();
    assertThat(tile.get("text").isNull()).isTrue();
    JsonNode insight = tile.get("insight");
    assertThat(insight.get("name").isNull()).isTrue();
    assertThat(insight.get("description").isNull()).isTrue();
    assertThat(insight.get("filters").toString()).isEqualTo("{}");
    assertThat(insight.at("/query/source/kind").asText()).isEqualTo("EventsQuery");
    assertThat(insight.get("is_sample").asBoolean()).isTrue();
    assertThat(insight.get("saved").asBoolean(true)).isFalse();
    assertThat(insight.get("result").isNull()).isTrue();
    assertThat(insight.at("/created_by/email").asText()).isEqualTo("ada@example.com");
    assertThat(insight.get("dashboards").toString()).isEqualTo("[" + dashboard.get("id") + "]");
    assertThat(insight.get("effective_privilege_level").asInt()).isEqualTo(37);
    assertThat(insight.get("user_access_level").asText()).isEqualTo("manager");
    assertThat(insight.get("effective_restriction_level").asInt()).isEqualTo(21);
    assertThat(tile.get("last_refresh").isNull()).isTrue();
    for (String field :
        "columns,hasMore,order,derived_name,query_status,timezone,last_refresh,next_allowed_client_refresh"
            .split(",")) {
      assertThat(insight.get(field).isNull()).as(field).isTrue();
    }
    for (String field : "favorited,deleted,is_cached".split(",")) {
      assertThat(insight.get(field).isBoolean()).as(field).isTrue();
      assertThat(insight.get(field).asBoolean()).as(field).isFalse();
    }
    assertThat(insight.get("tags").toString()).isEqualTo("[]");
    assertThat(insight.get("alerts").toString()).isEqualTo("[]");
    assertThat(insight.get("dashboard_tiles").toString())
        .isEqualTo(
            "[{\"id\":%s,\"dashboard_id\":%s,\"deleted\":null}]"
                .formatted(tile.get("id"), dashboard.get("id")));
  }

  @Test
  void d64_a_text_tile_is_nobodys() throws Exception {
    JsonNode tile =
        made("[{\"type\":\"TEXT\",\"body\":\"hello world\",\"layouts\":{}}]").at("/tiles/0");
    assertThat(tile.get("insight").isNull()).isTrue();
    assertThat(tile.at("/text/body").asText()).isEqualTo("hello world");
    assertThat(tile.at("/text/created_by").isNull()).isTrue();
    assertThat(tile.at("/text/last_modified_by").isNull()).isTrue();
    assertThat(tile.at("/text/team").asInt()).isEqualTo(1);
  }

  @Test
  void layouts_colors_and_names_come_along_and_unknown_tiles_do_not() throws Exception {
    JsonNode tiles =
        made("""
                [{"type": "BUTTON", "url": "/"},
                 {"type": "INSIGHT", "name": "Old", "description": "old form", "color": "blue",
                  "layouts": {"sm": {"x": 6, "y": 0, "w": 6, "h": 5}},
                  "filters": {"insight": "TRENDS", "events": [{"id": "$pageview"}]}}]""")
            .get("tiles");
    assertThat(tiles).hasSize(1);
    assertThat(tiles.at("/0/color").asText()).isEqualTo("blue");
    assertThat(tiles.at("/0/layouts/sm/x").asInt()).isEqualTo(6);
    assertThat(tiles.at("/0/insight/name").asText()).isEqualTo("Old");
    assertThat(tiles.at("/0/insight/filters/filter_test_accounts").asBoolean()).isTrue();
  }

  @Test
  void a_tile_may_say_how_it_is_drawn_and_says_so_when_it_is_kept_as_a_template() throws Exception {
    String query =
        "{\"kind\":\"ReportQuery\",\"dataset\":\"mrr_movements\",\"metrics\":[\"mrr_start\",\"mrr\"]}";
    String tiles =
        "[{\"type\":\"INSIGHT\",\"chart_type\":\"bridge\",\"query\":%s},{\"type\":\"INSIGHT\",\"chart_type\":\"spiral\",\"query\":%s}]"
            .formatted(query, query);
    long id = made(tiles).get("id").asLong();
    JsonNode cards =
        acme.expect(200, "GET", "/facet/v1/projects/1/dashboards/" + id, Acme.ADA, null)
            .at("/sections/0/cards");
    assertThat(cards.at("/0/charts/0/type").asText()).isEqualTo("bridge");
    assertThat(cards.at("/1/charts/0/type").asText()).isEqualTo("table");
    JsonNode template =
        acme.expect(
            201,
            "POST",
            "/facet/v1/projects/1/templates",
            Acme.ADA,
            "{\"dashboard\":%d,\"name\":\"Kept\"}".formatted(id));
    String kept = "";
    for (JsonNode one :
        acme.expect(200, "GET", "/api/projects/1/dashboard_templates/", Acme.ADA, null)
            .path("results")) {
      kept =
          one.path("template_name").asText().equals("Kept") ? one.path("tiles").toString() : kept;
    }
    String path = "/facet/v1/projects/1/templates/" + template.path("id").asText();
    acme.send("DELETE", path, Acme.ADA, null);
    assertThat(kept.split("chart_type", -1)).hasSize(2);
    assertThat(kept).contains("\"chart_type\":\"bridge\"");
  }

  @Test
  void placeholders_left_over_take_the_variables_defaults() throws Exception {
    JsonNode dashboard =
        acme.expect(
            200,
            "POST",
            FROM_JSON,
            Acme.ADA,
            """
            {"template": {"template_name": "V", "dashboard_description": "", "dashboard_filters": {},
              "variables": [{"id": "SIGNUP", "name": "Sign up", "type": "event", "required": true,
                "description": "", "default": {"id": "signed up", "math": "dau", "type": "events"}}],
              "tiles": [{"type": "INSIGHT", "query": {"kind": "InsightVizNode", "source":
                {"kind": "TrendsQuery", "series": ["{SIGNUP}"]}}}]}}""");
    assertThat(dashboard.at("/tiles/0/insight/query/source/series/0").toString())
        .isEqualTo("{\"kind\":\"EventsNode\",\"event\":\"signed up\",\"math\":\"dau\"}");
  }

  @Test
  void d65_a_template_that_is_none_is_refused_by_what_it_lacks() throws Exception {
    JsonNode error =
        acme.refused(400, "POST", FROM_JSON, Acme.ADA, "{\"template\":{\"not a\":\"template\"}}");
    assertThat(error.get("type").asText()).isEqualTo("validation_error");
    assertThat(error.get("code").asText()).isEqualTo("invalid_input");
    assertThat(error.get("attr").isNull()).isTrue();
    assertThat(error.get("detail").asText()).contains("'template_name' is a required property");
    assertThat(
            acme.refused(400, "POST", FROM_JSON, Acme.ADA, template("[]")).get("detail").asText())
        .isEqualTo("[] is too short");
    assertThat(
            acme.refused(400, "POST", FROM_JSON, Acme.ADA, template("[3]")).get("detail").asText())
        .isEqualTo("3 is not of type 'object'");
    acme.refused(400, "POST", FROM_JSON, Acme.ADA, "{\"template\":7}");
    assertThat(acme.refused(400, "POST", FROM_JSON, Acme.ADA, "{}").get("detail").asText())
        .isEqualTo("'template' is a required property");
  }

  @Test
  void what_a_template_cannot_make_is_refused_and_nothing_is_left_of_it() throws Exception {
    int before = acme.get("dashboards/").get("count").asInt();
    String good = "{\"type\":\"TEXT\",\"body\":\"x\"},";
    String[] broken = {
      "{\"type\":\"INSIGHT\",\"query\":\"text\"}",
      "{\"type\":\"TEXT\",\"body\":\"x\",\"layouts\":\"text\"}",
      "{\"type\":\"TEXT\",\"body\":\"" + "x".repeat(4001) + "\"}",
    };
    for (String tile : broken) {
      acme.refused(400, "POST", FROM_JSON, Acme.ADA, template("[" + good + tile + "]"));
    }
    assertThat(acme.get("dashboards/").get("count").asInt()).isEqualTo(before);
  }

  /** The page's own command lines, as printed. */
  @Test
  void the_pages_lines_for_tiles_and_templates_work() throws Exception {
    Reply made = acme.send("POST", FROM_JSON, Acme.ADA, "name=\"string\"");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().get("name").asText()).isEqualTo("string");
    String dashboard = acme.dashboard("{}");
    Reply moved =
        acme.server.send(
            "PATCH",
            Acme.whole(dashboard + "move_tile/"),
            Acme.ADA,
            "name=\"string\"",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(moved.status()).isEqualTo(200);
  }

  @Test
  void d31_d32_d34_a_dashboard_is_made_from_a_built_in_template() throws Exception {
    for (String name : List.of("DEFAULT_APP", "Product analytics")) {
      JsonNode dashboard =
          acme.post("dashboards/", "{\"name\":\"mine\",\"use_template\":\"" + name + "\"}");
      assertThat(dashboard.get("name").asText()).isEqualTo("mine");
      assertThat(dashboard.get("creation_mode").asText()).isEqualTo("template");
      assertThat(dashboard.get("tiles")).hasSize(6);
    }
    JsonNode traffic = acme.post("dashboards/", "{\"use_template\":\"WEBSITE_TRAFFIC\"}");
    assertThat(traffic.get("name").asText()).isEqualTo("Website traffic");
    String both = "{\"use_template\":\"DEFAULT_APP\",\"use_dashboard\":\"\"}";
    acme.refused(400, "POST", "dashboards/", Acme.ADA, both);
    acme.post("dashboards/", "{\"use_template\":\"\"}");
    assertThat(
            acme.refused(400, "POST", "dashboards/", Acme.ADA, "{\"use_template\":\"nope\"}")
                .get("attr")
                .asText())
        .isEqualTo("use_template");
  }

  @Test
  void a_project_keeps_templates_of_its_own() throws Exception {
    String body =
        """
        {"template_name": "Ours", "dashboard_description": "d", "tags": ["x"],
          "tiles": [{"type": "TEXT", "body": "hi"}]}""";
    JsonNode kept = acme.post("dashboard_templates/", body);
    assertThat(kept.get("scope").asText()).isEqualTo("team");
    assertThat(kept.get("team_id").asInt()).isEqualTo(1);
    String path = "dashboard_templates/" + kept.get("id").asText() + "/";
    assertThat(acme.get(path).get("template_name").asText()).isEqualTo("Ours");
    assertThat(
            acme.refused(400, "POST", "dashboard_templates/", Acme.ADA, body).get("code").asText())
        .isEqualTo("unique");
    assertThat(
            acme.refused(
                    400, "POST", "dashboard_templates/", Acme.ADA, "{\"template_name\":\"No\"}")
                .get("detail")
                .asText())
        .isEqualTo("You need to provide tiles for the template.");
    assertThat(Acme.texts(acme.get("dashboard_templates/").get("results"), "template_name"))
        .containsExactly(
            "Ours", "Product analytics", "Website traffic", "Social overview", "Business overview");
    assertThat(
            Acme.texts(
                acme.get("dashboard_templates/?scope=global&search=WEBSITE").get("results"),
                "template_name"))
        .containsExactly("Website traffic");
    assertThat(acme.post("dashboards/", "{\"use_template\":\"Ours\"}").get("tiles")).hasSize(1);

    String builtIn =
        "dashboard_templates/"
            + acme.get("dashboard_templates/?scope=global").at("/results/0/id").asText()
            + "/";
    acme.refused(403, "PATCH", builtIn, Acme.ADA, "{\"deleted\":true}");
    JsonNode taken = acme.refused(400, "PATCH", builtIn, Acme.ADA, "{\"scope\":\"team\"}");
    assertThat(taken.get("attr").asText()).isEqualTo("scope");
    acme.refused(403, "POST", "dashboard_templates/", Acme.VIC, body);
    acme.refused(404, "GET", "/api/projects/2/" + path, Acme.ADA, "");
    assertThat(acme.send("DELETE", path, Acme.ADA, null).status()).isEqualTo(405);
    acme.patch(path, "{\"deleted\":true}");
    acme.refused(404, "GET", path, Acme.ADA, "");
    acme.patch(path, "{\"deleted\":false,\"template_name\":\"Ours again\"}");
    assertThat(acme.get(path).get("template_name").asText()).isEqualTo("Ours again");
    assertThat(acme.get("dashboard_templates/json_schema/").get("required")).hasSize(4);
  }

  @Test
  void d94_a_product_has_one_unlisted_dashboard() throws Exception {
    String path = "dashboards/create_unlisted_dashboard/";
    JsonNode made = acme.post(path, "{\"tag\":\"llm-analytics\"}");
    assertThat(made.get("creation_mode").asText()).isEqualTo("unlisted");
    assertThat(made.get("tags").toString()).isEqualTo("[\"llm-analytics\"]");
    Reply again = acme.send("POST", path, Acme.ADA, "{\"tag\":\"llm-analytics\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("already exists");
    assertThat(acme.send("POST", path, Acme.ADA, "{\"tag\":\"x\"}").body())
        .isEqualTo("{\"error\":\"Unknown template tag: x\"}");
    assertThat(acme.send("POST", path, Acme.ADA, "{}").body())
        .isEqualTo("{\"error\":\"tag is required\"}");
  }
}
