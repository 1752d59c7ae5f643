package dev.facet.ingest.social.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.FakeNetwork;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reading;
import dev.facet.ingest.social.SocialDesk;
import dev.facet.ingest.social.collect.Outcome.Collected;
import dev.facet.ingest.social.collect.Outcome.Failed;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collection writes. */
class CollectorTest {
  @TempDir private Path folder;
  private final FakeNetwork x = new FakeNetwork("x");
  private final FakeNetwork youtube = new FakeNetwork("youtube");
  private SocialDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new SocialDesk(folder, new MemoryStore(), List.of(x, youtube));
    desk.connect("acme", "x", null);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  private Outcome collect() {
    return desk.collect("acme").outcomes().getOrDefault("x", new Failed(Kind.NOT_FOUND, "none"));
  }

  private static Map<String, @Nullable Object> snapshot(
      String date, Map<String, Object> level, Map<String, Object> daily) {
    return Map.of("profile", "acme", "platform", "x", "date", date, "level", level, "daily", daily);
  }

  private void stored(Map<String, @Nullable Object> row) {
    desk.send(SocialDatasets.PROFILE_SNAPSHOTS, List.of(row));
  }

  private List<Map<String, @Nullable Object>> snapshots() {
    return desk.rows(SocialDatasets.PROFILE_SNAPSHOTS);
  }

  private static SortedMap<LocalDate, Map<String, Double>> series(
      String date, Map<String, Double> values) {
    return new TreeMap<>(Map.of(LocalDate.parse(date), values));
  }

  @Test
  void the_first_collection_has_differences_of_nothing() {
    x.says(FakeNetwork.reading(Map.of("followers", 100.0, "likes", 50.0)));
    assertThat(collect())
        .isEqualTo(new Collected(Map.of("followers", 100.0, "likes", 50.0), Map.of("likes", 0.0)));
    assertThat(snapshots())
        .containsExactly(
            snapshot("2026-03-04", Map.of("followers", 100L, "likes", 50L), Map.of("likes", 0L)));
  }

  @Test
  void a_difference_is_to_the_newest_earlier_day_that_has_the_metric() {
    stored(snapshot("2026-01-10", Map.of("likes", 30), Map.of()));
    stored(snapshot("2026-02-27", Map.of("shares", 4, "likes", 44), Map.of()));
    stored(snapshot("2026-03-03", Map.of("followers", 9), Map.of()));
    stored(snapshot("2026-03-05", Map.of("likes", 1000), Map.of()));
    x.says(FakeNetwork.reading(Map.of("likes", 50.0, "shares", 3.0, "comments", 2.0)));
    assertThat(collect())
        .extracting(outcome -> ((Collected) outcome).daily())
        .isEqualTo(new TreeMap<>(Map.of("likes", 6.0, "shares", 0.0, "comments", 0.0)));
  }

  @Test
  void a_metric_that_was_last_seen_long_ago_is_still_found() {
    stored(snapshot("2025-01-10", Map.of("likes", 30), Map.of()));
    stored(snapshot("2025-01-11", Map.of("likes", 31), Map.of()));
    stored(snapshot("2025-01-12", Map.of("shares", 1), Map.of()));
    x.says(FakeNetwork.reading(Map.of("likes", 50.0)));
    assertThat(((Collected) collect()).daily()).containsEntry("likes", 19.0);
  }

  @Test
  void collecting_again_on_the_day_replaces_the_level_and_starts_from_the_same_day() {
    stored(snapshot("2026-03-03", Map.of("likes", 40), Map.of()));
    x.says(FakeNetwork.reading(Map.of("likes", 50.0, "shares", 1.0)));
    collect();
    x.says(FakeNetwork.reading(Map.of("likes", 55.0)));
    assertThat(collect())
        .isEqualTo(new Collected(Map.of("likes", 55.0), Map.of("likes", 15.0, "shares", 0.0)));
    assertThat(snapshots()).hasSize(2);
  }

