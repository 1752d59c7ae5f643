package dev.facet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.ingest.row.SentRows;
import dev.facet.ingest.sheet.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends rows in batches and tells of those that are refused. For one file and one thread. */
final class RowSender implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 5000;
  private static final int BATCH_CHARACTERS = 4 << 20;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI target;
  private final String key;
  private final PrintWriter out;
  private final List<Integer> lines = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private long taken;
  private long refused;
  private long warned;

  RowSender(URI target, String key, PrintWriter out) {
    this.target = target;
    this.key = key;
    this.out = out;
  }

  /** Sends the rows of a part of a file. */
  void add(Sheet sheet, List<SentRows.Given> rows) throws IOException, InterruptedException {
    for (int i = 0; i < rows.size(); i++) {
      SentRows.Given row = rows.get(i);
      int line = sheet.lines().get(i).number();
      if (row.row() == null) {
        refuse(line, row.path(), row.fault());
        continue;
      }
      lines.add(line);
      body.append(row.row()).append('\n');
      if (lines.size() == BATCH || body.length() > BATCH_CHARACTERS) {
        send();
      }
    }
  }

  /** Sends what is left and tells of all; 0 when no row was refused, else 1. */
  int end() throws IOException, InterruptedException {
    send();
    out.printf("%d rows taken, %d refused, %d with a warning.%n", taken, refused, warned);
    out.flush();
    return refused == 0 ? 0 : 1;
  }

  private void send() throws IOException, InterruptedException {
    if (lines.isEmpty()) {
      return;
    }
    JsonNode answer = post();
    taken += answer.path("accepted").asLong();
    for (JsonNode row : answer.path("rejected")) {
      refuse(line(row), row.path("path").asText(), row.path("message").asText());
    }
    for (JsonNode row : answer.path("warnings")) {
      warned++;
      out.println(
          told(line(row), row.path("path").asText(), row.path("message").asText())
              + " (taken all the same)");
    }
    lines.clear();
    body.setLength(0);
  }

  private int line(JsonNode row) {
    return lines.get(row.path("row").asInt());
  }

  private void refuse(int line, String path, String message) {
    refused++;
    out.println(told(line, path, message));
  }

  /** What is said about a line. */
  static String told(int line, String path, String message) {
    return "line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }

  /** The answer that tells of each row; a request that is refused as a whole is a failure. */
  private JsonNode post() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(Duration.ofMinutes(2))
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException("No answer from " + target + ": " + e, e);
    }
    JsonNode answer = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    if (!answer.has("accepted")) {
      String reason = answer.at("/error/message").asText("no reason given");
      throw new IOException(target + " answered " + response.statusCode() + ": " + reason);
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
