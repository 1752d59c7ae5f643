package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Place;
import dev.facet.model.Table;
import dev.facet.oracle.FunnelBreakdownTrial.Actor;
import dev.facet.oracle.FunnelByTrial.Did;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Breakdown;
import dev.facet.query.Breakdown.Dimension;
import dev.facet.query.Cohort;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.Attribution;
import dev.facet.query.FunnelQuery.Window;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.text.HogqlText;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random funnels broken down by properties, expressions, bins and cohorts, with every attribution
 * and samples: both stores say what trying every choice of events says. {@code -Doracle.seeds=n}
 * asks n questions.
 */
class FunnelBreakdownTrialTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 150);
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<Actor> ACTORS = actors(new Random(11));
  private static final List<Store> STORES = new ArrayList<>();
  private static final Definitions DEFINITIONS =
      new Definitions(
          ZoneOffset.UTC,
          DayOfWeek.SUNDAY,
          Filter.ALL,
          Map.of(1L, listed(1), 2L, listed(2)),
          Map.of());

  private static Cohort listed(long id) {
    return new Cohort(id, "cohort " + id, new Cohort.Rule.Listed());
  }

  private static List<Actor> actors(RandomGenerator random) {
    return IntStream.range(0, 200)
        .mapToObj(i -> new Actor("id " + i, cohorts(i), history(random)))
        .toList();
  }

  private static List<Did> history(RandomGenerator random) {
    return IntStream.range(0, 1 + random.nextInt(6))
        .mapToObj(
            i ->
                new Did(
                    Micros.of(START) + random.nextInt(7) * Micros.HOUR,
                    NAMES.get(random.nextInt(NAMES.size())),
                    random.nextInt(6) + FunnelBreakdownTrial.MISSING))
        .toList();
  }

  private static List<String> cohorts(int actor) {
    List<String> cohorts = new ArrayList<>(List.of("all"));
    IntStream.of(1, 2).filter(id -> actor % (id + 1) == 0).forEach(id -> cohorts.add("" + id));
    return cohorts;
  }

  @BeforeAll
  static void fill(@TempDir Path folder) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<List<@Nullable Object>> persons = new ArrayList<>();
    List<List<@Nullable Object>> members = new ArrayList<>();
    for (Actor actor : ACTORS) {
      long person = persons.size() + 1L;
      persons.add(
          List.of(person, new UUID(1, person).toString(), Micros.of(START), true, false, Map.of()));
      actor.cohorts().stream()
          .filter(id -> !id.equals("all"))
          .forEach(id -> members.add(List.of(Long.valueOf(id), person)));
      for (Did did : actor.history()) {
        rows.add(row(actor, person, did, rows.size()));
      }
    }
    Batch batch =
        new Batch(
            1,
            List.of(
                new Batch.Change.Append(1, Datasets.EVENTS, rows),
                new Batch.Change.Upsert(1, Datasets.PERSONS, persons),
                new Batch.Change.Upsert(1, Datasets.COHORT_PEOPLE, members)));
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    STORES.forEach(store -> store.apply(batch));
  }

  private static List<@Nullable Object> row(Actor actor, long person, Did did, int number) {
    Map<String, Object> mark =
        did.mark() == FunnelBreakdownTrial.MISSING ? Map.of() : Map.of("mark", (long) did.mark());
    return List.of(
        new UUID(5, number).toString(),
        did.name(),
        actor.id(),
        did.time(),
        person,
        did.time(),
        mark);
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
    FunnelQuery query = query(new Random(seed));
    Map<List<String>, Object> expected = new FunnelBreakdownTrial(query, ACTORS).answer();
    Planned planned = Planner.plan(query, DEFINITIONS, START, null);
    for (Store store : STORES) {
      Table table = planned.shape().apply(store.run(1, planned.plan()));
      assertThat(byValues(table, query.view() instanceof FunnelQuery.View.Trend))
          .as("seed %d: %s in %s", seed, query, store)
          .isEqualTo(expected);
    }
  }

  /** Of each group the counts of its steps, or its shares by the hour where somebody began. */
  private static Map<List<String>, Object> byValues(Table table, boolean trend) {
    Map<List<String>, Object> groups = new HashMap<>();
    for (List<@Nullable Object> row : table.rows()) {
      List<String> values = values(row.get(table.indexOf("breakdown")));
      if (trend) {
        @SuppressWarnings("unchecked")
        Map<Object, Object> line =
            (Map<Object, Object>) groups.computeIfAbsent(values, v -> new TreeMap<>());
        if (!Double.valueOf(0).equals(row.get(table.indexOf("value")))) {
          line.put(row.get(table.indexOf("time")), row.get(table.indexOf("value")));
        }
      } else {
        @SuppressWarnings("unchecked")
        List<Object> counts = (List<Object>) groups.computeIfAbsent(values, v -> new ArrayList<>());
        counts.add(row.get(table.indexOf("count")));
      }
    }
    return groups;
  }

  private static List<String> values(@Nullable Object cell) {
    return cell instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(cell));
  }

  private static FunnelQuery query(RandomGenerator random) {
    FunnelQuery.Order order =
        FunnelQuery.Order.values()[random.nextInt(FunnelQuery.Order.values().length)];
    int count = 2 + random.nextInt(2);
    List<Series> steps =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new Series(NAMES.get(random.nextInt(3)), null, new Measure.Count(), Filter.ALL))
            .toList();
    List<Dimension> dimensions = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3) % 2; i++) {
      dimensions.add(dimension(random.nextInt(4)));
    }
    return new FunnelQuery(
        steps,
        new DateRange(
            DateText.parse("2024-05-01", "from"), DateText.parse("2024-05-01T23:00", "to"), false),
        Grain.HOUR,
        Filter.ALL,
        false,
        order,
        new Window(1 + random.nextInt(6), Window.Unit.HOUR),
        List.of(),
        null,
        new Breakdown(dimensions, 1000, false),
        attribution(random, order == FunnelQuery.Order.UNORDERED ? 1 : count),
        random.nextInt(3) == 0
            ? new FunnelQuery.View.Trend(0, count - 1)
            : new FunnelQuery.View.Steps(),
        random.nextInt(4) == 0 ? 0.6 : 1);
  }

  private static Dimension dimension(int kind) {
    PropertyRef mark = new PropertyRef(PropertyRef.Source.EVENT, "mark");
    return switch (kind) {
      case 0 -> new Dimension(mark, false, 0);
      case 1 -> new Dimension(mark, false, 3);
      case 2 ->
          new Dimension(
              PropertyRef.ofHogql(
                  "concat(event, '!')",
                  HogqlText.expression("concat(event, '!')", "breakdown"),
                  Place.NONE),
              false,
              0);
      default ->
          new Dimension(PropertyRef.ofCohorts(List.of("1", "2", "all"), Place.NONE), false, 0);
    };
  }

  private static Attribution attribution(RandomGenerator random, int steps) {
    return switch (random.nextInt(4)) {
      case 0 -> new Attribution.FirstTouch();
      case 1 -> new Attribution.LastTouch();
      case 2 -> new Attribution.AllEvents();
      default -> new Attribution.AtStep(random.nextInt(steps));
    };
  }
}
