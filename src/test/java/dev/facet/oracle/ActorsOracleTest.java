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
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure;
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
 * Behind every point of a chart that counts persons are as many persons as it shows, and both
 * stores name the same ones.
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
  void behindRetentionsStickinessAndLifecyclesAreAsManyPersonsAsTheyShow(int seed) {
    Random random = new Random(seed);
    check(seed, random, ofPersons(new RandomQueries(random).visits()));
  }

  /** The same about all persons: groups and samples cannot be listed. */
  private static Query ofPersons(Query visits) {
    return switch (visits) {
      case RetentionQuery of ->
          new RetentionQuery(
              of.target(),
              of.returning(),
              of.entry(),
              of.grain(),
              of.intervals(),
              of.range(),
              of.filter(),
              of.testAccounts(),
              of.cumulative(),
              new RetentionQuery.Options(
                  Measure.Actor.PERSON,
                  of.options().occurrences(),
                  of.options().rolling(),
                  null,
                  1));
      case StickinessQuery of ->
          new StickinessQuery(
              of.series().stream()
                  .map(
                      one ->
                          new Series(one.subject(), one.name(), new Measure.Count(), one.filter()))
                  .toList(),
              of.range(),
              of.grain(),
              of.filter(),
              of.testAccounts(),
              of.compare(),
              of.cumulative(),
              of.criterion(),
              of.width(),
              1);
      case LifecycleQuery of ->
          new LifecycleQuery(of.series(), of.range(), of.grain(), of.filter(), of.testAccounts());
      default -> visits;
    };
  }

  private static TrendQuery countingPersons(TrendQuery trend, Random random) {
    List<Measure> measures =
        List.of(
            new Measure.Persons(),
            new Measure.ActivePersons(7),
            new Measure.FirstTime(Measure.First.EVER));
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
    ActorsQuery query =
        new ActorsQuery(
            point.source(),
            List.of(
                new ActorsQuery.Selected("id", Known.ID),
                new ActorsQuery.Selected("actor", Known.ACTOR),
                new ActorsQuery.Selected("event_count", Known.EVENT_COUNT)),
            Filter.ALL,
            null,
            List.of(new ActorsQuery.Order(Known.EVENT_COUNT, true)),
            ActorsQuery.MAX_LIMIT,
            0);
    Table persons = answer(MEMORY, query, definitions);
    assertThat(persons.rows())
        .as("seed %d: %s in %s", seed, point, definitions.zone())
        .hasSize((int) point.value());
    assertThat(answer(OPEN.getFirst(), query, definitions).rows())
        .as("seed %d: %s in %s", seed, point, definitions.zone())
        .isEqualTo(persons.rows());
  }

  private static Table answer(Store store, Query query, Definitions definitions) {
    Planned planned = Planner.plan(query, definitions, NOW, RandomEvents.START);
    return planned.shape().apply(store.run(1, planned.plan()));
  }

  private static List<Point> points(Query chart, Table table) {
    List<Point> points = new ArrayList<>();
    List<Object> cohorts = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      Map<String, Object> cells = new java.util.HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(table.columns().get(i).name(), row.get(i));
      }
      Source source =
          chart instanceof RetentionQuery retention
              ? cohort(retention, cells, cohorts)
              : source(chart, cells);
      if (source != null) {
        Object value = cell(cells, cells.containsKey("value") ? "value" : "count");
        points.add(new Point(source, Math.abs(((Number) value).doubleValue())));
      }
    }
    return points;
  }

  /** Of a retention only the sizes of the cohorts. */
  private static @Nullable Source cohort(
      RetentionQuery retention, Map<String, Object> cells, List<Object> cohorts) {
    if (!Long.valueOf(0).equals(cells.get("interval"))) {
      return null;
    }
    cohorts.add(cells.get("cohort"));
    return new ActorsQuery.OfRetention(retention, cohorts.size() - 1);
  }

  @SuppressWarnings("NullAway") // The day of a trend may be null; class files do not tell it so.
  private static Source source(Query chart, Map<String, Object> cells) {
    int series = ((Number) cells.getOrDefault("series", 0)).intValue();
    boolean previous = "previous".equals(cells.get("period"));
    return switch (chart) {
      case TrendQuery trend ->
          new ActorsQuery.OfTrend(
              trend, series, day(cells.get("time")), values(cells.get("breakdown")), previous);
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
