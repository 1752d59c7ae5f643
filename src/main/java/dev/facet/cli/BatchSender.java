package dev.facet.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends batches of events as past ones, trying again while the server asks for patience. */
final class BatchSender implements AutoCloseable {
  private static final int ATTEMPTS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI target;
  private final String head;

  BatchSender(URI url, String token) {
    this.target = URI.create(url.toString().replaceAll("/+$", "") + "/batch");
    this.head =
        "{\"api_key\":\""
            + new String(JsonStringEncoder.getInstance().quoteAsString(token))
            + "\",\"historical_migration\":true,\"batch\":[";
  }

  /**
   * Sends one batch.
   *
   * @return why the server refuses these events, null when it took them
   * @throws IOException when the server cannot be reached, refuses the caller or stays busy
   */
  @Nullable String send(List<EventLines.Line> batch) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder(head);
    for (int i = 0; i < batch.size(); i++) {
      body.append(i == 0 ? "" : ",").append(batch.get(i).text());
    }
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.append("]}").toString()))
            .build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = post(request);
      int status = response.statusCode();
      if (status / 100 == 2) {
        return null;
      }
      if (status == 400 || status == 413) {
        return response.body().strip();
      }
      if (attempt == ATTEMPTS || (status != 429 && status < 500)) {
        throw new IOException(
            String.format(
                Locale.ROOT, "%s answered %d: %s", target, status, response.body().strip()));
      }
      Thread.sleep(pause(response, attempt));
    }
  }

  private HttpResponse<String> post(HttpRequest request) throws IOException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("No answer from " + target + ": " + e, e);
    }
  }

  private static Duration pause(HttpResponse<String> response, int attempt) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,3}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ofMillis(250L << attempt));
  }

  @Override
  public void close() {
    client.close();
  }
}
