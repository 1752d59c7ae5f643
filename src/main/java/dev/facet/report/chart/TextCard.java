package dev.facet.report.chart;

import dev.facet.report.draw.Canvas;
import dev.facet.report.draw.Frame;
import dev.facet.report.draw.Ink;
import dev.facet.report.draw.Lettering;
import dev.facet.report.draw.Mark.Anchor;
import dev.facet.report.draw.Point;

/** Text as people write it on dashboards: paragraphs, headings, lists; other marks are left out. */
public record TextCard(Canvas canvas) {

  /** Draws the text until the frame is full. */
  public void draw(Frame frame, String text) {
    double y = frame.y();
    for (String line : text.strip().lines().toList()) {
      y = line(frame, y, line.strip());
      if (y >= frame.bottom()) {
        return;
      }
    }
  }

  private double line(Frame frame, double top, String line) {
    if (line.isEmpty()) {
      return top + Theme.NORMAL.leading() / 2;
    }
    int level = line.length() - line.replaceFirst("^#+", "").length();
    boolean isHeading = level > 0 && level < 7 && line.startsWith(" ", level);
    boolean isItem = line.matches("[-*+] .*");
    Lettering lettering = isHeading ? Lettering.bold(Math.max(13, 20 - 2.5 * level)) : Theme.NORMAL;
    double indent = isItem ? 14 : 0;
    String plain = plain(isHeading ? line.substring(level) : isItem ? line.substring(2) : line);
    int room = (int) ((frame.bottom() - top) / lettering.leading() + 0.3);
    if (room < 1) {
      return frame.bottom();
    }
    double y = top;
    for (String part : lettering.wrap(plain, frame.width() - indent, room)) {
      y += lettering.leading();
      Point at = new Point(frame.x() + indent, y - lettering.size() * 0.35);
      canvas.text(at, part, lettering, Anchor.START, Theme.TEXT);
    }
    if (isItem) {
      canvas.dot(new Point(frame.x() + 4, top + lettering.leading() * 0.55), 2, Theme.MUTED);
    }
    return y + (isHeading ? 4 : 0);
  }

  private static String plain(String text) {
    return text.replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
        .replaceAll("(\\*\\*|__|`)", "")
        .replaceAll("(^|\\s)[*_]([^*_]+)[*_](?=\\s|$|[.,;:!?])", "$1$2");
  }

  /** Draws a sentence in the middle, for what could not be shown. */
  public void sentence(Frame frame, String text, Ink ink) {
    int room = Math.max(1, (int) (frame.height() / Theme.NORMAL.leading()));
    var lines = Theme.NORMAL.wrap(text, frame.width(), Math.min(room, 6));
    double y = frame.center().y() - (lines.size() - 1) * Theme.NORMAL.leading() / 2 + 4;
    for (String line : lines) {
      canvas.text(new Point(frame.center().x(), y), line, Theme.NORMAL, Anchor.MIDDLE, ink);
      y += Theme.NORMAL.leading();
    }
  }
}
