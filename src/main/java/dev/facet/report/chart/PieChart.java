package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Mark;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares of a whole as a ring, with names and numbers beside it. */
record PieChart(Canvas canvas, ColorBook colors) {
  private static final double ROW = 20;

  private record Slice(String name, double value, Ink ink) {}

  void draw(Frame frame, Plot plot) {
    List<Slice> slices = slices(plot);
    double whole = slices.stream().mapToDouble(Slice::value).sum();
    double size = Math.min(frame.height(), frame.width() * 0.45);
    Point center = new Point(frame.x() + size / 2 + 4, frame.center().y());
    double from = 0;
    for (Slice slice : slices) {
      double turn = slice.value() / whole;
      double outer = size / 2 - 4;
      canvas.ring(
          new Mark.Ring(
              center, outer * 0.6, outer, from, Math.max(0, turn - gap(slices)), slice.ink()));
      from += turn;
    }
    names(frame.inside(size + 24, 0, 0, 0), slices, whole);
  }

  /** White between slices, as long as there are few. */
  private static double gap(List<Slice> slices) {
    return slices.size() < 2 ? 0 : 0.004;
  }

  private void names(Frame frame, List<Slice> slices, double whole) {
    int fitting = Math.max(1, (int) (frame.height() / ROW));
    int shown = slices.size() <= fitting ? slices.size() : fitting - 1;
    int lines = Math.min(slices.size(), fitting);
    double top = frame.y() + (frame.height() - lines * ROW) / 2;
    for (int i = 0; i < shown; i++) {
      name(new Frame(frame.x(), top + i * ROW, frame.width(), ROW), slices.get(i), whole);
    }
    if (shown < slices.size()) {
      Point at = new Point(frame.x() + 16, top + shown * ROW + 14);
      String more = "and " + (slices.size() - shown) + " more";
      canvas.text(at, more, Theme.SMALL, Anchor.START, Theme.MUTED);
    }
  }

  private void name(Frame row, Slice slice, double whole) {
    String number =
        Figures.full(slice.value()) + " (" + Figures.percent(slice.value() / whole) + ")";
    double room = row.width() - 16 - Theme.SMALL.width(number) - 12;
    canvas.box(new Frame(row.x(), row.y() + 5, 9, 9), 2, slice.ink());
    double y = row.y() + 14;
    String name = Theme.SMALL.squeeze(slice.name(), Math.max(20, room));
    canvas.text(new Point(row.x() + 16, y), name, Theme.SMALL, Anchor.START, Theme.MUTED);
    double end = Math.min(row.right(), row.x() + 16 + 300);
    canvas.text(new Point(end, y), number, Theme.SMALL, Anchor.END, Theme.TEXT);
  }

  /** The present period only: shares of two wholes do not add up. */
  private List<Slice> slices(Plot plot) {
    List<Plot.Run> runs = plot.runs().stream().filter(run -> !run.previous()).toList();
    List<Slice> slices = new ArrayList<>();
    for (Plot.Run run : runs) {
      for (int i = 0; i < run.values().size(); i++) {
        @Nullable Double value = run.values().get(i);
        if (value != null && value > 0) {
          slices.add(slice(plot, run, i, runs.size() == 1));
        }
      }
    }
    return slices;
  }

  private Slice slice(Plot plot, Plot.Run run, int i, boolean alone) {
    String category = plot.categories().get(i).name();
    Ink ink =
        plot.keyed() && alone
            ? colors.of(category)
            : colors.of(run.place() * plot.categories().size() + i);
    String name = alone ? category : run.name() + " – " + category;
    return new Slice(name, run.at(i), ink);
  }
}
