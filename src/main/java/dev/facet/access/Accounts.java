package dev.facet.access;

import dev.facet.access.audit.AuditRows;
import dev.facet.access.audit.Deed;
import dev.facet.access.audit.Said;
import dev.facet.catalog.Catalog;
import dev.facet.catalog.Sequence;
import dev.facet.catalog.Transaction;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Organisations, users and projects. Who may ask for which is decided before, by {@link Caller}.
 */
public final class Accounts {
  private static final int SHORTEST_PASSWORD = 8;

  private final Catalog catalog;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Tokens tokens;

  /** The projects as of one version of the definitions; replaced as a whole. */
  private volatile @Nullable Directory directory;

  /** What to make a user of. */
  public record NewUser(String email, String name, String password) {}

  /**
   * What to make a project of.
   *
   * @param token null for a new one
   */
  public record NewProject(String name, ZoneId zone, DayOfWeek weekStart, @Nullable String token) {}

  /** The first organisation of a new server, its owner and its project. */
  public record SetUp(String organisation, NewUser owner, NewProject project) {}

  /**
   * A user's part in an organisation, seen from there.
   *
   * @param invited whether a password is still to be chosen
   */
  public record Member(User user, Role role, boolean invited) {}

  private record Directory(long version, List<Project> all, Map<String, Project> byToken) {}

  public Accounts(Catalog catalog, InstantSource clock, RandomGenerator random) {
    this.catalog = catalog;
    this.clock = clock;
    this.random = random;
    this.tokens = new Tokens(random);
  }

  /** Whether nobody can log in yet. */
  public boolean needsSetup() {
    return catalog.read(transaction -> !new UserRows(transaction).any());
  }

  /**
   * Makes the first organisation, once.
   *
   * @throws FailureException Conflict {@code already_set_up} when there are users
   */
  public User setUp(SetUp wanted) {
    requireName("organisation", wanted.organisation());
    requireName("project", wanted.project().name());
    String hash = checkedHash(wanted.owner());
    return catalog.write(
        transaction -> {
          if (new UserRows(transaction).any()) {
            throw new FailureException(
                new Failure.Conflict(
                    "already_set_up", "This server has been set up before; log in instead.", 0, 0));
          }
          Organisation organisation = insertOrganisation(transaction, wanted.organisation());
          insertProject(transaction, organisation.id(), wanted.project());
          User owner = insertUser(transaction, tokens, wanted.owner(), hash, clock.instant());
          new UserRows(transaction).join(organisation.id(), owner.id(), Role.OWNER);
          return owner;
        });
  }

  public Optional<Organisation> organisation(long id) {
    return catalog.read(transaction -> new ProjectRows(transaction).organisation(id));
  }

  public Organisation createOrganisation(String name) {
    requireName("name", name);
    return catalog.write(transaction -> insertOrganisation(transaction, name));
  }

  public Optional<User> user(long id) {
    return catalog.read(transaction -> new UserRows(transaction).find(id));
  }

  /** The user with this e-mail address, whatever its case. */
  public Optional<User> user(String email) {
    return catalog.read(handle -> new UserRows(handle).find(email));
  }

