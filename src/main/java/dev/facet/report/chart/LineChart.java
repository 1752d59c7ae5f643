package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers over time, one line a series; the compared period is dashed. Areas are filled. */
record LineChart(Canvas canvas, ColorBook colors, boolean filled) {

  void draw(Frame frame, Plot plot, List<String> chosen) {
    Frame below = Legend.draw(canvas, frame, Legend.entries(plot, colors, chosen));
    boolean whole = plot.numbers().allMatch(value -> value == Math.rint(value));
    Scale scale =
        Scale.of(plot.numbers().min().orElse(0), plot.numbers().max().orElse(1), whole, 4);
    Axes axes = Axes.draw(canvas, below, plot, scale, false);
    for (Plot.Run run : plot.runs()) {
      Ink ink = colors.of(run, chosen);
      stretches(axes, run).forEach(points -> stretch(axes, points, run, ink));
    }
  }

  private void stretch(Axes axes, List<Point> points, Plot.Run run, Ink ink) {
    if (filled && !run.previous()) {
      List<Point> around = new ArrayList<>(points);
      around.add(new Point(points.getLast().x(), axes.y(0)));
      around.add(new Point(points.getFirst().x(), axes.y(0)));
      canvas.area(around, ink.faded(0.15));
    }
    Ink drawn = run.previous() ? ink.faded(0.6) : ink;
    canvas.line(points, 2, run.previous(), drawn);
    if (points.size() == 1) {
      // A lone point has no line to show it.
      canvas.dot(points.getFirst(), 3, drawn);
    }
  }

  /** The points between gaps. */
  private static List<List<Point>> stretches(Axes axes, Plot.Run run) {
    List<List<Point>> all = new ArrayList<>();
    List<Point> open = new ArrayList<>();
    for (int i = 0; i < run.values().size(); i++) {
      @Nullable Double value = run.values().get(i);
      if (value != null) {
        open.add(new Point(axes.x(i), axes.y(value)));
      } else if (!open.isEmpty()) {
        all.add(open);
        open = new ArrayList<>();
      }
    }
    if (!open.isEmpty()) {
      all.add(open);
    }
    return all;
  }
}
