package dev.facet.api.oktopost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

/**
 * Two organisations: Acme with Ada, who owns it, and Vic, who looks on, and Zeta with Zoe; called
 * the way the vendor's clients do.
 */
final class Account implements AutoCloseable {
  static final String ACME = "001000000000001";
  static final String KEY = "phx_all";

  private static final String YAML =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada Lovelace, password: correct-horse-battery, role: owner }
              - { email: vic@example.com, name: vic, password: correct-horse-battery, role: viewer }
            projects:
              - { id: 1, name: Social, timezone: America/New_York, week_start: monday, token: phc_social }
              - { id: 2, name: Shop, timezone: UTC, token: phc_shop }
            keys:
              - { user: ada@example.com, label: all, key: phx_all, scopes: ["*"], projects: [] }
              - { user: ada@example.com, label: write, key: phx_write, scopes: ["dashboard:write"], projects: [] }
              - { user: ada@example.com, label: second, key: phx_second, scopes: ["dashboard:read"], projects: [2] }
              - { user: ada@example.com, label: none, key: phx_none, scopes: [], projects: [] }
              - { user: ada@example.com, label: events, key: phx_events, scopes: ["insight:read"], projects: [] }
              - { user: vic@example.com, label: vic, key: phx_vic, scopes: ["dashboard:read"], projects: [] }
          - id: 12
            name: Zeta
            users:
              - { email: zoe@example.com, name: Zoe, password: correct-horse-battery, role: owner }
            projects:
              - { id: 3, name: Zeta, timezone: UTC, token: phc_zeta }
            keys:
              - { user: zoe@example.com, label: zoe, key: phx_zoe, scopes: ["*"], projects: [] }
      """;

  final ServerUnderTest server;

  Account(Path folder) throws Exception {
    this(folder, Map.of());
  }

  Account(Path folder, Map<String, String> settings) throws Exception {
    server =
        ServerUnderTest.start(folder, YAML, settings, InstantSource.fixed(ServerUnderTest.NOW));
  }

  static String basic(String account, String key) {
    byte[] pair = (account + ":" + key).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  Reply get(String path) throws Exception {
    return as(ACME, KEY, path);
  }

  Reply as(String account, String key, String path) throws Exception {
    return server.get("/v2" + path, null, "Authorization", basic(account, key));
  }

  /** Sends rows of a dataset and waits until they are there. */
  void rows(String dataset, String rows) throws Exception {
    Reply reply = server.post("/facet/v1/projects/1/datasets/" + dataset + "/rows", KEY, rows);
    assertThat(reply.json().path("rejected")).as(reply.body()).isEmpty();
    assertThat(server.post("/facet/v1/flush", KEY, null).status()).isEqualTo(200);
  }

  /** Makes a dashboard in our own form and returns its id here. */
  String board(String form) throws Exception {
    Reply made = server.post("/facet/v1/projects/1/dashboards", KEY, form);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return get("/dashboard").json().at("/Items/0/Id").asText();
  }

  /** Makes a dashboard with one chart of each query and returns its id. */
  String boardOf(String filters, String... queries) throws Exception {
    StringBuilder cards = new StringBuilder();
    for (String query : queries) {
      cards
          .append(cards.isEmpty() ? "" : ",")
          .append("{\"charts\":[{\"title\":\"\",\"type\":\"table\",\"query\":")
          .append(query)
          .append("}]}");
    }
    return board(
        "{\"name\":\"Board\",\"filters\":%s,\"sections\":[{\"title\":\"\",\"cards\":[%s]}]}"
            .formatted(filters, cards));
  }

  /** The widget's id, by its place. */
  String widget(String dashboard, int place) throws Exception {
    return get("/dashboard/" + dashboard).json().at("/Dashboard/Widgets/" + place + "/Id").asText();
  }

  /** Asks for the report of a widget, with a filter unless it is empty. */
  Reply report(String dashboard, int place, String filter) throws Exception {
    String path = "/dashboard/" + dashboard + "/report?id=" + widget(dashboard, place);
    return get(filter.isEmpty() ? path : path + "&filter=" + encoded(filter));
  }

  /** The rows of a report. */
  String data(String dashboard, int place, String filter) throws Exception {
    Reply reply = report(dashboard, place, filter);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("Data").toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
