package dev.facet.transform;

import dev.facet.query.DatasetTree.Reduction;
import dev.facet.transform.Figure.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dataset → one number of its first series; a number stays as it is. */
final class Reduce {
  private static final String NAME = "reduce";

  private Reduce() {}

  static Figure of(List<Figure> sources, Reduction reduction) {
    Transformations.exactly(NAME, 1, sources);
    if (sources.getFirst() instanceof Figure.Count count) {
      return count;
    }
    Figure.Points source = Transformations.points(NAME, sources, 0);
    List<Number> values = new ArrayList<>();
    for (Point point : source.points()) {
      Number value = point.value(source.first());
      if (value != null) {
        values.add(value);
      }
    }
    return new Figure.Count(reduced(values, reduction));
  }

  private static @Nullable Number reduced(List<Number> values, Reduction reduction) {
    Comparator<Number> order = Comparator.comparingDouble(Number::doubleValue);
    Number sum = values.stream().reduce(0L, Numbers::sum);
    return switch (reduction) {
      case SUM -> sum;
      case COUNT -> (Number) (long) values.size();
      case FIRST -> values.isEmpty() ? null : values.getFirst();
      case LAST -> values.isEmpty() ? null : values.getLast();
      case MAX -> values.stream().max(order).orElse(null);
      case MIN -> values.stream().min(order).orElse(null);
      case AVG -> values.isEmpty() ? null : (Number) (sum.doubleValue() / values.size());
    };
  }
}
