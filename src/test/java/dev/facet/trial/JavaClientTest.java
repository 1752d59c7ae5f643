package dev.facet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.posthog.java.PostHog;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostHog's own client for Java against a running server. */
class JavaClientTest {
  @TempDir private Path folder;

  private static void drive(String url) {
    PostHog client = new PostHog.Builder(Tried.TOKEN).host(url).build();
    client.capture("visitor", "page seen", Map.of("path", "/"));
    client.identify("ada", Map.of("email", "ada@example.com"), Map.of("source", "ads"));
    client.capture("ada", "bought", Map.of("price", 19.5, "note", "çay 🍵 \"quoted\" <b>"));
    client.capture("ada", "bought", Map.of("price", 0.5));
    client.alias("ada", "ada-phone");
    client.capture("ada-phone", "page seen", Map.of("path", "/phone"));
    client.set("ada", Map.of("plan", "pro"));
    for (int i = 0; i < 250; i++) {
      client.capture("user-" + i % 50, "bulk", Map.of("number", i));
    }
    assertThat(client.isFeatureFlagEnabled("new-page", "ada")).isFalse();
    assertThat(client.getFeatureFlag("new-page", "ada")).isNull();
    client.shutdown();
  }

  @Test
  void everything_the_client_sends_is_counted() throws Exception {
    try (Tried server = Tried.start(folder)) {
      drive(server.url());
      server.flush();

      assertThat(server.number("bulk", "total")).isEqualTo(250);
      assertThat(server.number("bulk", "dau")).isEqualTo(50);
      assertThat(server.number("bought", "total")).isEqualTo(2);
      assertThat(server.count("bought", "event", "price", "19.5")).isEqualTo(1);
      assertThat(server.count("bought", "event", "note", "çay 🍵 \"quoted\" <b>")).isEqualTo(1);
      assertThat(server.count("bought", "person", "email", "ada@example.com")).isEqualTo(2);
      assertThat(server.count("bought", "person", "source", "ads")).isEqualTo(2);
      assertThat(server.count("bought", "person", "plan", "pro")).isEqualTo(2);

      // Ada's phone is Ada's; the visitor is somebody else
      assertThat(server.number("page seen", "total")).isEqualTo(2);
      assertThat(server.number("page seen", "dau")).isEqualTo(2);
      assertThat(server.count("page seen", "person", "email", "ada@example.com")).isEqualTo(1);
    }
  }
}
