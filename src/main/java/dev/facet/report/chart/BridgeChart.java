package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.List;

/**
 * Bars that hang in the air where the way goes up or down, and stand where it begins and ends; from
 * each a line leads to the next.
 */
record BridgeChart(Canvas canvas, ColorBook colors) {
  private static final double WIDEST = 56;
  private static final double FILLED = 0.7;
  private static final double ABOVE = 14;
  private static final int NAME_LINES = 3;
  private static final double LEAST_NAME = 20;

  /** About as much as the axis of values takes. */
  private static final double AXIS = 60;

  void draw(Frame frame, Bridge bridge, List<String> chosen) {
    List<Bridge.Step> steps = bridge.steps();
    double room = Math.max(LEAST_NAME, (frame.width() - AXIS) / steps.size() - 6);
    int lines = steps.stream().mapToInt(step -> lines(step, room).size()).max().orElse(1);
    Frame plotted = frame.inside(0, ABOVE, 0, (lines - 1) * Theme.SMALL.leading());
    Axes axes = Axes.draw(canvas, plotted, nameless(steps), scale(steps), true);
    double half = Math.min(WIDEST, axes.band() * FILLED) / 2;
    for (int i = 0; i < steps.size(); i++) {
      Bridge.Step step = steps.get(i);
      if (i > 0) {
        double y = axes.y(steps.get(i - 1).to());
        canvas.rule(
            new Point(axes.x(i - 1) + half, y), new Point(axes.x(i) - half, y), Theme.MUTED);
      }
      double top = axes.y(step.high());
      Frame bar = new Frame(axes.x(i) - half, top, 2 * half, axes.y(step.low()) - top);
      canvas.box(bar, Math.min(2, half / 2), colors.of(step.place(), chosen));
      figure(axes, i, step);
      name(axes, i, lines(step, room));
    }
  }

  private void figure(Axes axes, int place, Bridge.Step step) {
    String sign = step.isLevel() || step.value() <= 0 ? "" : "+";
    String full = sign + Figures.full(step.value());
    boolean fits = Theme.SMALL.width(full) <= axes.band() - 4;
    String text = fits ? full : sign + Figures.compact(step.value());
    Point at = new Point(axes.x(place), axes.y(step.high()) - 4);
    canvas.text(at, text, Theme.SMALL, Anchor.MIDDLE, Theme.TEXT);
  }

  private void name(Axes axes, int place, List<String> lines) {
    double y = axes.inner().bottom() + 16;
    for (String line : lines) {
      canvas.text(new Point(axes.x(place), y), line, Theme.SMALL, Anchor.MIDDLE, Theme.MUTED);
      y += Theme.SMALL.leading();
    }
  }

  private static List<String> lines(Bridge.Step step, double room) {
    return Theme.SMALL.wrap(step.name(), room, NAME_LINES);
  }

  /** The names are written here, each of them and on several lines. */
  private static Plot nameless(List<Bridge.Step> steps) {
    List<Plot.Category> places =
        steps.stream().map(step -> new Plot.Category("", step.name(), null)).toList();
    return new Plot(places, Plot.Over.VALUE, false, List.of());
  }

  private static Scale scale(List<Bridge.Step> steps) {
    double low = steps.stream().mapToDouble(Bridge.Step::low).min().orElse(0);
    double high = steps.stream().mapToDouble(Bridge.Step::high).max().orElse(0);
    boolean whole = steps.stream().allMatch(step -> step.value() == Math.rint(step.value()));
    return Scale.of(low, high, whole, 4);
  }
}
