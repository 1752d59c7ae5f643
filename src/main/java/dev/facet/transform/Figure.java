package dev.facet.transform;

import dev.facet.model.FailureException;
import dev.facet.model.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a chart draws. */
public sealed interface Figure {

  /** A number; null for no result. */
  record Count(@Nullable Number value) implements Figure {}

  /** Values by key, in one or more series. */
  record Points(List<String> series, List<Point> points) implements Figure {
    private static final Set<String> FIELDS = Set.of("key", "buckets");

    public Points {
      for (String one : series) {
        if (FIELDS.contains(one)) {
          throw FailureException.invalid(
              "series_name",
              "series_title",
              "A series cannot be called \"" + one + "\": points have a field of that name.");
        }
      }
      series = List.copyOf(series);
      points = List.copyOf(points);
    }

    /** The series that is taken where one is. */
    String first() {
      return series.isEmpty() ? Leaves.VALUE : series.getFirst();
    }
  }

  /** Rows as they are, to be exported. */
  record Rows(Table table) implements Figure {}

  /**
   * A key with its values.
   *
   * @param columns by series, and beside it {@code <series>-count}, {@code <series>-percentage};
   *     what has no value is left out
   * @param buckets what it is made of; null where that is not told
   */
  record Point(String key, Map<String, Number> columns, @Nullable List<Point> buckets) {
    public Point {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
      buckets = buckets == null ? null : List.copyOf(buckets);
    }

    @Nullable Number value(String column) {
      return columns.get(column);
    }

    Point named(String newKey, @Nullable List<Point> newBuckets) {
      return new Point(newKey, columns, newBuckets);
    }
  }
}
