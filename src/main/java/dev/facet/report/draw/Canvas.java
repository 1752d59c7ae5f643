package dev.facet.report.draw;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.report.draw.Mark.Anchor;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in the making. Drawing ends with a failure when the thread is interrupted or there are
 * too many marks. Not for several threads.
 */
public final class Canvas {
  private static final int MAX_MARKS = 200_000;

  private final List<Mark> marks = new ArrayList<>();

  private void add(Mark mark) {
    checkGoesOn();
    if (marks.size() >= MAX_MARKS) {
      throw new FailureException(
          new Failure.TooMuch(
              "too_many_marks",
              null,
              "A picture has at most " + MAX_MARKS + " marks: show less on it.",
              null));
    }
    marks.add(mark);
  }

  /** Fails when the thread was interrupted. */
  static void checkGoesOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new FailureException(
          new Failure.Upstream("cancelled", "Drawing was stopped before its end."));
    }
  }

  public void box(Frame frame, double radius, Ink ink) {
    if (frame.width() > 0 && frame.height() > 0) {
      add(new Mark.Box(frame, radius, ink));
    }
  }

  public void line(List<Point> points, double width, boolean dashed, Ink ink) {
    if (points.size() > 1) {
      add(new Mark.Line(points, width, dashed, ink));
    }
  }

  /** A thin straight line. */
  public void rule(Point from, Point to, Ink ink) {
    add(new Mark.Line(List.of(from, to), 1, false, ink));
  }

  public void area(List<Point> points, Ink ink) {
    if (points.size() > 2) {
      add(new Mark.Area(points, ink));
    }
  }

  public void ring(Mark.Ring ring) {
    add(ring);
  }

  public void dot(Point center, double radius, Ink ink) {
    add(new Mark.Ring(center, 0, radius, 0, 1, ink));
  }

  public void text(Point at, String text, Lettering lettering, Anchor anchor, Ink ink) {
    if (!text.isBlank()) {
      add(new Mark.Label(at, text, lettering, anchor, ink));
    }
  }

  public Picture picture(double width, double height) {
    return new Picture(width, height, marks);
  }
}
