package dev.facet.access.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.PasswordHash;
import dev.facet.access.Tokens;
import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.access.share.Share.Subject;
import dev.facet.access.share.Share.Terms;
import dev.facet.access.share.Share.Trail;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Json;
import dev.facet.catalog.Transaction;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The links of a thing, of which there may be any number, each with its own password and end. The
 * first becomes its main share, which clients of one link each see.
 */
public final class Links {
  /** How many of one thing are in use at most. */
  public static final int MOST = 100;

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Tokens tokens;

  /** What a link is to be, apart from its password. */
  public record Wish(ObjectNode settings, Terms terms) {}

  /** What to do about a link's password. */
  public sealed interface Lock {

    /** Leaves it as it is. */
    record Same() implements Lock {}

    /** Asks for none any more. */
    record Off() implements Lock {}

    /** Asks for this one, and no other. */
    record On(String password) implements Lock {}
  }

  /**
   * @param random a {@link java.security.SecureRandom} outside of tests
   */
  public Links(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
    this.tokens = new Tokens(random);
  }

  /** Those that were not revoked, oldest first; also those whose time is over. */
  public List<Share> all(long project, Subject subject) {
    return catalog.read(transaction -> new ShareRows(transaction).all(project, subject));
  }

  public Share make(long project, Subject subject, long user, Wish wish, Lock lock) {
    String hash = hash(lock);
    Trail trail = new Trail(true, user, null, null);
    return catalog.write(
        transaction -> {
          if (new ShareRows(transaction).all(project, subject).size() >= MOST) {
            throw FailureException.invalid(
                "too_many_links", "", "There are " + MOST + " links already: revoke some first.");
          }
          Share share = place(transaction, project, subject, trail);
          Share made = kept(transaction, wished(share, wish, lock), hash);
          Said said = Said.of(Deed.SHARED, subject.text(), "link " + made.id());
          new AuditRows(transaction).inProject(clock.instant(), project, user, said);
          return made;
        });
  }

  /** A link that is to be made, in the main one's place when that is free. */
  private Share place(Transaction transaction, long project, Subject subject, Trail trail) {
    ShareRows rows = new ShareRows(transaction);
    Optional<Share> main = rows.current(project, subject);
    if (main.isPresent() && !main.get().enabled()) {
      unlock(transaction, main.get());
      return main.get().draft().enabled(true).createdAt(clock.instant()).trail(trail).done();
    }
    return rows.insert(
        new Share(
            0,
            project,
            subject,
            tokens.link(),
            true,
            Json.object(),
            false,
            clock.instant(),
            null,
            Terms.PLAIN,
            new Trail(main.isEmpty(), trail.createdBy(), null, null)));
  }

  /** Changes the link of this number; NotFound {@code link_not_found} when there is none. */
  public Share change(
      long project, Subject subject, long id, UnaryOperator<Wish> change, Lock lock) {
    String hash = hash(lock);
    return catalog.write(
        transaction -> {
          Share link = find(transaction, project, subject, id);
          Wish wish = change.apply(new Wish(link.settings(), link.terms()));
          return kept(transaction, wished(link, wish, lock), hash);
        });
  }

  private static Share wished(Share link, Wish wish, Lock lock) {
    boolean locked =
        switch (lock) {
          case Lock.Same _ -> link.locked();
          case Lock.Off _ -> false;
          case Lock.On _ -> true;
        };
    return link.draft().settings(wish.settings()).terms(wish.terms()).locked(locked).done();
  }

  private Share kept(Transaction transaction, Share link, @Nullable String hash) {
    if (hash != null) {
      unlock(transaction, link);
      Long author = link.trail().createdBy();
      SharePassword draft = new SharePassword(0, "", clock.instant(), author);
      new PasswordRows(transaction).insert(link, draft, hash);
    }
    new ShareRows(transaction).update(link);
    return link;
  }

  private static void unlock(Transaction transaction, Share link) {
    PasswordRows passwords = new PasswordRows(transaction);
    passwords.of(link).forEach(old -> passwords.deactivate(old.password()));
  }

  private @Nullable String hash(Lock lock) {
    return lock instanceof Lock.On(String password) ? PasswordHash.of(password, random) : null;
  }

  /** Ends a link for good; its visitors are told. */
  public void revoke(long project, long user, Subject subject, long id) {
    catalog.write(
        transaction -> {
          Share link = find(transaction, project, subject, id);
          ShareRows rows = new ShareRows(transaction);
          rows.update(link.draft().revokedAt(clock.instant()).done());
          unlock(transaction, link);
          if (link.trail().main()) {
            rows.deleteRotated(project, subject);
          }
          Said said = Said.of(Deed.UNSHARED, subject.text(), "link " + id);
          new AuditRows(transaction).inProject(clock.instant(), project, user, said);
          return link;
        });
  }

  private static Share find(Transaction transaction, long project, Subject subject, long id) {
    return new ShareRows(transaction)
        .all(project, subject).stream()
            .filter(share -> share.id() == id)
            .findFirst()
            .orElseThrow(
                () ->
                    new FailureException(
                        new Failure.NotFound(
                            "link_not_found", null, "There is no link " + id + ".")));
  }
}
