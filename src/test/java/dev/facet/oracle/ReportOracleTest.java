package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Intake;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.ReportQuery;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random reports about random rows of all datasets: DuckDB answers what the memory store answers,
 * to the last digit of sums. {@code -Doracle.seeds=n} asks n of them.
 */
class ReportOracleTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 200);
  private static final Instant NOW = Instant.parse("2024-11-06T15:20:30Z");
  private static final List<Definitions> PLACES =
      List.of(
          new Definitions(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, Filter.ALL),
          new Definitions(ZoneId.of("Australia/Lord_Howe"), DayOfWeek.MONDAY, Filter.ALL));

  private static final Store MEMORY = new MemoryStore();
  private static final List<Store> OPEN = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    RandomReports random = new RandomReports(new Random(4712));
    List<Batch.Change> changes = new ArrayList<>();
    for (Intake intake : Intake.ALL) {
      changes.add(new Batch.Change.Upsert(1, intake.dataset(), random.rows(intake.dataset(), 300)));
    }
    changes.addAll(new RandomEvents(new Random(4713)).batch(300).changes());
    Batch batch = new Batch(1, changes);
    MEMORY.apply(batch);
    Store duckDb = DuckDbStore.open(folder, DuckDbSettings.DEFAULT);
    OPEN.add(duckDb);
    duckDb.apply(batch);
  }

  @AfterAll
  static void close() {
    OPEN.forEach(Store::close);
  }

  static List<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reportsAgree(int seed) {
    ReportQuery query = new RandomReports(new Random(seed)).report();
    Definitions definitions = PLACES.get(seed % PLACES.size());
    Instant earliest = Instant.parse("2024-09-01T00:00:00Z");
    Planned planned = Planner.plan(query, definitions, NOW, earliest);
    assertThat(table(OPEN.getFirst(), planned))
        .as("seed %d: %s", seed, query)
        .isEqualTo(table(MEMORY, planned));
  }

  private static Table table(Store store, Planned planned) {
    return planned.shape().apply(store.run(1, planned.plan()));
  }
}
