package dev.facet.report.chart;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exhibit as the rows of a sheet: headings, then numbers, flags, texts, {@link LocalDate}s and
 * {@link LocalDateTime}s of the exhibit's zone, or null. What charts draw over an axis has a row
 * for each step and a column for each run.
 */
public final class SheetRows {
  private SheetRows() {}

  /** The headings, and the rows beneath. */
  public static List<List<@Nullable Object>> of(Exhibit exhibit) {
    boolean isTrend =
        exhibit.table().columns().stream()
            .anyMatch(column -> column.name().equals("series") && column.type() == Type.INTEGER);
    return turned(isTrend ? columns(PlotReader.plot(exhibit)) : columns(exhibit));
  }

  private static List<List<@Nullable Object>> columns(Plot plot) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    boolean isTime = plot.over() == Plot.Over.TIME;
    List<@Nullable Object> first = new ArrayList<>();
    plot.categories().forEach(each -> first.add(isTime ? each.time() : each.name()));
    columns.add(headed(isTime ? "Time" : "", isTime ? shortened(first) : first));
    for (Plot.Run run : plot.runs()) {
      columns.add(headed(run.legend(), new ArrayList<>(run.values())));
    }
    return columns;
  }

  private static List<List<@Nullable Object>> columns(Exhibit exhibit) {
    List<List<@Nullable Object>> columns = new ArrayList<>();
    List<Column> all = exhibit.table().columns();
    for (int i = 0; i < all.size(); i++) {
      Column column = all.get(i);
      List<@Nullable Object> cells = new ArrayList<>();
      for (List<@Nullable Object> row : exhibit.table().rows()) {
        cells.add(cell(row.get(i), column.type(), exhibit.zone()));
      }
      columns.add(headed(heading(column), column.type() == Type.TIME ? shortened(cells) : cells));
    }
    return columns;
  }

  /** Lengths of time are in seconds. */
  private static String heading(Column column) {
    boolean isLength = column.name().endsWith("_time") && column.type().isNumeric();
    return CellText.title(column.name()) + (isLength ? " (seconds)" : "");
  }

  private static @Nullable Object cell(@Nullable Object value, Type type, ZoneId zone) {
    if (value instanceof Long micros && type == Type.TIME) {
      return LocalDateTime.ofInstant(Micros.toInstant(micros), zone);
    }
    if (value instanceof Long days && type == Type.DATE) {
      return LocalDate.ofEpochDay(days);
    }
    boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
    return isPlain ? value : CellText.value(value);
  }

  /** Times that all begin a day are told by the day. */
  private static List<@Nullable Object> shortened(List<@Nullable Object> times) {
    boolean days =
        times.stream()
            .filter(Objects::nonNull)
            .allMatch(
                each ->
                    each instanceof LocalDateTime time
                        && time.toLocalTime().equals(LocalTime.MIDNIGHT));
    List<@Nullable Object> shortened = new ArrayList<>();
    times.forEach(
        each ->
            shortened.add(days && each instanceof LocalDateTime time ? time.toLocalDate() : each));
    return shortened;
  }

  private static List<@Nullable Object> headed(String heading, List<@Nullable Object> cells) {
    cells.addFirst(heading);
    return cells;
  }

  private static List<List<@Nullable Object>> turned(List<List<@Nullable Object>> columns) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int count = columns.isEmpty() ? 0 : columns.getFirst().size();
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (List<@Nullable Object> column : columns) {
        row.add(column.get(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
