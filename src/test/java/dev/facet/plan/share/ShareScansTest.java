package dev.facet.plan.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans computed together give what each gives alone; a failure names its seed. */
class ShareScansTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 150);
  private static final DuckDbSettings SMALL =
      new DuckDbSettings(2, 2, 256, 64, 5, Duration.ofSeconds(60));
  private static final Expression TIME = new Expression.Reference("timestamp", Type.TIME);
  private static final List<Expression> KEYS =
      Stream.concat(Stream.of(bucket()), Stream.of("a", "b", "c", "d", "e").map(key -> text(key)))
          .toList();

  @TempDir Path directory;

  private static Expression bucket() {
    List<Long> starts = LongStream.range(-2, 30).map(day -> day * 86_400_000_000L).boxed().toList();
    return new Expression.Bucket(TIME, new Buckets(starts, 30 * 86_400_000_000L));
  }

  private static Expression text(String key) {
    return new Expression.Property(properties(), key, Type.TEXT);
  }

  private static Expression number(String key) {
    return new Expression.Property(properties(), key, Type.NUMBER);
  }

  private static Expression properties() {
    return new Expression.Reference("properties", Type.OBJECT);
  }

  @Test
  void random_screens_give_the_same_together_and_one_by_one_on_every_store() {
    int joined = 0;
    try (Store memory = new MemoryStore();
        Store empty = new MemoryStore();
        DuckDbStore duckdb = DuckDbStore.open(directory, SMALL)) {
      new RandomRows(new Random(3))
          .batches()
          .forEach(
              batch -> {
                memory.apply(batch);
                duckdb.apply(batch);
              });
      for (int seed = 0; seed < SEEDS; seed++) {
        joined += joined(seed, List.of(memory, empty, duckdb));
      }
    }
    assertThat(joined).as("plans that were joined").isGreaterThan(SEEDS * 3);
  }

  /** How many plans of a random screen are computed together. */
  private static int joined(int seed, List<Store> stores) {
    List<Plan> screen = screen(new Random(seed * 31L + 7));
    List<Shared> all = ShareScans.of(screen, keys -> true);
    for (Shared shared : all) {
      stores.forEach(store -> compare(seed, screen, shared, store));
    }
    return all.stream().mapToInt(shared -> shared.places().size()).sum();
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

  /** Up to eight sums of one of two sets of events, some of them ranked as a breakdown is. */
  private static List<Plan> screen(Random random) {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Plan events = events(random.nextInt(4) == 0);
      List<Named> keys = new ArrayList<>();
      for (int k = 0; k < random.nextInt(3); k++) {
        keys.add(new Named("k" + k, KEYS.get(random.nextInt(KEYS.size()))));
      }
      List<Aggregation> sums = new ArrayList<>();
      for (int s = 0; s <= random.nextInt(2); s++) {
        sums.add(sum(random, "s" + s));
      }
      Plan summed = new Plan.Aggregate(events, keys, sums);
      plans.add(random.nextInt(4) == 0 ? ranked(summed) : summed);
    }
    return plans;
  }

  private static Plan events(boolean some) {
    Expression late = Expression.call(Function.LESS, Expression.time(0), TIME);
    Plan all = new Plan.Scan(Datasets.EVENTS);
    return some ? new Plan.Filter(all, late) : all;
  }

  private static Aggregation sum(Random random, String name) {
    Expression number = number(List.of("a", "b", "c").get(random.nextInt(3)));
    @Nullable Expression condition =
        random.nextInt(3) == 0
            ? Expression.call(Function.LESS, Expression.number(1), number("b"))
            : null;
    return switch (random.nextInt(7)) {
      case 0, 1 -> new Aggregation(name, Kind.COUNT, null).where(condition);
      case 2 -> new Aggregation(name, Kind.COUNT, number).where(condition);
      case 3 -> new Aggregation(name, Kind.SUM, number).where(condition);
      case 4 -> new Aggregation(name, Kind.MIN, number);
      case 5 -> new Aggregation(name, Kind.MAX, text("d")).where(condition);
      default -> new Aggregation(name, Kind.AVG, number);
    };
  }

  /** Read twice, as a breakdown reads what it counted. */
  private static Plan ranked(Plan summed) {
    String value = summed.columns().getLast().name();
    Plan most =
        new Plan.Aggregate(
            summed, List.of(), List.of(new Aggregation("most", Kind.MAX, summed.column(value))));
    return new Plan.Join(Plan.Join.Kind.INNER, summed, most, List.of(), false);
  }

  private static Plan counted(Expression key) {
    return new Plan.Aggregate(
        events(true),
        List.of(new Named("key", key)),
        List.of(new Aggregation("count", Kind.COUNT, null)));
  }

  @Test
  void what_has_many_values_is_left_alone() {
    Plan persons = counted(new Expression.Reference("person", Type.INTEGER));
    assertThat(ShareScans.of(List.of(persons, persons), keys -> true)).isEmpty();
  }

  @Test
  void what_is_known_to_be_too_many_groups_is_divided() {
    List<Plan> plans = List.of(counted(text("a")), counted(text("b")), counted(text("a")));
    assertThat(ShareScans.of(plans, keys -> keys.size() < 2).stream().map(Shared::places))
        .containsExactly(List.of(0, 2));
  }

  @Test
  void plans_of_other_events_are_not_computed_together() {
    Plan other =
        new Plan.Aggregate(
            events(false), List.of(), List.of(new Aggregation("count", Kind.COUNT, null)));
    assertThat(ShareScans.of(List.of(counted(text("a")), other), keys -> true)).isEmpty();
  }
}