  /** The users of these numbers, by number; those that are not there are left out. */
  public Map<Long, User> users(Collection<Long> ids) {
    return catalog.read(transaction -> new UserRows(transaction).find(ids)).stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  /** The users of an organisation, lowest number first. */
  public List<Member> members(long organisation) {
    return catalog.read(transaction -> new UserRows(transaction).members(organisation));
  }

  /** All projects of the server, lowest number first. */
  public List<Project> projects() {
    return directory().all();
  }

  public Optional<Project> project(long id) {
    return projects().stream().filter(project -> project.id() == id).findFirst();
  }

  /** The project that ingestion calls name by this token. */
  public Optional<Project> projectByToken(String token) {
    return Optional.ofNullable(directory().byToken().get(token));
  }

  /** Makes a project for a user's organisation. */
  public Project createProject(long organisation, @Nullable Long user, NewProject wanted) {
    requireName("name", wanted.name());
    return catalog.write(
        transaction -> {
          Project project = insertProject(transaction, organisation, wanted);
          Said said = Said.of(Deed.PROJECT_CREATED, project.name());
          new AuditRows(transaction).inProject(clock.instant(), project.id(), user, said);
          return project;
        });
  }

  /**
   * Stores the project's name, zone, start of week and token, together with the filters that tell
   * test accounts apart.
   *
   * @param user who changes it
   * @param testAccountFilters a JSON list, null to leave them
   */
  public void changeProject(
      @Nullable Long user, Project project, @Nullable String testAccountFilters) {
    requireName("name", project.name());
    change(
        transaction -> {
          ProjectRows rows = new ProjectRows(transaction);
          String detail =
              rows.find(project.id())
                  .map(before -> differences(before, project, testAccountFilters))
                  .orElse("");
          rows.update(project);
          if (testAccountFilters != null) {
            rows.setTestAccountFilters(project.id(), testAccountFilters);
          }
          Said said = Said.of(Deed.PROJECT_CHANGED, project.name(), detail);
          new AuditRows(transaction).inProject(clock.instant(), project.id(), user, said);
        });
  }

  private static String differences(Project before, Project after, @Nullable String filters) {
    List<String> parts = new ArrayList<>();
    tell(parts, "name", before.name(), after.name());
    tell(parts, "timezone", before.zone().getId(), after.zone().getId());
    tell(parts, "week_start", before.weekStart().name(), after.weekStart().name());
    if (!before.token().equals(after.token())) {
      parts.add("token");
    }
    if (filters != null) {
      parts.add("test_account_filters");
    }
    return String.join(", ", parts);
  }

  private static void tell(List<String> parts, String name, String before, String after) {
    if (!before.equals(after)) {
      parts.add(name + ": " + before + " → " + after);
    }
  }

  /** Forgets the project and all its definitions. */
  public void deleteProject(long id) {
    change(transaction -> new ProjectRows(transaction).delete(id));
  }

  /** The filters that tell test accounts apart, a JSON list. */
  public String testAccountFilters(long project) {
    return catalog
        .read(transaction -> new ProjectRows(transaction).testAccountFilters(project))
        .orElse("[]");
  }

  private Directory directory() {
    Directory current = directory;
    long version = catalog.definitionsVersion();
    if (current != null && current.version() == version) {
      return current;
    }
    List<Project> all = catalog.read(transaction -> new ProjectRows(transaction).all());
    Directory fresh =
        new Directory(
            version,
            all,
            all.stream().collect(Collectors.toMap(Project::token, Function.identity())));
    directory = fresh;
    return fresh;
  }

  private Organisation insertOrganisation(Transaction transaction, String name) {
    Organisation organisation = new Organisation(Sequence.ORGANISATION.next(transaction), name);
    new ProjectRows(transaction).insert(organisation, clock.instant());
    return organisation;
  }

  private Project insertProject(Transaction transaction, long organisation, NewProject wanted) {
    Project project =
        new Project(
            Sequence.PROJECT.next(transaction),
            organisation,
            wanted.name(),
            wanted.zone(),
            wanted.weekStart(),
            wanted.token() == null ? tokens.projectToken() : wanted.token());
    if (new ProjectRows(transaction).byToken(project.token()).isPresent()) {
      throw FailureException.invalid("not_unique", "token", "Another project has this token.");
    }
    new ProjectRows(transaction).insert(project, clock.instant());
    return project;
  }

  static User insertUser(
      Transaction transaction, Tokens tokens, NewUser wanted, String hash, Instant now) {
    if (new UserRows(transaction).find(wanted.email()).isPresent()) {
      throw FailureException.invalid(
          "not_unique", "email", "There is a user " + wanted.email() + " already.");
    }
    User draft = new User(0, wanted.email(), wanted.name(), tokens.word(), true);
    return new UserRows(transaction).insert(draft, hash, now);
  }

  private String checkedHash(NewUser wanted) {
    requireEmail(wanted.email());
    requirePassword(wanted.password());
    return PasswordHash.of(wanted.password(), random);
  }

  static void requireEmail(String email) {
    if (email.indexOf('@') < 1 || email.isBlank()) {
      throw FailureException.invalid("email", "email", "'" + email + "' is no e-mail address.");
    }
  }

  static void requirePassword(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw FailureException.invalid(
          "password_too_short",
          "password",
          "A password has at least " + SHORTEST_PASSWORD + " characters.");
    }
  }

  private static void requireName(String path, String name) {
    if (name.isBlank()) {
      throw FailureException.invalid("blank", path, "Give a name that is not blank.");
    }
  }

  private void change(Consumer<Transaction> work) {
    catalog.write(
        transaction -> {
          work.accept(transaction);
          return true;
        });
  }
}
