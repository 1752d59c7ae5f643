package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Variables of SQL on dashboards: the address, else the dashboard, else the query, else their own.
 */
class VariablesTest {
  private static final String PATH = "/facet/v1/projects/1/dashboards";

  @TempDir private Path folder;
  private ServerUnderTest server;
  private String plan = "";

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
    plan = variable("plan", "String", "\"free\"");
    variable("seats", "Number", "1");
    variable("since", "Date", "\"2026-01-01\"");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String variable(String name, String type, String value) throws Exception {
    Reply reply =
        server.post(
            "/api/projects/1/insight_variables/",
            "phx_all",
            "{\"name\": \"%s\", \"type\": \"%s\", \"default_value\": %s}"
                .formatted(name, type, value),
            "Content-Type",
            "application/json");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json().path("id").asText();
  }

  /** A dashboard of one query that shows its variables; its path. */
  private String dashboard(String own, String ofQuery) throws Exception {
    Reply reply =
        server.post(
            PATH,
            "phx_all",
            """
            {"name": "Plans", "variables": %s, "sections": [{"cards": [{"charts": [{"query":
              {"kind": "HogQLQuery", "variables": %s,
               "query": "select {variables.plan}, {variables.seats} + 1, {variables.since}"}}]}]}]}"""
                .formatted(own, ofQuery));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return PATH + "/" + reply.json().path("id").asText();
  }

  private String kept(String value) {
    return "{\"%s\": {\"code_name\": \"plan\", \"variableId\": \"%s\", \"value\": \"%s\"}}"
        .formatted(plan, plan, value);
  }

  private Reply data(String dashboard, @Nullable String variables) throws Exception {
    String query =
        variables == null
            ? ""
            : "?variables=" + URLEncoder.encode(variables, StandardCharsets.UTF_8);
    return server.get(dashboard + "/data" + query, "phx_all");
  }

  private String row(String dashboard, @Nullable String variables) throws Exception {
    Reply reply = data(dashboard, variables);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().at("/charts/0/rows/0").toString();
  }

  @Test
  void the_nearest_value_counts() throws Exception {
    assertThat(row(dashboard("{}", "{}"), null)).isEqualTo("[\"free\",2,\"2026-01-01\"]");
    assertThat(row(dashboard("{}", kept("of query")), null)).contains("\"of query\"");
    String board = dashboard(kept("of dashboard"), kept("of query"));
    assertThat(row(board, null)).contains("\"of dashboard\"");
    assertThat(row(board, "{\"plan\": \"of address\"}")).contains("\"of address\"");
    assertThat(row(board, null)).contains("\"of dashboard\"");
  }

  @Test
  void values_are_given_by_name_or_id_plain_or_as_they_are_kept() throws Exception {
    String board = dashboard("{}", "{}");
    assertThat(row(board, "{\"" + plan + "\": \"pro\"}")).startsWith("[\"pro\",2");
    assertThat(row(board, kept("pro"))).startsWith("[\"pro\",2");
    assertThat(row(board, kept("pro").replace("{\"" + plan, "{\"gone"))).startsWith("[\"pro\",2");
    assertThat(row(board, "{\"seats\": 5, \"since\": \"2026-02-01\"}"))
        .isEqualTo("[\"free\",6,\"2026-02-01\"]");
    assertThat(row(board, "{\"seats\": \"7\"}")).isEqualTo("[\"free\",8.0,\"2026-01-01\"]");
    assertThat(row(board, "{\"plan\": null}")).startsWith("[null");
    assertThat(row(board, "{\"plan\": {\"isNull\": true}}")).startsWith("[null");
    assertThat(row(board, "{\"plan\": \"=';drop\"}")).startsWith("[\"=';drop\"");
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_path() throws Exception {
    String board = dashboard("{}", "{}");
    String[][] wrong = {
      {"{", "variables"},
      {"[]", "variables"},
      {"5", "variables"},
      {"{\"nobody\": 1}", "variables.nobody"},
      {"{\"seats\": \"many\"}", "variables.seats"},
      {"{\"seats\": true}", "variables.seats"},
      {"{\"plan\": 5}", "variables.plan"},
      {"{\"plan\": {}}", "variables.plan"},
      {"{\"since\": \"whenever\"}", "variables.since"},
    };
    for (String[] each : wrong) {
      Reply reply = data(board, each[0]);
      assertThat(reply.status()).as(each[0] + reply.body()).isEqualTo(400);
      assertThat(reply.json().at("/error/path").asText()).as(each[0]).isEqualTo(each[1]);
    }
  }

  @Test
  void a_shared_dashboard_shows_its_own_values() throws Exception {
    String board = dashboard(kept("of dashboard"), "{}");
    Reply shared =
        server.send(
            "PATCH",
            "/api/projects/1/dashboards/" + board.replaceAll(".*/", "") + "/sharing/",
            "phx_all",
            "{\"enabled\": true}",
            "Content-Type",
            "application/json");
    String token = shared.json().path("access_token").asText();
    JsonNode seen = server.get("/facet/v1/shares/" + token + "/data", null).json();
    assertThat(seen.at("/charts/0/rows/0/0").asText()).isEqualTo("of dashboard");
  }
}
