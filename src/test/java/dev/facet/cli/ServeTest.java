package dev.facet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as an operator meets it. */
class ServeTest {
  private static final String CONFIG =
      """
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users: [{ email: ada@example.com, name: Ada, password: correct-horse, role: owner }]
            projects: [{ id: 1, name: Web, token: phc_web }]
            keys: [{ user: ada@example.com, label: all, key: phx_all, scopes: ["*"] }]
      """;

  @TempDir private Path folder;
  private Path data;
  private Path config;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void write() throws IOException {
    data = folder.resolve("data");
    config = Files.writeString(folder.resolve("facet.yaml"), CONFIG);
  }

  private Program serve(String... more) throws IOException {
    List<String> words =
        Stream.concat(
                Stream.of(
                    "serve",
                    "--port",
                    "0",
                    "--data",
                    data.toString(),
                    "--config",
                    config.toString()),
                Stream.of(more))
            .toList();
    return Program.start(Map.of(), words.toArray(String[]::new));
  }

  private String post(String url, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body));
    if (!url.endsWith("/batch")) {
      request.header("Authorization", "Bearer phx_all");
    }
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    return response.body();
  }

  private String get(String url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer phx_all").build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void a_server_told_to_stop_ends_well_and_goes_on_where_it_was() throws Exception {
    try (Program server = serve()) {
      String url = server.url();
      post(
          url + "/batch",
          "{\"api_key\":\"phc_web\",\"batch\":[{\"event\":\"a\",\"distinct_id\":\"x\"}]}");
      server.terminate();
      Program.Ended ended = server.end();
      assertThat(ended.code()).isZero();
      assertThat(ended.out() + ended.err()).isEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
    try (Program server = serve()) {
      assertThat(post(server.url() + "/facet/v1/flush", "")).isEqualTo("{\"position\":1}");
    }
  }

  @Test
  void a_second_server_on_the_same_data_is_refused_at_once() throws Exception {
    try (Program server = serve()) {
      String url = server.url();
      try (Program second = serve()) {
        Program.Ended refused = second.end();
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
            .contains("The Facet server at " + url + " uses the data directory");
      }
      String key =
          Program.run("key", "create", "--data", data.toString(), "--user", "ada@example.com")
              .out();
      assertThat(key).startsWith("phx_");
      assertThat(get(url + "/health")).isEqualTo("{\"status\":\"ok\"}");
    }
  }

  @Test
  void an_unreadable_store_is_moved_aside_and_rebuilt() throws Exception {
    try (Program server = serve()) {
      post(
          server.url() + "/batch",
          "{\"api_key\":\"phc_web\",\"batch\":[{\"event\":\"a\",\"distinct_id\":\"x\"}]}");
      server.terminate();
      server.end();
    }
    Files.writeString(data.resolve("store").resolve("facet.duckdb"), "no database");
    try (Program server = serve()) {
      String url = server.url();
      assertThat(post(url + "/facet/v1/flush", "")).isEqualTo("{\"position\":1}");
      assertThat(get(url + "/health"))
          .startsWith("{\"status\":\"ok\"")
          .contains("The store could not be read and is rebuilt from the journal");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .anyMatch(name -> name.startsWith("store-unreadable-"));
      }
    }
  }

  @Test
  void the_clock_can_be_set_and_runs() throws Exception {
    try (Program server = serve("--now", "2031-05-06T07:08:09Z")) {
      String made = post(server.url() + "/facet/v1/projects/1/dashboards", "{\"name\":\"a\"}");
      assertThat(made).contains("\"created_at\":\"2031-05-06T07:");
    }
  }

  @Test
  void wrong_use_is_told_and_ends_with_2() throws Exception {
    assertThat(Program.run("serve", "--port", "much").code()).isEqualTo(2);
    Files.writeString(config, "server: { prot: 1 }");
    try (Program server = serve()) {
      Program.Ended ended = server.end();
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("the nearest is 'server.port'");
    }
  }

  @Test
  void loading_tells_the_lines_that_are_refused() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("events.ndjson"),
            """
            {"event":"a","distinct_id":"x","timestamp":"2026-03-01T10:00:00Z"}
            {"event":"","distinct_id":"x"}

            nonsense
            {"event":"b","distinct_id":"y","timestamp":"2026-03-01T10:00:00Z"}
            """);
    try (Program server = serve()) {
      String url = server.url();
      Program.Ended ended =
          Program.run("load", file.toString(), "--url", url, "--token", "phc_web");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err())
          .contains("line 2: ")
          .contains("line 4: is no JSON")
          .contains("2 events sent, 2 refused.");
      assertThat(post(url + "/facet/v1/flush", "")).isEqualTo("{\"position\":2}");
    }
    assertThat(Program.run("load", file.toString()).code()).isEqualTo(2);
  }
}
