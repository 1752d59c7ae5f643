package dev.facet.report.chart;

import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Lettering;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A grid of who came back: a row for each cohort, a shade for each share of it. */
record RetentionChart(Canvas canvas, ColorBook colors) {
  private static final double TALLEST = 40;
  private static final double LEAST = 16;

  static boolean fits(Table table) {
    return table.has("cohort") && table.has("interval") && table.has("count");
  }

  void draw(Frame frame, Table table, ZoneId zone) {
    Map<Object, List<Double>> cohorts = cohorts(table);
    int intervals = cohorts.values().stream().mapToInt(List::size).max().orElse(1);
    List<Plot.Category> names = TimeNames.of(List.copyOf(cohorts.keySet()), Type.TIME, zone);
    double left = names.stream().mapToDouble(n -> Theme.SMALL.width(n.label())).max().orElse(0);
    double sizes = 52;
    Frame grid = frame.inside(left + sizes, LEAST + 4, 0, 0);
    double height = Math.clamp(grid.height() / cohorts.size(), LEAST, TALLEST);
    Cells cells = new Cells(grid, grid.width() / intervals, height);
    heads(cells, intervals);
    int row = 0;
    for (List<Double> counts : cohorts.values()) {
      if (cells.grid().y() + (row + 1) * height > frame.bottom() + 1) {
        break;
      }
      double y = cells.y(row) + height / 2 + 4;
      String name = names.get(row).label();
      canvas.text(new Point(frame.x(), y), name, Theme.SMALL, Anchor.START, Theme.MUTED);
      canvas.text(
          new Point(grid.x() - 8, y),
          Figures.compact(counts.getFirst()),
          Theme.SMALL,
          Anchor.END,
          Theme.TEXT);
      row(cells, row, counts, cohorts.size() - row);
      row++;
    }
  }

  private record Cells(Frame grid, double width, double height) {
    double y(int row) {
      return grid.y() + row * height;
    }
  }

  private static Map<Object, List<Double>> cohorts(Table table) {
    Map<Object, List<Double>> cohorts = new LinkedHashMap<>();
    for (List<@Nullable Object> row : table.rows()) {
      Object cohort = row.get(table.indexOf("cohort"));
      Double count = Values.number(row.get(table.indexOf("count")));
      cohorts
          .computeIfAbsent(cohort == null ? "" : cohort, c -> new ArrayList<>())
          .add(count == null ? 0 : count);
    }
    return cohorts;
  }

  private void heads(Cells cells, int intervals) {
    for (int i = 0; i < intervals; i++) {
      double x = cells.grid().x() + (i + 0.5) * cells.width();
      canvas.text(
          new Point(x, cells.grid().y() - 6),
          String.valueOf(i),
          Theme.SMALL,
          Anchor.MIDDLE,
          Theme.MUTED);
    }
  }

  /** Steps that are still to come, {@code past} and beyond, stay empty. */
  private void row(Cells cells, int row, List<Double> counts, int past) {
    double size = counts.getFirst();
    for (int i = 0; i < counts.size(); i++) {
      if (i >= past && counts.get(i) == 0) {
        continue;
      }
      double share = size == 0 ? 0 : counts.get(i) / size;
      double x = cells.grid().x() + i * cells.width();
      Frame cell = new Frame(x + 1, cells.y(row) + 1, cells.width() - 2, cells.height() - 2);
      canvas.box(cell, 2, share == 0 ? Theme.PAGE : colors.of(0).faded(0.12 + 0.88 * share));
      label(cell, Figures.percent(share), share > 0.5 ? Theme.SURFACE : Theme.TEXT);
    }
  }

  private void label(Frame cell, String text, Ink ink) {
    Lettering small = Lettering.of(Math.min(11, 11 * (cell.width() - 2) / 34));
    if (small.size() >= 6) {
      Point at = new Point(cell.center().x(), cell.center().y() + small.size() * 0.36);
      canvas.text(at, text, small, Anchor.MIDDLE, ink);
    }
  }
}
