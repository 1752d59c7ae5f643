package dev.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir private Path folder;

  private Config load(String yaml, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("facet.yaml"), yaml);
    return Config.load(file, environment, Map.of());
  }

  @Test
  void names_and_defaults_stay_what_they_are() {
    assertThat(Config.KEYS.stream().map(key -> key.name() + "=" + key.standard()))
        .containsExactly(
            "server.host=127.0.0.1",
            "server.port=8080",
            "server.public_url=",
            "server.trusted_proxies=",
            "data=./data",
            "catalog.url=",
            "store.url=",
            "store.memory=768",
            "limits.calls_per_minute=6000",
            "limits.connections=5000",
            "limits.parallel_queries=0",
            "limits.queued_queries=1000",
            "limits.query_seconds=120",
            "limits.cache=64",
            "connectors.allow=");
  }

  @Test
  void the_reference_page_is_current() throws IOException {
    Path page = Path.of("docs/configuration.md");
    if (System.getProperty("docs.update") != null) {
      Files.writeString(page, ConfigReference.page());
    }
    assertThat(page).as("rewrite it with -Ddocs.update").hasContent(ConfigReference.page());
  }

  @Test
  void the_environment_goes_before_the_file_and_the_command_line_before_both() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("facet.yaml"),
            "server: { port: 9000, host: 0.0.0.0, trusted_proxies: [10.0.0.0/8, 127.0.0.1] }\ndata: /srv/facet\n");
    Config config =
        Config.load(
            file,
            Map.of("FACET_SERVER_PORT", "9001", "FACET_DATA", "/tmp/a", "FACET_TOKEN", "x"),
            Map.of("data", "/tmp/b"));
    assertThat(config.server())
        .isEqualTo(new Config.Server("0.0.0.0", 9001, null, List.of("10.0.0.0/8", "127.0.0.1")));
    assertThat(config.data()).isEqualTo(Path.of("/tmp/b"));
    assertThat(config.limits().queryTime()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void an_unknown_key_stops_the_start_and_names_the_nearest() {
    assertThatThrownBy(() -> load("server: { prot: 1 }", Map.of()))
        .hasMessage("There is no configuration key 'server.prot'; the nearest is 'server.port'.");
  }

  @Test
  void a_value_that_cannot_be_is_refused_with_what_is_allowed() {
    assertThatThrownBy(() -> load("server: { port: lots }", Map.of()))
        .hasMessage("server.port is a whole number from 0 to 65535, not 'lots'.");
    assertThatThrownBy(() -> load("[1]", Map.of())).hasMessageContaining("keys and values");
  }

  @Test
  void credentials_of_networks_are_read_and_never_shown() throws IOException {
    Config config =
        load(
            "connectors: { allow: [youtube], youtube: { client_id: a, client_secret: b } }",
            Map.of());
    assertThat(config.connectors().clients())
        .containsEntry("youtube", new Config.Connectors.Client("a", "b"));
    assertThat(config.toString()).doesNotContain("=b");
  }
}
