package dev.facet.api.facet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
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
  void a_healthy_server_says_ok() throws Exception {
    Reply health = server.get("/health", null);
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void the_page_lets_no_foreign_script_in_and_no_frame_around_it() throws Exception {
    for (String path : List.of("/", "/login", "/p/1/dashboards/3")) {
      Reply page = server.get(path, null);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy"))
          .contains("script-src 'self'")
          .contains("frame-ancestors 'none'");
      assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @Test
  void an_address_of_nothing_is_not_found() throws Exception {
    assertThat(server.get("/nowhere", null).json().at("/error/code").asText())
        .isEqualTo("not_found");
    Reply page = server.get("/nowhere", null, "Accept", "text/html");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(server.get("/assets/../facet.yaml", null).status()).isEqualTo(404);
    assertThat(server.get("/assets/%2e%2e/index.html", null).status()).isEqualTo(404);
    assertThat(server.get("/facet/v1/nowhere", null, "Accept", "text/html").json().has("error"))
        .isTrue();
  }

  @Test
  void the_description_lists_the_routes_with_what_they_require() throws Exception {
    JsonNode api = server.get("/facet/v1/openapi.json", null).json();
    JsonNode get =
        api.path("paths").path("/facet/v1/projects/{project}/dashboards/{id}").path("get");
    assertThat(get.at("/security/0/key/0").asText()).isEqualTo("dashboard:read");
    assertThat(get.path("parameters")).hasSize(2);
    assertThat(api.path("paths").fieldNames())
        .toIterable()
        .contains("/health", "/batch", "/facet/v1/login", "/facet/v1/openapi.json");
  }

  @Test
  void bad_input_leaves_the_server_healthy() throws Exception {
    assertThat(server.post("/facet/v1/login", null, "[".repeat(10_000)).status()).isEqualTo(400);
    assertThat(server.post("/facet/v1/login", null, "x".repeat(3_000_000)).status()).isEqualTo(413);
    assertThat(server.get("/health", null).status()).isEqualTo(200);
  }
}
