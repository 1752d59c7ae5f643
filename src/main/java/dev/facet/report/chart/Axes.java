package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.List;

/**
 * An axis of categories beneath and one of values at the left.
 *
 * @param inner where the marks go
 * @param gap whether a category has room at both its sides, as columns need it
 */
record Axes(Scale scale, Frame inner, int categories, boolean gap) {
  private static final double BELOW = 20;
  private static final double LABEL_GAP = 14;

  /** Draws them and gives the way from numbers to places. */
  static Axes draw(Canvas canvas, Frame frame, Plot plot, Scale scale, boolean gap) {
    List<String> ticks = scale.ticks().stream().map(Figures::compact).toList();
    double left = ticks.stream().mapToDouble(Theme.SMALL::width).max().orElse(0) + 8;
    Frame inner = frame.inside(left, 6, gap ? 2 : 12, BELOW);
    Axes axes = new Axes(scale, inner, plot.categories().size(), gap);
    axes.values(canvas, ticks);
    axes.names(canvas, frame, plot);
    return axes;
  }

  private void values(Canvas canvas, List<String> ticks) {
    for (int i = 0; i < ticks.size(); i++) {
      double y = y(scale.ticks().get(i));
      canvas.rule(new Point(inner.x(), y), new Point(inner.right(), y), Theme.LINE);
      Point at = new Point(inner.x() - 8, y + 4);
      canvas.text(at, ticks.get(i), Theme.SMALL, Anchor.END, Theme.MUTED);
    }
  }

  /** As many names as fit, evenly. */
  private void names(Canvas canvas, Frame frame, Plot plot) {
    double room = plot.over() == Plot.Over.TIME ? 160 : gap ? Math.max(84, band() - 6) : 160;
    List<String> labels =
        plot.categories().stream().map(n -> Theme.SMALL.squeeze(n.label(), room)).toList();
    double widest = labels.stream().mapToDouble(Theme.SMALL::width).max().orElse(0) + LABEL_GAP;
    int every = Math.max(1, (int) Math.ceil(widest / Math.max(1, band())));
    for (int i = 0; i < labels.size(); i += every) {
      double half = Theme.SMALL.width(labels.get(i)) / 2;
      double x =
          Math.clamp(x(i), frame.x() + half, Math.max(frame.x() + half, frame.right() - half));
      Point at = new Point(x, inner.bottom() + 16);
      canvas.text(at, labels.get(i), Theme.SMALL, Anchor.MIDDLE, Theme.MUTED);
    }
  }

  /** How much room a category has. */
  double band() {
    int parts = gap ? categories : categories - 1;
    return inner.width() / Math.max(1, parts);
  }

  /** The middle of a category. */
  double x(int category) {
    if (!gap && categories == 1) {
      return inner.center().x();
    }
    return inner.x() + band() * (gap ? category + 0.5 : category);
  }

  double y(double value) {
    return inner.bottom() - scale.part(value) * inner.height();
  }
}
