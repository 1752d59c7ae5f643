package dev.facet.ingest.social.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.access.Accounts;
import dev.facet.access.Organisation;
import dev.facet.catalog.Catalog;
import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import dev.facet.store.Batch;
import dev.facet.store.memory.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z"));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SECRET = "00ff".repeat(16);

  @TempDir private Path folder;
  private final MemoryStore store = new MemoryStore();
  private Catalog catalog;
  private Profiles profiles;
  private long project;

  @BeforeEach
  void open() {
    catalog = Catalog.open(folder);
    profiles = profiles(SECRET);
    Accounts accounts = new Accounts(catalog, CLOCK, RANDOM);
    Organisation acme = accounts.createOrganisation("Acme");
    project = project(accounts, acme, "Web").id();
  }

  private static Project project(Accounts accounts, Organisation owner, String name) {
    return accounts.createProject(
        owner.id(), null, new Accounts.NewProject(name, ZoneOffset.UTC, DayOfWeek.MONDAY, null));
  }

  private Profiles profiles(String secret) {
    return new Profiles(catalog, CLOCK, store, new Seal(secret, RANDOM));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private static Account account(String platform, String access, @Nullable String refresh) {
    return new Account(platform, "acme_1", access, refresh, "@acme", null, "page7", null);
  }

  private void snapshot(long position, String profile, String platform) {
    List<Object> row = Arrays.asList(profile, platform, "2026-03-01", Map.of(), Map.of());
    store.apply(
        new Batch(
            position,
            List.of(
                new Batch.Change.Upsert(project, SocialDatasets.PROFILE_SNAPSHOTS, List.of(row)))));
  }

  @Test
  void a_profile_is_new_once_and_keeps_its_name_when_none_is_given() {
    assertThat(profiles.put(project, "acme", "Acme Inc").isNew()).isTrue();
    Profiles.Put<Profile> again = profiles.put(project, "acme", null);
    assertThat(again.isNew()).isFalse();
    assertThat(again.value())
        .isEqualTo(new Profile("acme", "Acme Inc", CLOCK.instant(), List.of()));
  }

  @Test
  void a_profile_that_rows_name_exists_and_can_be_connected() {
    snapshot(1, "rows_only", "tiktok");
    assertThat(profiles.get(project, "rows_only").createdAt()).isNull();
    assertThat(profiles.put(project, "rows_only", null).isNew()).isFalse();
    profiles.connect(project, null, "rows_only", account("x", "t", null));
    assertThat(profiles.platforms(project, "rows_only")).containsExactly("tiktok", "x");
    assertThat(profiles.list(project)).extracting(Profile::username).containsExactly("rows_only");
  }

  @Test
  void nothing_crosses_projects() {
    snapshot(1, "acme", "x");
    assertThat(profiles.find(project + 1, "acme")).isEmpty();
    assertThat(profiles.list(project + 1)).isEmpty();
  }

  @Test
  void deleting_takes_the_accounts_and_leaves_what_rows_say() {
    profiles.put(project, "acme", "Acme");
    profiles.connect(project, null, "acme", account("x", "t", null));
    snapshot(1, "acme", "tiktok");
    profiles.delete(project, "acme");
    assertThat(profiles.get(project, "acme").displayName()).isNull();
    assertThat(profiles.platforms(project, "acme")).containsExactly("tiktok");
    assertThat(profiles.held(project, "acme")).isEmpty();
  }

  @Test
  void unknown_profiles_and_accounts_are_not_found() {
    assertThatThrownBy(() -> profiles.delete(project, "nobody"))
        .isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> profiles.connect(project, null, "nobody", account("x", "t", null)))
        .hasMessageContaining("nobody");
    profiles.put(project, "acme", null);
    assertThatThrownBy(() -> profiles.disconnect(project, null, "acme", "x"))
        .hasMessageContaining("x");
  }

  @Test
  void tokens_come_back_to_who_reads_and_to_nobody_else() {
    profiles.put(project, "acme", null);
    Connection shown =
        profiles.connect(project, null, "acme", account("x", "access-1", "refresh-1")).value();
    assertThat(shown.hasAccessToken()).isTrue();
    Held held = profiles.held(project, "acme", "x").orElseThrow();
    assertThat(held.account().accessToken()).isEqualTo("access-1");
    assertThat(held.account().refreshToken()).isEqualTo("refresh-1");
    assertThat(held.toString() + shown).doesNotContain("access-1", "refresh-1");
  }

  @Test
  void no_file_holds_a_token_in_the_clear() throws IOException {
    profiles.put(project, "acme", null);
    profiles.connect(
        project, null, "acme", account("x", "plain-access-token", "plain-refresh-token"));
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain("plain-access", "plain-refresh");
      }
    }
  }

  @Test
  void another_secret_opens_no_token() {
    profiles.put(project, "acme", null);
    profiles.connect(project, null, "acme", account("x", "access-1", null));
    Held held = profiles("11".repeat(32)).held(project, "acme", "x").orElseThrow();
    assertThat(held.account().accessToken()).isNull();
  }

  @Test
  void sealed_text_opens_for_its_purpose_alone() {
    Seal seal = new Seal(SECRET, RANDOM);
    String sealed = seal.close("text", "a");
    assertThat(seal.open(sealed, "a")).contains("text");
    assertThat(seal.open(sealed, "b")).isEmpty();
    assertThat(seal.open("", "a")).isEmpty();
    assertThat(seal.open(sealed.substring(1), "a")).isEmpty();
    assertThat(seal.close("text", "a")).isNotEqualTo(sealed);
  }

  @Test
  void a_dead_token_marks_only_the_connection_it_belongs_to() {
    profiles.put(project, "acme", null);
    Connection old = profiles.connect(project, null, "acme", account("x", "old", null)).value();
    profiles.mark(old, Status.RECONNECT);
    assertThat(profiles.connection(project, "acme", "x").status()).isEqualTo(Status.RECONNECT);
    assertThat(profiles.connect(project, null, "acme", account("x", "new", null)).isNew())
        .isFalse();
    profiles.mark(old, Status.RECONNECT);
    assertThat(profiles.connection(project, "acme", "x").status()).isEqualTo(Status.CONNECTED);
  }

  @Test
  void renewed_tokens_keep_the_refresh_token_when_no_other_was_given() {
    profiles.put(project, "acme", null);
    profiles.connect(project, null, "acme", account("x", "old", "refresh"));
    Held held = profiles.held(project, "acme", "x").orElseThrow();
    Instant end = Instant.parse("2026-03-04T14:00:00Z");
    profiles.renew(held, new Grant("fresh", null, end));
    Held now = profiles.held(project, "acme", "x").orElseThrow();
    assertThat(now.account().accessToken()).isEqualTo("fresh");
    assertThat(now.account().refreshToken()).isEqualTo("refresh");
    assertThat(now.connection().expiresAt()).isEqualTo(end);
  }

  @Test
  void names_are_checked() {
    for (String name : List.of("", " ", "a/b", "a\nb", "x".repeat(201))) {
      assertThatThrownBy(() -> profiles.put(project, name, null))
          .as(name)
          .hasMessageContaining("name");
    }
  }
}
