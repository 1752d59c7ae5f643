package dev.facet.transform;

import dev.facet.transform.Figure.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset → the share of each point in the total of its series, in percent; what it was before is
 * beside it. A share of 0 is no value.
 */
final class ToPercentages {
  private static final String NAME = "to-percentages";
  static final String COUNT = "-count";

  private ToPercentages() {}

  static Figure of(List<Figure> sources) {
    Transformations.exactly(NAME, 1, sources);
    return of(Transformations.points(NAME, sources, 0));
  }

  static Figure.Points of(Figure.Points source) {
    List<Point> points = new ArrayList<>();
    for (Point point : source.points()) {
      Map<String, Number> columns = new LinkedHashMap<>();
      for (String series : source.series()) {
        Number value = point.value(series);
        if (value != null) {
          put(columns, series, value, Numbers.total(source.points(), series));
        }
      }
      if (!columns.isEmpty()) {
        points.add(new Point(point.key(), columns, null));
      }
    }
    return new Figure.Points(source.series(), points);
  }

  private static void put(Map<String, Number> columns, String series, Number value, double total) {
    double share = total == 0 ? 0 : Numbers.rounded(value.doubleValue() / total * 100);
    if (share != 0) {
      columns.put(series, share);
    }
    columns.put(series + COUNT, value);
  }
}
