package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.PasswordHash;
import dev.facet.access.Tokens;
import dev.facet.access.share.Share.Kind;
import dev.facet.access.share.Share.Subject;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Json;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  }

  /** A token that opens nothing yet. */
  public String freshToken() {
    return tokens.link();
  }

  /** The subject's share, empty before the first change. */
  public Optional<Share> find(long project, Subject subject) {
    return catalog.read(transaction -> new ShareRows(transaction).current(project, subject));
  }

  /** The numbers of a project's shared dashboards. */
  public Set<Long> dashboards(long project) {
    return new HashSet<>(
        catalog.read(transaction -> new ShareRows(transaction).enabled(project, Kind.DASHBOARD)));
  }

  /**
   * Changes a share, made by the first change. Disabling it changes its token: a link that was
   * withdrawn does not come back.
   */
  public Share change(long project, Subject subject, Change change) {
    return catalog.write(
        transaction -> {
          ShareRows rows = new ShareRows(transaction);
          Share before =
              rows.current(project, subject)
                  .orElseGet(() -> rows.insert(fresh(project, subject, clock.instant())));
          Share after = changed(before, change);
          rows.update(after);
          if (!after.enabled()) {
            rows.deleteRotated(project, subject);
          }
          return after;
        });
  }

  private Share fresh(long project, Subject subject, Instant now) {
    return new Share(0, project, subject, freshToken(), false, Json.object(), false, now, null);
  }

  private Share changed(Share share, Change change) {
    boolean enabled = change.enabled() == null ? share.enabled() : change.enabled();
    return new Share(
        share.id(),
        share.project(),
        share.subject(),
        share.enabled() && !enabled ? freshToken() : share.token(),
        enabled,
        change.settings() == null ? share.settings() : change.settings(),
        change.locked() == null ? share.locked() : change.locked(),
        share.createdAt(),
        share.expiresAt());
  }

  /** Gives the share a new token; the old one works for {@link #GRACE} longer. */
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
          rows.update(withEnd(old, now.plus(GRACE)));
          return rows.insert(
              new Share(
                  0,
                  project,
                  subject,
                  freshToken(),
                  old.enabled(),
                  old.settings(),
                  old.locked(),
                  now,
                  null));
        });
  }

  private static Share withEnd(Share share, Instant end) {
    return new Share(
        share.id(),
        share.project(),
        share.subject(),
        share.token(),
        share.enabled(),
        share.settings(),
        share.locked(),
        share.createdAt(),
        end);
  }

  /** The passwords in use, oldest first. */
  public List<SharePassword> passwords(long project, Subject subject) {
    return catalog.read(
        transaction ->
            new ShareRows(transaction)
                .passwords(project, subject).stream().map(ShareRows.Kept::password).toList());
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
        catalog.write(transaction -> new ShareRows(transaction).insert(share, draft, hash)), word);
  }

  /** Puts a password, and every visit begun with it, out of use. */
  public void removePassword(long project, Subject subject, long id) {
    boolean done =
        catalog.write(transaction -> new ShareRows(transaction).deactivate(project, subject, id));
    if (!done) {
      throw FailureException.notFound("There is no password " + id + ".");
    }
  }

  /** The share a link opens now; whether it is locked is for the caller to see to. */
  public Optional<Share> open(String token) {
    Instant now = clock.instant();
    return catalog
        .read(transaction -> new ShareRows(transaction).byToken(token))
        .filter(share -> share.isOpen(now));
  }

  /** A ticket for whoever knows a password of a locked share; empty, after as long, otherwise. */
  public Optional<String> unlock(Share share, String password) {
    List<ShareRows.Kept> kept =
        catalog.read(
            transaction -> new ShareRows(transaction).passwords(share.project(), share.subject()));
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
        && passwords(share.project(), share.subject()).stream()
            .anyMatch(one -> one.id() == password.get());
  }
}
