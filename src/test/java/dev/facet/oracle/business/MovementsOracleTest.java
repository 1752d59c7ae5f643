package dev.facet.oracle.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facet.form.QueryForm;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import dev.facet.store.memory.MemoryStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Movements and cohorts over random books of 500 customers: as loops over the rows have them. */
class MovementsOracleTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final Books BOOKS = Books.random(815, 500, NOW);
  private static final List<Store> STORES = new ArrayList<>();
  private static final List<String> MONEY =
      List.of(
          "mrr_start",
          "new_mrr",
          "expansion_mrr",
          "contraction_mrr",
          "churned_mrr",
          "reactivation_mrr",
          "mrr",
          "active_subscriptions",
          "customers_start",
          "customers");
  private static final Map<String, String> COUNTS =
      Map.of(
          "new_customers", "count new_mrr",
          "churned_customers", "count churned_mrr",
          "reactivated_customers", "count reactivation_mrr");

  @BeforeAll
  static void fill(@TempDir Path folder) {
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    STORES.forEach(store -> store.apply(BOOKS.batch()));
  }

  @AfterAll
  static void close() {
    STORES.forEach(Store::close);
    STORES.clear();
  }

  private static Table ask(Store store, ZoneId zone, Instant now, String query)
      throws JsonProcessingException {
    Query read =
        QueryForm.read(MAPPER.readTree("{\"kind\":\"ReportQuery\"," + query + "}"), "query");
    Definitions definitions = new Definitions(zone, DayOfWeek.MONDAY, Filter.ALL);
    Instant earliest =
        Planner.earliest(read, definitions, now)
            .map(plan -> store.run(1, plan).rows().getFirst().getFirst())
            .map(micros -> dev.facet.model.Micros.toInstant((Long) micros))
            .orElse(null);
    Planned planned = Planner.plan(read, definitions, now, earliest);
    return planned.shape().apply(store.run(1, planned.plan()));
  }

  private static double number(Table table, List<@Nullable Object> row, String column) {
    Object value = Objects.requireNonNull(row.get(table.indexOf(column)), column);
    return ((Number) value).doubleValue();
  }

  private static String metrics() {
    List<String> all = new ArrayList<>(MONEY);
    all.addAll(COUNTS.keySet());
    all.add("net_new_mrr");
    return "[\"" + String.join("\",\"", all) + "\"]";
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-03-04T12:00:00Z",
    "America/New_York, 2026-03-04T12:00:00Z",
    "Asia/Kathmandu, 2025-12-31T18:15:00Z",
    "Pacific/Apia, 2025-07-01T09:59:59.999999Z"
  })
  void everyMonthMovesAsLoopsHaveItAndStartsWhereTheOneBeforeEnded(ZoneId zone, Instant now)
      throws Exception {
    MovementsByHand hand = new MovementsByHand(BOOKS, "EUR", zone, now);
    for (Store store : STORES) {
      Table table =
          ask(
              store,
              zone,
              now,
              "\"dataset\":\"mrr_movements\",\"dimensions\":[\"month\"],\"metrics\":"
                  + metrics()
                  + ",\"filters\":[{\"field\":\"currency\",\"operator\":\"in\",\"values\":[\"EUR\"]}]");
      assertThat(table.rows()).hasSizeGreaterThan(50);
      double before = 0;
      for (List<@Nullable Object> row : table.rows()) {
        YearMonth month = YearMonth.parse((String) Objects.requireNonNull(row.getFirst()));
        Map<String, BigDecimal> expected = hand.month(month);
        for (String name : MONEY) {
          compare(table, row, name, expected.get(name));
        }
        COUNTS.forEach((name, key) -> compare(table, row, name, expected.get(key)));
        assertThat(number(table, row, "mrr_start")).isCloseTo(before, within(1e-6));
        assertThat(number(table, row, "mrr"))
            .isCloseTo(before + number(table, row, "net_new_mrr"), within(1e-6));
        before = number(table, row, "mrr");
      }
    }
  }

  private static void compare(
      Table table, List<@Nullable Object> row, String name, @Nullable BigDecimal expected) {
    assertThat(number(table, row, name))
        .as("%s of %s", name, row.getFirst())
        .isCloseTo(expected == null ? 0 : expected.doubleValue(), within(1e-6));
  }

  @Test
  void ofSeveralMonthsTogetherTheFirstOpensAndTheLastCloses() throws Exception {
    String asked =
        "\"dataset\":\"mrr_movements\",\"date_range\":{\"date_from\":\"2025-02-10\",\"date_to\":\"2026-01-05\"},\"metrics\":"
            + metrics();
    for (Store store : STORES) {
      Table months = ask(store, ZoneId.of("UTC"), NOW, asked + ",\"dimensions\":[\"month\"]");
      Table whole = ask(store, ZoneId.of("UTC"), NOW, asked);
      assertThat(months.rows()).hasSize(12);
      List<@Nullable Object> row = whole.rows().getFirst();
      assertThat(number(whole, row, "mrr_start"))
          .isEqualTo(number(months, months.rows().getFirst(), "mrr_start"));
      assertThat(number(whole, row, "mrr"))
          .isEqualTo(number(months, months.rows().getLast(), "mrr"));
      double moved = 0;
      for (List<@Nullable Object> month : months.rows()) {
        moved += number(months, month, "net_new_mrr");
      }
      assertThat(number(whole, row, "net_new_mrr")).isCloseTo(moved, within(1e-6));
      assertThat(number(whole, row, "mrr"))
          .isCloseTo(number(whole, row, "mrr_start") + moved, within(1e-6));
    }
  }

  @Test
  void monthsThatHaveNotBegunAreNotThere() throws Exception {
    for (Store store : STORES) {
      for (String dataset : List.of("mrr_movements", "revenue_cohorts")) {
        Table table =
            ask(
                store,
                ZoneId.of("UTC"),
                NOW,
                "\"dataset\":\"%s\",\"dimensions\":[\"month\"],\"metrics\":[\"mrr\"],\"date_range\":{\"date_from\":\"2026-04-01\",\"date_to\":\"2026-05-01\"}"
                    .formatted(dataset));
        assertThat(table.rows()).isEmpty();
      }
    }
  }

  @Test
  void cohortsKeepWhatLoopsFindOfThem() throws Exception {
    ZoneId zone = ZoneId.of("America/New_York");
    MovementsByHand hand = new MovementsByHand(BOOKS, "EUR", zone, NOW);
    for (Store store : STORES) {
      Table table =
          ask(
              store,
              zone,
              NOW,
              "\"dataset\":\"revenue_cohorts\",\"dimensions\":[\"month\",\"months_since\"],\"metrics\":[\"mrr\",\"first_mrr\",\"revenue_retention\"],\"date_range\":{\"date_from\":\"2025-06-01\",\"date_to\":\"2025-12-31\"},"
                  + "\"filters\":[{\"field\":\"currency\",\"operator\":\"in\",\"values\":[\"EUR\"]}]");
      assertThat(table.rows()).hasSize(10 + 9 + 8 + 7 + 6 + 5 + 4);
      for (List<@Nullable Object> row : table.rows()) {
        YearMonth cohort = YearMonth.parse((String) Objects.requireNonNull(row.getFirst()));
        YearMonth month = cohort.plusMonths((Long) Objects.requireNonNull(row.get(1)));
        double mrr = hand.cohort(cohort, month).doubleValue();
        double first = hand.cohort(cohort, cohort).doubleValue();
        assertThat(number(table, row, "mrr")).as("%s", row).isCloseTo(mrr, within(1e-6));
        assertThat(number(table, row, "first_mrr")).isCloseTo(first, within(1e-6));
        assertThat(row.get(4) == null ? 0 : number(table, row, "revenue_retention"))
            .isCloseTo(first == 0 ? 0 : mrr / first, within(1e-9));
      }
    }
  }
}
