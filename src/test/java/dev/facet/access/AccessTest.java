package dev.facet.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.catalog.Catalog;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSWORD = "correct-horse-battery";

  @TempDir Path directory;
  private Instant now = Instant.parse("2026-01-15T10:00:00Z");
  private Catalog catalog;
  private Accounts accounts;
  private Keys keys;
  private Sessions sessions;
  private Members members;

  @BeforeEach
  void open() {
    InstantSource clock = () -> now;
    catalog = Catalog.open(directory);
    accounts = new Accounts(catalog, clock, RANDOM);
    keys = new Keys(catalog, clock, RANDOM);
    sessions = new Sessions(catalog, clock, RANDOM);
    members = new Members(catalog, clock, RANDOM);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private static Accounts.SetUp acme() {
    return new Accounts.SetUp(
        "Acme",
        new Accounts.NewUser("Ada@Example.com", "Ada", PASSWORD),
        new Accounts.NewProject("Web", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, null));
  }

  private Keys.Made key(User user, String... scopes) {
    Scope scope = new Scope(List.of(scopes), List.of(), List.of());
    return keys.create(user.id(), new Keys.Draft("k", scope, null));
  }

  /** A second owner, made by the first. */
  private Caller eve(User ada) {
    Caller first = keys.find(key(ada, "*").secret()).orElseThrow();
    Accounts.NewUser wanted = new Accounts.NewUser("eve@example.com", "Eve", PASSWORD);
    User eve = members.create(first, 1, Role.OWNER, wanted).user();
    return keys.find(key(eve, "*").secret()).orElseThrow();
  }

  @Test
  void isSetUpOnce() {
    assertThat(accounts.needsSetup()).isTrue();

    User ada = accounts.setUp(acme());

    assertThat(accounts.needsSetup()).isFalse();
    assertThat(accounts.members(1)).containsExactly(new Accounts.Member(ada, Role.OWNER, false));
    Project web = accounts.projects().getFirst();
    assertThat(web.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(accounts.projectByToken(web.token())).contains(web);
    assertThat(web.token()).matches("phc_[0-9A-Za-z]{43}");
    assertThatThrownBy(() -> accounts.setUp(acme()))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Conflict.class));
  }

  @Test
  void refusesWhatMakesNoUser() {
    Accounts.NewProject project = acme().project();
    var weak = new Accounts.SetUp("A", new Accounts.NewUser("a@b", "A", "short"), project);
    var nameless = new Accounts.SetUp("A", new Accounts.NewUser("ab", "A", PASSWORD), project);

    assertThatThrownBy(() -> accounts.setUp(weak)).hasMessageContaining("8 characters");
    assertThatThrownBy(() -> accounts.setUp(nameless)).hasMessageContaining("e-mail");
    assertThat(accounts.needsSetup()).isTrue();
  }

  @Test
  void logsInWithTheRightPasswordWhateverTheCaseOfTheAddress() {
    User ada = accounts.setUp(acme());

    String token = sessions.logIn("ADA@example.com", PASSWORD).orElseThrow().token();

    assertThat(sessions.find(token).orElseThrow().user()).isEqualTo(ada);
    assertThat(sessions.logIn("ada@example.com", "wrong-password")).isEmpty();
    assertThat(sessions.logIn("nobody@example.com", PASSWORD)).isEmpty();
    assertThat(sessions.find("something")).isEmpty();
  }

  @Test
  void letsNoKindOfSessionPassForAnother() {
    User ada = accounts.setUp(acme());

    for (Sessions.Kind kind : Sessions.Kind.values()) {
      String token = sessions.begin(ada.id(), kind).token();
      for (Sessions.Kind other : Sessions.Kind.values()) {
        assertThat(sessions.find(token, other).isPresent())
            .as(kind + " as " + other)
            .isEqualTo(kind == other);
      }
    }
  }

  @Test
  void endsASessionByLogOutByTimeAndByANewPassword() {
    User ada = accounts.setUp(acme());
    String one = sessions.begin(ada.id(), Sessions.Kind.PAGE).token();
    String two = sessions.begin(ada.id(), Sessions.Kind.PAGE).token();

    sessions.logOut(one);
    assertThat(sessions.find(one)).isEmpty();
    assertThat(sessions.find(two)).isPresent();
    now = now.plus(Sessions.Kind.PAGE.life());
    assertThat(sessions.find(two)).isEmpty();

    String three = sessions.begin(ada.id(), Sessions.Kind.PAGE).token();
    assertThat(sessions.changePassword(ada, "wrong", "another-password", three)).isFalse();
    String four = sessions.begin(ada.id(), Sessions.Kind.PAGE).token();
    assertThat(sessions.changePassword(ada, PASSWORD, "another-password", four)).isTrue();
    assertThat(sessions.find(four)).isPresent();
    assertThat(sessions.find(three)).isEmpty();
    assertThat(sessions.logIn("ada@example.com", PASSWORD)).isEmpty();
    assertThat(sessions.logIn("ada@example.com", "another-password")).isPresent();
  }

  @Test
  void opensNothingForAnInactiveUserUntilActiveAgain() {
    User ada = accounts.setUp(acme());
    String key = key(ada, "*").secret();
    String session = sessions.begin(ada.id(), Sessions.Kind.PAGE).token();
    assertThat(keys.find(key)).isPresent();
    Caller eve = eve(ada);

    members.change(eve, 1, ada.id(), new Members.Change(null, false));
    assertThat(keys.find(key)).isEmpty();
    assertThat(sessions.find(session)).isEmpty();
    assertThat(sessions.logIn("ada@example.com", PASSWORD)).isEmpty();

    members.change(eve, 1, ada.id(), new Members.Change(null, true));
    assertThat(keys.find(key)).isPresent();
  }

  @Test
  void seesAChangedRoleAtOnce() {
    User ada = accounts.setUp(acme());
    String key = key(ada, "*").secret();
    assertThat(keys.find(key).orElseThrow().role(1)).isEqualTo(Role.OWNER);

    members.change(eve(ada), 1, ada.id(), new Members.Change(Role.VIEWER, null));

    assertThat(keys.find(key).orElseThrow().role(1)).isEqualTo(Role.VIEWER);
  }

  @Test
  void rollsAndRevokesKeys() {
    User ada = accounts.setUp(acme());
    Keys.Made made = key(ada, "dashboard:read");
    assertThat(made.secret()).matches("phx_[0-9A-Za-z]{43}");
    assertThat(made.key().mask()).isEqualTo("phx_..." + made.secret().substring(43));
    assertThat(keys.find(made.secret())).isPresent();

    Keys.Made rolled = keys.roll(ada.id(), made.key().id());
    assertThat(keys.find(made.secret())).isEmpty();
    assertThat(keys.find(rolled.secret()).orElseThrow().credential().scope().words())
        .containsExactly("dashboard:read");
    assertThat(rolled.key().rolledAt()).isEqualTo(now);

    keys.revoke(ada.id(), made.key().id());
    assertThat(keys.find(rolled.secret())).isEmpty();
    assertThatThrownBy(() -> keys.revoke(ada.id(), made.key().id())).hasMessageContaining("no key");
  }

  @Test
  void endsAKeyAtItsTime() {
    User ada = accounts.setUp(acme());
    Keys.Draft draft = new Keys.Draft("k", Scope.ALL, now.plusSeconds(60));
    String key = keys.create(ada.id(), draft).secret();

    assertThat(keys.find(key)).isPresent();
    now = now.plusSeconds(60);
    assertThat(keys.find(key)).isEmpty();
  }

  @Test
  void notesAKeysUseOnceAnHour() {
    User ada = accounts.setUp(acme());
    Keys.Made made = key(ada, "*");
    Instant first = now;
    long version = catalog.definitionsVersion();

    keys.find(made.secret());
    assertThat(used(ada, made)).isEqualTo(first);
    now = first.plus(Duration.ofMinutes(59));
    keys.find(made.secret());
    assertThat(used(ada, made)).isEqualTo(first);
    now = first.plus(Duration.ofMinutes(60));
    keys.find(made.secret());

    assertThat(used(ada, made)).isEqualTo(now);
    assertThat(catalog.definitionsVersion()).isEqualTo(version);
  }

  private @Nullable Instant used(User user, Keys.Made made) {
    return keys.get(user.id(), made.key().id()).usedAt();
  }

  @Test
  void refusesKeysForWhatIsNotTheUsers() {
    User ada = accounts.setUp(acme());
    long other = accounts.createOrganisation("Other").id();
    Scope foreign = new Scope(List.of("*"), List.of(1L), List.of(other));

    assertThatThrownBy(() -> key(ada, "dashboard:read", "dashbord:read"))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().path()).isEqualTo("scopes[1]"));
    assertThatThrownBy(() -> keys.create(ada.id(), new Keys.Draft("k", foreign, null)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().path()).isEqualTo("organisations[0]"));
  }

  @Test
  void keepsNoSecretInPlainText() throws IOException {
    User ada = accounts.setUp(acme());
    List<String> secrets =
        List.of(
            PASSWORD, key(ada, "*").secret(), sessions.begin(ada.id(), Sessions.Kind.PAGE).token());

    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(secrets).noneMatch(bytes::contains);
      }
    }
  }

  @Test
  void derivesUuidsFromNumbers() {
    assertThat(new Organisation(1, "A").uuid()).isEqualTo(new Organisation(1, "B").uuid());
    assertThat(new Organisation(1, "A").uuid()).isNotEqualTo(new Organisation(2, "A").uuid());
  }
}
