package dev.facet.api.facet.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream that tells how far a project's data reaches. */
class LiveTest {
  private static final String PATH = "/facet/v1/projects/1/live";

  @TempDir private Path folder;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    server = ServerUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void new_data_is_told_without_asking_again_and_that_of_other_projects_is_not() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + PATH))
            .header("Authorization", "Bearer phx_read")
            .build();
    HttpResponse<java.io.InputStream> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: {\"position\":0}");
      capture("phc_shop");
      capture("phc_web");
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("data: {\"position\":2}");
    }
  }

  private void capture(String token) throws Exception {
    String event = "{\"api_key\": \"%s\", \"event\": \"a\", \"distinct_id\": \"d\"}";
    assertThat(server.post("/capture/", null, event.formatted(token)).status()).isEqualTo(200);
  }

  @Test
  void who_may_not_read_is_told_nothing() throws Exception {
    assertThat(server.get(PATH, null).status()).isEqualTo(401);
    assertThat(server.get(PATH, "phx_none").status()).isEqualTo(403);
  }
}
