package dev.facet.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds who presented a secret; remembers the answer until definitions change. */
final class Callers {
  private static final int REMEMBERED = 10_000;

  private final Catalog catalog;
  private final InstantSource clock;
  private final BiFunction<Transaction, String, Optional<? extends Caller.Credential>> load;
  private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Known(long version, Optional<Caller> caller) {}

  /**
   * @param load the credential whose secret has this hash
   */
  Callers(
      Catalog catalog,
      InstantSource clock,
      BiFunction<Transaction, String, Optional<? extends Caller.Credential>> load) {
    this.catalog = catalog;
    this.clock = clock;
    this.load = load;
  }

  /** The caller, unless the secret is unknown or expired or its user is not active. */
  Optional<Caller> find(String secret) {
    return known(Tokens.hash(secret)).caller().filter(caller -> isValid(caller.credential()));
  }

  private Known known(String hash) {
    long version = catalog.definitionsVersion();
    Known found = known.getIfPresent(hash);
    if (found != null && found.version() == version) {
      return found;
    }
    Known fresh = new Known(version, catalog.read(transaction -> read(transaction, hash)));
    known.put(hash, fresh);
    return fresh;
  }

  private Optional<Caller> read(Transaction transaction, String hash) {
    Optional<? extends Caller.Credential> credential = load.apply(transaction, hash);
    return credential.flatMap(given -> caller(transaction, given));
  }

  private static Optional<Caller> caller(Transaction transaction, Caller.Credential credential) {
    UserRows users = new UserRows(transaction);
    ProjectRows projects = new ProjectRows(transaction);
    return users
        .find(credential.user())
        .filter(User::active)
        .map(
            user ->
                new Caller(
                    user,
                    projects.organisationsOf(user.id()),
                    users.memberships(user.id()),
                    projects.ofUser(user.id()),
                    credential));
  }

  private boolean isValid(Caller.Credential credential) {
    @Nullable Instant expiresAt = credential.expiresAt();
    return expiresAt == null || clock.instant().isBefore(expiresAt);
  }
}
