package dev.facet.transform;

import dev.facet.query.DatasetTree.Transformation;
import dev.facet.transform.Figure.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two datasets → for each key of the first its share there compared with its share in the second:
 * 100 is equally much. The share and what it was before are beside it.
 */
final class Index {
  private static final String NAME = "index";
  private static final String PERCENTAGE = "-percentage";

  private Index() {}

  static Figure of(List<Figure> sources, Transformation.Index options) {
    Transformations.exactly(NAME, 2, sources);
    Figure.Points own = ToPercentages.of(Transformations.points(NAME, sources, 0));
    Figure.Points other = ToPercentages.of(Transformations.points(NAME, sources, 1));
    Map<String, Double> shares = new HashMap<>();
    for (Point point : other.points()) {
      Number share = point.value(other.first());
      if (share != null) {
        shares.put(point.key(), share.doubleValue());
      }
    }
    String series = own.first();
    List<Point> points = new ArrayList<>();
    for (Point point : own.points()) {
      Number share = point.value(series);
      if (share != null && share.doubleValue() >= options.minimum()) {
        points.add(
            indexed(point, series, share.doubleValue(), shares.getOrDefault(point.key(), 0d)));
      }
    }
    Comparator<Point> order = Comparator.comparingDouble(point -> value(point, series));
    points.sort(options.ascending() ? order : order.reversed());
    return new Figure.Points(
        List.of(series), points.subList(0, Math.min(points.size(), options.limit())));
  }

  private static Point indexed(Point point, String series, double share, double other) {
    Map<String, Number> columns = new LinkedHashMap<>();
    columns.put(series, other == 0 ? 0d : Numbers.rounded(share / other * 100));
    columns.put(series + PERCENTAGE, share);
    Number count = point.value(series + ToPercentages.COUNT);
    if (count != null) {
      columns.put(series + ToPercentages.COUNT, count);
    }
    return new Point(point.key(), columns, null);
  }

  private static double value(Point point, String series) {
    Number value = point.value(series);
    return value == null ? 0 : value.doubleValue();
  }
}
