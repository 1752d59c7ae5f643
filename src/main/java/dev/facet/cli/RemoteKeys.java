package dev.facet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The keys of a running server, asked for with a credential derived from its secret. */
final class RemoteKeys implements KeyDesk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String credential;

  RemoteKeys(String url, String credential) {
    this.url = url + "/facet/v1/control/keys";
    this.credential = credential;
  }

  @Override
  public String create(Wanted wanted) throws IOException, InterruptedException {
    String body =
        JSON.writeValueAsString(
            Map.of(
                "user", wanted.user(),
                "label", wanted.label(),
                "scopes", wanted.scopes(),
                "projects", wanted.projects()));
    return ask("", request -> request.POST(BodyPublishers.ofString(body))).path("key").asText();
  }

  @Override
  public List<Listed> list() throws IOException, InterruptedException {
    List<Listed> keys = new ArrayList<>();
    for (JsonNode key : ask("", HttpRequest.Builder::GET).path("results")) {
      keys.add(
          new Listed(
              key.path("id").asLong(),
              key.path("user").asText(),
              key.path("label").asText(),
              key.path("mask").asText(),
              values(key.path("scopes"), JsonNode::asText),
              values(key.path("projects"), JsonNode::asLong)));
    }
    return keys;
  }

  private static <T> List<T> values(JsonNode array, Function<JsonNode, T> value) {
    List<T> values = new ArrayList<>();
    array.forEach(node -> values.add(value.apply(node)));
    return values;
  }

  @Override
  public void revoke(long id) throws IOException, InterruptedException {
    ask("/" + id, HttpRequest.Builder::DELETE);
  }

  private JsonNode ask(String path, Function<HttpRequest.Builder, HttpRequest.Builder> method)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + credential);
    HttpResponse<String> response =
        client.send(method.apply(request).build(), BodyHandlers.ofString());
    JsonNode body = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(body.at("/error/message").asText("The server refuses."));
    }
    return body;
  }

  @Override
  public void close() {
    client.close();
  }
}