  @Test
  void series_go_into_their_days_and_leave_levels_alone() {
    stored(snapshot("2026-03-02", Map.of("followers", 7), Map.of("reach", 1, "clicks", 5)));
    SortedMap<LocalDate, Map<String, Double>> days =
        series("2026-03-02", Map.of("reach", 20.0, "followers", 8.0));
    days.put(LocalDate.parse("2026-03-01"), Map.of("reach", 10.0));
    days.put(LocalDate.parse("2026-01-01"), Map.of("reach", 99.0));
    days.put(LocalDate.parse("2026-03-09"), Map.of("reach", 98.0));
    days.put(LocalDate.parse("2026-03-04"), Map.of("reach", 30.0));
    x.says(
        new Reading(
            Map.of("reach", 500.0, "likes", 9.0), days, List.of("reach", "likes"), List.of()));
    assertThat(((Collected) collect()).daily())
        .isEqualTo(new TreeMap<>(Map.of("reach", 30.0, "likes", 0.0)));
    assertThat(snapshots())
        .containsExactly(
            snapshot("2026-03-01", Map.of(), Map.of("reach", 10L)),
            snapshot("2026-03-02", Map.of("followers", 7L), Map.of("reach", 20L, "clicks", 5L)),
            snapshot(
                "2026-03-04",
                Map.of("reach", 500L, "likes", 9L),
                Map.of("reach", 30L, "likes", 0L)));
  }

  @Test
  void a_metric_with_a_series_has_no_difference_even_where_the_series_says_nothing() {
    stored(snapshot("2026-03-03", Map.of("reach", 400), Map.of()));
    x.says(
        new Reading(
            Map.of("reach", 500.0),
            series("2026-03-03", Map.of("reach", 3.0)),
            List.of("reach"),
            List.of()));
    assertThat(((Collected) collect()).daily()).isEmpty();
  }

  @Test
  void days_change_at_midnight_in_utc_over_the_ends_of_months_and_years() {
    desk.set("2025-12-31T23:59:59Z");
    x.says(FakeNetwork.reading(Map.of("likes", 5.0)));
    collect();
    desk.set("2026-01-01T00:00:00Z");
    x.says(FakeNetwork.reading(Map.of("likes", 8.0)));
    assertThat(((Collected) collect()).daily()).containsEntry("likes", 3.0);
    desk.set("2026-02-01T00:00:00Z");
    x.says(FakeNetwork.reading(Map.of("likes", 8.5)));
    assertThat(((Collected) collect()).daily()).containsEntry("likes", 0.5);
    assertThat(snapshots())
        .extracting(row -> row.get("date"))
        .containsExactly("2025-12-31", "2026-01-01", "2026-02-01");
  }

  @Test
  void posts_keep_their_ids_and_what_networks_do_not_say() {
    desk.send(
        SocialDatasets.POSTS,
        List.of(
            Map.of(
                "post_id", "ours",
                "request_id", "request-1",
                "profile", "acme",
                "platform", "x",
                "platform_post_id", "1",
                "campaign", "spring",
                "title", "Old")));
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    x.says(
        new Reading(
            Map.of(),
            new TreeMap<>(),
            List.of(),
            List.of(
                post("1", "New", at, Map.of("likes", 3.0)),
                post("2", null, at, Map.of("likes", 1.0)),
                post("2", "Twice", at, Map.of("likes", 2.0)),
                post("3", null, null, Map.of()))));
    collect();
    collect();
    List<Map<String, @Nullable Object>> posts = desk.rows(SocialDatasets.POSTS);
    assertThat(posts)
        .extracting(row -> row.get("post_id"))
        .containsExactly("acme/x/2", "acme/x/3", "ours");
    assertThat(posts.getLast())
        .containsEntry("request_id", "request-1")
        .containsEntry("campaign", "spring")
        .containsEntry("title", "New")
        .containsEntry("success", true);
    assertThat(desk.rows(SocialDatasets.POST_SNAPSHOTS))
        .containsExactly(
            Map.of("post_id", "acme/x/2", "date", "2026-03-04", "metrics", Map.of("likes", 2L)),
            Map.of("post_id", "ours", "date", "2026-03-04", "metrics", Map.of("likes", 3L)));
  }

  @Test
  void of_two_rows_of_a_post_the_uploaded_one_is_kept_up() {
    Map<String, Object> seen =
        Map.of("profile", "acme", "platform", "x", "platform_post_id", "1", "post_id", "acme/x/1");
    Map<String, Object> uploaded = new HashMap<>(seen);
    uploaded.put("post_id", "zz");
    uploaded.put("request_id", "r");
    desk.send(SocialDatasets.POSTS, List.of(seen, uploaded));
    x.says(
        new Reading(
            Map.of(),
            new TreeMap<>(),
            List.of(),
            List.of(post("1", null, null, Map.of("likes", 3.0)))));
    collect();
    assertThat(desk.rows(SocialDatasets.POST_SNAPSHOTS))
        .extracting(row -> row.get("post_id"))
        .containsExactly("zz");
  }

