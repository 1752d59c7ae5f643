package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Values side by side, running up; parts of a whole are stacked. */
record ColumnChart(Canvas canvas, ColorBook colors) {
  private static final double WIDEST = 44;

  /** Which runs share a column. */
  private record Column(int place, boolean previous) {}

  void draw(Frame frame, Plot plot, List<String> chosen, boolean stacked) {
    List<Legend.Entry> legend =
        isByCategory(plot) ? List.of() : Legend.entries(plot, colors, chosen);
    Frame below = Legend.draw(canvas, frame, legend);
    Axes axes = Axes.draw(canvas, below, plot, scale(plot, stacked), true);
    List<Object> columns = List.copyOf(columns(plot, stacked));
    double width = Math.min(WIDEST, axes.band() * 0.72 / Math.max(1, columns.size()));
    for (int i = 0; i < plot.categories().size(); i++) {
      Map<Object, double[]> heights = new HashMap<>();
      for (Plot.Run run : plot.runs()) {
        Object column = column(run, stacked);
        double[] height = heights.computeIfAbsent(column, c -> new double[2]);
        double left = axes.x(i) + (columns.indexOf(column) - columns.size() / 2.0) * width;
        mark(axes, left, width, pile(height, run.at(i)), ink(plot, run, i, chosen));
      }
    }
  }

  private void mark(Axes axes, double left, double width, Span span, Ink ink) {
    double top = axes.y(span.to());
    double bottom = axes.y(span.from());
    double gap = width > 6 ? width * 0.08 : 0;
    double radius = Math.min(2, width / 4);
    canvas.box(new Frame(left + gap, top, width - 2 * gap, bottom - top), radius, ink);
  }

  /** From a lower to a higher value. */
  private record Span(double from, double to) {}

  /** Puts a value on its column: positive ones upwards from zero, negative ones downwards. */
  private static Span pile(double[] height, double value) {
    int side = value < 0 ? 0 : 1;
    double before = height[side];
    height[side] += value;
    return new Span(Math.min(before, height[side]), Math.max(before, height[side]));
  }

  private static boolean isByCategory(Plot plot) {
    return plot.keyed() && plot.runs().stream().mapToInt(Plot.Run::place).distinct().count() == 1;
  }

  /** A single series over breakdown values wears their colours. */
  private Ink ink(Plot plot, Plot.Run run, int category, List<String> chosen) {
    Ink ink =
        isByCategory(plot)
            ? colors.of(plot.categories().get(category).name())
            : colors.of(run, chosen);
    return Legend.ink(run, ink);
  }

  private static Object column(Plot.Run run, boolean stacked) {
    return stacked ? new Column(run.key() == null ? 0 : run.place(), run.previous()) : run;
  }

  private static Set<Object> columns(Plot plot, boolean stacked) {
    Set<Object> columns = new LinkedHashSet<>();
    plot.runs().forEach(run -> columns.add(column(run, stacked)));
    return columns;
  }

  private static Scale scale(Plot plot, boolean stacked) {
    double[] low = new double[1];
    double[] high = new double[1];
    for (int i = 0; i < plot.categories().size(); i++) {
      Map<Object, double[]> heights = new HashMap<>();
      for (Plot.Run run : plot.runs()) {
        pile(heights.computeIfAbsent(column(run, stacked), c -> new double[2]), run.at(i));
      }
      low[0] = Math.min(low[0], ends(heights, 0).min().orElse(0));
      high[0] = Math.max(high[0], ends(heights, 1).max().orElse(0));
    }
    boolean whole = plot.numbers().allMatch(value -> value == Math.rint(value));
    return Scale.of(low[0], high[0], whole, 4);
  }

  private static DoubleStream ends(Map<Object, double[]> heights, int side) {
    return heights.values().stream().mapToDouble(height -> height[side]);
  }
}
