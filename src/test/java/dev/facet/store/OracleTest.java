package dev.facet.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random plans over random rows give the same on every store. {@code -Doracle.seeds=3000} tries
 * more of them, {@code -Doracle.first=17} begins elsewhere; a failure names its seed.
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
    List<String> expected = texts(memory.run(1, plan));
    List<String> got;
    try {
      got = texts(duckdb.run(1, plan));
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

  private static List<String> texts(Table table) {
    List<String> texts = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      texts.add(String.valueOf(comparable(row)));
    }
    return texts;
  }

  /**
   * The value in a form in which equal ones look equal: the last digits of sums depend on their
   * order.
   */
  private static @Nullable Object comparable(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Double number when Double.isFinite(number) ->
          "n" + new BigDecimal(number).round(new MathContext(12)).stripTrailingZeros();
      case String text -> "'" + text + "'";
      case List<?> list -> {
        List<@Nullable Object> parts = new ArrayList<>();
        list.forEach(part -> parts.add(comparable(part)));
        yield parts;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> parts = new TreeMap<>();
        map.forEach((key, part) -> parts.put(String.valueOf(key), comparable(part)));
        yield parts;
      }
      default -> value;
    };
  }
}
