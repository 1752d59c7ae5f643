package dev.facet.report.draw;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** The shapes of marks. */
final class Outline {
  private static final float[] DASHES = {6, 4};

  private Outline() {}

  static Shape of(Mark.Box box) {
    Frame f = box.frame();
    double diameter = 2 * Math.min(box.radius(), Math.min(f.width(), f.height()) / 2);
    return new RoundRectangle2D.Double(f.x(), f.y(), f.width(), f.height(), diameter, diameter);
  }

  static Shape of(Mark.Area area) {
    Path2D path = path(area.points());
    path.closePath();
    return path;
  }

  static Shape of(Mark.Line line) {
    return path(line.points());
  }

  static Shape of(Mark.Ring ring) {
    Shape outer = disc(ring, ring.outer());
    if (ring.inner() <= 0) {
      return outer;
    }
    Area area = new Area(outer);
    area.subtract(new Area(circle(ring.center(), ring.inner())));
    return area;
  }

  private static Shape disc(Mark.Ring ring, double radius) {
    if (ring.turn() >= 1) {
      return circle(ring.center(), radius);
    }
    return new Arc2D.Double(
        ring.center().x() - radius,
        ring.center().y() - radius,
        2 * radius,
        2 * radius,
        90 - 360 * ring.from(),
        -360 * ring.turn(),
        Arc2D.PIE);
  }

  private static Shape circle(Point center, double radius) {
    return new Ellipse2D.Double(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
  }

  private static Path2D path(List<Point> points) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }

  static Stroke stroke(Mark.Line line) {
    return new BasicStroke(
        (float) line.width(),
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        line.dashed() ? DASHES : null,
        0);
  }
}
