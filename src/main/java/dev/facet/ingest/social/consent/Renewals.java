package dev.facet.ingest.social.consent;

import dev.facet.ingest.social.Connector.LongLife;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.profile.Grant;
import dev.facet.ingest.social.profile.Held;
import dev.facet.ingest.social.profile.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Gives accounts new tokens for those that end. Safe for use by many threads. */
public final class Renewals {
  /** How long before its end a token is renewed by another one. */
  private static final Duration AHEAD = Duration.ofMinutes(2);

  /** A token that renews itself must not have ended: days are left to try again. */
  private static final Duration DAYS_AHEAD = Duration.ofDays(10);

  private static final int TURNS = 64;

  private final Profiles profiles;
  private final Endpoints endpoints;
  private final InstantSource clock;

  /** Guards renewals, by the number of the connection. */
  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toList();

  public Renewals(Profiles profiles, Endpoints endpoints, InstantSource clock) {
    this.profiles = profiles;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /** The account with a new token when its own ends soon and can be renewed now; else as it is. */
  Held fresh(Held held) {
    Instant end = held.connection().expiresAt();
    Duration ahead = held.account().refreshToken() == null ? DAYS_AHEAD : AHEAD;
    boolean due = end != null && !clock.instant().plus(ahead).isBefore(end);
    try {
      return due ? inTurn(held, this::renewal).orElse(held) : held;
    } catch (NetworkException e) {
      return held;
    }
  }

  /**
   * The account whose token was refused with a new one; empty when the network will give none. A
   * refresh token is used once: whoever comes second gets what the first one got.
   *
   * @throws NetworkException when the network might give one later
   */
  Optional<Held> renewed(Held held) {
    return inTurn(held, this::refreshed);
  }

  private interface Asking {
    Optional<Grant> ask(Held held);
  }

  private Optional<Held> inTurn(Held held, Asking asking) {
    ReentrantLock turn = turns.get((int) (held.connection().number() % turns.size()));
    turn.lock();
    try {
      Optional<Held> now =
          profiles
              .held(held.project(), held.username(), held.connection().platform())
              .filter(one -> one.connection().number() == held.connection().number());
      boolean done = now.isPresent() && !now.get().account().equals(held.account());
      return done
          ? now
          : now.flatMap(one -> asking.ask(one).map(grant -> profiles.renew(one, grant)));
    } finally {
      turn.unlock();
    }
  }

  /** By the refresh token, or by itself where the network has it so. */
  private Optional<Grant> renewal(Held held) {
    String token = held.account().accessToken();
    Optional<TokenEndpoint> endpoint = endpoints.of(held);
    if (held.account().refreshToken() != null || token == null || endpoint.isEmpty()) {
      return refreshed(held);
    }
    LongLife longLife = endpoint.get().consent().longLife();
    return longLife == null
        ? Optional.empty()
        : given(() -> endpoint.get().ask(longLife.renewal(), token, clock.instant()));
  }

  private Optional<Grant> refreshed(Held held) {
    String refresh = held.account().refreshToken();
    Optional<TokenEndpoint> endpoint = endpoints.of(held);
    if (refresh == null || endpoint.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refresh);
    return given(() -> endpoint.get().ask(form, clock.instant()));
  }

  /** Empty when the network will not give a token for this. */
  private static Optional<Grant> given(Supplier<Grant> asking) {
    try {
      return Optional.of(asking.get());
    } catch (NetworkException e) {
      if (e.kind() == Kind.AUTH) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
