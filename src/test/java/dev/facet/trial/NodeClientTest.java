package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostHog's own client for Node against a running server. {@code ./facet test} installs it. */
class NodeClientTest {
  private static final Path CLIENT = Path.of("src", "test", "clients", "posthog-node");

  @TempDir private Path folder;

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }

  private static void drive(Tried server) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", "drive.js", server.url(), Tried.TOKEN)
            .directory(CLIENT.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(output).isZero();
  }

  @Test
  void everything_the_client_sends_is_counted() throws Exception {
    assumeTrue(onPath("node"), "not run: there is no node on PATH");
    assumeTrue(
        Files.isDirectory(CLIENT.resolve("node_modules")),
        "not run: the client is not installed (npm ci in " + CLIENT + ")");
    try (Tried server = Tried.start(folder)) {
      drive(server);
      server.flush();

      assertThat(server.number("bulk", "total")).isEqualTo(250);
      assertThat(server.number("bulk", "dau")).isEqualTo(50);
      assertThat(server.number("unseen", "total")).isEqualTo(1);
      assertThat(server.number("$groupidentify", "total")).isEqualTo(1);

      // the visitor, Ada and Ada's phone are one person, with what was set of her
      assertThat(server.number("page seen", "total")).isEqualTo(4);
      assertThat(server.number("page seen", "dau")).isEqualTo(1);
      assertThat(server.count("page seen", "person", "email", "ada@example.com")).isEqualTo(4);
      assertThat(server.count("page seen", "person", "source", "ads")).isEqualTo(4);

      assertThat(server.number("bought", "total")).isEqualTo(2);
      assertThat(server.count("bought", "event", "price", "19.5")).isEqualTo(1);
      assertThat(server.count("bought", "event", "note", "çay 🍵 \"quoted\" <b>")).isEqualTo(1);
      assertThat(server.count("bought", "event", "$lib", "posthog-node")).isEqualTo(2);
    }
  }
}
