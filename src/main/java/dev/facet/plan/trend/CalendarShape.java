package dev.facet.plan.trend;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the hours of a week whole: {@code series, [period], weekday, hour, value} for each weekday
 * (1 is Monday) and hour; with no hour for a whole weekday, no weekday for an hour of all days,
 * neither for all.
 *
 * @param scales what becomes of the numbers of each series
 * @param periods 2 when comparing, else 1
 */
public record CalendarShape(List<Scale> scales, int periods) implements Shape {
  static final String SERIES = TrendShape.SERIES;
  static final String PERIOD = TrendShape.PERIOD;
  static final String WEEKDAY = "weekday";
  static final String HOUR = "hour";
  static final String VALUE = TrendShape.VALUE;
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  public CalendarShape {
    scales = List.copyOf(scales);
  }

  private record Cell(int series, int period, @Nullable Long weekday, @Nullable Long hour) {}

  @Override
  public Table apply(Table rows) {
    Map<Cell, Double> values = new HashMap<>();
    for (List<@Nullable Object> row : rows.rows()) {
      Cell cell =
          new Cell(
              number(row.get(rows.indexOf(SERIES))),
              number(row.get(rows.indexOf(PERIOD))),
              (Long) row.get(rows.indexOf(WEEKDAY)),
              (Long) row.get(rows.indexOf(HOUR)));
      double value = row.get(rows.indexOf(VALUE)) instanceof Number n ? n.doubleValue() : 0;
      values.put(cell, scales.get(cell.series()).apply(value));
    }
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (int period = 0; period < periods; period++) {
      for (int series = 0; series < scales.size(); series++) {
        for (Cell cell : cells(series, period)) {
          out.add(row(cell, values.getOrDefault(cell, 0.0)));
        }
      }
    }
    return new Table(columns(), out);
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number n ? n.intValue() : 0;
  }

  private static List<Cell> cells(int series, int period) {
    List<Cell> cells = new ArrayList<>();
    for (long weekday = 1; weekday <= DAYS; weekday++) {
      for (long hour = 0; hour < HOURS; hour++) {
        cells.add(new Cell(series, period, weekday, hour));
      }
    }
    for (long weekday = 1; weekday <= DAYS; weekday++) {
      cells.add(new Cell(series, period, weekday, null));
    }
    for (long hour = 0; hour < HOURS; hour++) {
      cells.add(new Cell(series, period, null, hour));
    }
    cells.add(new Cell(series, period, null, null));
    return cells;
  }

  private List<@Nullable Object> row(Cell cell, double value) {
    List<@Nullable Object> row = new ArrayList<>(5);
    row.add((long) cell.series());
    if (periods > 1) {
      row.add(cell.period() == 0 ? "current" : "previous");
    }
    row.add(cell.weekday());
    row.add(cell.hour());
    row.add(value);
    return row;
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(SERIES, Type.INTEGER));
    if (periods > 1) {
      columns.add(new Column(PERIOD, Type.TEXT));
    }
    columns.add(new Column(WEEKDAY, Type.INTEGER));
    columns.add(new Column(HOUR, Type.INTEGER));
    columns.add(new Column(VALUE, Type.NUMBER));
    return columns;
  }
}
