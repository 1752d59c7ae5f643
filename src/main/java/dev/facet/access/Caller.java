package dev.facet.access;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and what for all they may ask. Adapters call {@link #project(long, Permission)}
 * once per request and work with the project it returns.
 *
 * @param organisations the user's organisations, lowest number first
 * @param memberships the user's roles in them
 * @param everyProject the projects of these organisations, lowest number first, whether the
 *     credential reaches them or not
 */
public record Caller(
    User user,
    List<Organisation> organisations,
    List<Membership> memberships,
    List<Project> everyProject,
    Credential credential) {

  /** What was presented. */
  public sealed interface Credential {
    long user();

    Scope scope();

    @Nullable Instant expiresAt();

    /** Under which name its calls are counted. */
    String countedAs();

    /** A key for programs. */
    record OfKey(ApiKey key) implements Credential {
      @Override
      public long user() {
        return key.user();
      }

      @Override
      public Scope scope() {
        return key.scope();
      }

      @Override
      public @Nullable Instant expiresAt() {
        return key.expiresAt();
      }

      @Override
      public String countedAs() {
        return "key:" + key.id();
      }
    }

    /** A login in a browser. */
    record OfSession(Session session) implements Credential {
      @Override
      public long user() {
        return session.user();
      }

      @Override
      public Scope scope() {
        return Scope.ALL;
      }

      @Override
      public @Nullable Instant expiresAt() {
        return session.expiresAt();
      }

      @Override
      public String countedAs() {
        return "user:" + session.user();
      }
    }
  }

  public Caller {
    organisations = List.copyOf(organisations);
    memberships = List.copyOf(memberships);
    everyProject = List.copyOf(everyProject);
  }

  /** The projects this credential reaches. */
  public List<Project> projects() {
    return everyProject.stream().filter(this::reaches).toList();
  }

  /**
   * The project meant where a request names none: the key's first, else the organisation's first.
   */
  public Optional<Project> home() {
    for (long id : credential.scope().projects()) {
      Optional<Project> named = everyProject.stream().filter(p -> p.id() == id).findFirst();
      if (named.isPresent()) {
        return named;
      }
    }
    return projects().stream().findFirst();
  }

  /**
   * The organisation meant where a request names none: that of the key's first project, else the
   * first it reaches.
   */
  public Optional<Organisation> homeOrganisation() {
    Optional<Long> named =
        credential.scope().projects().isEmpty()
            ? Optional.empty()
            : home().map(Project::organisation);
    return organisations.stream()
        .filter(each -> named.isEmpty() || named.get() == each.id())
        .filter(each -> credential.scope().reachesOrganisation(each.id()))
        .findFirst();
  }

  /** The home project, after the same check as {@link #project(long, Permission)}. */
  public Project home(Permission permission) {
    Project home = home().orElseThrow(() -> FailureException.notFound("There is no project yet."));
    return project(home.id(), permission);
  }

  /**
   * The project of this number, when this caller may do this in it.
   *
   * @throws FailureException NotFound {@code project_not_found} when it is unknown or of a foreign
   *     organisation; NotAllowed {@code project_not_in_key} (subject: the project's number) or
   *     {@code organisation_not_in_key} (subject: the organisation's uuid) when the key is limited
   *     to others; and what {@link #require} throws
   */
  public Project project(long id, Permission permission) {
    Project project =
        everyProject.stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> unknown(id));
    Scope scope = credential.scope();
    if (!scope.reachesOrganisation(project.organisation())) {
      throw foreignOrganisation(project.organisation());
    }
    if (!scope.reachesProject(id)) {
      throw notAllowed(
          "project_not_in_key", "The key is limited to projects other than " + id + ".", "" + id);
    }
    require(project.organisation(), permission);
    return project;
  }

  /**
   * Checks what concerns a whole organisation rather than one project.
   *
   * @throws FailureException NotFound {@code organisation_not_found} when the caller has no part in
   *     it; NotAllowed {@code missing_scope} (subject: the permission) when the key lacks it,
   *     {@code role_too_low} (subject: the role needed) when the user only views and this writes
   */
  public void require(long organisation, Permission permission) {
    Role role = role(organisation);
    if (!credential.scope().reachesOrganisation(organisation)) {
      throw foreignOrganisation(organisation);
    }
    if (!credential.scope().gives(permission)) {
      throw notAllowed(
          "missing_scope",
          "The key lacks the scope '" + permission.word() + "'.",
          permission.word());
    }
    if (permission.writes() && !role.atLeast(Role.EDITOR)) {
      throw tooLow(Role.EDITOR, role);
    }
  }

  /** Checks that the caller has at least this role; NotAllowed {@code role_too_low} otherwise. */
  public void requireRole(long organisation, Role least) {
    Role role = role(organisation);
    if (!role.atLeast(least)) {
      throw tooLow(least, role);
    }
  }

  /** The caller's role in an organisation; NotFound {@code organisation_not_found} without one. */
  public Role role(long organisation) {
    return memberships.stream()
        .filter(membership -> membership.organisation() == organisation)
        .findFirst()
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.NotFound(
                        "organisation_not_found",
                        null,
                        "There is no organisation " + organisation + ".")))
        .role();
  }

  private boolean reaches(Project project) {
    Scope scope = credential.scope();
    return scope.reachesProject(project.id()) && scope.reachesOrganisation(project.organisation());
  }

  private static FailureException unknown(long project) {
    return new FailureException(
        new Failure.NotFound("project_not_found", null, "There is no project " + project + "."));
  }

  private static FailureException foreignOrganisation(long id) {
    return notAllowed(
        "organisation_not_in_key",
        "The key is limited to organisations other than " + id + ".",
        Tokens.uuid("organisation", id).toString());
  }

  private static FailureException tooLow(Role needed, Role given) {
    return notAllowed(
        "role_too_low",
        "This needs the role " + needed.word() + " or a higher one, not " + given.word() + ".",
        needed.word());
  }

  private static FailureException notAllowed(String code, String message, String subject) {
    return new FailureException(new Failure.NotAllowed(code, false, message, subject));
  }
}
