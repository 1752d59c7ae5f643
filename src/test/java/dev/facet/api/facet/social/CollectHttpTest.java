package dev.facet.api.facet.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.ServerUnderTest;
import dev.facet.ServerUnderTest.Reply;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.StubHost.Asked;
import dev.facet.ingest.social.StubHost.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections over HTTP, from networks that are stubs. */
class CollectHttpTest {
  private static final String ACME = "/facet/v1/projects/1/profiles/acme";
  private static final String YAML =
      """
      connectors: { allow: ["127.0.0.1"], x: { client_id: our-id, client_secret: our-secret } }
      bootstrap:
        organisations:
          - id: 1
            name: Acme
            users:
              - { email: ada@example.com, name: Ada, password: correct-horse-battery, role: owner }
            projects:
              - { id: 1, name: Web, timezone: UTC, week_start: monday, token: phc_web }
            keys:
              - { user: ada@example.com, label: all, key: phx_all, scopes: ["*"], projects: [] }
      """;

  @TempDir private Path folder;
  private volatile Instant now = Instant.parse("2026-02-28T23:00:00Z");
  private volatile int likes = 5;
  private volatile String good = "secret-token-1";
  private StubHost host;
  private ServerUnderTest server;

  @BeforeEach
  void start() throws Exception {
    host = new StubHost(this::said);
    open();
    server.send("PUT", ACME, "phx_all", null);
    connect("bluesky", "{\"account_id\":\"did:plc:1\",\"base_url\":\"%s/b\"}");
    connect(
        "x",
        "{\"account_id\":\"1\",\"access_token\":\"secret-token-1\","
            + "\"refresh_token\":\"secret-again-1\",\"base_url\":\"%s\"}");
  }

  private void open() throws Exception {
    server = ServerUnderTest.start(folder, YAML, Map.of("store.url", ""), () -> now);
  }

  @AfterEach
  void stop() {
    server.close();
    host.close();
  }

  private void connect(String platform, String body) throws Exception {
    String path = ACME + "/accounts/" + platform;
    Reply reply = server.send("PUT", path, "phx_all", body.formatted(host.url()));
    assertThat(reply.status()).as(reply.body()).isIn(200, 201);
  }

  private Said said(Asked asked) {
    String path = asked.target();
    if (path.startsWith("/b/xrpc/app.bsky.actor.getProfile")) {
      return new Said(200, "{\"did\":\"did:plc:1\",\"followersCount\":10,\"followsCount\":3}");
    }
    if (path.startsWith("/b/xrpc/app.bsky.feed.getAuthorFeed")) {
      return new Said(200, feed());
    }
    if (path.equals("/2/oauth2/token")) {
      good = "secret-token-2";
      return new Said(
          200,
          "{\"access_token\":\"secret-token-2\",\"refresh_token\":\"secret-again-2\",\"expires_in\":7200}");
    }
    if (!asked.authorization().equals("Bearer " + good)) {
      return new Said(
          401, "{\"title\":\"Unauthorized\",\"detail\":\"%s\"}".formatted(asked.authorization()));
    }
    return path.startsWith("/2/users/me")
        ? new Said(
            200,
            "{\"data\":{\"id\":\"1\",\"public_metrics\":{\"followers_count\":7,\"following_count\":1}}}")
        : new Said(200, "{\"meta\":{\"result_count\":0}}");
  }

  private String feed() {
    return """
        {"feed":[
          {"post":{"uri":"at://did:plc:1/app.bsky.feed.post/a","author":{"handle":"acme.test"},
            "record":{"text":"Hi","createdAt":"2026-02-01T10:00:00Z"},
            "likeCount":%d,"replyCount":1,"repostCount":2,"quoteCount":1}},
          {"post":{"uri":"at://other/1","likeCount":900},
            "reason":{"$type":"app.bsky.feed.defs#reasonRepost"}}]}
        """
        .formatted(likes);
  }

