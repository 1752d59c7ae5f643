package dev.facet.transform;

import dev.facet.query.DatasetTree.DateFormat;
import dev.facet.transform.Figure.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dataset → the same with its keys, which are dates, written in a form; equal ones are one. */
final class FormatDates {
  private static final String NAME = "format-dates";

  private FormatDates() {}

  static Figure of(List<Figure> sources, DateFormat format) {
    Transformations.exactly(NAME, 1, sources);
    Figure.Points source = Transformations.points(NAME, sources, 0);
    return new Figure.Points(source.series(), formatted(source.points(), format));
  }

  private static List<Point> formatted(List<Point> points, DateFormat format) {
    Map<String, Point> formatted = new LinkedHashMap<>();
    int number = 0;
    for (Point point : points) {
      String key =
          format.format() == null
              ? point.key()
              : MomentFormat.text(MomentFormat.date(point.key()), format.format());
      List<Point> buckets =
          point.buckets() == null || format.buckets() == null
              ? point.buckets()
              : formatted(point.buckets(), format.buckets());
      String place = format.format() == null ? String.valueOf(number++) : key;
      formatted.merge(place, point.named(key, buckets), FormatDates::merged);
    }
    return List.copyOf(formatted.values());
  }

  private static Point merged(Point left, Point right) {
    Map<String, Number> columns = new LinkedHashMap<>(left.columns());
    right.columns().forEach((column, value) -> columns.merge(column, value, Numbers::sum));
    return new Point(left.key(), columns, merged(left.buckets(), right.buckets()));
  }

  private static @Nullable List<Point> merged(
      @Nullable List<Point> left, @Nullable List<Point> right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    Map<String, Point> merged = new LinkedHashMap<>();
    left.forEach(point -> merged.merge(point.key(), point, FormatDates::merged));
    right.forEach(point -> merged.merge(point.key(), point, FormatDates::merged));
    return List.copyOf(merged.values());
  }
}
