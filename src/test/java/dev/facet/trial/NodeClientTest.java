package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostHog's own client for Node against a running server. {@code ./facet test} installs it. */
class NodeClientTest {
  private static final Driven CLIENT = new Driven("posthog-node");

  @TempDir private Path folder;

  @Test
  void everything_the_client_sends_is_counted() throws Exception {
    CLIENT.assumeInstalled();
    try (Tried server = Tried.start(folder)) {
      CLIENT.run(server.url(), Tried.TOKEN);
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
