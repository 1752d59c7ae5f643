package dev.facet.oracle.business;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Query.BusinessWidget;
import dev.facet.query.Query.BusinessWidget.Widget;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every widget over random books of 500 customers: as loops over the rows have it. */
class WidgetsOracleTest {
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kathmandu"));
  private static final List<Instant> NOWS =
      List.of(
          Instant.parse("2026-03-04T12:00:00Z"),
          Instant.parse("2026-03-01T00:00:00Z"),
          Instant.parse("2025-11-01T03:59:59.999999Z"),
          Instant.parse("2024-02-29T23:30:00Z"));

  private static final Books BOOKS = Books.random(4711, 500, NOWS.getFirst());
  private static final List<Store> STORES = new ArrayList<>();

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

  @ParameterizedTest
  @EnumSource
  void widgetIsWhatLoopsOverTheRowsGive(Widget widget) {
    for (ZoneId zone : ZONES) {
      for (Instant now : NOWS) {
        List<?> expected = new WidgetsByHand(BOOKS, zone, now).rows(widget);
        for (Store store : STORES) {
          assertThat(answer(store, widget, zone, now).rows())
              .as("%s in %s at %s by %s", widget, zone, now, store.getClass().getSimpleName())
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void booksAreNotEmpty() {
    assertThat(BOOKS.subscriptions()).hasSizeGreaterThan(800);
    assertThat(new WidgetsByHand(BOOKS, ZONES.getFirst(), NOWS.getFirst()).currency())
        .isEqualTo("EUR");
  }

  static Table answer(Store store, Widget widget, ZoneId zone, Instant now) {
    Definitions definitions = new Definitions(zone, DayOfWeek.MONDAY, Filter.ALL);
    Planned planned = Planner.plan(new BusinessWidget(widget), definitions, now, null);
    return planned.shape().apply(store.run(1, planned.plan()));
  }
}
