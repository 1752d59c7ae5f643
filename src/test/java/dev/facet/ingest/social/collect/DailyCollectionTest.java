package dev.facet.ingest.social.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.SocialDatasets;
import dev.facet.ingest.social.FakeNetwork;
import dev.facet.ingest.social.SocialDesk;
import dev.facet.ingest.social.profile.Subject;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily collection: once for each profile, whatever comes between. */
class DailyCollectionTest {
  @TempDir private Path folder;
  private final FakeNetwork x = new FakeNetwork("x");
  private SocialDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = new SocialDesk(folder, new MemoryStore(), List.of(x));
    desk.connect("acme", "x", null);
  }

  @AfterEach
  void close() throws Exception {
    desk.close();
  }

  @Test
  void the_clock_collects_each_profile_once_and_goes_on_after_an_interruption() throws Exception {
    desk.connect("beta", "x", null);
    desk.connect("gamma", "x", null);
    LocalDate day = LocalDate.parse("2026-03-04");
    Instant due = Instant.parse("2026-03-04T03:00:00Z");
    desk.collector.collect(desk.projectId(), "acme", Set.of("x"), Run.Cause.CLOCK);
    assertThat(x.reads()).isEqualTo(1);
    desk.daily().run(due, day);
    assertThat(x.reads()).isEqualTo(3);
    desk.daily().run(due, day);
    assertThat(x.reads()).isEqualTo(3);
    desk.set("2026-03-05T03:00:00Z");
    desk.daily().run(Instant.parse("2026-03-05T03:00:00Z"), day.plusDays(1));
    assertThat(x.reads()).isEqualTo(6);
  }

  @Test
  void a_collection_cut_off_by_the_end_of_the_server_is_shown_as_such() {
    desk.runs.begin(
        new Subject(desk.projectId(), "acme"), LocalDate.parse("2026-03-04"), Run.Cause.CLOCK);
    assertThat(desk.runs.list(desk.projectId(), "acme", 1).getFirst().status())
        .isEqualTo(Run.Status.RUNNING);
    desk.runs.tidy(LocalDate.parse("2026-03-04"));
    assertThat(desk.runs.list(desk.projectId(), "acme", 1).getFirst().status())
        .isEqualTo(Run.Status.INTERRUPTED);
    desk.runs.tidy(LocalDate.parse("2026-07-04"));
    assertThat(desk.runs.list(desk.projectId(), "acme", 1)).isEmpty();
  }

  @Test
  void a_day_cut_off_in_the_middle_goes_on_at_the_next_start() throws Exception {
    desk.connect("beta", "x", null);
    desk.connect("gamma", "x", null);
    CountDownLatch stuck = new CountDownLatch(1);
    x.answers(
        account -> {
          if (account.accountId().equals("id-beta")) {
            stuck.countDown();
            await(new CountDownLatch(1));
          }
          return FakeNetwork.reading(Map.of("likes", 1.0));
        });
    LocalDate day = LocalDate.parse("2026-03-04");
    Instant due = Instant.parse("2026-03-04T03:00:00Z");
    Thread clock = Thread.ofPlatform().start(() -> run(due, day));
    stuck.await();
    while (desk.runs.list(desk.projectId(), "acme", 1).isEmpty()
        || desk.runs.list(desk.projectId(), "gamma", 1).isEmpty()
        || desk.runs.list(desk.projectId(), "acme", 1).getFirst().endedAt() == null
        || desk.runs.list(desk.projectId(), "gamma", 1).getFirst().endedAt() == null) {
      Thread.onSpinWait();
    }
    clock.interrupt();
    clock.join();
    desk.close();
    desk = new SocialDesk(folder, new MemoryStore(), List.of(x));
    desk.runs.tidy(day);
    x.says(FakeNetwork.reading(Map.of("likes", 1.0)));
    int before = x.reads();
    run(due, day);
    assertThat(x.reads()).isEqualTo(before + 1);
    assertThat(desk.runs.list(desk.projectId(), "beta", 5))
        .extracting(Run::status)
        .containsExactly(Run.Status.DONE, Run.Status.INTERRUPTED);
    assertThat(desk.rows(SocialDatasets.PROFILE_SNAPSHOTS))
        .extracting(row -> row.get("profile"))
        .containsExactly("acme", "beta", "gamma");
  }

  private void run(Instant due, LocalDate day) {
    try {
      desk.daily().run(due, day);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
