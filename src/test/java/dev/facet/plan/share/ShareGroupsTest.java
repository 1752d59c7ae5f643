package dev.facet.plan.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.store.RandomPlans;
import dev.facet.store.RandomRows;
import dev.facet.store.Store;
import dev.facet.store.TableText;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans made of the same groups give together what each gives alone; a failure names its seed. */
class ShareGroupsTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 40);
  private static final DuckDbSettings SMALL =
      new DuckDbSettings(2, 2, 256, 64, 5, Duration.ofSeconds(60));
  private static final Plan EVENTS = new Plan.Scan(Datasets.EVENTS);
  private static final Plan PERSONS = grouped(EVENTS, "person");

  @TempDir Path directory;

  /** How many rows there are of each value of a column. */
  private static Plan grouped(Plan rows, String column) {
    return new Plan.Aggregate(
        rows,
        List.of(new Named("key", rows.column(column))),
        List.of(new Aggregation("count", Kind.COUNT, null)));
  }

  private static Plan summed(Plan groups, Kind kind) {
    return new Plan.Aggregate(
        groups, List.of(), List.of(new Aggregation("all", kind, groups.column("count"))));
  }

  private static List<List<Integer>> together(Plan... screen) {
    Set<Integer> places = new TreeSet<>(IntStream.range(0, screen.length).boxed().toList());
    return ShareGroups.of(List.of(screen), places).stream().map(Shared::places).toList();
  }

  @Test
  void plans_made_of_equal_groups_are_computed_together() {
    Plan others = grouped(EVENTS, "event");
    assertThat(
            together(
                summed(PERSONS, Kind.MAX),
                summed(others, Kind.MAX),
                summed(grouped(EVENTS, "person"), Kind.MIN),
                summed(others, Kind.SUM)))
        .containsExactly(List.of(0, 2), List.of(1, 3));
  }

  @Test
  void who_shares_with_one_and_with_another_brings_them_together() {
    Plan others = grouped(EVENTS, "event");
    Plan both = new Plan.Union(List.of(summed(PERSONS, Kind.COUNT), summed(others, Kind.COUNT)));
    assertThat(together(summed(PERSONS, Kind.MAX), summed(others, Kind.MAX), both))
        .containsExactly(List.of(0, 1, 2));
  }

  @Test
  void a_plan_that_reads_stored_rows_beside_is_left_alone() {
    Plan alone = new Plan.Union(List.of(PERSONS, grouped(EVENTS, "distinct_id")));
    Plan joined =
        new Plan.Join(
            Plan.Join.Kind.SEMI,
            EVENTS,
            PERSONS,
            List.of(new Plan.Join.On("person", "key")),
            false);
    assertThat(together(PERSONS, alone, grouped(joined, "event"))).isEmpty();
  }

  @Test
  void a_plan_whose_rows_have_an_order_is_left_alone() {
    Plan sorted = new Plan.Sort(PERSONS, List.of(new Plan.Sort.By("count", true)));
    assertThat(together(PERSONS, sorted, new Plan.Limit(sorted, 3, 0))).isEmpty();
    assertThat(together(PERSONS, new Plan.Limit(PERSONS, 3, 0))).containsExactly(List.of(0, 1));
  }

  @Test
  void what_is_not_stored_is_shared_with_nobody() {
    Plan one =
        new Plan.Project(
            new Plan.Values(List.of(), List.of(List.of())),
            List.of(new Named("one", Expression.integer(1))));
    assertThat(together(one, one, PERSONS)).isEmpty();
  }

  @Test
  void random_screens_give_the_same_together_and_one_by_one_on_every_store() {
    int joined = 0;
    try (Store memory = new MemoryStore();
        DuckDbStore duckdb = DuckDbStore.open(directory, SMALL)) {
      for (Store store : List.of(memory, duckdb)) {
        new RandomRows(new Random(3)).batches().forEach(store::apply);
      }
      for (int seed = 0; seed < SEEDS; seed++) {
        List<Plan> screen = screen(new Random(seed * 31L + 7));
        for (Shared shared : Sharing.of(screen, keys -> true)) {
          joined += shared.places().size();
          compare(seed, screen, shared, memory);
          compare(seed, screen, shared, duckdb);
        }
      }
    }
    assertThat(joined).as("plans that were joined").isGreaterThan(SEEDS);
  }

  /** Random groups, and plans of one or two of them. */
  private static List<Plan> screen(Random random) {
    RandomPlans plans = new RandomPlans(random);
    List<Plan> groups = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Plan rows = plans.plan(3);
      groups.add(grouped(rows, rows.columns().get(random.nextInt(rows.columns().size())).name()));
    }
    List<Plan> screen = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Plan one = derived(groups.get(random.nextInt(3)), random);
      screen.add(
          random.nextInt(3) > 0
              ? one
              : new Plan.Union(List.of(one, derived(groups.get(random.nextInt(3)), random))));
    }
    return screen;
  }

  private static Plan derived(Plan groups, Random random) {
    Expression count = groups.column("count");
    Plan some =
        random.nextBoolean()
            ? groups
            : new Plan.Filter(groups, Expression.call(Function.LESS, Expression.integer(1), count));
    return random.nextBoolean()
        ? summed(some, random.nextBoolean() ? Kind.SUM : Kind.MAX)
        : new Plan.Project(some, List.of(new Named("doubled", twice(count))));
  }

  private static Expression twice(Expression count) {
    assertThat(count.type()).isEqualTo(Type.INTEGER);
    return Expression.call(Function.ADD, count, count);
  }

  private static void compare(int seed, List<Plan> screen, Shared shared, Store store) {
    List<Table> together = shared.divide(store.run(1, shared.plan())).tables();
    for (int i = 0; i < together.size(); i++) {
      Plan alone = screen.get(shared.places().get(i));
      assertThat(sorted(together.get(i)))
          .as("seed %d, %s, %s", seed, store, alone)
          .isEqualTo(sorted(store.run(1, alone)));
    }
  }

  private static List<String> sorted(Table table) {
    List<String> rows = new ArrayList<>(TableText.rows(table));
    rows.sort(null);
    return rows;
  }
}
