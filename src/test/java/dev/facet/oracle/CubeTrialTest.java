package dev.facet.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.QueryForm;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Cohort;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random requests about activities: both stores say what a walk over the activities says, in a
 * project whose clock is not that of UTC. {@code -Doracle.seeds=n} asks n questions.
 */
class CubeTrialTest {
  private static final int SEEDS = Integer.getInteger("oracle.seeds", 150);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2024-03-10T00:00:00Z");
  private static final RandomHistory HISTORY = RandomHistory.of(23, 900);
  private static final List<Activity> ACTIVITIES = Activity.of(HISTORY.events());
  private static final List<Store> STORES = new ArrayList<>();

  /** In the cohort from the start, as whoever they turned out to be. */
  private static final List<Long> MEMBERS =
      LongStream.rangeClosed(1, RandomHistory.PERSONS / 3)
          .mapToObj(third -> third == 1 ? 7L : third * 3)
          .toList();

  private static final Definitions DEFINITIONS =
      new Definitions(
          ZoneId.of("America/New_York"),
          DayOfWeek.SUNDAY,
          Filter.ALL,
          Map.of(
              1L, new Cohort(1, "listed", new Cohort.Rule.Listed()),
              2L, new Cohort(2, "empty", new Cohort.Rule.Listed())),
          Map.of());

  private static final List<String> DIMENSIONS =
      List.of(
          "type",
          "channel_id",
          "channel_name",
          "session_duration",
          "has_conversion",
          "has_bounced",
          "goal_id",
          "event_type",
          "segment_id",
          "number_of_user_events",
          "number_of_confirmed_transactions",
          "number_of_ad_views",
          "number_of_ad_clicks",
          "transaction_amount",
          "device_browser_family",
          "device_os_family",
          "city",
          "resource_name",
          "date_time",
          "date_yyyymmdd",
          "date_yyyymmddhh",
          "date_yyyy_mm_dd",
          "date_yyyy_mm_dd_hh",
          "date_yyyy_mm_dd_hh_mm");
  private static final List<String> METRICS =
      List.of(
          "users",
          "sessions",
          "avg_session_duration",
          "avg_number_of_user_events",
          "conversion_rate",
          "avg_number_of_transactions_per_user_point",
          "number_of_transactions",
          "avg_transaction_amount",
          "avg_revenue_per_user_point",
          "revenue");
  private static final List<String> OPERATORS =
      List.of(
          "EXACT",
          "IN_LIST",
          "NUMERIC_EQUAL",
          "NUMERIC_GREATER_THAN",
          "NUMERIC_LESS_THAN",
          "REGEXP",
          "BEGINS_WITH",
          "ENDS_WITH",
          "PARTIAL");
  private static final List<String> EXPRESSIONS =
      List.of(
          "1",
          "2",
          "17",
          "4",
          "true",
          "CHROME",
          "Chrome",
          "web",
          "Web",
          "ωMEGA",
          "g",
          "g1",
          "$",
          "2024-02-2",
          "20240228",
          "buy",
          "paris",
          "İstanbul",
          "10",
          "");

  @BeforeAll
  static void fill(@TempDir Path folder) {
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    STORES.forEach(store -> HISTORY.batches().forEach(store::apply));
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
  void storesSayWhatAWalkOverTheActivitiesSays(int seed) {
    ObjectNode request = request(new Random(seed));
    List<List<@Nullable Object>> expected =
        rounded(new CubeByHand(ACTIVITIES, request, MEMBERS).rows());
    ObjectNode node = request.deepCopy();
    node.put("kind", "CubeQuery").put("cube", "activities_analytics");
    Planned planned = Planner.plan(QueryForm.read(node, "query"), DEFINITIONS, NOW, null);
    for (Store store : STORES) {
      Table table = planned.shape().apply(store.run(1, planned.plan()));
      assertThat(rounded(table.rows()))
          .as("seed %d: %s in %s", seed, request, store)
          .isEqualTo(expected);
    }
  }

  private static ObjectNode request(RandomGenerator random) {
    ObjectNode request = JSON.createObjectNode();
    long from = Micros.of(RandomHistory.START) + random.nextLong(-24, 100) * Micros.HOUR;
    long to = from + random.nextLong(24 * 8) * Micros.HOUR;
    ObjectNode range = request.putArray("date_ranges").addObject();
    range.put("start_date", text(from)).put("end_date", text(to));
    ArrayNode dimensions = request.putArray("dimensions");
    for (int i = random.nextInt(4); i > 0; i--) {
      dimensions.addObject().put("name", pick(random, DIMENSIONS));
    }
    ArrayNode metrics = request.putArray("metrics");
    for (int i = random.nextInt(4); i > 0; i--) {
      ObjectNode metric = metrics.addObject().put("expression", pick(random, METRICS));
      if (random.nextInt(3) == 0) {
        metric.put("alias", "alias " + i);
      }
    }
    if (random.nextInt(3) > 0) {
      filters(random, request);
    }
    if (random.nextInt(4) == 0) {
      ObjectNode clause = request.putObject("metric_filter_clauses");
      clause
          .putArray("filters")
          .addObject()
          .put("metric_name", pick(random, METRICS.subList(0, 2)))
          .put("operator", pick(random, List.of("EQUAL", "GREATER_THAN", "LESS_THAN")))
          .put("comparison_value", random.nextInt(4))
          .put("not", random.nextBoolean());
    }
    order(random, request);
    if (random.nextInt(3) == 0) {
      request.put("max_result", random.nextInt(10)).put("first_result", random.nextInt(3));
    }
    return request;
  }

  private static String text(long micros) {
    return Micros.toInstant(micros).toString().replace("Z", "");
  }

  private static void filters(RandomGenerator random, ObjectNode request) {
    ObjectNode clause = request.putObject("dimension_filter_clauses");
    clause.put("operator", random.nextInt(3) == 0 ? "OR" : "AND");
    ArrayNode filters = clause.putArray("filters");
    for (int i = random.nextInt(3); i >= 0; i--) {
      String operator = pick(random, OPERATORS);
      ObjectNode filter = filters.addObject();
      filter.put("dimension_name", pick(random, DIMENSIONS)).put("operator", operator);
      filter.put("not", random.nextBoolean());
      if (random.nextInt(3) == 0) {
        filter.put("case_sensitive", true);
      }
      ArrayNode expressions = filter.putArray("expressions");
      for (int j = random.nextInt(3); j >= 0; j--) {
        String expression = pick(random, EXPRESSIONS);
        if (operator.startsWith("NUMERIC")) {
          expressions.add(random.nextInt(5));
        } else {
          expressions.add(expression);
        }
      }
    }
  }

  private static void order(RandomGenerator random, ObjectNode request) {
    List<String> names = new ArrayList<>();
    request.path("dimensions").forEach(d -> names.add(d.path("name").asText()));
    request
        .path("metrics")
        .forEach(m -> names.add(m.path("alias").asText(m.path("expression").asText())));
    if (!names.isEmpty() && random.nextBoolean()) {
      String minus = random.nextBoolean() ? "-" : "";
      request.putObject("order_by").put("field_name", minus + pick(random, names));
    }
  }

  private static String pick(RandomGenerator random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The rows with numbers cut to nine digits: engines add up in their own order. */
  private static List<List<@Nullable Object>> rounded(List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> rounded = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (@Nullable Object value : row) {
        cells.add(value instanceof Double d ? (Object) (Math.round(d * 1e6) / 1e6) : value);
      }
      rounded.add(cells);
    }
    return rounded;
  }
}
