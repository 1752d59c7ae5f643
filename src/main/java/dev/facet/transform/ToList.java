package dev.facet.transform;

import dev.facet.transform.Figure.Point;
import dev.facet.transform.Transformations.Titled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers → a point for each, by the title of its source. */
final class ToList {
  private static final String NAME = "to-list";

  private ToList() {}

  static Figure of(List<Titled> sources, @Nullable String title) {
    Transformations.some(NAME, sources);
    String series = title == null ? Leaves.VALUE : title;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Titled source = sources.get(i);
      Number value = number(source.figure(), i);
      Map<String, Number> columns = new LinkedHashMap<>();
      if (value != null) {
        columns.put(series, value);
      }
      points.add(new Point(source.title() == null ? Leaves.VALUE : source.title(), columns, null));
    }
    return new Figure.Points(List.of(series), points);
  }

  /** A single point is taken as its number. */
  private static @Nullable Number number(Figure figure, int place) {
    return switch (figure) {
      case Figure.Count(Number value) -> value;
      case Figure.Points points when points.points().size() == 1 ->
          points.points().getFirst().value(points.first());
      case Figure.Points _ -> throw Transformations.wrong(NAME, place, "numbers", "values by key");
      case Figure.Rows _ -> throw Transformations.wrong(NAME, place, "numbers", "rows");
    };
  }
}
