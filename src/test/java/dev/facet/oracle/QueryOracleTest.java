package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Query;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random questions about random events: DuckDB answers what the memory store answers, in two zones
 * whose clocks change. {@code -Doracle.seeds=n} asks n questions of each kind.
 */
class QueryOracleTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 150);
  private static final Instant NOW = Instant.parse("2024-11-06T15:20:30Z");

  private static final Store MEMORY = new MemoryStore();
  private static final List<Store> OPEN = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    Batch batch = new RandomEvents(new Random(4711)).batch(1500);
    MEMORY.apply(batch);
    Store unsorted = DuckDbStore.open(folder.resolve("unsorted"), DuckDbSettings.DEFAULT);
    OPEN.add(unsorted);
    unsorted.apply(batch);
    DuckDbStore sorted = DuckDbStore.open(folder.resolve("sorted"), DuckDbSettings.DEFAULT);
    OPEN.add(sorted);
    sorted.apply(batch);
    sorted.sort(1);
  }

  @AfterAll
  static void close() {
    OPEN.forEach(Store::close);
  }

  static List<Integer> seeds() {
    return java.util.stream.IntStream.range(0, SEEDS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void trendsAgree(int seed) {
    agree(seed, new RandomQueries(new Random(seed)).trend());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void retentionsStickinessAndLifecyclesAgree(int seed) {
    agree(seed, new RandomQueries(new Random(seed)).visits());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void funnelsAgree(int seed) {
    agree(seed, new RandomQueries(new Random(seed)).funnel());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pathsAgree(int seed) {
    agree(seed, new RandomQueries(new Random(seed)).paths());
  }

  private static void agree(int seed, Query query) {
    Definitions definitions = Places.ALL.get(seed % Places.ALL.size());
    Planned planned = Planner.plan(query, definitions, NOW, RandomEvents.START);
    Planned said = Planner.say(query, definitions, NOW, RandomEvents.START);
    assertThat(rows(OPEN.get(seed / Places.ALL.size() % OPEN.size()), planned))
        .as("seed %d: %s in %s", seed, query, definitions.zone())
        .isEqualTo(rows(MEMORY, said));
  }

  /** The rows with numbers cut to nine digits: engines add up in their own order. */
  private static List<List<@Nullable Object>> rows(Store store, Planned planned) {
    Table table = planned.shape().apply(store.run(1, planned.plan()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      List<@Nullable Object> cut = new ArrayList<>();
      for (@Nullable Object value : row) {
        cut.add(value instanceof Double d ? (Object) (Math.round(d * 1e6) / 1e6) : value);
      }
      rows.add(cut);
    }
    return rows;
  }
}
