package dev.facet.api.facet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.api.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending rows over HTTP. */
class RowsHttpTest {
  private static final String PATH = "/facet/v1/projects/1/datasets/";

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

  private Reply send(String dataset, String body) throws Exception {
    return server.post(PATH + dataset + "/rows", "phx_all", body);
  }

  @Test
  void good_rows_are_taken_and_bad_ones_named() throws Exception {
    Reply reply =
        send(
            "customers",
            """
            [{"customer_id":"a"},{"customer_id":"b","age":3},{"name":"nobody"}]
            """);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("accepted").asInt()).isEqualTo(1);
    assertThat(reply.json().path("rejected")).hasSize(2);
    assertThat(reply.json().at("/rejected/0/row").asInt()).isEqualTo(1);
    assertThat(reply.json().at("/rejected/0/path").asText()).isEqualTo("age");
    assertThat(reply.json().at("/rejected/1/path").asText()).isEqualTo("customer_id");
  }

  @Test
  void the_status_tells_whether_anything_was_taken() throws Exception {
    assertThat(send("customers", "[]").status()).isEqualTo(200);
    assertThat(send("customers", "").status()).isEqualTo(200);
    Reply none = send("customers", "{\"name\":\"nobody\"}");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.body()).startsWith("{\"accepted\":0,\"rejected\":[{\"row\":0,\"path\":");
    Reply broken = send("customers", "[{");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.json().at("/error/code").asText()).isEqualTo("malformed_json");
  }

  @Test
  void rows_need_a_dataset_a_scope_and_a_role() throws Exception {
    Reply unknown = send("costumers", "[]");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().at("/error/message").asText())
        .contains("customers")
        .contains("posts");
    assertThat(send("events", "[]").status()).isEqualTo(404);
    String path = PATH + "customers/rows";
    assertThat(server.post(path, null, "[]").status()).isEqualTo(401);
    assertThat(server.post(path, "phx_read", "[]").status()).isEqualTo(403);
    assertThat(server.post(path, "phx_vic", "[]").status()).isEqualTo(403);
    assertThat(
            server.post("/facet/v1/projects/99/datasets/customers/rows", "phx_all", "[]").status())
        .isEqualTo(404);
  }

  @Test
  void a_packed_body_is_unpacked_within_the_limit() throws Exception {
    assertThat(packed("{\"customer_id\":\"z\"}".getBytes(UTF_8)).body())
        .isEqualTo("{\"accepted\":1,\"rejected\":[]}");
    HttpResponse<String> bomb = packed(new byte[21 << 20]);
    assertThat(bomb.statusCode()).isEqualTo(413);
    assertThat(bomb.body()).contains("20 MB");
    assertThat(send("customers", " ".repeat(21 << 20)).status()).isEqualTo(413);
  }

  private HttpResponse<String> packed(byte[] body) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.url() + PATH + "customers/rows"))
              .header("Authorization", "Bearer phx_all")
              .header("Content-Encoding", "gzip")
              .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void many_rows_come_in_one_request() throws Exception {
    var rows = Json.MAPPER.createArrayNode();
    for (int i = 0; i < 50_000; i++) {
      rows.addObject().put("customer_id", "c" + i).put("name", "Name " + i).put("country", "DE");
    }
    Reply reply = send("customers", rows.toString());
    assertThat(reply.body()).isEqualTo("{\"accepted\":50000,\"rejected\":[]}");
    assertThat(server.post("/facet/v1/flush", "phx_all", null).status()).isEqualTo(200);
  }
}
