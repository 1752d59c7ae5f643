package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Lettering;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Large numbers side by side, each with its change since the period before. */
record MetricCard(Canvas canvas) {
  private static final double LARGEST = 44;
  private static final int MOST = 6;

  record Metric(String name, @Nullable Double value, @Nullable Double previous) {}

  /** The numbers of a plot; none when it is no plot of single numbers. */
  static List<Metric> metrics(Plot plot) {
    List<Metric> metrics = new ArrayList<>();
    if (plot.over() == Plot.Over.NOTHING) {
      plot.runs().forEach(r -> metrics.add(new Metric(r.name(), r.values().getFirst(), null)));
    } else if (plot.over() == Plot.Over.VALUE && !plot.keyed() && isTotal(plot)) {
      for (int i = 0; i < plot.categories().size(); i++) {
        String name = plot.categories().get(i).name();
        metrics.add(new Metric(name, value(plot, false, i), value(plot, true, i)));
      }
    }
    return metrics.stream().limit(MOST).toList();
  }

  private static boolean isTotal(Plot plot) {
    return plot.runs().stream().allMatch(run -> run.name().equals("Total"));
  }

  private static @Nullable Double value(Plot plot, boolean previous, int i) {
    return plot.runs().stream()
        .filter(run -> run.previous() == previous)
        .findFirst()
        .map(run -> run.values().get(i))
        .orElse(null);
  }

  void draw(Frame frame, List<Metric> metrics) {
    double width = frame.width() / metrics.size();
    for (int i = 0; i < metrics.size(); i++) {
      one(
          new Frame(frame.x() + i * width, frame.y(), width - 12, frame.height()),
          metrics.get(i),
          metrics.size() > 1);
    }
  }

  private void one(Frame frame, Metric metric, boolean named) {
    String text = metric.value() == null ? "–" : Figures.full(metric.value());
    double size = Math.clamp(frame.height() * 0.5, 18, LARGEST);
    double wide = Lettering.bold(size).width(text);
    Lettering large = Lettering.bold(wide > frame.width() ? size * frame.width() / wide : size);
    String below = change(metric);
    double height = large.size() + (named ? 16 : 0) + (below.isEmpty() ? 0 : 20);
    double y = frame.y() + (frame.height() - height) / 2 + large.size() * 0.85;
    canvas.text(new Point(frame.x(), y), text, large, Anchor.START, Theme.TEXT);
    if (named) {
      y += 18;
      String name = Theme.SMALL.cut(metric.name(), frame.width());
      canvas.text(new Point(frame.x(), y), name, Theme.SMALL, Anchor.START, Theme.MUTED);
    }
    Ink muted = Theme.MUTED;
    canvas.text(
        new Point(frame.x(), y + 20),
        Theme.SMALL.cut(below, frame.width()),
        Theme.SMALL,
        Anchor.START,
        muted);
  }

  private static String change(Metric metric) {
    Double value = metric.value();
    Double previous = metric.previous();
    if (value == null || previous == null) {
      return "";
    }
    String before = "previous period " + Figures.full(previous);
    return previous == 0
        ? before
        : Figures.signedPercent((value - previous) / Math.abs(previous)) + ", " + before;
  }
}
