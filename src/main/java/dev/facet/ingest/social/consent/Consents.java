package dev.facet.ingest.social.consent;

import dev.facet.ingest.social.Connector;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.outbound.Outbound;
import dev.facet.ingest.social.profile.Grant;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.ingest.social.profile.Seal;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks people at networks for leave to read their accounts. Safe for use by many threads. */
public final class Consents {
  /** How long before its end a token is renewed. */
  private static final Duration AHEAD = Duration.ofMinutes(2);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int VERIFIER_BYTES = 48;
  private static final int TURNS = 64;

  private final Means means;
  private final Map<String, Connector> connectors;
  private final Map<String, Client> clients;

  /** Guards renewals, by the number of the connection. */
  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toList();

  /** What consents work with. */
  public record Means(
      Profiles profiles,
      Outbound outbound,
      Seal seal,
      InstantSource clock,
      RandomGenerator random) {}

  /**
   * @param connectors by platform
   * @param clients how networks know this server, by platform
   */
  public Consents(Means means, Map<String, Connector> connectors, Map<String, Client> clients) {
    this.means = means;
    this.connectors = Map.copyOf(connectors);
    this.clients = Map.copyOf(clients);
  }

  /**
   * The address at the network where a person gives leave for an account that is connected.
   *
   * @param callback where the network sends the person back to
   * @throws FailureException NotFound without such an account, Invalid when the network has no such
   *     flow or does not know this server
   */
  public String address(long project, String username, String platform, String callback) {
    means.profiles().connection(project, username, platform);
    Held held = means.profiles().held(project, username, platform).orElseThrow();
    Consent consent = consent(platform).orElseThrow(() -> noFlow(platform));
    Client client = client(platform).orElseThrow(() -> noClient(platform));
    String verifier = verifier();
    String state = State.of(held, verifier, callback, means.clock().instant()).sealed(means.seal());
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put(consent.clientField(), client.id());
    query.put("redirect_uri", callback);
    query.put("scope", String.join(consent.separator(), consent.scopes()));
    query.put("state", state);
    if (consent.proofKey()) {
      query.put("code_challenge", challenge(verifier));
      query.put("code_challenge_method", "S256");
    }
    return at(consent.authorize(), held.account().base(), query);
  }

  private static String at(URI authorize, @Nullable String base, Map<String, String> query) {
    String host =
        base == null
            ? authorize.getScheme() + "://" + authorize.getRawAuthority()
            : base.replaceAll("/+$", "");
    String own = authorize.getRawQuery() == null ? "" : authorize.getRawQuery() + "&";
    return host + authorize.getRawPath() + "?" + own + TokenEndpoint.encoded(query);
  }

  /**
   * Turns the code that a person brings back into tokens of the account.
   *
   * @return the account, connected
   * @throws FailureException Invalid when the state is none of ours, Upstream when the network
   *     gives no tokens for the code
   */
  public Held finish(String sealed, String code) {
    State state =
        State.open(sealed, means.seal(), means.clock().instant()).orElseThrow(Consents::noState);
    Held held =
        means
            .profiles()
            .held(state.project(), state.username(), state.platform())
            .filter(now -> now.connection().number() == state.number())
            .orElseThrow(Consents::noState);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", state.callback());
    if (consent(state.platform()).filter(Consent::proofKey).isPresent()) {
      form.put("code_verifier", state.verifier());
    }
    try {
      Grant grant =
          endpoint(held)
              .orElseThrow(() -> noClient(state.platform()))
              .ask(form, means.clock().instant());
      return means.profiles().renew(held, grant);
    } catch (NetworkException e) {
      throw new FailureException(
          new Failure.Upstream("network_refused", String.valueOf(e.getMessage())));
    }
  }

  /** The account with a new token when its own ends soon and can be renewed now; else as it is. */
  Held fresh(Held held) {
    var end = held.connection().expiresAt();
    boolean due = end != null && !means.clock().instant().plus(AHEAD).isBefore(end);
    try {
      return due ? renewed(held).orElse(held) : held;
    } catch (NetworkException e) {
      return held;
    }
  }

  /**
   * The account with a new token; empty when the network will give none. A refresh token is used
   * once: whoever comes second gets what the first one got.
   *
   * @throws NetworkException when the network might give one later
   */
  Optional<Held> renewed(Held held) {
    ReentrantLock turn = turns.get((int) (held.connection().number() % turns.size()));
    turn.lock();
    try {
      Optional<Held> now =
          means
              .profiles()
              .held(held.project(), held.username(), held.connection().platform())
              .filter(one -> one.connection().number() == held.connection().number());
      boolean done = now.isPresent() && !now.get().account().equals(held.account());
      return done ? now : now.flatMap(this::refreshed);
    } finally {
      turn.unlock();
    }
  }

  private Optional<Held> refreshed(Held held) {
    String refresh = held.account().refreshToken();
    Optional<TokenEndpoint> endpoint = endpoint(held);
    if (refresh == null || endpoint.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refresh);
    try {
      Grant grant = endpoint.get().ask(form, means.clock().instant());
      return Optional.of(means.profiles().renew(held, grant));
    } catch (NetworkException e) {
      if (e.kind() == Kind.AUTH) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<TokenEndpoint> endpoint(Held held) {
    String platform = held.connection().platform();
    Optional<Consent> consent = consent(platform);
    Optional<Client> client = client(platform);
    if (consent.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TokenEndpoint(
            name(platform),
            consent.get(),
            client.get(),
            means.outbound().to(held.account().base())));
  }

  private Optional<Consent> consent(String platform) {
    return Optional.ofNullable(connectors.get(platform)).flatMap(Connector::consent);
  }

  private Optional<Client> client(String platform) {
    return Optional.ofNullable(clients.get(platform)).filter(client -> !client.id().isEmpty());
  }

  private String name(String platform) {
    Connector connector = connectors.get(platform);
    return connector == null ? platform : connector.name();
  }

  private String verifier() {
    byte[] bytes = new byte[VERIFIER_BYTES];
    means.random().nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private FailureException noFlow(String platform) {
    return FailureException.invalid(
        "no_consent_flow",
        "platform",
        name(platform) + " gives tokens by hand only: connect the account with one.");
  }

  private FailureException noClient(String platform) {
    return FailureException.invalid(
        "no_client",
        "platform",
        "%s does not know this server: set connectors.%s.client_id and client_secret."
            .formatted(name(platform), platform));
  }

  private static FailureException noState() {
    return FailureException.invalid(
        "state",
        "state",
        "This answer belongs to no question of ours, or comes too late: start anew.");
  }
}
