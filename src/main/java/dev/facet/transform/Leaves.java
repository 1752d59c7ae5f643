package dev.facet.transform;

import dev.facet.model.Table;
import dev.facet.model.Values;
import dev.facet.query.CubeQuery;
import dev.facet.transform.Figure.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From answers to figures. */
public final class Leaves {
  /** What a series is called that nobody named. */
  public static final String VALUE = "value";

  private static final Set<String> SINGLE = Set.of("cardinality", "sum", "avg", "max", "min");

  private Leaves() {}

  /** The report of a cube: a number without dimensions, else points within points. */
  public static Figure cube(CubeQuery query, Table report, @Nullable String title) {
    int dimensions = query.dimensions().size();
    if (dimensions == 0) {
      boolean none = report.rows().isEmpty() || query.metrics().isEmpty();
      return new Figure.Count(none ? null : (Number) report.rows().getFirst().getFirst());
    }
    List<String> series = new ArrayList<>();
    query.metrics().forEach(m -> series.add(m.title().toLowerCase(Locale.ROOT)));
    if (title != null && !series.isEmpty()) {
      series.set(0, title);
    }
    return new Figure.Points(series, points(report.rows(), 0, dimensions, series));
  }

  /** The rows by the value of one dimension, then by the next; metrics are added up. */
  private static List<Point> points(
      List<List<@Nullable Object>> rows, int dimension, int dimensions, List<String> series) {
    Map<String, List<List<@Nullable Object>>> groups = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows) {
      String key = String.valueOf(Values.text(Values.canonical(row.get(dimension))));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    List<Point> points = new ArrayList<>();
    for (Map.Entry<String, List<List<@Nullable Object>>> group : groups.entrySet()) {
      Map<String, Number> columns = sums(group.getValue(), dimensions, series);
      boolean last = dimension == dimensions - 1;
      List<Point> buckets =
          last ? null : points(group.getValue(), dimension + 1, dimensions, series);
      points.add(new Point(group.getKey(), columns, buckets));
    }
    return points;
  }

  private static Map<String, Number> sums(
      List<List<@Nullable Object>> rows, int first, List<String> series) {
    Map<String, Number> columns = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows) {
      for (int i = 0; i < series.size(); i++) {
        if (row.get(first + i) instanceof Number value) {
          columns.merge(series.get(i), value, Numbers::sum);
        }
      }
    }
    return columns;
  }

  /** The answer to OTQL: a count, buckets, a number of all objects, or the objects as rows. */
  public static Figure otql(Table answer, @Nullable String title) {
    String series = title == null ? VALUE : title;
    if (answer.columns().size() == 1 && !answer.rows().isEmpty()) {
      String column = answer.columns().getFirst().name();
      Object value = answer.rows().getFirst().getFirst();
      if (column.equals("count") && value instanceof Number count) {
        return new Figure.Count(count);
      }
      if (column.equals("aggregations") && value instanceof Map<?, ?> aggregations) {
        return aggregated(aggregations, series);
      }
    }
    return new Figure.Rows(answer);
  }

  private static Figure aggregated(Map<?, ?> aggregations, String series) {
    Map<?, ?> metric = first(aggregations.get("metrics"));
    if (metric != null && SINGLE.contains(text(metric.get("metric_type")))) {
      Map<String, Number> columns = new LinkedHashMap<>();
      if (metric.get("value") instanceof Number value) {
        columns.put(series, value);
      }
      Point point = new Point(text(metric.get("name")), columns, null);
      return new Figure.Points(List.of(series), List.of(point));
    }
    List<Point> points = buckets(aggregations, series);
    return new Figure.Points(List.of(series), points == null ? List.of() : points);
  }

  /** The first list of buckets; null where there is none. */
  private static @Nullable List<Point> buckets(Map<?, ?> aggregations, String series) {
    Map<?, ?> list = first(aggregations.get("buckets"));
    if (list == null || !(list.get("buckets") instanceof List<?> buckets)) {
      return null;
    }
    List<Point> points = new ArrayList<>();
    for (Object one : buckets) {
      if (one instanceof Map<?, ?> bucket) {
        points.add(bucket(bucket, series));
      }
    }
    return points;
  }

  private static Point bucket(Map<?, ?> bucket, String series) {
    Map<?, ?> inside = bucket.get("aggregations") instanceof Map<?, ?> map ? map : Map.of();
    Map<?, ?> metric = first(inside.get("metrics"));
    Object value = metric == null ? bucket.get("count") : metric.get("value");
    Map<String, Number> columns = new LinkedHashMap<>();
    if (value instanceof Number number) {
      columns.put(series, number);
    }
    return new Point(text(bucket.get("key")), columns, buckets(inside, series));
  }

  private static @Nullable Map<?, ?> first(@Nullable Object list) {
    return list instanceof List<?> elements
            && !elements.isEmpty()
            && elements.getFirst() instanceof Map<?, ?> map
        ? map
        : null;
  }

  private static String text(@Nullable Object value) {
    return Objects.requireNonNullElse(Values.text(value), "");
  }
}
