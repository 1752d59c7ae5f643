package dev.facet.cli;

import dev.facet.access.Accounts;
import dev.facet.access.ApiKey;
import dev.facet.access.Keys;
import dev.facet.access.Scope;
import dev.facet.access.User;
import dev.facet.catalog.Catalog;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The keys in the catalog of a data directory that no server uses. */
final class LocalKeys implements KeyDesk {
  private final DataDirectory directory;
  private final Catalog catalog;
  private final Accounts accounts;
  private final Keys keys;

  LocalKeys(DataDirectory directory, Path data) {
    SecureRandom random = new SecureRandom();
    this.directory = directory;
    this.catalog = Catalog.open(data);
    this.accounts = new Accounts(catalog, Clock.systemUTC(), random);
    this.keys = new Keys(catalog, Clock.systemUTC(), random);
  }

  @Override
  public String create(Wanted wanted) {
    User user =
        accounts
            .user(wanted.user())
            .orElseThrow(
                () -> FailureException.notFound("There is no user " + wanted.user() + "."));
    Scope scope = new Scope(wanted.scopes(), wanted.projects(), List.of());
    return keys.issue(null, user.id(), new Keys.Draft(wanted.label(), scope, null)).secret();
  }

  @Override
  public List<Listed> list() {
    List<ApiKey> all = keys.all();
    Map<Long, User> users = accounts.users(all.stream().map(ApiKey::user).distinct().toList());
    return all.stream().map(key -> listed(key, users.get(key.user()))).toList();
  }

  private static Listed listed(ApiKey key, @org.jspecify.annotations.Nullable User user) {
    return new Listed(
        key.id(),
        user == null ? "" : user.email(),
        key.label(),
        key.mask(),
        key.scope().words(),
        key.scope().projects());
  }

  @Override
  public void revoke(long id) {
    ApiKey key =
        keys.all().stream()
            .filter(candidate -> candidate.id() == id)
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no key " + id + "."));
    keys.revoke(null, key.user(), id);
  }

  @Override
  public void close() throws IOException {
    catalog.close();
    directory.close();
  }
}
