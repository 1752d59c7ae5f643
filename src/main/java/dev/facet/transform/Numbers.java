package dev.facet.transform;

import dev.facet.transform.Figure.Point;
import java.util.List;

/** Adding up and rounding, as the original's page does it. */
final class Numbers {
  private static final double CENTS = 100;

  private Numbers() {}

  /** Whole numbers stay whole. */
  static Number sum(Number left, Number right) {
    boolean whole = left instanceof Long && right instanceof Long;
    return whole
        ? (Number) (left.longValue() + right.longValue())
        : (Number) (left.doubleValue() + right.doubleValue());
  }

  /** To two decimals, the half upwards. */
  static double rounded(double value) {
    return Math.round(value * CENTS) / CENTS;
  }

  /** What a series adds up to at the first level. */
  static double total(List<Point> points, String series) {
    double total = 0;
    for (Point point : points) {
      Number value = point.value(series);
      total += value == null ? 0 : value.doubleValue();
    }
    return total;
  }
}
