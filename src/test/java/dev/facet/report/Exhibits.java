package dev.facet.report;

import dev.facet.dashboard.content.Place;
import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Period;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.report.Screen.Item;
import dev.facet.report.Screen.Shows;
import dev.facet.report.chart.Exhibit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers and screens to be drawn. */
final class Exhibits {
  static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  static final Period WEEK =
      new Period(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));

  private Exhibits() {}

  static Exhibit exhibit(String type, Table table, String... series) {
    return new Exhibit(type, table, List.of(series), ZoneOffset.UTC, List.of());
  }

  @SafeVarargs
  static Table table(List<Column> columns, List<? extends @Nullable Object>... rows) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (List<? extends @Nullable Object> row : rows) {
      all.add(new ArrayList<>(row));
    }
    return of(columns, all);
  }

  /** Compiled classes do not tell that a table takes nulls. */
  @SuppressWarnings("NullAway")
  private static Table of(List<Column> columns, List<List<@Nullable Object>> rows) {
    return new Table(columns, rows);
  }

  static Column column(String name, Type type) {
    return new Column(name, type);
  }

  /** Seven days of one number a series, the day's place and more. */
  static Table days(int series) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      for (int day = 0; day < 7; day++) {
        long time = Micros.of(WEEK.from()) + day * Micros.DAY;
        rows.add(new ArrayList<>(Arrays.asList((long) s, time, (double) (10 * s + day))));
      }
    }
    return of(
        List.of(
            column("series", Type.INTEGER),
            column("time", Type.TIME),
            column("value", Type.NUMBER)),
        rows);
  }

  static Table totals(Object... namesAndValues) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      rows.add(new ArrayList<>(Arrays.asList(0L, namesAndValues[i], namesAndValues[i + 1])));
    }
    return of(
        List.of(
            column("series", Type.INTEGER),
            column("breakdown", Type.TEXT),
            column("value", Type.NUMBER)),
        rows);
  }

  static Screen screen(String title, Item... items) {
    return new Screen(title, ZoneOffset.UTC, List.of(new Screen.Section("", List.of(items))));
  }

  static Item item(Place place, String title, Exhibit exhibit) {
    return new Item(place, title, new Shows.Answered(exhibit), WEEK);
  }

  static Item alone(Exhibit exhibit) {
    return item(new Place(0, 0, 12, 6), "", exhibit);
  }
}
