package dev.facet.report.draw;

/** A rectangle on a picture. */
public record Frame(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  /** The middle. */
  public Point center() {
    return new Point(x + width / 2, y + height / 2);
  }

  /** This without a margin at each side; never less than nothing. */
  public Frame inside(double left, double top, double atRight, double atBottom) {
    return new Frame(
        x + left,
        y + top,
        Math.max(0, width - left - atRight),
        Math.max(0, height - top - atBottom));
  }

  public Frame inside(double margin) {
    return inside(margin, margin, margin, margin);
  }

  /** This without its upper part. */
  public Frame below(double part) {
    return inside(0, part, 0, 0);
  }
}
