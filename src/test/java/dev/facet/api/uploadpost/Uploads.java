package dev.facet.api.uploadpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A server with profiles, called the way the vendor's clients do; it is noon on 4 March 2026. */
final class Uploads implements AutoCloseable {
  static final String KEY = "phx_all";

  /** What lets the server in at a network, and nobody is shown. */
  static final String TOKEN = "token-nobody-sees";

  final ServerUnderTest server;

  Uploads(Path folder) throws Exception {
    this(folder, Map.of(), InstantSource.fixed(ServerUnderTest.NOW));
  }

  Uploads(Path folder, Map<String, String> settings, InstantSource clock) throws Exception {
    server = ServerUnderTest.start(folder, settings, clock);
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

  /** The status line's number for a path sent as it is, and no more of the answer. */
  int status(String path) throws Exception {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Apikey %s\r\nConnection: close\r\n\r\n"
              .formatted(path, KEY);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  /** Gives a profile an account whose network is at this address. */
  void connect(String profile, String platform, String address) throws Exception {
    String path = "/facet/v1/projects/1/profiles/" + profile;
    server.send("PUT", path, KEY, null);
    String account = "{\"account_id\": \"7\", \"access_token\": \"%s\", \"base_url\": \"%s\"}";
    Reply reply =
        server.send("PUT", path + "/accounts/" + platform, KEY, account.formatted(TOKEN, address));
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
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
