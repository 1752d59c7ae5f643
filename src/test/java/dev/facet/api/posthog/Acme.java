package dev.facet.api.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A server with Acme (projects 1, in UTC, and 2) and, apart from it, Umbra (project 3), as one of
 * PostHog's clients sees it. Ada owns Acme, Eve edits, Vic looks.
 */
final class Acme implements AutoCloseable {
  static final String ADA = "phx_ada";
  static final String EVE = "phx_eve";
  static final String VIC = "phx_vic";

  private static final String BOOTSTRAP =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada Lovelace, password: correct-horse, role: owner }
              - { email: eve@example.com, name: Eve, password: correct-horse, role: editor }
              - { email: vic@example.com, name: Vic, password: correct-horse, role: viewer }
            projects:
              - { id: 1, name: Web, timezone: UTC, week_start: sunday, token: phc_web }
              - { id: 2, name: Shop, timezone: US/Pacific, week_start: monday, token: phc_shop }
            keys:
              - { user: ada@example.com, label: all, key: phx_ada, scopes: ["*"], projects: [] }
              - { user: eve@example.com, label: all, key: phx_eve, scopes: ["*"], projects: [] }
              - { user: vic@example.com, label: all, key: phx_vic, scopes: ["*"], projects: [] }
              - { user: ada@example.com, label: a, key: phx_flags, scopes: ["feature_flag:read"], projects: [] }
              - { user: ada@example.com, label: b, key: phx_read, scopes: ["dashboard:read"], projects: [] }
              - { user: ada@example.com, label: c, key: phx_write, scopes: ["dashboard:write"], projects: [] }
              - { user: ada@example.com, label: d, key: phx_insight_read, scopes: ["insight:read"], projects: [] }
              - { user: ada@example.com, label: e, key: phx_insight_write, scopes: ["insight:write"], projects: [] }
              - { user: ada@example.com, label: f, key: phx_query, scopes: ["query:read"], projects: [] }
              - { user: ada@example.com, label: g, key: phx_project, scopes: ["project:read", "organization:read", "user:read"], projects: [] }
              - { user: ada@example.com, label: h, key: phx_none, scopes: [], projects: [] }
              - { user: ada@example.com, label: i, key: phx_shop, scopes: ["*"], projects: [2] }
          - id: 2
            name: Umbra
            users:
              - { email: una@example.com, name: Una, password: correct-horse, role: owner }
            projects:
              - { id: 3, name: Dark, timezone: UTC, token: phc_dark }
            keys:
              - { user: una@example.com, label: una, key: phx_una, scopes: ["*"], projects: [] }
      """;

  final ServerUnderTest server;

  Acme(Path folder) throws IOException {
    this(folder, InstantSource.fixed(ServerUnderTest.NOW));
  }

  Acme(Path folder, InstantSource clock) throws IOException {
    server = ServerUnderTest.start(folder, BOOTSTRAP, Map.of(), clock);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Sends a request about project 1, as JSON; paths that begin with a slash are taken whole. */
  Reply send(String method, String path, @Nullable String key, @Nullable String body)
      throws Exception {
    return server.send(method, whole(path), key, body, "Content-Type", "application/json");
  }

  static String whole(String path) {
    return path.startsWith("/") ? path : "/api/projects/1/" + path;
  }

  /** The answer's body, once its status is as expected. */
  JsonNode expect(
      int status, String method, String path, @Nullable String key, @Nullable String body)
      throws Exception {
    Reply reply = send(method, path, key, body);
    assertThat(reply.status()).as(method + " " + path + "\n" + reply.body()).isEqualTo(status);
    return reply.json();
  }

  JsonNode get(String path) throws Exception {
    return expect(200, "GET", path, ADA, null);
  }

  JsonNode post(String path, String body) throws Exception {
    return expect(201, "POST", path, ADA, body);
  }

  JsonNode patch(String path, String body) throws Exception {
    return expect(200, "PATCH", path, ADA, body);
  }

  /** A refused request's error, which has the four keys and no others. */
  JsonNode refused(int status, String method, String path, @Nullable String key, String body)
      throws Exception {
    Reply reply = send(method, path, key, body.isEmpty() ? null : body);
    assertThat(reply.status()).as(method + " " + path + "\n" + reply.body()).isEqualTo(status);
    assertThat(reply.json().properties().stream().map(Map.Entry::getKey))
        .containsExactly("type", "code", "detail", "attr");
    return reply.json();
  }

  /** A new dashboard's path. */
  String dashboard(String body) throws Exception {
    return "dashboards/" + post("dashboards/", body).get("id") + "/";
  }

  /** A new insight about an event's count by day. */
  JsonNode insight(String name, String event, String dashboards) throws Exception {
    return post(
        "insights/",
        """
        {"name": "%s", "dashboards": %s, "query": {"kind": "InsightVizNode", "source":
          {"kind": "TrendsQuery", "series": [{"kind": "EventsNode", "event": "%s"}]}}}"""
            .formatted(name, dashboards, event));
  }

  /** Sends events of project 1 and waits until they count. */
  void capture(String events) throws Exception {
    String body =
        "{\"api_key\":\"phc_web\",\"historical_migration\":true,\"batch\":[" + events + "]}";
    assertThat(server.post("/batch", null, body).status()).isEqualTo(200);
    assertThat(server.post("/facet/v1/flush", ADA, null).status()).isEqualTo(200);
  }

  /** The texts in a field of each element. */
  static java.util.List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(element -> element.path(field).asText())
        .toList();
  }
}
