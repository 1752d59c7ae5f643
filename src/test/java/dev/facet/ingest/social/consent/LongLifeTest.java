package dev.facet.ingest.social.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.api.http.Parameters;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Pace;
import dev.facet.ingest.social.SocialDesk;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.StubHost.Asked;
import dev.facet.ingest.social.StubHost.Said;
import dev.facet.ingest.social.network.Networks;
import dev.facet.ingest.social.profile.Held;
import dev.facet.store.memory.MemoryStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of networks that make them last by calls of their own. */
class LongLifeTest {
  private static final String MONTHS = "{\"access_token\":\"%s\",\"expires_in\":5184000}";

  @TempDir private Path folder;
  private final Map<String, Said> said = new ConcurrentHashMap<>();
  private StubHost host;
  private SocialDesk desk;

  @BeforeEach
  void open() throws Exception {
    host = new StubHost(this::answer);
    desk = new SocialDesk(folder, new MemoryStore(), Networks.all(Pace.of(InstantSource.system())));
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    host.close();
  }

  private Said answer(Asked asked) {
    String path = asked.target().replaceFirst("\\?.*", "");
    Said other = new Said(200, "{\"id\":\"7\",\"data\":[]}");
    return said.getOrDefault(asked.method() + " " + path, other);
  }

  private Held connected(String platform) {
    desk.profiles.put(desk.projectId(), "acme", null);
    desk.profiles.connect(
        desk.projectId(),
        null,
        "acme",
        new Account(platform, "7", null, null, null, host.url(), null, null));
    String address = desk.consents.address(desk.projectId(), "acme", platform, "https://f.example");
    String state = Parameters.parse(URI.create(address).getRawQuery()).first("state").orElseThrow();
    desk.consents.finish(state, Optional.of("code"));
    return held(platform);
  }

  private Held held(String platform) {
    return desk.profiles.held(desk.projectId(), "acme", platform).orElseThrow();
  }

  private List<String> targets() {
    return host.asked().stream().map(Asked::target).toList();
  }

  @Test
  void threads_gives_months_for_hours_and_renews_them_before_their_end() {
    said.put("POST /oauth/access_token", new Said(200, "{\"access_token\":\"short\"}"));
    said.put("GET /access_token", new Said(200, MONTHS.formatted("long-1")));
    said.put("GET /refresh_access_token", new Said(200, MONTHS.formatted("long-2")));
    assertThat(connected("threads").account().accessToken()).isEqualTo("long-1");
    assertThat(targets().getLast())
        .isEqualTo(
            "/access_token?grant_type=th_exchange_token&client_id=our-id"
                + "&client_secret=our-secret&access_token=short");
    desk.pass(Duration.ofDays(49));
    desk.collect("acme");
    assertThat(held("threads").account().accessToken()).isEqualTo("long-1");
    desk.pass(Duration.ofDays(2));
    desk.collect("acme");
    assertThat(targets())
        .contains("/refresh_access_token?grant_type=th_refresh_token&access_token=long-1");
    assertThat(held("threads").account().accessToken()).isEqualTo("long-2");
    assertThat(held("threads").connection().expiresAt())
        .isEqualTo(Instant.parse("2026-03-04T12:00:00Z").plus(Duration.ofDays(51 + 60)));
  }

  @Test
  void a_token_of_hours_does_where_the_network_gives_none_of_months() {
    said.put(
        "POST /oauth/access_token",
        new Said(200, "{\"access_token\":\"short\",\"expires_in\":3600}"));
    said.put("GET /access_token", new Said(400, "{\"error\":{\"code\":1}}"));
    assertThat(connected("threads").account().accessToken()).isEqualTo("short");
    said.put("GET /refresh_access_token", new Said(503, "{}"));
    desk.collect("acme");
    assertThat(held("threads").account().accessToken()).isEqualTo("short");
  }

  @Test
  void facebook_gives_the_token_of_the_page_which_does_not_end() {
    String token = "/v23.0/oauth/access_token";
    said.put("POST " + token, new Said(200, "{\"access_token\":\"short\"}"));
    said.put("GET " + token, new Said(200, MONTHS.formatted("long")));
    said.put("GET /v23.0/7", new Said(200, "{\"access_token\":\"of-the-page\"}"));
    Held held = connected("facebook");
    assertThat(held.account().accessToken()).isEqualTo("of-the-page");
    assertThat(held.connection().expiresAt()).isNull();
    assertThat(targets())
        .contains(
            token
                + "?grant_type=fb_exchange_token&client_id=our-id&client_secret=our-secret"
                + "&fb_exchange_token=short",
            "/v23.0/7?access_token=long&fields=access_token");
  }

  @Test
  void a_person_who_may_not_have_the_pages_token_is_read_with() {
    said.put("GET /v23.0/oauth/access_token", new Said(200, MONTHS.formatted("long")));
    said.put("POST /v23.0/oauth/access_token", new Said(200, "{\"access_token\":\"short\"}"));
    said.put("GET /v23.0/7", new Said(403, "{\"error\":{\"code\":200}}"));
    assertThat(connected("facebook").account().accessToken()).isEqualTo("long");
  }
}
