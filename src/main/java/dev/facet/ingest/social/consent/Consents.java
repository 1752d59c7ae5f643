package dev.facet.ingest.social.consent;

import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Connector.Consent;
import dev.facet.ingest.social.Connector.LongLife;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.profile.Grant;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.ingest.social.profile.Seal;
import dev.facet.model.FailureException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks people at networks for leave to read their accounts. Safe for use by many threads. */
public final class Consents {
  private static final System.Logger LOG = System.getLogger(Consents.class.getName());
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int VERIFIER_BYTES = 48;

  private final Profiles profiles;
  private final Endpoints endpoints;
  private final Seal seal;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Where a person was sent from, and what came of it. */
  public record Return(long project, String username, String platform, Ending ending) {}

  /** What came of asking for leave. */
  public enum Ending {
    CONNECTED,
    /** The person, or the network, said no. */
    DENIED,
    /** The network gave no tokens for the code that it gave. */
    REFUSED,
    /** It took too long, or the account was connected otherwise in between. */
    LATE
  }

  public Consents(
      Profiles profiles,
      Endpoints endpoints,
      Seal seal,
      InstantSource clock,
      RandomGenerator random) {
    this.profiles = profiles;
    this.endpoints = endpoints;
    this.seal = seal;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The address at the network where a person gives leave for an account that is connected.
   *
   * @param callback where the network sends the person back to
   * @throws FailureException NotFound without such an account, Invalid when the network has no such
   *     flow or does not know this server
   */
  public String address(long project, String username, String platform, String callback) {
    profiles.connection(project, username, platform);
    Held held = profiles.held(project, username, platform).orElseThrow();
    Consent consent = endpoints.consent(platform).orElseThrow(() -> noFlow(platform));
    Client client = endpoints.client(platform).orElseThrow(() -> noClient(platform));
    String verifier = verifier();
    String state = State.of(held, verifier, callback, clock.instant()).sealed(seal);
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
   * @param code empty when the network gave none
   * @throws FailureException Invalid when the state is none of ours
   */
  public Return finish(String sealed, Optional<String> code) {
    State state = State.open(sealed, seal).orElseThrow(Consents::noState);
    return new Return(state.project(), state.username(), state.platform(), ending(state, code));
  }

  private Ending ending(State state, Optional<String> code) {
    if (code.isEmpty()) {
      return Ending.DENIED;
    }
    Optional<Held> held =
        profiles
            .held(state.project(), state.username(), state.platform())
            .filter(now -> now.connection().number() == state.number());
    if (state.isOver(clock.instant()) || held.isEmpty()) {
      return Ending.LATE;
    }
    try {
      profiles.renew(held.get(), grant(held.get(), state, code.get()));
      return Ending.CONNECTED;
    } catch (NetworkException e) {
      LOG.log(Level.WARNING, "No tokens for {0}: {1}", held.get(), e.getMessage());
      return Ending.REFUSED;
    }
  }

  private Grant grant(Held held, State state, String code) {
    TokenEndpoint endpoint =
        endpoints.of(held).orElseThrow(() -> noClient(held.connection().platform()));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", state.callback());
    if (endpoint.consent().proofKey()) {
      form.put("code_verifier", state.verifier());
    }
    Grant granted = lasting(endpoint, endpoint.ask(form, clock.instant()));
    return own(held, granted);
  }

  /** A token of months for one of hours, where the network has such and gives it now. */
  private Grant lasting(TokenEndpoint endpoint, Grant granted) {
    LongLife longLife = endpoint.consent().longLife();
    try {
      return longLife == null
          ? granted
          : endpoint.ask(longLife.exchange(), granted.accessToken(), clock.instant());
    } catch (NetworkException e) {
      return granted;
    }
  }

  /** The account's own token, which does not end, for that of the person. */
  private Grant own(Held held, Grant granted) {
    Account account = held.account().with(granted.accessToken());
    try {
      return endpoints
          .connector(held.connection().platform())
          .flatMap(connector -> connector.ownToken(account, endpoints.line(held)))
          .map(token -> new Grant(token, null, null))
          .orElse(granted);
    } catch (NetworkException e) {
      return granted;
    }
  }

  private String verifier() {
    byte[] bytes = new byte[VERIFIER_BYTES];
    random.nextBytes(bytes);
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
        endpoints.name(platform) + " gives tokens by hand only: connect the account with one.");
  }

  private FailureException noClient(String platform) {
    return FailureException.invalid(
        "no_client",
        "platform",
        "%s does not know this server: set connectors.%s.client_id and client_secret."
            .formatted(endpoints.name(platform), platform));
  }

  private static FailureException noState() {
    return FailureException.invalid(
        "state", "state", "This answer belongs to no question of ours: start anew.");
  }
}
