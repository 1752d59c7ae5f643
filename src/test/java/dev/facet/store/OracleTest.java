package dev.facet.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.plan.Plan;
import dev.facet.plan.rule.Rules;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random plans over random rows give the same on every store: on DuckDB, as the rules leave them.
 * {@code -Doracle.seeds=3000} tries more of them, {@code -Doracle.first=17} begins elsewhere; a
 * failure names its seed.
 */
class OracleTest {
  private static final int PLANS_FOR_ROWS = 30;
  private static final DuckDbSettings SMALL =
      new DuckDbSettings(2, 2, 256, 64, 5, Duration.ofSeconds(60));

  @TempDir Path directory;

  @Test
  void random_plans_over_random_rows_give_the_same_on_every_store() {
    int first = Integer.getInteger("oracle.first", 0);
    int seeds = Integer.getInteger("oracle.seeds", 300);
    for (int rows = first; rows < first + seeds; rows += PLANS_FOR_ROWS) {
      try (Store memory = new MemoryStore();
          DuckDbStore duckdb = DuckDbStore.open(directory.resolve("rows" + rows), SMALL)) {
        fill(new Random(rows), memory, duckdb);
        Plan members = new Plan.Scan(Datasets.COHORT_PEOPLE);
        assertThat(difference(members, memory, duckdb)).as("members, seed " + rows).isEmpty();
        for (int seed = rows; seed < Math.min(rows + PLANS_FOR_ROWS, first + seeds); seed++) {
          compare(seed, memory, duckdb);
        }
      }
    }
  }

  /** The same batches for both; the events of one are brought in order now and then. */
  private static void fill(Random random, Store memory, DuckDbStore duckdb) {
    for (Batch batch : new RandomRows(random).batches()) {
      memory.apply(batch);
      duckdb.apply(batch);
      if (batch.position() % 3 == 0) {
        duckdb.sort(1);
      }
    }
  }

  private static void compare(int seed, Store memory, Store duckdb) {
    Plan plan = new RandomPlans(new Random(seed * 31L + 7)).plan(4);
    if (!difference(plan, memory, duckdb).isEmpty()) {
      Plan part = smallest(plan, memory, duckdb);
      throw new AssertionError(
          "seed " + seed + "\n" + part + "\n" + difference(part, memory, duckdb));
    }
  }

  /** What one store gives and the other does not; empty when they agree. */
  private static String difference(Plan plan, Store memory, Store duckdb) {
    List<String> expected = TableText.rows(memory.run(1, plan));
    List<String> got;
    try {
      got = TableText.rows(duckdb.run(1, Rules.apply(plan)));
    } catch (IllegalStateException | IllegalArgumentException | FailureException error) {
      return String.valueOf(error.getMessage());
    }
    if (!(plan instanceof Plan.Sort)) {
      expected.sort(null);
      got.sort(null);
    }
    if (expected.equals(got)) {
      return "";
    }
    List<String> missing = new ArrayList<>(expected);
    got.forEach(missing::remove);
    List<String> extra = new ArrayList<>(got);
    expected.forEach(extra::remove);
    return "missing " + missing + "\nextra " + extra;
  }

  /** The lowest part of the plan that differs already. */
  private static Plan smallest(Plan plan, Store memory, Store duckdb) {
    return plan.inputs().stream()
        .filter(input -> !difference(input, memory, duckdb).isEmpty())
        .findFirst()
        .map(input -> smallest(input, memory, duckdb))
        .orElse(plan);
  }
}
