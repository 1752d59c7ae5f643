package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.ActorsQuery;
import dev.facet.query.ActorsQuery.Known;
import dev.facet.query.ActorsQuery.Source;
import dev.facet.query.DateBound;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure;
import dev.facet.query.PathsQuery;
import dev.facet.query.Query;
import dev.facet.query.RetentionQuery;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.query.TrendQuery;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Behind every point of a chart that counts persons or groups are as many of them as it shows, and
 * both stores name the same ones.
 */
class ActorsOracleTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 60);
  private static final int POINTS = 4;
  private static final Instant NOW = Instant.parse("2024-11-06T15:20:30Z");
  private static final Store MEMORY = new MemoryStore();
  private static final List<Store> OPEN = new ArrayList<>();

  /** A point of a chart and the number it shows. */
  private record Point(Source source, double value) {}

  @BeforeAll
  static void fill(@TempDir Path folder) {
    Batch batch = new RandomEvents(new Random(4711)).batch(1500);
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
  void behindTrendsAreAsManyPersonsAsTheyShow(int seed) {
    Random random = new Random(seed);
    check(seed, random, countingPersons(new RandomQueries(random).trend(), random));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void behindRetentionsStickinessAndLifecyclesAreAsManyActorsAsTheyShow(int seed) {
    Random random = new Random(seed);
    check(seed, random, Unsampled.of(new RandomQueries(random).visits()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void behindFunnelsAreAsManyActorsAsTheyShow(int seed) {
    Random random = new Random(seed);
    check(seed, random, Unsampled.of(new RandomQueries(random).funnel()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void behindPathsAreAsManyStepsAsTheyShow(int seed) {
    Random random = new Random(seed);
    check(seed, random, Unsampled.of(new RandomQueries(random).paths()));
  }

  private static TrendQuery countingPersons(TrendQuery trend, Random random) {
    List<Measure> measures =
        List.of(
            new Measure.Persons(),
            new Measure.Persons(new Measure.Actor.Group(0)),
            new Measure.ActivePersons(7),
            new Measure.ActivePersons(30, new Measure.Actor.Group(0)),
            new Measure.FirstTime(Measure.First.EVER),
            new Measure.FirstTime(Measure.First.MATCHING, new Measure.Actor.Group(0)));
    return new TrendQuery(
        trend.series().stream()
            .map(
                one ->
                    new Series(
                        one.subject(),
                        one.name(),
                        measures.get(random.nextInt(measures.size())),
                        one.filter()))
            .toList(),
        trend.range(),
        trend.grain(),
        trend.filter(),
        trend.testAccounts(),
        List.of(),
        trend.breakdown(),
        trend.compare(),
        trend.total() ? TrendQuery.Show.TOTAL : TrendQuery.Show.STEPS,
        false,
        1,
        1);
  }

  private static void check(int seed, Random random, Query chart) {
    Definitions definitions = Places.ALL.get(seed % Places.ALL.size());
    Table table = answer(MEMORY, chart, definitions);
    List<Point> points = new ArrayList<>(points(chart, table));
    Collections.shuffle(points, random);
    points.stream()
        .sorted((a, b) -> Boolean.compare(a.value() == 0, b.value() == 0))
        .limit(POINTS)
        .forEach(point -> check(seed, point, definitions));
  }

  private static void check(int seed, Point point, Definitions definitions) {
    ActorsQuery query = listing(point.source());
    Table persons = answer(MEMORY, query, definitions);
    assertThat(shown(point.source(), persons))
        .as("seed %d: %s in %s", seed, point, definitions.zone())
        .isEqualTo((long) point.value());
    assertThat(answer(OPEN.getFirst(), query, definitions).rows())
        .as("seed %d: %s in %s", seed, point, definitions.zone())
        .isEqualTo(persons.rows());
  }

  private static ActorsQuery listing(Source source) {
    return new ActorsQuery(
        source,
        List.of(
            new ActorsQuery.Selected("id", Known.ID),
            new ActorsQuery.Selected("actor", Known.ACTOR),
            new ActorsQuery.Selected("event_count", Known.EVENT_COUNT)),
        Filter.ALL,
        null,
        List.of(new ActorsQuery.Order(Known.EVENT_COUNT, true)),
        ActorsQuery.MAX_LIMIT,
        0);
  }

  /** What a chart shows of actors: how many they are, of paths how often they went there. */
  private static long shown(Source source, Table actors) {
    return source instanceof ActorsQuery.OfPaths
        ? actors.rows().stream().mapToLong(row -> ((Number) row.get(2)).longValue()).sum()
        : actors.rows().size();
  }

  private static Table answer(Store store, Query query, Definitions definitions) {
    Planned planned = Planner.plan(query, definitions, NOW, RandomEvents.START);
    return planned.shape().apply(store.run(1, planned.plan()));
  }

  private static List<Point> points(Query chart, Table table) {
    List<Point> points = new ArrayList<>();
    List<Object> cohorts = new ArrayList<>();
    double before = 0;
    for (List<@Nullable Object> row : table.rows()) {
      Map<String, Object> cells = new java.util.HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(table.columns().get(i).name(), row.get(i));
      }
      Object cell = cells.get(cells.containsKey("value") ? "value" : "count");
      double value = cell instanceof Number number ? Math.abs(number.doubleValue()) : 0;
      if (chart instanceof FunnelQuery funnel) {
        points.addAll(steps(funnel, cells, before));
      } else {
        points.add(new Point(source(chart, cells, cohorts), value));
      }
      before = value;
    }
    return points;
  }

  /** Those who reached a step of a funnel, and those who did not after the one before. */
  private static List<Point> steps(FunnelQuery funnel, Map<String, Object> cells, double before) {
    if (!(funnel.view() instanceof FunnelQuery.View.Steps)) {
      return List.of();
    }
    int step = ((Number) cell(cells, "step")).intValue() + 1;
    double count = ((Number) cell(cells, "count")).doubleValue();
    List<String> values = values(cells.get("breakdown"));
    Point reached = new Point(ActorsQuery.OfFunnel.at(funnel, step, values), count);
    return step == 1
        ? List.of(reached)
        : List.of(
            reached,
            new Point(ActorsQuery.OfFunnel.at(funnel, -step, values), before - count),
            new Point(new ActorsQuery.OfFunnel(funnel, List.of(step - 1), values), before - count));
  }

  private static ActorsQuery.OfPaths.Stop stop(Object place) {
    String[] parts = place.toString().split("_", 2);
    return new ActorsQuery.OfPaths.Stop(Integer.parseInt(parts[0]), parts[1]);
  }

  /** A cell of a retention; its rows come in order, and again for each breakdown value. */
  private static Source cohort(
      RetentionQuery retention, Map<String, Object> cells, List<Object> cohorts) {
    Object cohort = cell(cells, "cohort");
    if (!cohorts.contains(cohort)) {
      cohorts.add(cohort);
    }
    return new ActorsQuery.OfRetention(
        retention,
        cohorts.indexOf(cohort),
        ((Number) cell(cells, "interval")).intValue(),
        values(cells.get("breakdown")));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void behindFunnelsOverTimeAreThoseWhoConvertedAndThoseWhoDidNot(int seed) {
    Random random = new Random(seed);
    FunnelQuery any = (FunnelQuery) Unsampled.of(new RandomQueries(random).funnel());
    if (!(any.view() instanceof FunnelQuery.View.Trend view)) {
      return;
    }
    Definitions definitions = Places.ALL.get(seed % Places.ALL.size());
    Table table = answer(MEMORY, any, definitions);
    List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
    Collections.shuffle(rows, random);
    for (List<@Nullable Object> row : rows.subList(0, Math.min(POINTS, rows.size()))) {
      int breakdown = any.breakdown() == null ? -1 : table.indexOf("breakdown");
      List<String> values = values(breakdown < 0 ? null : row.get(breakdown));
      DateBound.Absolute day = Objects.requireNonNull(day(row.get(table.indexOf("time"))));
      double[] shares = new double[2];
      for (boolean dropped : new boolean[] {false, true}) {
        Source source = new ActorsQuery.OfFunnelTrend(any, view, day, dropped, values);
        shares[dropped ? 1 : 0] = answer(MEMORY, listing(source), definitions).rows().size();
      }
      double all = shares[0] + shares[1];
      double rate = all == 0 ? 0 : Math.round(10_000 * shares[0] / all) / 100.0;
      assertThat(row.get(table.indexOf("value")))
          .as("seed %d: %s at %s of %s", seed, any, day, values)
          .isEqualTo(rate);
    }
  }

  @SuppressWarnings("NullAway") // The day of a trend may be null; class files do not tell it so.
  private static Source source(Query chart, Map<String, Object> cells, List<Object> cohorts) {
    int series = ((Number) cells.getOrDefault("series", 0)).intValue();
    boolean previous = "previous".equals(cells.get("period"));
    return switch (chart) {
      case TrendQuery trend ->
          new ActorsQuery.OfTrend(
              trend, series, day(cells.get("time")), values(cells.get("breakdown")), previous);
      case RetentionQuery retention -> cohort(retention, cells, cohorts);
      case PathsQuery paths ->
          new ActorsQuery.OfPaths(
              paths, stop(cell(cells, "source")), stop(cell(cells, "target")), null);
      case StickinessQuery stickiness ->
          new ActorsQuery.OfStickiness(
              stickiness, series, ((Number) cell(cells, "intervals")).intValue(), previous);
      case LifecycleQuery lifecycle ->
          new ActorsQuery.OfLifecycle(
              lifecycle,
              Objects.requireNonNull(day(cells.get("time"))),
              ActorsQuery.Status.valueOf(
                  cell(cells, "status").toString().toUpperCase(Locale.ROOT)));
      default -> throw new IllegalArgumentException("No chart: " + chart);
    };
  }

  private static Object cell(Map<String, Object> cells, String column) {
    return Objects.requireNonNull(cells.get(column));
  }

  private static DateBound.@Nullable Absolute day(@Nullable Object time) {
    return time instanceof Long micros
        ? new DateBound.Absolute(
            LocalDateTime.ofInstant(Micros.toInstant(micros), ZoneOffset.UTC),
            ZoneOffset.UTC,
            false)
        : null;
  }

  private static List<String> values(@Nullable Object breakdown) {
    if (breakdown == null) {
      return List.of();
    }
    return breakdown instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(breakdown.toString());
  }
}
