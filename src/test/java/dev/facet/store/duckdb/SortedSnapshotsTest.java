package dev.facet.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.SocialDatasets;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of profiles are brought in order while they go on being replaced. */
class SortedSnapshotsTest {
  private static final List<String> PROFILES =
      List.of(
          "acme", "Acme", "ünï/çode", "profile-with-a-long-name-1", "profile-with-a-long-name-2");
  private static final List<String> METRICS = List.of("reach", "likes", "new one", "a.b");
  private static final int ROUNDS = 25;

  @TempDir private Path directory;
  private final Random random = new Random(62);

  @Test
  void every_key_has_its_last_row_whatever_was_sorted_when() {
    Store memory = new MemoryStore();
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      for (int round = 1; round <= ROUNDS; round++) {
        Batch batch = batch(round);
        memory.apply(batch);
        store.apply(batch);
        if (random.nextInt(3) == 0) {
          store.sort(1);
        }
        assertThat(rows(store)).as("round %d", round).isEqualTo(rows(memory));
      }
    }
    try (DuckDbStore again = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      assertThat(rows(again)).isEqualTo(rows(memory));
    }
  }

  @Test
  void a_row_that_is_being_moved_is_replaced_all_the_same() throws Exception {
    Semaphore halfway = new Semaphore(0);
    Semaphore gate = new Semaphore(0);
    Store memory = new MemoryStore();
    Runnable wait =
        () -> {
          halfway.release();
          gate.acquireUninterruptibly();
        };
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT, wait)) {
      List<Batch> batches = List.of(batch(1), batch(2));
      batches.forEach(memory::apply);
      store.apply(batches.getFirst());
      CompletableFuture<Void> sorting = CompletableFuture.runAsync(() -> store.sort(1));
      halfway.acquire();
      CompletableFuture<Void> replacing =
          CompletableFuture.runAsync(() -> store.apply(batches.getLast()));
      gate.release(1000);
      CompletableFuture.allOf(sorting, replacing).join();
      assertThat(rows(store)).isEqualTo(rows(memory));
    }
  }

  private Batch batch(int round) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(
          Arrays.asList(
              pick(PROFILES),
              pick(List.of("x", "youtube", "reddit")),
              LocalDate.of(2025, 12, 20).plusDays(random.nextInt(30)).toString(),
              Map.of(pick(METRICS), (long) random.nextInt(100)),
              random.nextInt(5) == 0 ? null : Map.of(pick(METRICS), random.nextInt(100) / 4.0)));
    }
    return new Batch(
        round, List.of(new Batch.Change.Upsert(1, SocialDatasets.PROFILE_SNAPSHOTS, rows)));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static Table rows(Store store) {
    return store.run(
        1,
        new Plan.Sort(
            new Plan.Scan(SocialDatasets.PROFILE_SNAPSHOTS),
            SocialDatasets.PROFILE_SNAPSHOTS.key().stream()
                .map(key -> new Plan.Sort.By(key, false))
                .toList()));
  }
}
