package dev.facet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.http.Json;
import dev.facet.cli.Starter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole server on a free port, with Acme: Ada owns it, Vic only looks; projects 1 (UTC) and 2;
 * keys {@code phx_all}, {@code phx_read} (dashboards of project 1) and {@code phx_none}.
 */
public final class ServerUnderTest implements AutoCloseable {
  /** What the clock of the server shows, always. */
  public static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

  private static final String BOOTSTRAP =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
              - { email: vic@example.com, name: Vic, password: correct-horse-battery, role: viewer }
            projects:
              - { id: 1, name: Web, timezone: UTC, week_start: monday, token: phc_web }
              - { id: 2, name: Shop, timezone: US/Pacific, token: phc_shop }
            keys:
              - { user: ada@example.com, label: all, key: phx_all, scopes: ["*"], projects: [] }
              - { user: ada@example.com, label: read, key: phx_read, scopes: ["dashboard:read"], projects: [1] }
              - { user: ada@example.com, label: none, key: phx_none, scopes: [], projects: [] }
              - { user: vic@example.com, label: vic, key: phx_vic, scopes: ["*"], projects: [] }
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Starter.Running running;

  private ServerUnderTest(Starter.Running running) {
    this.running = running;
  }

  /** Starts a server with Acme in it and its data in this folder. */
  public static ServerUnderTest start(Path folder) throws IOException {
    return start(folder, BOOTSTRAP, Map.of());
  }

  /** As {@link #start(Path)}, with settings and a clock of its own. */
  public static ServerUnderTest start(
      Path folder, Map<String, String> settings, InstantSource clock) throws IOException {
    return start(folder, BOOTSTRAP, settings, clock);
  }

  /** Starts a server with these settings. */
  public static ServerUnderTest start(Path folder, String yaml, Map<String, String> settings)
      throws IOException {
    return start(folder, yaml, settings, InstantSource.fixed(NOW));
  }

  /** As {@link #start(Path, String, Map)}, by a clock of its own. */
  public static ServerUnderTest start(
      Path folder, String yaml, Map<String, String> settings, InstantSource clock)
      throws IOException {
    Path file = Files.writeString(folder.resolve("facet.yaml"), yaml);
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.putIfAbsent("data", folder.resolve("data").toString());
    all.putIfAbsent("store.url", "memory:");
    Config config = Config.load(file, Map.of(), all);
    Files.createDirectories(config.data());
    return new ServerUnderTest(Wiring.start(config, clock));
  }

  public String url() {
    return running.url();
  }

  /** An answer, with its body read as JSON when it is some. */
  public record Reply(int status, String body, HttpResponse<String> response) {
    public JsonNode json() {
      return Json.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /**
   * Sends a request.
   *
   * @param key for the Authorization header, null for none
   * @param body null for none
   */
  public Reply send(
      String method, String path, @Nullable String key, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body(), response);
  }

  public Reply get(String path, @Nullable String key, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, key, null, headers);
  }

  public Reply post(String path, @Nullable String key, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, key, body, headers);
  }

  @Override
  public void close() {
    running.close();
  }
}
