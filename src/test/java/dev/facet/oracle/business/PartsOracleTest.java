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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Movements by product, plan and interval over random books: parts of what all of them are. */
class PartsOracleTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final Books BOOKS = Books.random(4711, 500, NOW);
  private static final List<Store> STORES = new ArrayList<>();
  private static final List<String> MOVEMENTS =
      List.of("new_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr", "reactivation_mrr");
  private static final Map<String, String> PEOPLE =
      new TreeMap<>(
          Map.of(
              "customers_start", "customers_start",
              "customers", "customers",
              "new_customers", "count new_mrr",
              "churned_customers", "count churned_mrr",
              "reactivated_customers", "count reactivation_mrr"));
  private static final double NEAR = 1e-5;

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

  private static List<String> metrics() {
    List<String> metrics = new ArrayList<>(MOVEMENTS);
    metrics.addAll(List.of("mrr_start", "mrr", "net_new_mrr", "active_subscriptions"));
    metrics.addAll(PEOPLE.keySet());
    return metrics;
  }

  /** About euros of five years. */
  private static Table ask(Store store, ZoneId zone, String dimensions, String filters)
      throws JsonProcessingException {
    String query =
        """
        {"kind":"ReportQuery","dataset":"mrr_movements","dimensions":[%s],"metrics":["%s"],"limit":10000,
         "date_range":{"date_from":"2021-01-01"},
         "filters":[{"field":"currency","operator":"in","values":["EUR"]}%s]}"""
            .formatted(dimensions, String.join("\",\"", metrics()), filters);
    Definitions definitions = new Definitions(zone, DayOfWeek.MONDAY, Filter.ALL);
    Planned planned =
        Planner.plan(
            QueryForm.read(new ObjectMapper().readTree(query), "query"), definitions, NOW, null);
    return planned.shape().apply(store.run(1, planned.plan()));
  }

  private static double number(Table table, List<@Nullable Object> row, String column) {
    Object value = Objects.requireNonNull(row.get(table.indexOf(column)), column);
    return ((Number) value).doubleValue();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  @ParameterizedTest
  @CsvSource({"product, UTC", "interval, America/New_York", "plan, Asia/Kathmandu"})
  void each_part_of_each_month_is_as_loops_have_it(String part, ZoneId zone) throws Exception {
    MovementsByHand hand = new MovementsByHand(BOOKS, "EUR", zone, NOW);
    for (Store store : STORES) {
      Table table = ask(store, zone, "\"month\",\"" + part + "\"", "");
      Map<String, Map<String, Cells>> months = new TreeMap<>();
      for (List<@Nullable Object> row : table.rows()) {
        months
            .computeIfAbsent(text(row.getFirst()), month -> new TreeMap<>())
            .put(text(row.get(1)), new Cells(row));
      }
      assertThat(months).hasSizeGreaterThan(50);
      months.forEach(
          (month, rows) -> compare(table, rows, hand.month(YearMonth.parse(month), of(part))));
    }
  }

  private static Function<Books.Subscription, String> of(String part) {
    return switch (part) {
      case "product" -> row -> text(row.product());
      case "interval" -> row -> text(row.interval());
      default -> row -> "plan";
    };
  }

  /** A row of an answer. */
  private record Cells(List<@Nullable Object> row) {}

  private static void compare(
      Table table, Map<String, Cells> rows, Map<String, Map<String, BigDecimal>> expected) {
    assertThat(rows.keySet()).isEqualTo(expected.keySet());
    rows.forEach(
        (part, cells) -> {
          List<@Nullable Object> row = cells.row();
          Map<String, BigDecimal> sums = Objects.requireNonNull(expected.get(part));
          for (String name : metrics()) {
            if (!name.equals("net_new_mrr")) {
              BigDecimal sum = sums.get(PEOPLE.getOrDefault(name, name));
              assertThat(number(table, row, name))
                  .as("%s of %s in %s", name, part, row.getFirst())
                  .isCloseTo(sum == null ? 0 : sum.doubleValue(), within(NEAR));
            }
          }
        });
  }

  @Test
  void every_product_ends_where_it_started_with_its_movements_and_goes_on_from_there()
      throws Exception {
    for (Store store : STORES) {
      Table table = ask(store, ZoneId.of("UTC"), "\"month\",\"product\"", "");
      Map<String, Double> ends = new HashMap<>();
      String last = "";
      for (List<@Nullable Object> row : table.rows()) {
        double moved = MOVEMENTS.stream().mapToDouble(name -> number(table, row, name)).sum();
        double end = number(table, row, "mrr_start") + moved;
        assertThat(number(table, row, "mrr")).as("%s", row).isCloseTo(end, within(NEAR));
        assertThat(number(table, row, "net_new_mrr")).isCloseTo(moved, within(NEAR));
        String product = text(row.get(1));
        assertThat(number(table, row, "mrr_start"))
            .as("start of %s after %s", row, last)
            .isCloseTo(ends.getOrDefault(product, 0.0), within(NEAR));
        ends.put(product, end);
        last = text(row.getFirst());
      }
      assertThat(ends).hasSizeGreaterThan(4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"product\"",
        "\"plan\"",
        "\"interval\"",
        "\"product\",\"interval\"",
        "\"product\",\"plan\",\"interval\""
      })
  void parts_of_each_movement_add_up_to_the_movement(String parts) throws Exception {
    List<String> adding = new ArrayList<>(MOVEMENTS);
    adding.addAll(List.of("mrr_start", "mrr", "net_new_mrr", "active_subscriptions"));
    for (Store store : STORES) {
      Table whole = ask(store, ZoneId.of("UTC"), "\"month\"", "");
      Table divided = ask(store, ZoneId.of("UTC"), "\"month\"," + parts, "");
      for (List<@Nullable Object> month : whole.rows()) {
        for (String name : adding) {
          assertThat(sum(divided, month.getFirst(), name))
              .as("%s in %s", name, month.getFirst())
              .isCloseTo(number(whole, month, name), within(NEAR));
        }
      }
    }
  }

  private static double sum(Table divided, @Nullable Object month, String name) {
    double sum = 0;
    for (List<@Nullable Object> row : divided.rows()) {
      sum += Objects.equals(row.getFirst(), month) ? number(divided, row, name) : 0;
    }
    return sum;
  }

  @Test
  void a_filter_keeps_the_parts_it_names_as_they_are() throws Exception {
    String filter = ",{\"field\":\"product\",\"operator\":\"in\",\"values\":[\"Mail\"]}";
    for (Store store : STORES) {
      Table all = ask(store, ZoneId.of("UTC"), "\"month\",\"product\"", "");
      Table some = ask(store, ZoneId.of("UTC"), "\"month\",\"product\"", filter);
      Table unnamed = ask(store, ZoneId.of("UTC"), "\"month\"", filter);
      List<List<@Nullable Object>> mail = new ArrayList<>();
      List<List<@Nullable Object>> rest = new ArrayList<>();
      for (List<@Nullable Object> row : all.rows()) {
        if ("Mail".equals(row.get(1))) {
          mail.add(row);
          List<@Nullable Object> unlabelled = new ArrayList<>(row);
          unlabelled.remove(1);
          rest.add(unlabelled);
        }
      }
      assertThat(some.rows()).isEqualTo(mail).hasSizeGreaterThan(50);
      assertThat(unnamed.rows()).isEqualTo(rest);
    }
  }
}
