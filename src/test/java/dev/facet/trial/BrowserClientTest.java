package dev.facet.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostHog's own client for browsers, on a page of another origin in a real browser, against a
 * running server. {@code ./facet test} installs the client and finds the browser.
 */
class BrowserClientTest {
  private static final Path CLIENT = Path.of("src", "test", "clients", "posthog-js");
  private static final Path SCRIPT =
      CLIENT.resolve(Path.of("node_modules", "posthog-js", "dist", "array.no-external.js"));
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path folder;

  private static Optional<String> chromium() {
    return Stream.of(System.getenv("FACET_CHROMIUM"), "/usr/bin/chromium")
        .filter(path -> path != null && Files.isExecutable(Path.of(path)))
        .findFirst();
  }

  /** Serves the page and its script, and hears from the page when it is done. */
  private static final class Site implements AutoCloseable {
    final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private final HttpServer server;

    Site() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> give(exchange, CLIENT.resolve("page.html"), "html"));
      server.createContext("/array.js", exchange -> give(exchange, SCRIPT, "javascript"));
      server.createContext("/done", this::finish);
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void give(HttpExchange exchange, Path file, String type) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "text/" + type + "; charset=utf-8");
      byte[] bytes = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    private void finish(HttpExchange exchange) throws IOException {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      done.complete(true);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private void visit(String chromium, Site site, Tried server) throws Exception {
    String page =
        site.url() + "/?token=" + Tried.TOKEN + "&host=" + URLEncoder.encode(server.url(), UTF_8);
    Path log = folder.resolve("browser.log");
    Process browser =
        new ProcessBuilder(
                chromium,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--enable-logging=stderr",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("browser"),
                page)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      site.done
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .handle(BrowserClientTest::ended)
          .join();
      assertThat(site.done).as(Files.readString(log)).isCompletedWithValue(true);
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
      browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static boolean ended(@Nullable Boolean done, @Nullable Throwable failure) {
    return failure == null;
  }

  @Test
  void everything_the_page_sends_is_counted() throws Exception {
    Optional<String> chromium = chromium();
    assumeTrue(chromium.isPresent(), "not run: there is no chromium (set FACET_CHROMIUM to one)");
    assumeTrue(
        Files.isRegularFile(SCRIPT),
        "not run: the client is not installed (npm ci in " + CLIENT + ")");
    try (Tried server = Tried.start(folder);
        Site site = new Site()) {
      visit(chromium.get(), site, server);
      server.flush();

      assertThat(server.number("$pageview", "total")).isEqualTo(1);
      assertThat(server.number("bought", "total")).isEqualTo(2);
      assertThat(server.number("bought", "dau")).isEqualTo(1);
      assertThat(server.count("bought", "event", "price", "19.5")).isEqualTo(1);
      assertThat(server.count("bought", "event", "note", "çay 🍵 \"quoted\" <b>")).isEqualTo(1);
      assertThat(server.count("bought", "event", "$lib", "web")).isEqualTo(2);

      // who looked around before is who was identified then
      assertThat(server.count("$pageview", "person", "email", "ada@example.com")).isEqualTo(1);
      assertThat(server.count("$pageview", "person", "source", "ads")).isEqualTo(1);
    }
  }
}