  private static Reading.Post post(
      String id, @Nullable String title, @Nullable Instant at, Map<String, Double> metrics) {
    return new Reading.Post(
        id, "https://x.com/" + id, title, null, "TEXT", null, null, at, metrics);
  }

  @Test
  void a_dead_account_is_marked_and_stops_no_other() {
    desk.connect("acme", "youtube", null);
    Account withoutRefreshing = new Account("x", "id-acme", "token", null, null, null, null, null);
    desk.profiles.connect(desk.projectId(), null, "acme", withoutRefreshing);
    x.refuses(Kind.AUTH);
    youtube.says(FakeNetwork.reading(Map.of("likes", 1.0)));
    Collection collection = desk.collect("acme");
    assertThat(collection.outcomes().get("x")).isEqualTo(new Failed(Kind.AUTH, "Fake x refuses."));
    assertThat(collection.outcomes().get("youtube")).isInstanceOf(Collected.class);
    assertThat(desk.profiles.connection(desk.projectId(), "acme", "x").status())
        .isEqualTo(Status.RECONNECT);
    assertThat(desk.profiles.connection(desk.projectId(), "acme", "youtube").status())
        .isEqualTo(Status.CONNECTED);
    assertThat(snapshots()).extracting(row -> row.get("platform")).containsExactly("youtube");
  }

  @Test
  void an_account_that_cannot_be_written_stops_no_other_and_ends_the_run() throws Exception {
    desk.close();
    desk = new SocialDesk(folder, new StoreWithout("youtube"), List.of(x, youtube));
    desk.connect("acme", "youtube", null);
    x.says(FakeNetwork.reading(Map.of("likes", 1.0)));
    youtube.says(FakeNetwork.reading(Map.of("likes", 1.0)));
    Collection collection = desk.collect("acme");
    assertThat(collection.outcomes().get("x")).isInstanceOf(Collected.class);
    assertThat(collection.outcomes().get("youtube"))
        .isEqualTo(
            new Failed(
                Kind.TRANSIENT,
                "What was read could not be written; the server's log tells more."));
    assertThat(desk.runs.list(desk.projectId(), "acme", 1).getFirst().status())
        .isEqualTo(Run.Status.DONE);
  }

  /** Breaks down when it is asked about one platform. */
  private static final class StoreWithout implements Store {
    private final MemoryStore whole = new MemoryStore();
    private final String platform;

    StoreWithout(String platform) {
      this.platform = platform;
    }

    @Override
    public Table run(long project, Plan plan) {
      if (plan.toString().contains(platform)) {
        throw new IllegalStateException("The store broke down");
      }
      return whole.run(project, plan);
    }

    @Override
    public void apply(Batch batch) {
      whole.apply(batch);
    }

    @Override
    public long position() {
      return whole.position();
    }

    @Override
    public long position(long project) {
      return whole.position(project);
    }

    @Override
    public void close() {
      whole.close();
    }
  }

  @Test
  void other_refusals_and_mistakes_of_ours_mark_nothing() {
    for (Kind kind : List.of(Kind.PERMISSION, Kind.RATE_LIMIT, Kind.TRANSIENT)) {
      x.refuses(kind);
      assertThat(collect()).isEqualTo(new Failed(kind, "Fake x refuses."));
    }
    x.answers(
        account -> {
          throw new IllegalStateException("token is here");
        });
    assertThat(collect())
        .isEqualTo(
            new Failed(Kind.TRANSIENT, "Fake x could not be read; the server's log tells more."));
    assertThat(desk.profiles.connection(desk.projectId(), "acme", "x").status())
        .isEqualTo(Status.CONNECTED);
  }

  @Test
  void what_is_no_number_is_left_out() {
    x.says(
        FakeNetwork.reading(
            Map.of("likes", Double.POSITIVE_INFINITY, "shares", Double.NaN, "comments", 1.0)));
    assertThat(collect())
        .isEqualTo(new Collected(Map.of("comments", 1.0), Map.of("comments", 0.0)));
  }

  @Test
  void the_history_tells_what_became_of_each() {
    x.refuses(Kind.RATE_LIMIT);
    collect();
    desk.pass(Duration.ofHours(1));
    x.says(FakeNetwork.reading(Map.of()));
    collect();
    List<Run> runs = desk.runs.list(desk.projectId(), "acme", 10);
    assertThat(runs).extracting(Run::status).containsOnly(Run.Status.DONE);
    assertThat(runs.getFirst().results()).containsEntry("x", new Run.Result(null, null));
    assertThat(runs.getLast().results().get("x"))
        .isEqualTo(new Run.Result("RATE_LIMIT", "Fake x refuses."));
  }
}
