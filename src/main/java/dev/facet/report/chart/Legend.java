package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.util.List;

/** Names with their colours, in rows above a plot; what does not fit is counted. */
final class Legend {
  private static final double ROW = 18;
  private static final int ROWS = 2;
  private static final double LONGEST = 190;
  private static final double SWATCH = 14;
  private static final double GAP = 16;

  private final Canvas canvas;
  private final Frame frame;
  private double x;
  private int row;

  /** A name and its colour. */
  record Entry(String name, Ink ink) {}

  private Legend(Canvas canvas, Frame frame) {
    this.canvas = canvas;
    this.frame = frame;
    this.x = frame.x();
  }

  /** The entries of a plot; none for a lone series, which is named by the card. */
  static List<Entry> entries(Plot plot, ColorBook colors, List<String> chosen) {
    if (plot.runs().size() < 2) {
      return List.of();
    }
    return plot.runs().stream()
        .map(run -> new Entry(run.legend(), ink(run, colors.of(run, chosen))))
        .toList();
  }

  static Ink ink(Plot.Run run, Ink ink) {
    return run.previous() ? ink.faded(0.45) : ink;
  }

  /** Draws it and gives what is left of the frame beneath. */
  static Frame draw(Canvas canvas, Frame frame, List<Entry> entries) {
    if (entries.isEmpty()) {
      return frame;
    }
    Legend legend = new Legend(canvas, frame);
    legend.all(entries);
    return frame.below((legend.row + 1) * ROW + 6);
  }

  private void all(List<Entry> entries) {
    double longest = Math.min(LONGEST, frame.width() - SWATCH);
    for (int i = 0; i < entries.size(); i++) {
      String name = Theme.SMALL.squeeze(entries.get(i).name(), longest);
      double width = SWATCH + Theme.SMALL.width(name);
      boolean isLast = i == entries.size() - 1;
      String more = "+ " + (entries.size() - i) + " more";
      double reserve = row == ROWS - 1 && !isLast ? Theme.SMALL.width("+ 000 more") + GAP : 0;
      if (x + width + reserve > frame.right() && x > frame.x()) {
        if (row == ROWS - 1) {
          text(x, more);
          return;
        }
        row++;
        x = frame.x();
      }
      entry(name, entries.get(i).ink());
      x += width + GAP;
    }
  }

  private void entry(String name, Ink ink) {
    double y = frame.y() + row * ROW;
    canvas.box(new Frame(x, y + 3, 9, 9), 2, ink);
    text(x + SWATCH, name);
  }

  private void text(double left, String text) {
    canvas.text(
        new Point(left, frame.y() + row * ROW + 12), text, Theme.SMALL, Anchor.START, Theme.MUTED);
  }
}
