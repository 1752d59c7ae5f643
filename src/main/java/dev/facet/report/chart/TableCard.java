package dev.facet.report.chart;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Lettering;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows and columns; as many rows as there is room for, the others are counted. */
record TableCard(Canvas canvas) {
  private static final double ROW = 22;
  private static final double PAD = 10;
  private static final int SAMPLE = 200;

  /** A heading and the texts beneath. */
  record Texts(String heading, boolean numeric, List<String> cells) {}

  /** The columns of a plot: its categories, and one for each run. */
  static List<Texts> texts(Plot plot) {
    List<Texts> columns = new ArrayList<>();
    String heading = plot.over() == Plot.Over.TIME ? "Time" : "";
    columns.add(
        new Texts(heading, false, plot.categories().stream().map(Plot.Category::name).toList()));
    for (Plot.Run run : plot.runs()) {
      List<String> cells = new ArrayList<>();
      for (@Nullable Double value : run.values()) {
        cells.add(value == null ? "–" : Figures.full(value));
      }
      columns.add(new Texts(run.legend(), true, cells));
    }
    return columns;
  }

  /** The columns of an exhibit as they are. */
  static List<Texts> texts(Exhibit exhibit) {
    List<Texts> columns = new ArrayList<>();
    List<Column> all = exhibit.table().columns();
    for (int i = 0; i < all.size(); i++) {
      columns.add(texts(exhibit, all.get(i), i));
    }
    return columns;
  }

  private static Texts texts(Exhibit exhibit, Column column, int place) {
    boolean isSeries = column.name().equals("series") && column.type() == Type.INTEGER;
    List<String> cells = new ArrayList<>();
    for (List<@Nullable Object> row : exhibit.table().rows()) {
      Object value = row.get(place);
      boolean isTime = column.name().endsWith("_time") && value instanceof Double;
      cells.add(
          isTime
              ? Figures.duration((Double) value)
              : isSeries && value instanceof Number number
                  ? exhibit.seriesName(number.intValue())
                  : CellText.cell(value, column.type(), exhibit.zone()));
    }
    return new Texts(CellText.title(column.name()), column.type().isNumeric() && !isSeries, cells);
  }

  /** How high a table is with all its rows. */
  static double height(List<Texts> columns) {
    return ROW * (rows(columns) + 1);
  }

  private static int rows(List<Texts> columns) {
    return columns.isEmpty() ? 0 : columns.getFirst().cells().size();
  }

  void draw(Frame frame, List<Texts> all) {
    List<Texts> columns = fitting(all, frame.width());
    int rows = rows(columns);
    int fitting = Math.max(1, (int) (frame.height() / ROW) - 1);
    int shown = rows <= fitting ? rows : Math.max(1, fitting - 1);
    double[] widths = widths(columns, frame.width());
    double x = frame.x();
    for (int i = 0; i < columns.size(); i++) {
      column(new Frame(x, frame.y(), widths[i], frame.height()), columns.get(i), shown);
      x += widths[i];
    }
    for (int i = 0; i <= shown; i++) {
      double y = frame.y() + (i + 1) * ROW - 0.5;
      Ink ink = i == 0 ? Theme.MUTED.faded(0.5) : Theme.LINE;
      canvas.rule(new Point(frame.x(), y), new Point(frame.right(), y), ink);
    }
    more(frame, shown, rows - shown, all.size() - columns.size());
  }

  private void more(Frame frame, int shown, int rows, int columns) {
    List<String> left = new ArrayList<>();
    if (rows > 0) {
      left.add(Figures.full(rows) + " more rows");
    }
    if (columns > 0) {
      left.add(Figures.full(columns) + " more columns");
    }
    if (!left.isEmpty()) {
      Point at = new Point(frame.x(), frame.y() + (shown + 1) * ROW + 15);
      String text = "and " + String.join(", ", left);
      canvas.text(at, text, Theme.SMALL, Anchor.START, Theme.MUTED);
    }
  }

  private static List<Texts> fitting(List<Texts> all, double width) {
    int most = Math.max(1, (int) (width / 56));
    return all.size() <= most ? all : all.subList(0, most);
  }

  /** What the texts ask for; what is too much is taken from the widest. */
  private static double[] widths(List<Texts> columns, double room) {
    double[] widths = columns.stream().mapToDouble(TableCard::width).toArray();
    double total = sum(widths);
    if (total <= room) {
      double rest = (room - total) / widths.length;
      for (int i = 0; i < widths.length; i++) {
        widths[i] += rest;
      }
      return widths;
    }
    double low = 0;
    double high = room;
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (sum(capped(widths, middle)) <= room) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return capped(widths, low);
  }

  private static double[] capped(double[] widths, double most) {
    double[] capped = widths.clone();
    for (int i = 0; i < capped.length; i++) {
      capped[i] = Math.min(capped[i], most);
    }
    return capped;
  }

  private static double sum(double[] widths) {
    double sum = 0;
    for (double width : widths) {
      sum += width;
    }
    return sum;
  }

  private static double width(Texts column) {
    double cells =
        column.cells().stream().limit(SAMPLE).mapToDouble(Theme.NORMAL::width).max().orElse(0);
    return Math.max(cells, Theme.HEAD.width(column.heading())) + 2 * PAD;
  }

  private void column(Frame frame, Texts column, int rows) {
    cell(frame, column.heading(), column.numeric(), Theme.HEAD);
    for (int i = 0; i < rows; i++) {
      cell(frame.below((i + 1) * ROW), column.cells().get(i), column.numeric(), Theme.NORMAL);
    }
  }

  private void cell(Frame frame, String text, boolean numeric, Lettering lettering) {
    String cut = lettering.squeeze(text.replaceAll("\\s+", " "), frame.width() - PAD);
    double x = numeric ? frame.right() - PAD / 2 : frame.x() + PAD / 2;
    Ink ink = lettering.bold() ? Theme.MUTED : Theme.TEXT;
    canvas.text(
        new Point(x, frame.y() + 15), cut, lettering, numeric ? Anchor.END : Anchor.START, ink);
  }
}
