package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.List;

/** Values one below the other, running across, each with its number: for names that need room. */
record BarChart(Canvas canvas, ColorBook colors) {
  private static final double THICKEST = 22;
  private static final double THINNEST = 14;
  private static final double NAMES = 0.34;

  void draw(Frame frame, Plot plot, List<String> chosen) {
    boolean byCategory = plot.keyed() && plot.runs().size() == 1;
    List<Legend.Entry> legend = byCategory ? List.of() : Legend.entries(plot, colors, chosen);
    Frame below = Legend.draw(canvas, frame, legend);
    int runs = plot.runs().size();
    double least = THINNEST * runs + 6;
    int fitting = Math.max(1, (int) (below.height() / least));
    int all = plot.categories().size();
    int shown = all <= fitting ? all : Math.max(1, fitting - 1);
    double band = Math.min(THICKEST * runs + 12, below.height() / (all <= fitting ? all : fitting));
    Bars bars = bars(below, plot, shown, band);
    for (int i = 0; i < shown; i++) {
      row(bars, plot, i, chosen, byCategory);
    }
    if (shown < all) {
      Point at = new Point(below.x(), below.y() + shown * band + 14);
      canvas.text(at, "and " + (all - shown) + " more", Theme.SMALL, Anchor.START, Theme.MUTED);
    }
  }

  private record Bars(Frame frame, double band, double names, double most, double room) {
    double length(double value) {
      return Math.abs(value) / most * room;
    }
  }

  private static Bars bars(Frame frame, Plot plot, int shown, double band) {
    double names =
        plot.categories().stream()
            .limit(shown)
            .mapToDouble(each -> Theme.SMALL.width(each.name()))
            .max()
            .orElse(0);
    double left = Math.min(names, frame.width() * NAMES) + 10;
    double numbers =
        plot.numbers().mapToObj(Figures::full).mapToDouble(Theme.SMALL::width).max().orElse(0);
    double most = plot.numbers().map(Math::abs).max().orElse(1);
    double room = Math.max(10, frame.width() - left - numbers - 8);
    return new Bars(frame, band, left, most == 0 ? 1 : most, room);
  }

  private void row(Bars bars, Plot plot, int category, List<String> chosen, boolean byCategory) {
    double top = bars.frame().y() + category * bars.band();
    double thick = (bars.band() - 6) / plot.runs().size();
    String name = plot.categories().get(category).name();
    canvas.text(
        new Point(bars.frame().x() + bars.names() - 8, top + bars.band() / 2 + 1),
        Theme.SMALL.squeeze(name, bars.names() - 10),
        Theme.SMALL,
        Anchor.END,
        Theme.MUTED);
    for (int i = 0; i < plot.runs().size(); i++) {
      Plot.Run run = plot.runs().get(i);
      Ink ink = byCategory ? colors.of(name) : colors.of(run, chosen);
      bar(bars, top + i * thick, thick, run.values().get(category), Legend.ink(run, ink));
    }
  }

  private void bar(
      Bars bars,
      double top,
      double thick,
      @org.jspecify.annotations.Nullable Double value,
      Ink ink) {
    if (value == null) {
      return;
    }
    double left = bars.frame().x() + bars.names();
    double length = bars.length(value);
    canvas.box(new Frame(left, top + 1, Math.max(1, length), thick - 2), 2, ink);
    Point at = new Point(left + length + 6, top + thick / 2 + 4);
    canvas.text(at, Figures.full(value), Theme.SMALL, Anchor.START, Theme.TEXT);
  }
}
