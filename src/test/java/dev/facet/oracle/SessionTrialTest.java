package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Breakdown;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
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
 * A question looks at the sessions of its own events only; these are whole all the same: what
 * happened in them before and after the range, and in other events, counts.
 */
class SessionTrialTest {
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final int DAYS = 10;
  private static final Definitions UTC =
      new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL);
  private static final List<Seen> EVENTS = events(new Random(3));
  private static final List<Store> STORES = new ArrayList<>();

  /** An event of a session, which may have none. */
  private record Seen(String name, long time, String session, String url) {}

  private static List<Seen> events(RandomGenerator random) {
    return IntStream.range(0, 400)
        .mapToObj(
            i ->
                new Seen(
                    random.nextBoolean() ? "$pageview" : "buy",
                    Micros.of(START) + random.nextInt(DAYS * 24) * Micros.HOUR + i,
                    random.nextInt(6) == 0 ? "" : "s" + random.nextInt(60),
                    "/" + random.nextInt(3)))
        .toList();
  }

  @BeforeAll
  static void fill(@TempDir Path folder) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Seen seen : EVENTS) {
      rows.add(
          List.of(
              new UUID(7, rows.size()).toString(),
              seen.name(),
              "id",
              seen.time(),
              1L,
              seen.time(),
              Map.of("$session_id", seen.session(), "$current_url", seen.url())));
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

  static List<Integer> days() {
    return IntStream.rangeClosed(1, DAYS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("days")
  void sessionsOfADayAreWhole(int day) {
    long hours = 60;
    Planned planned = Planner.plan(query(day, hours), UTC, START, null);
    Map<String, Double> expected = expected(day, hours);
    for (Store store : STORES) {
      Map<String, Double> counts = new TreeMap<>();
      for (List<@Nullable Object> row :
          planned.shape().apply(store.run(1, planned.plan())).rows()) {
        counts.put(String.valueOf(row.get(1)), (Double) row.getLast());
      }
      assertThat(counts).as("day %d in %s", day, store).isEqualTo(expected);
    }
  }

  /** Purchases of a day in sessions longer than so many hours, by the address they began at. */
  private static TrendQuery query(int day, long hours) {
    Filter isLong =
        new Filter.Compare(
            new PropertyRef(PropertyRef.Source.SESSION, "$session_duration"),
            Filter.Operator.GT,
            List.of(String.valueOf(hours * 3600)));
    String date = "2024-05-%02d".formatted(day);
    return new TrendQuery(
        List.of(new Series("buy", null, new Measure.Count(), isLong)),
        new DateRange(DateText.parse(date, "from"), DateText.parse(date, "to"), false),
        Grain.DAY,
        Filter.ALL,
        false,
        List.of(),
        new Breakdown(
            new PropertyRef(PropertyRef.Source.SESSION, "$entry_current_url"), 25, false, false),
        null,
        TrendQuery.Show.TOTAL,
        false,
        1,
        1);
  }

  private static Map<String, Double> expected(int day, long hours) {
    Map<String, Double> counts = new TreeMap<>();
    for (Seen seen : EVENTS) {
      List<Seen> session =
          EVENTS.stream()
              .filter(other -> other.session().equals(seen.session()))
              .sorted(Comparator.comparingLong(Seen::time))
              .toList();
      long length = session.getLast().time() - session.getFirst().time();
      boolean onDay = (seen.time() - Micros.of(START)) / Micros.DAY == day - 1;
      boolean isLong = length / Micros.SECOND > hours * 3600;
      if (seen.name().equals("buy") && onDay && isLong && !seen.session().isEmpty()) {
        counts.merge(session.getFirst().url(), 1.0, Double::sum);
      }
    }
    return counts;
  }
}
