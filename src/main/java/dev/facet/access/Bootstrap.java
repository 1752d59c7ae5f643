package dev.facet.access;

import dev.facet.catalog.Catalog;
import dev.facet.catalog.SearchText;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a {@link BootstrapPlan} into the catalog: makes what is missing, changes nothing that is
 * there, and does not bring back what it once made and somebody deleted since. All of it or
 * nothing.
 */
public final class Bootstrap {
  private static final Pattern SCOPE = Pattern.compile("\\*|[a-z_]+:(read|write)");

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Bootstrap(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Applies the plan; doing so again changes nothing.
   *
   * @throws FailureException Invalid, with the path into the configuration, when the plan
   *     contradicts itself or the catalog
   */
  public void apply(BootstrapPlan plan) {
    if (plan.organisations().isEmpty()) {
      return;
    }
    catalog.write(
        transaction -> {
          new Run(transaction, clock.instant(), random, new Tokens(random)).apply(plan);
          return true;
        });
  }

  private record Run(Transaction transaction, Instant now, RandomGenerator random, Tokens tokens) {

    void apply(BootstrapPlan plan) {
      for (int i = 0; i < plan.organisations().size(); i++) {
        apply("bootstrap.organisations[" + i + "]", plan.organisations().get(i));
      }
    }

    private void apply(String path, BootstrapPlan.Organisation wanted) {
      ProjectRows rows = new ProjectRows(transaction);
      boolean there = rows.organisation(wanted.id()).isPresent();
      if (isFirst("organisation:" + wanted.id()) && !there) {
        rows.insert(new Organisation(wanted.id(), wanted.name()), now);
        Sequence.ORGANISATION.raise(transaction, wanted.id());
        there = true;
      }
      if (there) {
        wanted.users().forEach(user -> apply(wanted.id(), user));
        List<BootstrapPlan.Project> projects = wanted.projects();
        for (int i = 0; i < projects.size(); i++) {
          apply(path + ".projects[" + i + "]", wanted.id(), projects.get(i));
        }
        for (int i = 0; i < wanted.keys().size(); i++) {
          apply(path + ".keys[" + i + "]", wanted.keys().get(i));
        }
      }
    }

    private void apply(long organisation, BootstrapPlan.User wanted) {
      UserRows rows = new UserRows(transaction);
      Optional<User> found = rows.find(wanted.email());
      @Nullable Long user = found.map(User::id).orElse(null);
      if (isFirst("user:" + SearchText.fold(wanted.email())) && user == null) {
        user = insert(wanted).id();
      }
      String name = "member:" + organisation + ":" + SearchText.fold(wanted.email());
      if (isFirst(name) && user != null && !isMember(organisation, user)) {
        rows.join(organisation, user, wanted.role());
      }
    }

    private User insert(BootstrapPlan.User wanted) {
      User draft = new User(0, wanted.email(), wanted.name(), tokens.word(), true);
      String hash = PasswordHash.of(wanted.password(), random);
      return new UserRows(transaction).insert(draft, hash, now);
    }

    private boolean isMember(long organisation, long user) {
      return new UserRows(transaction)
          .memberships(user).stream().anyMatch(m -> m.organisation() == organisation);
    }

    private void apply(String path, long organisation, BootstrapPlan.Project wanted) {
      ProjectRows rows = new ProjectRows(transaction);
      Optional<Project> found = rows.find(wanted.id());
      if (found.isPresent() && found.get().organisation() != organisation) {
        throw FailureException.invalid(
            "bootstrap", path + ".id", "Project " + wanted.id() + " is another organisation's.");
      }
      if (isFirst("project:" + wanted.id()) && found.isEmpty()) {
        String token = wanted.token() == null ? tokens.projectToken() : wanted.token();
        if (rows.byToken(token).isPresent()) {
          throw FailureException.invalid(
              "bootstrap", path + ".token", "Another project has this token.");
        }
        rows.insert(
            new Project(
                wanted.id(), organisation, wanted.name(), wanted.zone(), wanted.weekStart(), token),
            now);
        Sequence.PROJECT.raise(transaction, wanted.id());
      }
    }

    private void apply(String path, BootstrapPlan.Key wanted) {
      checkScopes(path, wanted.scopes());
      String hash = Tokens.hash(wanted.key());
      Optional<User> user = new UserRows(transaction).find(wanted.user());
      boolean deleted = user.isEmpty() && wasMade("user:" + SearchText.fold(wanted.user()));
      if (user.isEmpty() && !deleted) {
        throw FailureException.invalid(
            "bootstrap", path + ".user", "There is no user " + wanted.user() + ".");
      }
      boolean missing = new KeyRows(transaction).byHash(hash).isEmpty();
      if (isFirst("key:" + hash) && missing && user.isPresent()) {
        Scope scope = new Scope(wanted.scopes(), wanted.projects(), List.of());
        Keys.Draft draft = new Keys.Draft(wanted.label(), scope, null);
        Keys.insert(transaction, user.get().id(), draft, wanted.key(), now);
      }
    }

    /** Only the shape is checked: a scope that nothing asks for opens nothing. */
    private static void checkScopes(String path, List<String> scopes) {
      for (int i = 0; i < scopes.size(); i++) {
        if (!SCOPE.matcher(scopes.get(i)).matches()) {
          throw FailureException.invalid(
              "bootstrap",
              path + ".scopes[" + i + "]",
              "'" + scopes.get(i) + "' is no scope; give * or object:read or object:write.");
        }
      }
    }

    /** Whether this was never made by a plan before; from now on it was. */
    private boolean isFirst(String name) {
      return new BootstrapRows(transaction).note(name, now);
    }

    private boolean wasMade(String name) {
      return new BootstrapRows(transaction).has(name);
    }
  }
}
