package dev.facet.ingest.social.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.api.http.Parameters;
import dev.facet.ingest.social.FakeNetwork;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.SocialDesk;
import dev.facet.ingest.social.StubHost;
import dev.facet.ingest.social.StubHost.Said;
import dev.facet.ingest.social.collect.Outcome;
import dev.facet.ingest.social.consent.Consents.Ending;
import dev.facet.ingest.social.consent.Consents.Return;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.ingest.social.profile.Held;
import dev.facet.model.FailureException;
import dev.facet.store.memory.MemoryStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leave to read accounts, from a network that is a stub. */
class ConsentsTest {
  private static final String CALLBACK = "https://facet.example/facet/v1/connect/callback";

  @TempDir private Path folder;
  private final FakeNetwork network = new FakeNetwork("x");
  private volatile Said said =
      new Said(
          200, "{\"access_token\":\"new-1\",\"refresh_token\":\"again-1\",\"expires_in\":7200}");
  private StubHost host;
  private SocialDesk desk;

  @BeforeEach
  void open() throws Exception {
    host = new StubHost(asked -> said);
    desk = new SocialDesk(folder, new MemoryStore(), List.of(network));
    desk.connect("acme", "x", host.url() + "/stub");
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
    host.close();
  }

  private Parameters sent() {
    String address = desk.consents.address(desk.projectId(), "acme", "x", CALLBACK);
    assertThat(address).startsWith(host.url() + "/stub/authorize?display=page&");
    return Parameters.parse(URI.create(address).getRawQuery());
  }

  private Return finish(String state, String code) {
    return desk.consents.finish(state, Optional.of(code));
  }

  private Held held() {
    return desk.profiles.held(desk.projectId(), "acme", "x").orElseThrow();
  }

  private Parameters form(int number) {
    return Parameters.parse(host.asked().get(number).body());
  }

  @Test
  void a_code_becomes_tokens_of_the_account() throws Exception {
    Parameters query = sent();
    assertThat(query.first("client_id")).contains("our-id");
    assertThat(query.first("scope")).contains("read offline");
    assertThat(query.first("redirect_uri")).contains(CALLBACK);
    desk.profiles.mark(held().connection(), Status.RECONNECT);
    assertThat(finish(query.first("state").orElseThrow(), "the code"))
        .isEqualTo(new Return(desk.projectId(), "acme", "x", Ending.CONNECTED));
    assertThat(held().account().accessToken()).isEqualTo("new-1");
    assertThat(held().account().refreshToken()).isEqualTo("again-1");
    assertThat(held().connection().status()).isEqualTo(Status.CONNECTED);
    assertThat(host.asked().getFirst().target()).isEqualTo("/stub/token");
    assertThat(form(0).first("grant_type")).contains("authorization_code");
    assertThat(form(0).first("code")).contains("the code");
    assertThat(form(0).first("redirect_uri")).contains(CALLBACK);
    assertThat(form(0).first("client_secret")).contains("our-secret");
    byte[] verifier =
        form(0).first("code_verifier").orElseThrow().getBytes(StandardCharsets.US_ASCII);
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
    assertThat(query.first("code_challenge")).contains(challenge);
  }

  @Test
  void a_state_that_is_forged_old_or_of_another_connection_is_refused() {
    String state = sent().first("state").orElseThrow();
    assertThatThrownBy(() -> finish("x" + state, "code")).isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> finish("", "code")).isInstanceOf(FailureException.class);
    desk.pass(State.LIFE);
    assertThat(finish(state, "code").ending()).isEqualTo(Ending.LATE);
    String other = sent().first("state").orElseThrow();
    desk.connect("acme", "x", host.url());
    assertThat(finish(other, "code").ending()).isEqualTo(Ending.LATE);
    assertThat(host.asked()).isEmpty();
  }

  @Test
  void without_a_code_the_person_said_no() {
    String state = sent().first("state").orElseThrow();
    assertThat(desk.consents.finish(state, Optional.empty()).ending()).isEqualTo(Ending.DENIED);
    assertThat(held().account().accessToken()).isEqualTo("token");
  }

  @Test
  void a_refused_code_leaves_the_account_as_it_is() {
    String state = sent().first("state").orElseThrow();
    said =
        new Said(400, "{\"error\":\"invalid_grant\",\"error_description\":\"token our-secret\"}");
    assertThat(finish(state, "code").ending()).isEqualTo(Ending.REFUSED);
    assertThat(held().account().accessToken()).isEqualTo("token");
  }

  @Test
  void a_token_is_renewed_shortly_before_its_end() {
    finish(sent().first("state").orElseThrow(), "code");
    said = new Said(200, "{\"access_token\":\"new-2\",\"expires_in\":7200}");
    desk.pass(Duration.ofMinutes(117));
    desk.collect("acme");
    desk.pass(Duration.ofMinutes(2));
    desk.collect("acme");
    assertThat(network.tokens()).containsExactly("new-1", "new-2");
    assertThat(form(1).first("grant_type")).contains("refresh_token");
    assertThat(form(1).first("refresh_token")).contains("again-1");
    assertThat(held().account().refreshToken()).isEqualTo("again-1");
  }

  @Test
  void a_refused_token_is_renewed_once_and_tried_again() {
    network.answers(
        account -> {
          if ("token".equals(account.accessToken())) {
            throw new NetworkException(Kind.AUTH, "Fake x refuses.", null);
          }
          return FakeNetwork.reading(Map.of("likes", 1.0));
        });
    desk.collect("acme");
    assertThat(network.tokens()).containsExactly("token", "new-1");
    assertThat(held().connection().status()).isEqualTo(Status.CONNECTED);
    network.refuses(Kind.AUTH);
    desk.collect("acme");
    assertThat(network.tokens()).hasSize(4);
    assertThat(held().connection().status()).isEqualTo(Status.RECONNECT);
  }

  @Test
  void an_account_is_marked_when_the_network_renews_nothing() {
    network.refuses(Kind.AUTH);
    said = new Said(400, "{}");
    desk.collect("acme");
    assertThat(network.tokens()).containsExactly("token");
    assertThat(held().connection().status()).isEqualTo(Status.RECONNECT);
  }

  @Test
  void an_account_is_not_marked_when_the_network_cannot_renew_its_token_now() {
    network.refuses(Kind.AUTH);
    said = new Said(503, "{}");
    assertThat(desk.collect("acme").outcomes())
        .containsEntry(
            "x", new Outcome.Failed(Kind.TRANSIENT, "Fake x gave no token now (status 503)."));
    assertThat(held().connection().status()).isEqualTo(Status.CONNECTED);
  }

  @Test
  void a_token_that_ends_soon_is_used_when_it_cannot_be_renewed_now() {
    finish(sent().first("state").orElseThrow(), "code");
    said = new Said(503, "{}");
    desk.pass(Duration.ofMinutes(119));
    assertThat(desk.collect("acme").outcomes().get("x")).isInstanceOf(Outcome.Collected.class);
    assertThat(network.tokens()).containsExactly("new-1");
  }
}
