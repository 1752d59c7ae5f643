package dev.facet.api.uploadpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A server with profiles, called the way the vendor's clients do; it is noon on 4 March 2026. */
final class Uploads implements AutoCloseable {
  static final String KEY = "phx_all";
  final ServerUnderTest server;

  Uploads(Path folder) throws Exception {
    server = ServerUnderTest.start(folder);
  }

  Reply get(String path) throws Exception {
    return as("Apikey " + KEY, path);
  }

  Reply as(String authorization, String path) throws Exception {
    return server.get("/api" + path, null, "Authorization", authorization);
  }

  Reply send(String method, String path, String body) throws Exception {
    return server.send(method, "/api" + path, null, body, "Authorization", "Apikey " + KEY);
  }

  /** Sends rows of a dataset and waits until they are there. */
  void rows(String dataset, String rows) throws Exception {
    Reply reply = server.post("/facet/v1/projects/1/datasets/" + dataset + "/rows", KEY, rows);
    assertThat(reply.json().path("rejected")).as(reply.body()).isEmpty();
    assertThat(server.post("/facet/v1/flush", KEY, "").status()).isEqualTo(200);
  }

  static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
