package dev.facet.access;

import dev.facet.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Logins: begun with a password, ended by the user or the clock. */
public final class Sessions {

  private final Catalog catalog;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Callers callers;

  /**
   * What a login's token is good for; each kind begins in its own way, so that none passes for
   * another.
   */
  public enum Kind {
    /** The page in a browser. */
    PAGE("", Duration.ofDays(14)),
    /** Calls of programs. */
    ACCESS("fat_", Duration.ofHours(1)),
    /** Beginning further sessions without the password. */
    REFRESH("frt_", Duration.ofDays(14));

    private final String beginning;
    private final Duration life;

    Kind(String beginning, Duration life) {
      this.beginning = beginning;
      this.life = life;
    }

    /** How long it lasts. */
    public Duration life() {
      return life;
    }

    private boolean owns(String token) {
      return this == PAGE
          ? !ACCESS.owns(token) && !REFRESH.owns(token)
          : token.startsWith(beginning);
    }
  }

  /** A session together with its token, which is nowhere else. */
  public record Begun(Session session, String token) {}

  public Sessions(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.tokens = new Tokens(random);
    this.callers =
        new Callers(
            catalog,
            clock,
            (transaction, hash) ->
                new SessionRows(transaction).find(hash).map(Caller.Credential.OfSession::new));
  }

  /** Begins a session of the page; empty, after the same work, when user or password is wrong. */
  public Optional<Begun> logIn(String email, String password) {
    return logIn(email, password, Kind.PAGE);
  }

  /** Begins a session; empty, after the same work, when user or password is wrong. */
  public Optional<Begun> logIn(String email, String password, Kind kind) {
    record Entry(User user, String password) {}
    Optional<Entry> entry =
        catalog.read(
            transaction -> {
              UserRows users = new UserRows(transaction);
              return users
                  .find(email)
                  .filter(User::active)
                  .flatMap(user -> users.password(user.id()).map(hash -> new Entry(user, hash)));
            });
    @Nullable String hash = entry.map(Entry::password).orElse(null);
    boolean right = PasswordHash.matches(password, hash);
    return entry.filter(found -> right).map(found -> begin(found.user().id(), kind));
  }

  /** Begins a session for a user who has just proved who they are. */
  public Begun begin(long user, Kind kind) {
    Instant now = clock.instant();
    Session session = new Session(user, now, now.plus(kind.life()));
    String token = kind.beginning + tokens.word();
    catalog.mark(
        transaction -> {
          SessionRows rows = new SessionRows(transaction);
          rows.deleteExpired(now);
          rows.insert(Tokens.hash(token), session);
          return true;
        });
    return new Begun(session, token);
  }

  /** Who presents this token of the page; empty when it is none, or its user inactive. */
  public Optional<Caller> find(String token) {
    return find(token, Kind.PAGE);
  }

  /** As {@link #find(String)}, of a token of this kind. */
  public Optional<Caller> find(String token, Kind kind) {
    return kind.owns(token) ? callers.find(token) : Optional.empty();
  }

  public void logOut(String token) {
    catalog.write(
        transaction -> {
          new SessionRows(transaction).delete(Tokens.hash(token));
          return true;
        });
  }

  /** Ends all sessions of a user. */
  public void logOutEverywhere(long user) {
    catalog.write(
        transaction -> {
          new SessionRows(transaction).deleteOf(user);
          return true;
        });
  }
}
