package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A server with Acme, called as the vendor's console does. */
final class Console implements AutoCloseable {
  static final String KEY = "phx_all";
  static final String REGISTRATION =
      """
      {"title": "%s", "scopes": ["home"], "segment_ids": [], "builder_ids": [],
       "organisation_id": "1", "community_id": "1"}""";

  final ServerUnderTest server;

  Console(Path folder) throws IOException {
    server = ServerUnderTest.start(folder);
  }

  Reply get(String path) throws Exception {
    return send("GET", path, null);
  }

  Reply post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  Reply put(String path, String body) throws Exception {
    return send("PUT", path, body);
  }

  Reply delete(String path) throws Exception {
    return send("DELETE", path, null);
  }

  private Reply send(String method, String path, @Nullable String body) throws Exception {
    return server.send(method, path, null, body, "Authorization", KEY);
  }

  /** Registers a dashboard and returns its id. */
  String register(String title) throws Exception {
    return post("/v1/dashboards", REGISTRATION.formatted(title)).json().at("/data/id").asText();
  }

  static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
