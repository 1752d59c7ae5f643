package dev.facet.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keys for programs: made, presented, rolled, revoked. */
public final class Keys {
  private static final Duration USE_NOTED = Duration.ofHours(1);

  private final Catalog catalog;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Callers callers;

  /** When each key's use was last written down, by the key's number. */
  private final Cache<Long, Instant> noted = Caffeine.newBuilder().maximumSize(10_000).build();

  /** What to make a key of. */
  public record Draft(String label, Scope scope, @Nullable Instant expiresAt) {}

  /** A key together with its secret, which is nowhere else. */
  public record Made(ApiKey key, String secret) {}

  public Keys(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.tokens = new Tokens(random);
    this.callers =
        new Callers(
            catalog,
            clock,
            (transaction, hash) ->
                new KeyRows(transaction).byHash(hash).map(Caller.Credential.OfKey::new));
  }

  /** Who presents this key; empty when it is unknown, expired or revoked, or its user inactive. */
  public Optional<Caller> find(String secret) {
    Optional<Caller> caller = callers.find(secret);
    caller.ifPresent(found -> noteUse(found.credential()));
    return caller;
  }

  /**
   * Makes a key for a user by somebody else's hand.
   *
   * @param by who does, null for the operator
   * @throws FailureException as {@link #create} does
   */
  public Made issue(@Nullable Long by, long user, Draft draft) {
    String secret = tokens.key();
    return catalog.write(
        transaction -> {
          check(transaction, user, draft.scope());
          ApiKey key = insert(transaction, user, draft, secret, clock.instant());
          note(transaction, by, key, Deed.KEY_CREATED);
          return new Made(key, secret);
        });
  }

  /**
   * Makes a key for the user who asks.
   *
   * @throws FailureException Invalid at {@code scopes}, {@code projects} or {@code organisations}
   *     when these are none or not the user's
   */
  public Made create(long user, Draft draft) {
    return issue(user, user, draft);
  }

  /** The user's keys, oldest first. */
  public List<ApiKey> of(long user) {
    return catalog.read(transaction -> new KeyRows(transaction).of(user));
  }

  /** The keys of all members of an organisation, oldest first. */
  public List<ApiKey> ofOrganisation(long organisation) {
    return catalog.read(transaction -> new KeyRows(transaction).ofOrganisation(organisation));
  }

  /** Everybody's keys, oldest first; for the operator. */
  public List<ApiKey> all() {
    return catalog.read(handle -> new KeyRows(handle).all());
  }

  public ApiKey get(long user, long id) {
    return catalog.read(transaction -> get(transaction, user, id));
  }

  /**
   * Changes what is said about a key; its secret stays.
   *
   * @throws FailureException as {@link #create} does
   */
  public ApiKey change(long user, long id, Draft draft) {
    return catalog.write(
        transaction -> {
          get(transaction, user, id);
          check(transaction, user, draft.scope());
          new KeyRows(transaction).change(id, draft);
          ApiKey after = get(transaction, user, id);
          note(transaction, user, after, Deed.KEY_CHANGED);
          return after;
        });
  }

  /** Gives the key a new secret; the old one opens nothing from now on. */
  public Made roll(long user, long id) {
    String secret = tokens.key();
    return catalog.write(
        transaction -> {
          get(transaction, user, id);
          new KeyRows(transaction)
              .roll(id, Tokens.hash(secret), Tokens.mask(secret), clock.instant());
          noted.invalidate(id);
          ApiKey after = get(transaction, user, id);
          note(transaction, user, after, Deed.KEY_ROLLED);
          return new Made(after, secret);
        });
  }

  public void revoke(long user, long id) {
    revoke(user, user, id);
  }

  /**
   * Revokes a key by somebody else's hand.
   *
   * @param by who does, null for the operator
   */
  public void revoke(@Nullable Long by, long user, long id) {
    catalog.write(
        transaction -> {
          ApiKey key = get(transaction, user, id);
          new KeyRows(transaction).delete(id);
          note(transaction, by, key, Deed.KEY_REVOKED);
          return true;
        });
  }

  private void note(Transaction transaction, @Nullable Long by, ApiKey key, Deed deed) {
    String words = String.join(" ", key.scope().words());
    Said said = Said.of(deed, key.label() + " (" + key.mask() + ")", words);
    new AuditRows(transaction).about(clock.instant(), key.user(), by, said);
  }

  static ApiKey insert(Transaction transaction, long user, Draft draft, String secret, Instant at) {
    ApiKey key =
        new ApiKey(
            Sequence.KEY.next(transaction),
            user,
            draft.label(),
            Tokens.mask(secret),
            draft.scope(),
            at,
            null,
            null,
            draft.expiresAt());
    new KeyRows(transaction).insert(key, Tokens.hash(secret));
    return key;
  }

  private static ApiKey get(Transaction transaction, long user, long id) {
    return new KeyRows(transaction)
        .find(user, id)
        .orElseThrow(() -> FailureException.notFound("There is no key " + id + "."));
  }

  private static void check(Transaction transaction, long user, Scope scope) {
    checkWords(scope.words());
    ProjectRows rows = new ProjectRows(transaction);
    Set<Long> projects = new HashSet<>(rows.ofUser(user).stream().map(Project::id).toList());
    checkAll("projects", scope.projects(), projects);
    Set<Long> organisations =
        new HashSet<>(rows.organisationsOf(user).stream().map(Organisation::id).toList());
    checkAll("organisations", scope.organisations(), organisations);
  }

  private static void checkWords(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!Permission.isScope(words.get(i))) {
        throw FailureException.invalid(
            "unknown_scope",
            "scopes[" + i + "]",
            "'" + words.get(i) + "' is no scope; give * or object:read or object:write.");
      }
    }
  }

  private static void checkAll(String path, List<Long> given, Set<Long> own) {
    for (int i = 0; i < given.size(); i++) {
      if (!own.contains(given.get(i))) {
        throw FailureException.invalid(
            "not_own",
            path + "[" + i + "]",
            "You have no part in " + path + " " + given.get(i) + ".");
      }
    }
  }

  private void noteUse(Caller.Credential credential) {
    if (!(credential instanceof Caller.Credential.OfKey(ApiKey key))) {
      return;
    }
    Instant now = clock.instant();
    Instant before = noted.get(key.id(), id -> key.usedAt() == null ? Instant.MIN : key.usedAt());
    boolean due = !now.isBefore(before.equals(Instant.MIN) ? now : before.plus(USE_NOTED));
    if (due && noted.asMap().replace(key.id(), before, now)) {
      catalog.mark(
          transaction -> {
            new KeyRows(transaction).used(key.id(), now);
            return true;
          });
    }
  }
}
