package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Breakdown;
import dev.facet.query.DateRange;
import dev.facet.query.DateText;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Query;
import dev.facet.query.RetentionQuery;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where clocks change, every event is in the step that a plain loop over the wall clock puts it in,
 * and filter and step agree: in both stores, for all events and all sums.
 */
class ClockChangesTest {
  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
  private static final int PERSONS = 12;
  private static final List<Store> STORES = new ArrayList<>();
  private static final Map<String, List<Happened>> EVENTS = new TreeMap<>();

  /** A zone, and the local days around one of its clock changes. */
  private record Change(String zone, DayOfWeek weekStart, String from, String to) {
    ZoneId zoneId() {
      return ZoneId.of(zone);
    }

    Instant start() {
      return LocalDate.parse(from).atStartOfDay(zoneId()).toInstant();
    }

    Instant end() {
      return LocalDate.parse(to).plusDays(1).atStartOfDay(zoneId()).toInstant();
    }
  }

  private record Happened(Instant time, long person, String kind) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("Australia/Lord_Howe", DayOfWeek.MONDAY, "2024-03-30", "2024-04-16"),
          new Change("Australia/Lord_Howe", DayOfWeek.SUNDAY, "2024-09-28", "2024-10-15"),
          new Change("Pacific/Chatham", DayOfWeek.MONDAY, "2024-03-31", "2024-04-14"),
          new Change("Pacific/Chatham", DayOfWeek.SUNDAY, "2024-09-22", "2024-10-05"),
          new Change("Pacific/Apia", DayOfWeek.MONDAY, "2011-12-20", "2012-01-09"),
          new Change("America/New_York", DayOfWeek.SUNDAY, "2024-03-01", "2024-03-20"),
          new Change("America/New_York", DayOfWeek.MONDAY, "2024-10-25", "2024-11-11"),
          new Change("Asia/Kathmandu", DayOfWeek.SUNDAY, "1985-12-20", "1986-01-10"));

  @BeforeAll
  static void fill(@TempDir Path folder) {
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    Random random = new Random(5);
    List<Batch.Change> changes = new ArrayList<>();
    for (int i = 0; i < CHANGES.size(); i++) {
      List<Happened> events = events(CHANGES.get(i), random);
      EVENTS.put(CHANGES.get(i).toString(), events);
      changes.add(
          new Batch.Change.Append(
              i + 1, Datasets.EVENTS, events.stream().map(e -> row(e, random)).toList()));
    }
    STORES.forEach(store -> store.apply(new Batch(1, changes)));
  }

  @AfterAll
  static void close() {
    STORES.forEach(Store::close);
  }

  /** Some at random, some right before and at each hour and each change of the clock. */
  private static List<Happened> events(Change change, Random random) {
    List<Happened> events = new ArrayList<>();
    Instant from = change.start().minus(40, ChronoUnit.DAYS);
    long length = ChronoUnit.MICROS.between(from, change.end()) + Micros.DAY;
    for (int i = 0; i < 500; i++) {
      events.add(happened(from.plus(random.nextLong(length), ChronoUnit.MICROS), random));
    }
    for (Instant at = change.start();
        at.isBefore(change.end());
        at = at.plus(30, ChronoUnit.MINUTES)) {
      if (random.nextInt(4) == 0) {
        events.add(happened(at, random));
        events.add(happened(at.minus(1, ChronoUnit.MICROS), random));
      }
    }
    return events;
  }

  private static Happened happened(Instant time, Random random) {
    return new Happened(time, 1 + random.nextInt(PERSONS), "k" + random.nextInt(3));
  }

  private static List<@Nullable Object> row(Happened event, Random random) {
    long time = Micros.of(event.time());
    List<@Nullable Object> row = new ArrayList<>();
    row.add(new UUID(random.nextLong(), random.nextLong()).toString());
    row.add("visit");
    row.add("id " + event.person());
    row.add(time);
    row.add(event.person());
    row.add(time);
    row.add(Map.of("kind", event.kind()));
    return row;
  }

  static Stream<Arguments> stepsOfChanges() {
    return CHANGES.stream()
        .flatMap(
            change ->
                Stream.of(Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH)
                    .map(grain -> Arguments.of(change, grain)));
  }

  @ParameterizedTest
  @MethodSource("stepsOfChanges")
  void events_are_in_the_step_of_their_wall_clock(Change change, Grain grain) {
    Map<String, Double> expected = new TreeMap<>();
    for (Happened event : within(change, grain)) {
      expected.merge(step(event.time(), change, grain), 1.0, Double::sum);
    }
    TrendQuery query = trend(change, grain, new Measure.Count(), null);
    for (Store store : STORES) {
      assertThat(counts(run(store, query, change), change, grain)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("stepsOfChanges")
  void parts_of_a_breakdown_add_up(Change change, Grain grain) {
    Breakdown kinds =
        new Breakdown(new PropertyRef(PropertyRef.Source.EVENT, "kind"), 2, false, false);
    TrendQuery query = trend(change, grain, new Measure.Count(), kinds);
    for (Store store : STORES) {
      double sum = 0;
      Table table = run(store, query, change);
      for (List<@Nullable Object> row : table.rows()) {
        sum += (Double) row.get(table.indexOf("value"));
      }
      assertThat(sum).isEqualTo(within(change, grain).size());
    }
  }

  @ParameterizedTest
  @MethodSource("stepsOfChanges")
  void active_persons_are_those_of_seven_local_days(Change change, Grain grain) {
    if (grain == Grain.WEEK || grain == Grain.MONTH) {
      return;
    }
    TrendQuery query = trend(change, grain, new Measure.ActivePersons(7), null);
    for (Store store : STORES) {
      Table table = run(store, query, change);
      for (List<@Nullable Object> row : table.rows()) {
        Instant start = Micros.toInstant((Long) row.get(table.indexOf("time")));
        LocalDate day = start.atZone(change.zoneId()).toLocalDate();
        Set<Long> persons = active(day, change);
        assertThat(row.get(table.indexOf("value")))
            .as("at %s", start)
            .isEqualTo((double) persons.size());
      }
    }
  }

  private static Set<Long> active(LocalDate day, Change change) {
    Set<Long> persons = new HashSet<>();
    for (Happened event : EVENTS.getOrDefault(change.toString(), List.of())) {
      LocalDate on = event.time().atZone(change.zoneId()).toLocalDate();
      if (event.time().isBefore(change.end()) && isWithinWeek(on, day)) {
        persons.add(event.person());
      }
    }
    return persons;
  }

  private static boolean isWithinWeek(LocalDate on, LocalDate day) {
    LocalDate first = day.minusDays(6);
    return !on.isAfter(day) && !on.isBefore(first);
  }

  @ParameterizedTest
  @MethodSource("stepsOfChanges")
  void those_who_come_back_are_counted_by_local_steps(Change change, Grain grain) {
    if (grain == Grain.HOUR) {
      return;
    }
    Series visits = new Series("visit", null, new Measure.Count(), Filter.ALL);
    RetentionQuery query =
        new RetentionQuery(
            visits,
            visits,
            RetentionQuery.Entry.RECURRING,
            grain,
            2,
            range(change),
            Filter.ALL,
            false,
            false,
            RetentionQuery.Options.NONE);
    Map<String, Set<Long>> persons = new TreeMap<>();
    for (Happened event : EVENTS.getOrDefault(change.toString(), List.of())) {
      persons
          .computeIfAbsent(step(event.time(), change, grain), k -> new HashSet<>())
          .add(event.person());
    }
    for (Store store : STORES) {
      Table table = run(store, query, change);
      for (List<@Nullable Object> row : table.rows()) {
        Instant start = Micros.toInstant((Long) row.get(table.indexOf("cohort")));
        Set<Long> expected =
            new HashSet<>(persons.getOrDefault(step(start, change, grain), Set.of()));
        if ((Long) row.get(table.indexOf("interval")) == 1) {
          String next = step(after(start, change, grain), change, grain);
          expected.retainAll(persons.getOrDefault(next, Set.of()));
        }
        assertThat(row.get(table.indexOf("count")))
            .as("%s of %s", row, start)
            .isEqualTo((long) expected.size());
      }
    }
  }

  /** A time in the step after the one that starts then. */
  private static Instant after(Instant start, Change change, Grain grain) {
    ZonedDateTime local = start.atZone(change.zoneId());
    String own = step(start, change, grain);
    ZonedDateTime next = local.plusHours(1);
    while (step(next.toInstant(), change, grain).equals(own)) {
      next = next.plusHours(1);
    }
    return next.toInstant();
  }

  /** The events of the range; its first week and month are whole. */
  private static List<Happened> within(Change change, Grain grain) {
    LocalDate from = LocalDate.parse(change.from());
    LocalDate first =
        switch (grain) {
          case MINUTE, HOUR, DAY -> from;
          case WEEK -> from.with(TemporalAdjusters.previousOrSame(change.weekStart()));
          case MONTH -> from.withDayOfMonth(1);
        };
    Instant start = first.atStartOfDay(change.zoneId()).toInstant();
    return EVENTS.getOrDefault(change.toString(), List.of()).stream()
        .filter(e -> !e.time().isBefore(start) && e.time().isBefore(change.end()))
        .toList();
  }

  private static String step(Instant time, Change change, Grain grain) {
    ZonedDateTime local = time.atZone(change.zoneId());
    LocalDate day = local.toLocalDate();
    return switch (grain) {
      case MINUTE -> local.toString();
      case HOUR -> day + " " + local.getHour() + " " + local.getOffset();
      case DAY -> day.toString();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(change.weekStart())).toString();
      case MONTH -> day.withDayOfMonth(1).toString();
    };
  }

  private static Map<String, Double> counts(Table table, Change change, Grain grain) {
    Map<String, Double> counts = new TreeMap<>();
    for (List<@Nullable Object> row : table.rows()) {
      double value = (Double) row.get(table.indexOf("value"));
      if (value > 0) {
        Instant start = Micros.toInstant((Long) row.get(table.indexOf("time")));
        counts.merge(step(start, change, grain), value, Double::sum);
      }
    }
    return counts;
  }

  private static DateRange range(Change change) {
    return new DateRange(
        DateText.parse(change.from(), "from"),
        DateText.parse(change.to() + "T23:59:59.999999", "to"),
        false);
  }

  private static TrendQuery trend(
      Change change, Grain grain, Measure measure, @Nullable Breakdown breakdown) {
    return new TrendQuery(
        List.of(new Series("visit", null, measure, Filter.ALL)),
        range(change),
        grain,
        Filter.ALL,
        false,
        List.of(),
        breakdown,
        null,
        TrendQuery.Show.STEPS,
        false,
        1,
        1);
  }

  private static Table run(Store store, Query query, Change change) {
    Definitions definitions = new Definitions(change.zoneId(), change.weekStart(), Filter.ALL);
    Planned planned = Planner.plan(query, definitions, NOW, null);
    return planned.shape().apply(store.run(CHANGES.indexOf(change) + 1L, planned.plan()));
  }
}
