package dev.facet.oracle.business;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.BusinessDatasets;
import dev.facet.model.Micros;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query.BusinessWidget;
import dev.facet.query.Query.BusinessWidget.Widget;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money converted by the rate of a row's day, as loops over rows and rates convert it. */
class ConversionOracleTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Books BOOKS = Books.random(99, 300, NOW);
  private static final Map<String, TreeMap<LocalDate, Double>> RATES =
      Map.of(
          "EUR",
          new TreeMap<>(Map.of(LocalDate.of(2023, 5, 1), 1.25, LocalDate.of(2025, 9, 15), 1.5)),
          "JPY",
          new TreeMap<>(Map.of(LocalDate.of(2024, 1, 1), 0.0078125)));
  private static final List<Store> STORES = new ArrayList<>();

  @BeforeAll
  static void fill(@TempDir Path folder) {
    List<List<@Nullable Object>> rates = new ArrayList<>();
    RATES.forEach(
        (currency, days) ->
            days.forEach((day, rate) -> rates.add(List.of(currency, "USD", day.toString(), rate))));
    rates.add(List.of("EUR", "CHF", "2022-01-01", 7.0));
    List<Batch.Change> changes = new ArrayList<>(BOOKS.batch().changes());
    changes.add(new Batch.Change.Upsert(1, BusinessDatasets.EXCHANGE_RATES, rates));
    STORES.add(new MemoryStore());
    STORES.add(DuckDbStore.open(folder, DuckDbSettings.DEFAULT));
    STORES.forEach(store -> store.apply(new Batch(1, changes)));
  }

  @AfterAll
  static void close() {
    STORES.forEach(Store::close);
    STORES.clear();
  }

  private static @Nullable Double rate(@Nullable String currency, @Nullable Long time) {
    TreeMap<LocalDate, Double> days = currency == null ? null : RATES.get(currency);
    if (days == null) {
      return null;
    }
    LocalDate day =
        time == null ? days.lastKey() : Micros.toInstant(time).atZone(ZoneOffset.UTC).toLocalDate();
    return Objects.requireNonNullElse(days.floorEntry(day), days.firstEntry()).getValue();
  }

  private static @Nullable Double times(@Nullable Double money, @Nullable Double rate) {
    return money == null || rate == null ? money : (Double) (money * rate);
  }

  private static Books converted() {
    List<Books.Subscription> subscriptions = new ArrayList<>();
    for (Books.Subscription row : BOOKS.subscriptions()) {
      Double rate = rate(row.currency(), row.started());
      subscriptions.add(
          new Books.Subscription(
              row.id(),
              row.customer(),
              row.product(),
              row.quantity(),
              times(row.price(), rate),
              rate == null ? row.currency() : "USD",
              row.interval(),
              row.started(),
              row.cancelled(),
              row.replaces(),
              row.paused(),
              row.resumed()));
    }
    List<Books.Invoice> invoices = new ArrayList<>();
    for (Books.Invoice row : BOOKS.invoices()) {
      Double rate = rate(row.currency(), row.paid() == null ? row.issued() : row.paid());
      invoices.add(
          new Books.Invoice(
              row.id(),
              row.customer(),
              row.issued(),
              row.due(),
              row.paid(),
              row.status(),
              rate == null ? row.currency() : "USD",
              times(row.amount(), rate),
              row.refunded()));
    }
    return new Books(BOOKS.customers(), subscriptions, invoices);
  }

  @ParameterizedTest
  @EnumSource
  void widgetsAreThoseOfConvertedRowsAndSaySo(Widget widget) {
    Definitions definitions = new Definitions(ZONE, DayOfWeek.MONDAY, Filter.ALL).in("USD");
    List<List<@Nullable Object>> expected = new ArrayList<>();
    for (List<@Nullable Object> row :
        new WidgetsByHand(converted(), ZONE, NOW, "USD").rows(widget)) {
      List<@Nullable Object> said = new ArrayList<>(row);
      if (row.contains("USD")) {
        said.add(true);
      }
      expected.add(said);
    }
    for (Store store : STORES) {
      Planned planned = Planner.plan(new BusinessWidget(widget), definitions, NOW, null);
      assertThat(planned.shape().apply(store.run(1, planned.plan())).rows())
          .as("%s by %s", widget, store.getClass().getSimpleName())
          .isEqualTo(expected);
    }
  }
}
