package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.SocialDatasets;
import dev.facet.form.QueryForm;
import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.oracle.SocialByHand.Asked;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random reports about random posts, clicks and profiles, on days of clock changes too: both stores
 * answer what walking over the rows gives. {@code -Doracle.seeds=n} asks n of them.
 */
class SocialTrialTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 300);
  private static final Instant NOW = Instant.parse("2024-11-06T04:20:30Z");
  private static final List<Definitions> PLACES =
      List.of(
          new Definitions(ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, Filter.ALL),
          new Definitions(ZoneId.of("Australia/Lord_Howe"), DayOfWeek.MONDAY, Filter.ALL));
  private static final Map<String, List<String>> DIMENSIONS =
      Map.of(
          "posts",
          List.of(
              "network", "campaign", "profile", "message", "tag", "creator", "source", "status"),
          "clicks",
          List.of(
              "network",
              "campaign",
              "profile",
              "link_url",
              "geo_country",
              "geo_city",
              "geo_organization"),
          "conversions",
          List.of("network", "campaign", "profile", "conversion_tag"),
          "profile_snapshots",
          List.of("network", "profile"));
  private static final Map<String, List<String>> METRICS =
      Map.of(
          "posts",
          List.of(
              "posts",
              "impressions",
              "engagements",
              "engagement_rate",
              "clicks",
              "likes",
              "comments",
              "shares",
              "reach",
              "conversions"),
          "clicks",
          List.of("clicks", "conversions", "unique_visitors"),
          "conversions",
          List.of("conversions"),
          "profile_snapshots",
          List.of("followers", "followers_added"));

  private static final Map<String, List<Map<String, Object>>> ROWS = new HashMap<>();
  private static final Store MEMORY = new MemoryStore();
  private static final List<Store> OPEN = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    RandomReports random = new RandomReports(new Random(4714));
    List<Batch.Change> changes = new ArrayList<>();
    for (Dataset dataset :
        List.of(
            SocialDatasets.POSTS,
            SocialDatasets.POST_SNAPSHOTS,
            SocialDatasets.CLICKS,
            SocialDatasets.PROFILE_SNAPSHOTS)) {
      List<List<@Nullable Object>> rows = random.rows(dataset, 400);
      if (dataset.equals(SocialDatasets.POSTS)) {
        rows.forEach(row -> row.replaceAll(SocialTrialTest::once));
      }
      ROWS.put(dataset.name(), named(dataset, rows));
      changes.add(new Batch.Change.Upsert(1, dataset, rows));
    }
    Batch batch = new Batch(1, changes);
    MEMORY.apply(batch);
    Store duckDb = DuckDbStore.open(folder, DuckDbSettings.DEFAULT);
    OPEN.add(duckDb);
    duckDb.apply(batch);
  }

  /** Tags that are there once each, as they come in. */
  private static @Nullable Object once(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().distinct().toList() : value;
  }

  /** The rows as maps, the last one of each key. */
  private static List<Map<String, Object>> named(
      Dataset dataset, List<List<@Nullable Object>> rows) {
    Map<List<Object>, Map<String, Object>> byKey = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows) {
      Map<String, Object> named = new HashMap<>();
      for (Column column : dataset.columns()) {
        named.put(column.name(), row.get(dataset.indexOf(column.name())));
      }
      byKey.put(dataset.key().stream().map(named::get).toList(), named);
    }
    return List.copyOf(byKey.values());
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
  void reports_are_what_the_definitions_say(int seed) {
    Random random = new Random(seed);
    Asked asked = asked(random);
    Definitions definitions = PLACES.get(seed % PLACES.size());
    LocalDate today = NOW.atZone(definitions.zone()).toLocalDate();
    List<List<@Nullable Object>> expected =
        new SocialByHand(ROWS, definitions.zone(), definitions.weekStart(), today).answer(asked);
    Planned planned =
        Planner.plan(
            QueryForm.read(dev.facet.catalog.Json.read(query(asked)), "query"),
            definitions,
            NOW,
            null);
    for (Store store : List.of(MEMORY, OPEN.getFirst())) {
      Table table = planned.shape().apply(store.run(1, planned.plan()));
      assertThat(table.rows()).as("%d: %s", seed, asked).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertRow(table.rows().get(i), expected.get(i), seed + ": " + asked);
      }
    }
  }

  private static void assertRow(
      List<@Nullable Object> actual, List<@Nullable Object> expected, String about) {
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i) instanceof Number number) {
        assertThat(((Number) actual.get(i)).doubleValue())
            .as(about + " " + actual)
            .isCloseTo(number.doubleValue(), Offset.offset(1e-9));
      } else {
        assertThat(actual.get(i)).as(about + " " + actual).isEqualTo(expected.get(i));
      }
    }
  }

  private static Asked asked(Random random) {
    String dataset = pick(random, DIMENSIONS.keySet().stream().sorted().toList());
    List<String> dimensions = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String dimension =
          random.nextInt(3) == 0
              ? pick(random, List.of("date", "week", "month"))
              : pick(random, DIMENSIONS.getOrDefault(dataset, List.of()));
      if (!dimensions.contains(dimension)) {
        dimensions.add(dimension);
      }
    }
    List<String> metrics = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      metrics.add(pick(random, METRICS.getOrDefault(dataset, List.of())));
    }
    LocalDate from = LocalDate.of(2024, 9, 1).plusDays(random.nextInt(70));
    Map<String, List<String>> wanted =
        random.nextBoolean()
            ? Map.of(pick(random, DIMENSIONS.getOrDefault(dataset, List.of())), values(random))
            : Map.of();
    return new Asked(dataset, dimensions, metrics, from, from.plusDays(random.nextInt(40)), wanted);
  }

  private static List<String> values(Random random) {
    List<String> all =
        List.of("x", "linkedin", "Ünï", "日本", "a'b", "10", "published", "organic", "nobody");
    return List.of(pick(random, all), pick(random, all));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String query(Asked asked) {
    StringBuilder filters = new StringBuilder();
    asked
        .wanted()
        .forEach(
            (field, values) ->
                filters.append(
                    "{\"field\":\"%s\",\"operator\":\"in\",\"values\":%s}"
                        .formatted(field, list(values))));
    return "{\"kind\":\"ReportQuery\",\"dataset\":\"%s\",\"dimensions\":%s,\"metrics\":%s,\"filters\":[%s],\"date_range\":{\"date_from\":\"%s\",\"date_to\":\"%s\"}}"
        .formatted(
            asked.dataset(),
            list(asked.dimensions()),
            list(asked.metrics()),
            filters,
            asked.from(),
            asked.to());
  }

  private static String list(List<String> texts) {
    return texts.isEmpty() ? "[]" : "[\"" + String.join("\",\"", texts) + "\"]";
  }
}
