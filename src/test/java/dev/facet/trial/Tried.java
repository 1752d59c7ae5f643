package dev.facet.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.cli.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server process on trial, with one project, and what is asked of it over HTTP. */
final class Tried implements AutoCloseable {
  static final String TOKEN = "phc_web";

  private static final String CONFIG =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users: [{ email: ada@example.com, name: Ada, password: correct-horse, role: owner }]
            projects: [{ id: 1, name: Web, timezone: UTC, token: phc_web }]
            keys: [{ user: ada@example.com, label: all, key: phx_all, scopes: ["*"] }]
      connectors: { allow: ["127.0.0.1"] }
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Program program;
  private final String url;

  private Tried(Program program) throws IOException {
    this.program = program;
    this.url = program.url();
  }

  /** Starts a server with its data under this folder and returns when it is ready. */
  static Tried start(Path folder, String... more) throws IOException {
    Path config = Files.writeString(folder.resolve("facet.yaml"), CONFIG);
    String data = data(folder).toString();
    List<String> words =
        new ArrayList<>(
            List.of("serve", "--port", "0", "--data", data, "--config", config.toString()));
    words.addAll(List.of(more));
    return new Tried(Program.start(Map.of(), words.toArray(String[]::new)));
  }

  static Path data(Path folder) {
    return folder.resolve("data");
  }

  Program program() {
    return program;
  }

  String url() {
    return url;
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = send(request.header("Authorization", "Bearer phx_all").build());
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.statusCode() + ": " + response.body());
    }
    return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json(request(path));
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return json(request(path).POST(BodyPublishers.ofString(body)));
  }

  JsonNode put(String path, String body) throws IOException, InterruptedException {
    return json(request(path).PUT(BodyPublishers.ofString(body)));
  }

  /** Whether a batch was acknowledged; a connection that broke says nothing, so it was not. */
  boolean acknowledges(String batch) {
    try {
      var request = request("/batch").POST(BodyPublishers.ofString(batch)).build();
      return send(request).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void flush() throws IOException, InterruptedException {
    post("/facet/v1/flush", "");
  }

  /** How the server says it is; its status code is part of that. */
  HttpResponse<String> health() throws IOException, InterruptedException {
    return send(request("/health").build());
  }

  /** One number about all events of a name, by a PostHog trend. */
  long number(String event, String math) throws IOException, InterruptedException {
    ObjectNode series = Json.MAPPER.createObjectNode();
    series.put("kind", "EventsNode").put("event", event).put("math", math);
    return number(series);
  }

  /** How many events of a name have this value of a property of theirs or of their person. */
  long count(String event, String of, String property, String value)
      throws IOException, InterruptedException {
    ObjectNode series = Json.MAPPER.createObjectNode();
    series.put("kind", "EventsNode").put("event", event).put("math", "total");
    series
        .putArray("properties")
        .addObject()
        .put("type", of)
        .put("key", property)
        .put("operator", "exact")
        .put("value", value);
    return number(series);
  }

  private long number(ObjectNode series) throws IOException, InterruptedException {
    JsonNode answer =
        post(
            "/api/projects/1/query/",
            """
            {"refresh": "force_blocking", "query": {"kind": "TrendsQuery", "series": [%s],
             "dateRange": {"date_from": "2010-01-01", "date_to": "2036-12-31"},
             "trendsFilter": {"display": "BoldNumber"}}}
            """
                .formatted(series));
    return answer.path("results").path(0).path("aggregated_value").longValue();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    client.close();
    program.close();
  }
}
