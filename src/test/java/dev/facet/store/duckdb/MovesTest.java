package dev.facet.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows keep coming in while others are brought in order, held open halfway. */
class MovesTest {
  private static final int ROWS = 100;
  private static final long NOON = 1_700_000_000_000_000L;

  private final Semaphore halfway = new Semaphore(0);
  private final Semaphore gate = new Semaphore(0);
  @TempDir Path directory;
  private DuckDbStore store;
  private CompletableFuture<Void> sorting;

  @BeforeEach
  void sortHalf() throws InterruptedException {
    store =
        DuckDbStore.open(
            directory,
            DuckDbSettings.DEFAULT,
            () -> {
              halfway.release();
              gate.acquireUninterruptibly();
            });
    store.apply(events(1, "known"));
    sorting = CompletableFuture.runAsync(() -> store.sort(1));
    halfway.acquire();
  }

  @AfterEach
  void close() {
    gate.release(1000);
    store.close();
  }

  private static Batch events(long position, String key) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String uuid = new UUID(position, i).toString();
      rows.add(Arrays.asList(uuid, "e", "ada", NOON + i, 7L, NOON + i, Map.of(key, (long) i)));
    }
    return new Batch(position, List.of(new Batch.Change.Append(1, Datasets.EVENTS, rows)));
  }

  private void release() {
    gate.release(1000);
    sorting.join();
  }

  private long count(@Nullable Expression argument, Kind kind) {
    Plan plan =
        new Plan.Aggregate(
            new Plan.Scan(Datasets.EVENTS),
            List.of(),
            List.of(new Aggregation("n", kind, argument)));
    return store.run(1, plan).rows().getFirst().getFirst() instanceof Long n ? n : -1;
  }

  private long events() {
    return count(null, Kind.COUNT);
  }

  @Test
  void a_batch_is_applied_and_seen_while_rows_are_being_moved() {
    store.apply(events(2, "known"));
    assertThat(store.position()).isEqualTo(2);
    assertThat(events()).isEqualTo(2 * ROWS);
    store.apply(events(2, "known"));
    store.apply(events(3, "known"));
    assertThat(events()).isEqualTo(3 * ROWS);

    release();
    assertThat(events()).isEqualTo(3 * ROWS);
    Expression id = new Expression.Reference("uuid", Type.TEXT);
    assertThat(count(id, Kind.COUNT_DISTINCT)).isEqualTo(3 * ROWS);
  }

  @Test
  void a_new_property_waits_for_the_range_that_is_being_moved() {
    CompletableFuture<Void> coming =
        CompletableFuture.runAsync(() -> store.apply(events(2, "new")));
    release();
    coming.join();
    assertThat(events()).isEqualTo(2 * ROWS);
    Expression properties = new Expression.Reference("properties", Type.OBJECT);
    for (String key : List.of("known", "new")) {
      assertThat(count(new Expression.Property(properties, key, Type.NUMBER), Kind.COUNT))
          .isEqualTo(ROWS);
    }
  }

  @Test
  void merged_persons_are_merged_in_rows_that_are_being_moved() {
    Batch merge = new Batch(2, List.of(new Batch.Change.Merge(1, 7, 8)));
    CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> store.apply(merge));
    release();
    coming.join();
    assertThat(count(new Expression.Reference("person", Type.INTEGER), Kind.MIN)).isEqualTo(8);
    assertThat(events()).isEqualTo(ROWS);
  }
}
