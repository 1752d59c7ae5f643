package dev.facet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
  private static final User ADA = new User(1, "ada@example.com", "Ada", "d", true);
  private static final List<Project> PROJECTS =
      List.of(project(1, 1), project(2, 1), project(5, 2));

  private static Project project(long id, long organisation) {
    return new Project(id, organisation, "P" + id, ZoneId.of("UTC"), DayOfWeek.SUNDAY, "phc_" + id);
  }

  private static Caller caller(Role role, Scope scope) {
    ApiKey key = new ApiKey(1, 1, "k", "phx_...", scope, Instant.EPOCH, null, null, null);
    return new Caller(
        ADA,
        List.of(new Organisation(1, "Acme"), new Organisation(2, "Beta")),
        List.of(new Membership(1, role), new Membership(2, role)),
        PROJECTS,
        new Caller.Credential.OfKey(key));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("[, ]+"));
  }

  private static List<Long> numbers(String text) {
    return words(text).stream().map(Long::parseLong).toList();
  }

  /** What asking for the project gives: its number, or the failure's code and subject. */
  private static String outcome(Caller caller, long project, Permission permission) {
    try {
      return "" + caller.project(project, permission).id();
    } catch (FailureException e) {
      return e.failure() instanceof Failure.NotAllowed no
          ? no.code() + " " + no.subject()
          : e.failure().code();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # role | scopes           | projects | project | asks              | outcome
          OWNER  | *                | ''       | 1       | dashboard:write   | 1
          EDITOR | dashboard:write  | ''       | 1       | dashboard:read    | 1
          EDITOR | dashboard:read   | ''       | 1       | dashboard:read    | 1
          EDITOR | dashboard:read   | ''       | 1       | dashboard:write   | missing_scope dashboard:write
          EDITOR | feature_flag:read| ''       | 1       | dashboard:read    | missing_scope dashboard:read
          OWNER  | ''               | ''       | 1       | dashboard:read    | missing_scope dashboard:read
          VIEWER | *                | ''       | 1       | query:read        | 1
          VIEWER | *                | ''       | 1       | dashboard:write   | role_too_low editor
          VIEWER | dashboard:write  | ''       | 1       | dashboard:write   | role_too_low editor
          OWNER  | *                | 2        | 2       | dashboard:read    | 2
          OWNER  | *                | 2        | 1       | dashboard:read    | project_not_in_key 1
          OWNER  | *                | 2        | 9       | dashboard:read    | project_not_found
          OWNER  | *                | ''       | 9       | dashboard:read    | project_not_found
          OWNER  | ''               | 2        | 1       | dashboard:read    | project_not_in_key 1
          """)
  void letsThroughWhatRoleAndKeyAllow(
      Role role, String scopes, String projects, long project, String asks, String outcome) {
    Scope scope = new Scope(words(scopes), numbers(projects), List.of());
    String[] asked = asks.split(":", -1);
    Permission permission = new Permission(asked[0], asked[1].equals("write"));

    assertThat(outcome(caller(role, scope), project, permission)).isEqualTo(outcome);
  }

  @Test
  void namesTheOrganisationThatAKeyIsNotFor() {
    Caller caller = caller(Role.OWNER, new Scope(List.of("*"), List.of(), List.of(1L)));

    assertThat(outcome(caller, 5, Permission.toRead("dashboard")))
        .isEqualTo("organisation_not_in_key " + new Organisation(2, "Beta").uuid());
    assertThat(outcome(caller, 1, Permission.toRead("dashboard"))).isEqualTo("1");
    assertThat(caller.projects()).extracting(Project::id).containsExactly(1L, 2L);
  }

  @Test
  void isAtHomeInTheKeysFirstProjectElseTheFirst() {
    Caller limited = caller(Role.OWNER, new Scope(List.of("*"), List.of(5L, 1L), List.of()));
    Caller free = caller(Role.OWNER, Scope.ALL);

    assertThat(limited.home().map(Project::id)).contains(5L);
    assertThat(free.home().map(Project::id)).contains(1L);
    assertThat(free.home(Permission.toRead("query")).id()).isEqualTo(1);
  }

  @Test
  void asksForHigherRolesByOrganisation() {
    Caller editor = caller(Role.EDITOR, Scope.ALL);

    assertThatThrownBy(() -> editor.requireRole(1, Role.ADMIN))
        .hasMessage("This needs the role admin or a higher one, not editor.");
    assertThatThrownBy(() -> editor.requireRole(3, Role.VIEWER))
        .hasMessage("There is no organisation 3.");
    caller(Role.OWNER, Scope.ALL).requireRole(1, Role.ADMIN);
  }

  @ParameterizedTest
  @CsvSource({
    "*, true",
    "dashboard:read, true",
    "dashboard:write, true",
    "dashboard, false",
    "dashboard:delete, false",
    "nothing:read, false",
    "'', false"
  })
  void knowsScopesByName(String word, boolean known) {
    assertThat(Permission.isScope(word)).isEqualTo(known);
  }
}
