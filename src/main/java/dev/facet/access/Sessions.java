package dev.facet.access;

import dev.facet.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Logins in browsers: begun with a password, ended by the user or the clock. */
public final class Sessions {
  /** How long a login lasts. */
  public static final Duration LIFE = Duration.ofDays(14);

  private final Catalog catalog;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Callers callers;

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

  /** Begins a session; empty, after the same work, when user or password is wrong. */
  public Optional<Begun> logIn(String email, String password) {
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
    return entry.filter(found -> right).map(found -> begin(found.user().id()));
  }

  /** Begins a session for a user who has just proved who they are. */
  public Begun begin(long user) {
    Instant now = clock.instant();
    Session session = new Session(user, now, now.plus(LIFE));
    String token = tokens.word();
    catalog.mark(
        transaction -> {
          SessionRows rows = new SessionRows(transaction);
          rows.deleteExpired(now);
          rows.insert(Tokens.hash(token), session);
          return true;
        });
    return new Begun(session, token);
  }

  /** Who presents this token; empty when it is unknown or expired, or its user inactive. */
  public Optional<Caller> find(String token) {
    return callers.find(token);
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
