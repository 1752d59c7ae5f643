package dev.facet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.catalog.Catalog;
import dev.facet.model.Project;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path directory;
  private Catalog catalog;
  private Accounts accounts;
  private Keys keys;
  private Members members;
  private Bootstrap bootstrap;

  @BeforeEach
  void open() {
    catalog = Catalog.open(directory);
    accounts = new Accounts(catalog, CLOCK, RANDOM);
    keys = new Keys(catalog, CLOCK, RANDOM);
    members = new Members(catalog, CLOCK, RANDOM);
    bootstrap = new Bootstrap(catalog, CLOCK, RANDOM);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  /** A second owner, so that the first can go. */
  private Caller eve() {
    Caller ada = keys.find("phx_all").orElseThrow();
    Accounts.NewUser wanted = new Accounts.NewUser("eve@example.com", "Eve", "correct-horse");
    long eve = members.create(ada, 1, Role.OWNER, wanted).user().id();
    Keys.Draft draft = new Keys.Draft("eve", Scope.ALL, null);
    return keys.find(keys.create(eve, draft).secret()).orElseThrow();
  }

  private static BootstrapPlan.Project project(long id, String token) {
    return new BootstrapPlan.Project(id, "P" + id, ZoneId.of("UTC"), DayOfWeek.SUNDAY, token);
  }

  private static BootstrapPlan plan(
      List<BootstrapPlan.Project> projects, List<BootstrapPlan.Key> keys) {
    var ada = new BootstrapPlan.User("Ada@example.com", "Ada", "correct-horse", Role.OWNER);
    return new BootstrapPlan(
        List.of(new BootstrapPlan.Organisation(1, "Acme", List.of(ada), projects, keys)));
  }

  private static BootstrapPlan acme() {
    return plan(
        List.of(project(1, "phc_web"), project(2, "phc_shop")),
        List.of(
            new BootstrapPlan.Key("ada@example.com", "all", "phx_all", List.of("*"), List.of()),
            new BootstrapPlan.Key(
                "ada@example.com", "read", "phx_read", List.of("dashboard:read"), List.of(2L))));
  }

  @Test
  void makesWhatIsMissing() {
    bootstrap.apply(acme());

    assertThat(accounts.projects())
        .extracting(Project::token)
        .containsExactly("phc_web", "phc_shop");
    assertThat(accounts.members(1)).extracting(Accounts.Member::role).containsExactly(Role.OWNER);
    assertThat(keys.find("phx_all").orElseThrow().projects()).hasSize(2);
    assertThat(keys.find("phx_read").orElseThrow().home().orElseThrow().id()).isEqualTo(2);
    assertThat(accounts.needsSetup()).isFalse();
  }

  @Test
  void changesNothingTheSecondTime() {
    bootstrap.apply(acme());
    bootstrap.apply(acme());

    assertThat(accounts.members(1)).hasSize(1);
    assertThat(keys.of(accounts.members(1).getFirst().user().id())).hasSize(2);
  }

  @Test
  void leavesWhatWasChangedSince() {
    bootstrap.apply(acme());
    Project web = accounts.project(1).orElseThrow();
    accounts.changeProject(
        null,
        new Project(1, 1, "Renamed", ZoneId.of("Europe/Berlin"), web.weekStart(), web.token()),
        null);
    members.change(eve(), 1, 1, new Members.Change(Role.VIEWER, null));

    bootstrap.apply(acme());

    assertThat(accounts.project(1).orElseThrow().name()).isEqualTo("Renamed");
    assertThat(accounts.members(1).getFirst().role()).isEqualTo(Role.VIEWER);
  }

  @Test
  void doesNotBringBackWhatWasDeleted() {
    bootstrap.apply(acme());
    User ada = accounts.members(1).getFirst().user();
    Caller eve = eve();
    accounts.deleteProject(2);
    keys.revoke(ada.id(), keys.of(ada.id()).getFirst().id());
    members.remove(eve, 1, ada.id());

    bootstrap.apply(acme());

    assertThat(accounts.projects()).extracting(Project::id).containsExactly(1L);
    assertThat(keys.find("phx_all")).isEmpty();
    assertThat(accounts.members(1))
        .extracting(member -> member.user().name())
        .containsExactly("Eve");
  }

  @Test
  void addsWhatIsNewInThePlan() {
    bootstrap.apply(acme());
    bootstrap.apply(plan(List.of(project(1, "phc_web"), project(7, "phc_new")), List.of()));

    assertThat(accounts.projects()).extracting(Project::id).containsExactly(1L, 2L, 7L);
    assertThat(
            accounts
                .createProject(
                    1,
                    null,
                    new Accounts.NewProject("Next", ZoneId.of("UTC"), DayOfWeek.MONDAY, null))
                .id())
        .isEqualTo(8);
  }

  @Test
  void refusesAPlanThatContradictsItselfAndMakesNothing() {
    BootstrapPlan twice = plan(List.of(project(1, "phc_same"), project(2, "phc_same")), List.of());

    assertThatThrownBy(() -> bootstrap.apply(twice)).hasMessageContaining("token");
    assertThat(accounts.projects()).isEmpty();
    assertThat(accounts.needsSetup()).isTrue();
  }
}
