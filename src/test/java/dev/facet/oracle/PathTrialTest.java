package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Micros;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.PathsQuery;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random paths over many histories: both stores say what walking each history says. */
class PathTrialTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 150);
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final Definitions UTC =
      new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL);

  private static final List<List<Stop>> HISTORIES = histories(new Random(11));
  private static final List<Store> STORES = new ArrayList<>();

  private record Stop(long time, String place) {}

  private record Step(int number, String source, String target) {}

  private static List<List<Stop>> histories(RandomGenerator random) {
    return IntStream.range(0, 60)
        .mapToObj(
            actor ->
                IntStream.range(0, 1 + random.nextInt(14))
                    .mapToObj(
                        i ->
                            new Stop(
                                Micros.of(START) + random.nextInt(60) * 5 * Micros.MINUTE,
                                NAMES.get(random.nextInt(NAMES.size()))))
                    .toList())
        .toList();
  }

  @BeforeAll
  static void fill(@TempDir Path folder) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int actor = 0; actor < HISTORIES.size(); actor++) {
      for (Stop stop : HISTORIES.get(actor)) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(new UUID(6, rows.size()).toString());
        row.add(stop.place());
        row.add("id " + actor);
        row.add(stop.time());
        row.add((long) actor + 1);
        row.add(stop.time());
        row.add(Map.of());
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
  void storesSayWhatWalkingEachHistorySays(int seed) {
    RandomGenerator random = new Random(seed);
    PathsQuery query = query(random);
    List<List<@Nullable Object>> expected = steps(query);
    Planned planned = Planner.plan(query, UTC, START, null);
    for (Store store : STORES) {
      assertThat(rounded(planned.shape().apply(store.run(1, planned.plan())).rows()))
          .as("seed %d: %s in %s", seed, query, store)
          .isEqualTo(rounded(expected));
    }
  }

  private static PathsQuery query(RandomGenerator random) {
    return new PathsQuery(
        new DateRange(
            DateText.parse("2024-05-01", "from"), DateText.parse("2024-05-02", "to"), false),
        Filter.ALL,
        false,
        Set.of(PathsQuery.Kind.CUSTOM),
        null,
        null,
        random.nextBoolean() ? null : NAMES.get(random.nextInt(NAMES.size())),
        random.nextBoolean() ? null : NAMES.get(random.nextInt(NAMES.size())),
        random.nextInt(3) == 0 ? List.of("d") : List.of(),
        List.of(),
        List.of(),
        2 + random.nextInt(5),
        PathsQuery.MAX_LIMIT,
        null,
        null,
        null,
        1);
  }

  /** The steps of all paths, the most frequent first. */
  private static List<List<@Nullable Object>> steps(PathsQuery query) {
    Map<Step, List<Double>> steps = new HashMap<>();
    for (List<Stop> history : HISTORIES) {
      for (List<Stop> session : sessions(query, history)) {
        List<Stop> path = trimmed(query, session);
        for (int i = 1; i < path.size(); i++) {
          steps
              .computeIfAbsent(
                  new Step(i, path.get(i - 1).place(), path.get(i).place()),
                  step -> new ArrayList<>())
              .add((path.get(i).time() - path.get(i - 1).time()) / 1e6);
        }
      }
    }
    return steps.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Step, List<Double>> e) -> -e.getValue().size())
                .thenComparing(e -> e.getKey().number())
                .thenComparing(e -> e.getKey().source())
                .thenComparing(e -> e.getKey().target()))
        .map(e -> row(e.getKey(), e.getValue()))
        .toList();
  }

  private static List<@Nullable Object> row(Step step, List<Double> took) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(step.number() + "_" + step.source());
    row.add((step.number() + 1) + "_" + step.target());
    row.add((long) took.size());
    row.add(took.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    return row;
  }

  /** The history cut at pauses, each stay at a place once. */
  private static List<List<Stop>> sessions(PathsQuery query, List<Stop> history) {
    List<List<Stop>> sessions = new ArrayList<>();
    @Nullable Stop before = null;
    for (Stop stop :
        history.stream()
            .filter(stop -> !query.excluded().contains(stop.place()))
            .sorted(Comparator.comparingLong(Stop::time).thenComparing(Stop::place))
            .toList()) {
      if (before == null || stop.time() - before.time() >= 30 * Micros.MINUTE) {
        sessions.add(new ArrayList<>(List.of(stop)));
      } else if (!stop.place().equals(before.place())) {
        sessions.getLast().add(stop);
      }
      before = stop;
    }
    return sessions;
  }

  private static List<Stop> trimmed(PathsQuery query, List<Stop> session) {
    List<Stop> path = session;
    if (query.start() != null) {
      int start = place(path, query.start());
      path = start < 0 ? List.of() : path.subList(start, path.size());
    }
    if (query.end() == null) {
      return path.subList(0, Math.min(path.size(), query.length()));
    }
    path = path.subList(0, place(path, query.end()) + 1);
    if (path.size() <= query.length()) {
      return path;
    }
    if (query.start() == null) {
      return path.subList(path.size() - query.length(), path.size());
    }
    int half = query.length() / 2;
    List<Stop> ends = new ArrayList<>(path.subList(0, half));
    ends.add(new Stop(path.get(half - 1).time(), "..."));
    ends.addAll(path.subList(path.size() - half, path.size()));
    return ends;
  }

  /** Where a path is first at a place, -1 for nowhere. */
  private static int place(List<Stop> path, String place) {
    return path.stream().map(Stop::place).toList().indexOf(place);
  }

  private static List<List<@Nullable Object>> rounded(List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> rounded = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      row.forEach(c -> cells.add(c instanceof Double d ? (Object) Math.round(d * 1e6) : c));
      rounded.add(cells);
    }
    return rounded;
  }
}
