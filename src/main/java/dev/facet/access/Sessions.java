package dev.facet.access;

import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Logins: begun with a password, ended by the user or the clock. */
public final class Sessions {

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;
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

  /**
   * From where somebody signs in.
   *
   * @param agent what the browser says it is
   */
  public record Device(String address, String agent) {
    private static final int LONGEST = 300;

    /** For those who are not asked where they are. */
    public static final Device UNKNOWN = new Device("", "");

    public Device {
      agent = agent.substring(0, Math.min(agent.length(), LONGEST));
    }
  }

  /**
   * A session that lasts, as its user sees it.
   *
   * @param device null when that was not noted
   * @param current whether it is the one that asks
   */
  public record Open(Session session, @Nullable Device device, boolean current) {}

  /** A session together with its token, which is nowhere else. */
  public record Begun(Session session, String token) {}

  public Sessions(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
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
    return logIn(email, password, Kind.PAGE, Device.UNKNOWN);
  }

  /** Begins a session; empty, after the same work, when user or password is wrong. */
  public Optional<Begun> logIn(String email, String password, Kind kind, Device device) {
    Optional<Entry> entry =
        catalog.read(
            transaction -> {
              UserRows users = new UserRows(transaction);
              return users
                  .find(email)
                  .flatMap(user -> users.password(user.id()).map(hash -> new Entry(user, hash)));
            });
    // An inactive user takes as long as any other.
    @Nullable String hash = entry.filter(Entry::active).map(Entry::password).orElse(null);
    if (!PasswordHash.matches(password, hash)) {
      noteFailure(entry.map(Entry::user).orElse(null), device);
      return Optional.empty();
    }
    return entry.map(found -> begin(found.user().id(), kind, device));
  }

  private record Entry(User user, String password) {
    private boolean active() {
      return user.active();
    }
  }

  /** What was typed in place of a known address is not kept: it may have been a password. */
  private void noteFailure(@Nullable User user, Device device) {
    catalog.mark(
        transaction -> {
          AuditRows rows = new AuditRows(transaction);
          String subject = user == null ? "" : user.email();
          Said said = new Said(Deed.SIGN_IN_FAILED, subject, "", device.address());
          if (user == null) {
            rows.byStranger(clock.instant(), said);
          } else {
            rows.about(clock.instant(), user.id(), null, said);
          }
          return true;
        });
  }

  /** Begins a session for a user who has just proved who they are, and is told of in the audit. */
  public Begun begin(long user, Kind kind, Device device) {
    return begin(user, kind, device, true);
  }

  /** Begins a session that goes on from another. */
  public Begun begin(long user, Kind kind) {
    return begin(user, kind, Device.UNKNOWN, false);
  }

  private Begun begin(long user, Kind kind, Device device, boolean told) {
    Instant now = clock.instant();
    Session session = new Session(user, now, now.plus(kind.life()));
    String token = kind.beginning + tokens.word();
    catalog.mark(
        transaction -> {
          SessionRows rows = new SessionRows(transaction);
          rows.deleteExpired(now);
          rows.insert(Tokens.hash(token), session, kind == Kind.PAGE ? device : null);
          if (told) {
            String email = new UserRows(transaction).find(user).orElseThrow().email();
            Said said = new Said(Deed.SIGNED_IN, email, device.agent(), device.address());
            new AuditRows(transaction).about(now, user, user, said);
          }
          return true;
        });
    return new Begun(session, token);
  }

  /** The user's sessions that last, newest first. */
  public List<Open> of(long user, String token) {
    Instant now = clock.instant();
    return catalog.read(
        transaction -> new SessionRows(transaction).of(user, now, Tokens.hash(token)));
  }

  /** Ends the user's sessions but the one of this token. */
  public void logOutOthers(User user, String token) {
    catalog.write(
        transaction -> {
          int ended = new SessionRows(transaction).deleteOthers(user.id(), Tokens.hash(token));
          Said said = Said.of(Deed.SIGNED_OUT_OTHERS, user.email(), Integer.toString(ended));
          new AuditRows(transaction).about(clock.instant(), user.id(), user.id(), said);
          return true;
        });
  }

  /**
   * Sets a new password and ends all sessions but the one of this token.
   *
   * @return false, after as long, when the current password is another
   * @throws FailureException Invalid at {@code password} when the new one is too short
   */
  public boolean changePassword(User user, String current, String password, String token) {
    Accounts.requirePassword(password);
    @Nullable String known =
        catalog.read(transaction -> new UserRows(transaction).password(user.id())).orElse(null);
    if (!PasswordHash.matches(current, known)) {
      return false;
    }
    String hash = PasswordHash.of(password, random);
    catalog.write(
        transaction -> {
          new UserRows(transaction).setPassword(user.id(), hash);
          new SessionRows(transaction).deleteOthers(user.id(), Tokens.hash(token));
          Said said = Said.of(Deed.PASSWORD_CHANGED, user.email());
          new AuditRows(transaction).about(clock.instant(), user.id(), user.id(), said);
          return true;
        });
    return true;
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
}
