package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables of queries, over HTTP. */
class VariablesTest {
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
  void a_variable_is_made_listed_changed_and_deleted() throws Exception {
    JsonNode made =
        acme.post(
            "insight_variables/",
            "{\"name\": \"My Plan!\", \"type\": \"String\", \"default_value\": \"free\"}");
    assertThat(made.get("code_name").asText()).isEqualTo("my_plan");
    assertThat(made.get("type").asText()).isEqualTo("String");
    assertThat(made.get("default_value").asText()).isEqualTo("free");
    assertThat(made.get("id").asText()).hasSize(36);
    String path = "insight_variables/" + made.get("id").asText() + "/";
    assertThat(acme.get(path)).isEqualTo(made);
    JsonNode changed = acme.patch(path, "{\"name\": \"Tariff\", \"default_value\": \"pro\"}");
    assertThat(changed.get("name").asText()).isEqualTo("Tariff");
    assertThat(changed.get("code_name").asText()).isEqualTo("my_plan");
    assertThat(Acme.texts(acme.get("insight_variables/").get("results"), "default_value"))
        .containsExactly("pro");
    assertThat(acme.send("DELETE", path, Acme.ADA, null).status()).isEqualTo(204);
    acme.refused(404, "GET", path, Acme.ADA, "");
    acme.refused(404, "DELETE", path, Acme.ADA, "");
    JsonNode again =
        acme.post("insight_variables/", "{\"name\": \"my plan\", \"type\": \"Number\"}");
    assertThat(again.get("id")).isNotEqualTo(made.get("id"));
    assertThat(again.get("default_value").isNull()).isTrue();
  }

  @Test
  void each_type_takes_values_of_its_own() throws Exception {
    String[][] right = {
      {"Number", "5"},
      {"Number", "2.5"},
      {"Number", "\"7\""},
      {"Boolean", "true"},
      {"Date", "\"2026-01-01\""},
      {"Date", "\"-7d\""},
      {"List", "\"b\""},
      {"List", "\"\""},
      {"String", "\"\""},
    };
    for (String[] each : right) {
      acme.post("insight_variables/", variable("right " + String.join(" ", each), each));
    }
    String[][] wrong = {
      {"Number", "\"five\""},
      {"Boolean", "3"},
      {"Date", "\"soon\""},
      {"List", "\"z\""},
      {"String", "{}"},
    };
    for (String[] each : wrong) {
      JsonNode error =
          acme.refused(
              400, "POST", "insight_variables/", Acme.ADA, variable("wrong " + each[1], each));
      assertThat(error.get("attr").asText()).as(each[0]).isEqualTo("default_value");
    }
  }

  private static String variable(String name, String[] typed) {
    return "{\"name\": \"%s\", \"type\": \"%s\", \"default_value\": %s, \"values\": [\"a\",\"b\"]}"
        .formatted(name.replace("\"", "'"), typed[0], typed[1]);
  }

  @Test
  void names_and_types_are_checked() throws Exception {
    acme.post("insight_variables/", "{\"name\": \"a b\", \"type\": \"String\"}");
    String[][] wrong = {
      {"{\"name\": \"A B\", \"type\": \"String\"}", "name", "unique"},
      {"{\"type\": \"String\"}", "name", "required"},
      {"{\"name\": null, \"type\": \"String\"}", "name", "null"},
      {"{\"name\": \"!\", \"type\": \"String\"}", "name", "invalid_input"},
      {"{\"name\": \"c\"}", "type", "required"},
      {"{\"name\": \"c\", \"type\": \"Integer\"}", "type", "invalid_choice"},
    };
    for (String[] each : wrong) {
      JsonNode error = acme.refused(400, "POST", "insight_variables/", Acme.ADA, each[0]);
      assertThat(error.get("attr").asText()).as(each[0]).isEqualTo(each[1]);
      assertThat(error.get("code").asText()).as(each[0]).isEqualTo(each[2]);
    }
    acme.post("/api/projects/2/insight_variables/", "{\"name\": \"a b\", \"type\": \"String\"}");
    acme.refused(
        403, "POST", "insight_variables/", Acme.VIC, "{\"name\":\"v\",\"type\":\"String\"}");
  }

  @Test
  void d86_d88_a_dashboards_values_reach_its_queries_under_the_ids_of_now() throws Exception {
    String body = "{\"name\": \"x\", \"type\": \"String\", \"default_value\": \"d\"}";
    String old = acme.post("insight_variables/", body).get("id").asText();
    String path = acme.dashboard("{\"variables\": {" + value(old, "x", "dashboard") + "}}");
    acme.post(
        "insights/",
        """
        {"dashboards": [%s], "query": {"kind": "DataVisualizationNode", "source":
          {"kind": "HogQLQuery", "query": "select {variables.x}", "variables": {%s}}}}"""
            .formatted(path.replaceAll("\\D", ""), value(old, "x", "own")));
    acme.post(
        "insights/",
        """
        {"dashboards": [%s], "query": {"kind": "HogQLQuery", "query": "select {variables.x}"}}"""
            .formatted(path.replaceAll("\\D", "")));
    JsonNode shown = acme.get(path);
    assertThat(shown.at("/variables/" + old + "/value").asText()).isEqualTo("dashboard");
    assertThat(values(shown, old)).isEqualTo("dashboard dashboard");
    acme.send("DELETE", "insight_variables/" + old + "/", Acme.ADA, null);
    String made = acme.post("insight_variables/", body).get("id").asText();
    JsonNode later = acme.get(path);
    assertThat(later.at("/variables/" + made + "/variableId").asText()).isEqualTo(made);
    assertThat(later.get("variables").has(old)).isFalse();
    assertThat(values(later, made)).isEqualTo("dashboard dashboard");
    String override =
        java.net.URLEncoder.encode(
            "{" + value(made, "x", "address") + "}", java.nio.charset.StandardCharsets.UTF_8);
    assertThat(values(acme.get(path + "?variables_override=" + override), made))
        .isEqualTo("address address");
  }

  private static String value(String id, String name, String value) {
    return "\"%s\": {\"code_name\": \"%s\", \"variableId\": \"%s\", \"value\": \"%s\"}"
        .formatted(id, name, id, value);
  }

  private static String values(JsonNode dashboard, String id) {
    return dashboard.at("/tiles/0/insight/query/source/variables/" + id + "/value").asText()
        + " "
        + dashboard.at("/tiles/1/insight/query/variables/" + id + "/value").asText();
  }
}
