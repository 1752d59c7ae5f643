package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.oracle.FunnelByTrial.Did;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Attribution;
import dev.facet.query.FunnelQuery.Exclusion;
import dev.facet.query.FunnelQuery.View;
import dev.facet.query.FunnelQuery.Window;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random funnels over many short histories full of ties: both stores say what trying every choice
 * of events says. {@code -Doracle.seeds=n} asks n questions.
 */
class FunnelTrialTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 150);
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final List<String> NAMES = List.of("a", "b", "c", "x");
  private static final Definitions UTC =
      new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL);

  private static final List<List<Did>> HISTORIES = histories(new Random(7));
  private static final List<Store> STORES = new ArrayList<>();

  /** A step or exclusion: as it is asked, and as it is tried. */
  private record What(Series series, Predicate<Did> fits) {}

  private static List<List<Did>> histories(RandomGenerator random) {
    return IntStream.range(0, 400)
        .mapToObj(
            actor ->
                IntStream.range(0, 1 + random.nextInt(7))
                    .mapToObj(
                        i ->
                            new Did(
                                Micros.of(START) + random.nextInt(9) * Micros.SECOND,
                                NAMES.get(random.nextInt(NAMES.size())),
                                random.nextInt(2)))
                    .toList())
        .toList();
  }

  @BeforeAll
  static void fill(@TempDir Path folder) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int actor = 0; actor < HISTORIES.size(); actor++) {
      for (Did did : HISTORIES.get(actor)) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(new UUID(5, rows.size()).toString());
        row.add(did.name());
        row.add("id " + actor);
        row.add(did.time());
        row.add((long) actor + 1);
        row.add(did.time());
        row.add(Map.of("mark", (long) did.mark()));
        rows.add(row);
      }
    }
    Batch batch = new Batch(1, List.of(new Batch.Change.Append(1, Datasets.EVENTS, rows)));
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    STORES.forEach(store -> store.apply(batch));
  }

  @AfterAll
  static void close() {
    STORES.forEach(Store::close);
  }

  static List<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void storesSayWhatTryingEveryChoiceSays(int seed) {
    RandomGenerator random = new Random(seed);
    FunnelQuery.Order order =
        FunnelQuery.Order.values()[random.nextInt(FunnelQuery.Order.values().length)];
    List<What> steps = steps(random, order);
    List<What> excluded = new ArrayList<>();
    FunnelQuery query = query(random, order, steps, excluded);
    FunnelByTrial trial =
        new FunnelByTrial(
            query,
            steps.stream().map(What::fits).toList(),
            excluded.stream().map(What::fits).toList());
    List<List<@Nullable Object>> expected = trial.rows(HISTORIES);
    Planned planned = Planner.plan(query, UTC, START, null);
    for (Store store : STORES) {
      Table table = planned.shape().apply(store.run(1, planned.plan()));
      assertThat(rounded(table.rows(), 2))
          .as("seed %d: %s in %s", seed, query, store)
          .isEqualTo(rounded(expected, 0));
    }
  }

  private static FunnelQuery query(
      RandomGenerator random, FunnelQuery.Order order, List<What> steps, List<What> excluded) {
    List<Exclusion> exclusions = new ArrayList<>();
    for (int i = 0; steps.size() > 1 && i < random.nextInt(3); i++) {
      boolean whole = order != FunnelQuery.Order.ORDERED;
      int from = whole ? 0 : random.nextInt(steps.size() - 1);
      int to = whole ? steps.size() - 1 : from + 1 + random.nextInt(steps.size() - 1 - from);
      What what = random.nextInt(3) == 0 ? what("c", 1) : what("x", null);
      excluded.add(what);
      exclusions.add(new Exclusion(what.series(), from, to));
    }
    return new FunnelQuery(
        steps.stream().map(What::series).toList(),
        new DateRange(
            DateText.parse("2024-05-01", "from"), DateText.parse("2024-05-02", "to"), false),
        Grain.DAY,
        Filter.ALL,
        false,
        order,
        new Window(1 + random.nextInt(8), Window.Unit.SECOND),
        exclusions,
        null,
        null,
        new Attribution.FirstTouch(),
        new View.Steps(),
        1);
  }

  /** Steps in any order are apart or equal: what fits two different ones may serve both. */
  private static List<What> steps(RandomGenerator random, FunnelQuery.Order order) {
    boolean apart = order == FunnelQuery.Order.UNORDERED || random.nextBoolean();
    List<What> steps = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name = NAMES.get(random.nextInt(3));
      steps.add(
          apart
              ? what(name, null)
              : what(random.nextInt(4) == 0 ? null : name, random.nextBoolean() ? 0 : null));
    }
    return steps;
  }

  private static What what(@Nullable String name, @Nullable Integer mark) {
    Filter filter =
        mark == null
            ? Filter.ALL
            : new Filter.Compare(
                new PropertyRef(PropertyRef.Source.EVENT, "mark"),
                Filter.Operator.EXACT,
                List.of(mark.toString()));
    return new What(
        new Series(name, null, new Measure.Count(), filter),
        did -> (name == null || did.name().equals(name)) && (mark == null || did.mark() == mark));
  }

  /** The rows from a column on, numbers cut to six digits. */
  private static List<List<@Nullable Object>> rounded(List<List<@Nullable Object>> rows, int from) {
    List<List<@Nullable Object>> rounded = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = from; i < row.size(); i++) {
        cells.add(row.get(i) instanceof Double d ? (Object) Math.round(d * 1e6) : row.get(i));
      }
      rounded.add(cells);
    }
    return rounded;
  }
}
