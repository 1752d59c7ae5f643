package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.PasswordHash;
import dev.facet.access.Tokens;
import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.access.share.Share.Kind;
import dev.facet.access.share.Share.Subject;
import dev.facet.access.share.Share.Terms;
import dev.facet.access.share.Share.Trail;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Json;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The links by which dashboards and insights are shown to people without an account. */
public final class Shares {
  /** How long a link that was rotated away still works. */
  public static final Duration GRACE = Duration.ofMinutes(5);

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Tokens tokens;
  private final Tickets tickets;
  private final Uses uses;

  /**
   * What to change; null leaves a part as it is.
   *
   * @param settings replace those there are
   */
  public record Change(
      @Nullable Boolean enabled, @Nullable ObjectNode settings, @Nullable Boolean locked) {}

  /** A password together with its text, which is nowhere else. */
  public record Made(SharePassword password, String text) {}

  /**
   * @param random a {@link java.security.SecureRandom} outside of tests
   * @param secret what tickets for locked shares are signed with
   */
  public Shares(Catalog catalog, InstantSource clock, RandomGenerator random, String secret) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
    this.tokens = new Tokens(random);
    this.tickets = new Tickets(secret);
    this.uses = new Uses(catalog);
  }

  /** A token that opens nothing yet. */
  public String freshToken() {
    return tokens.link();
  }

  /** The subject's main share, empty before the first change. */
  public Optional<Share> find(long project, Subject subject) {
    return catalog.read(transaction -> new ShareRows(transaction).current(project, subject));
  }

  /** The numbers of a project's dashboards that have a link in use. */
  public Set<Long> dashboards(long project) {
    Instant now = clock.instant();
    return new HashSet<>(
        catalog.read(
            transaction -> new ShareRows(transaction).enabled(project, Kind.DASHBOARD, now)));
  }

  /**
   * Changes the main share, made by the first change. Disabling it revokes its token: a link that
   * was withdrawn does not come back.
   */
  public Share change(long project, long user, Subject subject, Change change) {
    Instant now = clock.instant();
    return catalog.write(
        transaction -> {
          ShareRows rows = new ShareRows(transaction);
          Share before =
              rows.current(project, subject)
                  .orElseGet(() -> rows.insert(fresh(project, subject, now)));
          Share after = changed(before, change);
          if (before.enabled() != after.enabled()) {
            Deed deed = after.enabled() ? Deed.SHARED : Deed.UNSHARED;
            Said said = Said.of(deed, subject.text());
            new AuditRows(transaction).inProject(now, project, user, said);
          }
          if (!after.enabled()) {
            rows.deleteRotated(project, subject);
          }
          if (before.enabled() && !after.enabled()) {
            rows.update(before.draft().revokedAt(now).done());
            return rows.insert(withdrawn(after));
          }
          rows.update(after);
          return after;
        });
  }

  private Share withdrawn(Share share) {
    return share.draft().token(freshToken()).terms(Terms.PLAIN).trail(Trail.MAIN).done();
  }

  private Share fresh(long project, Subject subject, Instant now) {
    return new Share(
        0,
        project,
        subject,
        freshToken(),
        false,
        Json.object(),
        false,
        now,
        null,
        Terms.PLAIN,
        Trail.MAIN);
  }

  private static Share changed(Share share, Change change) {
    return share
        .draft()
        .enabled(change.enabled() == null ? share.enabled() : change.enabled())
        .settings(change.settings() == null ? share.settings() : change.settings())
        .locked(change.locked() == null ? share.locked() : change.locked())
        .done();
  }

  /** Gives the main share a new token; the old one works for {@link #GRACE} longer. */
  public Share rotate(long project, Subject subject) {
    return catalog.write(
        transaction -> {
          Instant now = clock.instant();
          ShareRows rows = new ShareRows(transaction);
          rows.deleteExpired(now);
          Optional<Share> current = rows.current(project, subject);
          if (current.isEmpty()) {
            return rows.insert(fresh(project, subject, now));
          }
          Share old = current.get();
          rows.update(old.draft().expiresAt(now.plus(GRACE)).done());
          return rows.insert(old.draft().token(freshToken()).createdAt(now).done());
        });
  }

  /** The passwords in use of the main share, oldest first. */
  public List<SharePassword> passwords(long project, Subject subject) {
    return catalog.read(
        transaction ->
            new PasswordRows(transaction)
                .ofMain(project, subject).stream().map(PasswordRows.Kept::password).toList());
  }

  /**
   * Adds a password.
   *
   * @param text null for one made up here
   */
  public Made addPassword(Share share, @Nullable String text, String note, long user) {
    String word = text == null ? tokens.word().substring(0, 16) : text;
    String hash = PasswordHash.of(word, random);
    SharePassword draft = new SharePassword(0, note, clock.instant(), user);
    return new Made(
        catalog.write(transaction -> new PasswordRows(transaction).insert(share, draft, hash)),
        word);
  }

  /** Puts a password of the main share, and every visit begun with it, out of use. */
  public void removePassword(long project, Subject subject, long id) {
    boolean done =
        catalog.write(
            transaction -> {
              PasswordRows rows = new PasswordRows(transaction);
              Optional<SharePassword> found =
                  rows.ofMain(project, subject).stream()
                      .map(PasswordRows.Kept::password)
                      .filter(each -> each.id() == id)
                      .findFirst();
              found.ifPresent(rows::deactivate);
              return found.isPresent();
            });
    if (!done) {
      throw FailureException.notFound("There is no password " + id + ".");
    }
  }

  /** The share a link opens now; whether it is locked is for the caller to see to. */
  public Optional<Share> open(String token) {
    Instant now = clock.instant();
    return byToken(token).filter(share -> share.isOpen(now));
  }

  /**
   * As {@link #open}.
   *
   * @throws FailureException NotFound {@code share_revoked}, {@code share_expired} or {@code
   *     share_not_found}
   */
  public Share require(String token) {
    Instant now = clock.instant();
    Share share = byToken(token).orElseThrow(Shares::unknown);
    if (!share.isOpen(now)) {
      throw closed(share, now);
    }
    return share;
  }

  /** Notes that somebody saw what a share shows, at most once a minute. */
  public void used(Share share) {
    uses.note(share, clock.instant());
  }

  private Optional<Share> byToken(String token) {
    return catalog.read(transaction -> new ShareRows(transaction).byToken(token));
  }

  private static FailureException closed(Share share, Instant now) {
    Instant revoked = share.trail().revokedAt();
    if (revoked != null) {
      return gone("share_revoked", "This link was closed on " + day(revoked) + ".");
    }
    Instant end = share.terms().endsAt();
    return end == null || !share.isOver(now)
        ? unknown()
        : gone("share_expired", "This link worked until " + day(end) + ".");
  }

  private static String day(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString().replace("T", " ").replace(":00Z", " UTC");
  }

  private static FailureException unknown() {
    return gone("share_not_found", "This link shows nothing any more.");
  }

  private static FailureException gone(String code, String message) {
    return new FailureException(
        new Failure.NotFound(code, null, message + " Ask whoever sent it for another."));
  }

  /** A ticket for whoever knows a password of a locked share; empty, after as long, otherwise. */
  public Optional<String> unlock(Share share, String password) {
    List<PasswordRows.Kept> kept = kept(share);
    if (kept.isEmpty()) {
      PasswordHash.matches(password, null);
    }
    return kept.stream()
        .filter(one -> PasswordHash.matches(password, one.hash()))
        .findFirst()
        .map(one -> tickets.issue(share, one.password().id(), clock.instant()));
  }

  /** Whether a ticket opens this locked share now. */
  public boolean admits(Share share, String ticket) {
    Optional<Long> password = tickets.read(share, ticket, clock.instant());
    return password.isPresent()
        && kept(share).stream().anyMatch(one -> one.password().id() == password.get());
  }

  private List<PasswordRows.Kept> kept(Share share) {
    return catalog.read(transaction -> new PasswordRows(transaction).of(share));
  }
}
