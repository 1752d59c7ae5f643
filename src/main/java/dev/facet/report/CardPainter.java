package dev.facet.report;

import dev.facet.model.Period;
import dev.facet.report.Screen.Shows;
import dev.facet.report.chart.ChartPainter;
import dev.facet.report.chart.ColorBook;
import dev.facet.report.chart.Exhibit;
import dev.facet.report.chart.TextCard;
import dev.facet.report.chart.Theme;
import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Lettering;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws a card: a white box with its title, its dates where they are not the page's, and what it
 * shows.
 *
 * @param common the period the head of the page names
 */
record CardPainter(Canvas canvas, ColorBook colors, ZoneId zone, @Nullable Period common) {
  /** What a card takes above and below its chart. */
  static final double AROUND = 62;

  private static final double PAD = 16;
  private static final double TITLE = 30;
  private static final Lettering HEAD = Lettering.bold(14);
  private static final Lettering DATES = Lettering.of(11);

  void draw(Frame frame, Screen.Item item) {
    canvas.box(frame, 8, Theme.LINE);
    canvas.box(frame.inside(1), 7, Theme.SURFACE);
    Frame inner = frame.inside(PAD, PAD - 2, PAD, PAD - 2);
    double head = head(inner, item);
    show(inner.below(head), item.shows());
  }

  private double head(Frame inner, Screen.Item item) {
    Period period = item.period();
    String dates =
        period == null || isMoment(period) || Objects.equals(period, common)
            ? ""
            : Dates.of(period, zone);
    if (item.title().isBlank() && dates.isEmpty()) {
      return 0;
    }
    double wide = dates.isEmpty() ? 0 : DATES.width(dates) + 12;
    boolean both = inner.width() - wide > 140;
    String title = HEAD.cut(item.title(), both ? inner.width() - wide : inner.width());
    Point left = new Point(inner.x(), inner.y() + 14);
    canvas.text(left, title, HEAD, Anchor.START, Theme.TEXT);
    if (both) {
      Point right = new Point(inner.right(), inner.y() + 14);
      canvas.text(right, dates, DATES, Anchor.END, Theme.MUTED);
    }
    return TITLE;
  }

  /** Whether the answer is about no stretch of time. */
  static boolean isMoment(Period period) {
    return !period.from().isBefore(period.until());
  }

  private void show(Frame frame, Shows shows) {
    switch (shows) {
      case Shows.Answered(Exhibit exhibit) -> new ChartPainter(canvas, colors).draw(frame, exhibit);
      case Shows.Says(String text) -> new TextCard(canvas).draw(frame, text);
      case Shows.Fails(String sentence) ->
          new TextCard(canvas).sentence(frame, sentence, Theme.BAD);
    }
  }
}