  private JsonNode collect() throws Exception {
    Reply reply = server.post(ACME + "/collect", "phx_all", null);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).doesNotContain("secret-");
    return reply.json().path("platforms");
  }

  private String status(String platform) throws Exception {
    return server.get(ACME + "/accounts/" + platform, "phx_all").json().path("status").asText();
  }

  private String query(String sql) throws Exception {
    Reply reply =
        server.post(
            "/api/projects/1/query/",
            "phx_all",
            "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"%s\"}}".formatted(sql));
    return reply.json().path("results").toString();
  }

  @Test
  void what_was_collected_is_seen_at_once_and_counts_over_the_end_of_the_month() throws Exception {
    JsonNode first = collect();
    assertThat(first.path("bluesky").toString())
        .isEqualTo(
            "{\"ok\":true,\"level\":{\"comments\":1,\"followers\":10,\"following\":3,\"likes\":5,\"shares\":3},"
                + "\"daily\":{\"comments\":0,\"likes\":0,\"shares\":0}}");
    assertThat(first.at("/x/level").toString())
        .isEqualTo(
            "{\"comments\":0,\"followers\":7,\"following\":1,\"impressions\":0,\"likes\":0,\"saves\":0,\"shares\":0}");
    now = now.plus(Duration.ofHours(2));
    likes = 9;
    assertThat(collect().at("/bluesky/daily/likes").asInt()).isEqualTo(4);
    assertThat(
            query(
                "select date, daily.likes from profile_snapshots where platform = 'bluesky' order by date"))
        .isEqualTo("[[\"2026-02-28\",0.0],[\"2026-03-01\",4.0]]");
    assertThat(query("select post_id from posts where platform = 'bluesky'"))
        .isEqualTo("[[\"acme/bluesky/at://did:plc:1/app.bsky.feed.post/a\"]]");
    assertThat(query("select date, metrics.likes from post_snapshots order by date"))
        .isEqualTo("[[\"2026-02-28\",5.0],[\"2026-03-01\",9.0]]");
  }

  @Test
  void a_dead_token_is_renewed_and_when_that_is_over_the_account_is_to_be_reconnected()
      throws Exception {
    collect();
    good = "secret-token-0";
    assertThat(collect().at("/x/ok").asBoolean()).isTrue();
    assertThat(status("x")).isEqualTo("connected");
    connect("x", "{\"account_id\":\"1\",\"access_token\":\"secret-old\",\"base_url\":\"%s\"}");
    JsonNode third = collect();
    assertThat(third.at("/x/ok").asBoolean()).isFalse();
    assertThat(third.at("/x/class").asText()).isEqualTo("AUTH");
    assertThat(third.at("/x/error").asText()).startsWith("X ");
    assertThat(third.at("/bluesky/ok").asBoolean()).isTrue();
    assertThat(status("x")).isEqualTo("reconnect");
    assertThat(status("bluesky")).isEqualTo("connected");
  }

  @Test
  void a_person_gives_leave_at_the_network_and_comes_back() throws Exception {
    good = "secret-token-2";
    String url = server.get(ACME + "/accounts/x/authorize", "phx_all").json().path("url").asText();
    assertThat(url).startsWith(host.url() + "/i/oauth2/authorize?").contains("code_challenge");
    String state = url.replaceFirst(".*[?&]state=([^&]*).*", "$1");
    Reply back = server.get("/facet/v1/connect/callback?code=abc&state=" + state, null);
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location"))
        .isEqualTo(server.url() + "/p/1/profiles/acme?consent=connected&platform=x");
    Reply no = server.get("/facet/v1/connect/callback?error=access_denied&state=" + state, null);
    assertThat(no.header("Location")).endsWith("?consent=denied&platform=x");
    assertThat(collect().at("/x/ok").asBoolean()).isTrue();
    Asked token =
        host.asked().stream().filter(a -> a.target().contains("token")).findFirst().orElseThrow();
    assertThat(token.body()).contains("code=abc", "code_verifier=");
    assertThat(server.get("/facet/v1/connect/callback?error=access_denied", null).status())
        .isEqualTo(400);
  }

  @Test
  void the_clock_makes_up_for_a_night_that_the_server_was_off() throws Exception {
    server.close();
    now = Instant.parse("2026-03-02T05:00:00Z");
    open();
    String status = "";
    while (status.isEmpty() || status.equals("running")) {
      JsonNode runs = server.get(ACME + "/runs", "phx_all").json();
      status = runs.at("/results/0/status").asText("");
    }
    JsonNode run = server.get(ACME + "/runs", "phx_all").json().at("/results/0");
    assertThat(run.path("cause").asText()).isEqualTo("clock");
    assertThat(run.path("date").asText()).isEqualTo("2026-03-02");
    assertThat(run.at("/platforms/bluesky/ok").asBoolean()).isTrue();
  }

  @Test
  void no_file_of_the_server_holds_a_token() throws Exception {
    collect();
    server.close();
    try (Stream<Path> files = Files.walk(folder.resolve("data")).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text.contains("secret-token") || text.contains("secret-again"))
            .as(file.toString())
            .isFalse();
      }
    }
    open();
    assertThat(collect().at("/x/ok").asBoolean()).isTrue();
  }
}
