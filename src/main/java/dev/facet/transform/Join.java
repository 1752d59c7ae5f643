package dev.facet.transform;

import dev.facet.transform.Figure.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Datasets → the points of all, one for each key in the order they are first met, with the first
 * series of each. Of series of one title the last counts.
 */
final class Join {
  private static final String NAME = "join";
  private static final List<String> BESIDE = List.of("", "-count", "-percentage");

  private Join() {}

  static Figure of(List<Figure> sources) {
    Transformations.some(NAME, sources);
    Set<String> series = new LinkedHashSet<>();
    Map<String, Point> joined = new LinkedHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      Figure.Points source = Transformations.points(NAME, sources, i);
      series.add(source.first());
      add(joined, source.points(), source.first());
    }
    return new Figure.Points(List.copyOf(series), List.copyOf(joined.values()));
  }

  private static void add(Map<String, Point> joined, List<Point> points, String series) {
    for (Point point : points) {
      Point known = joined.get(point.key());
      Map<String, Number> columns = new LinkedHashMap<>(known == null ? Map.of() : known.columns());
      for (String suffix : BESIDE) {
        Number value = point.value(series + suffix);
        if (value != null) {
          columns.put(series + suffix, value);
        }
      }
      List<Point> buckets = buckets(known == null ? null : known.buckets(), point, series);
      joined.put(point.key(), new Point(point.key(), columns, buckets));
    }
  }

  private static @Nullable List<Point> buckets(
      @Nullable List<Point> known, Point point, String series) {
    if (point.buckets() == null) {
      return known;
    }
    Map<String, Point> joined = new LinkedHashMap<>();
    if (known != null) {
      known.forEach(bucket -> joined.put(bucket.key(), bucket));
    }
    add(joined, point.buckets(), series);
    return new ArrayList<>(joined.values());
  }
}
