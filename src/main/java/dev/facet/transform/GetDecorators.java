package dev.facet.transform;

import dev.facet.query.DatasetTree.Decorators;
import dev.facet.transform.Figure.Point;
import java.util.List;

/** A dataset → the same with names in place of the ids that are its keys. */
final class GetDecorators {
  private static final String NAME = "get-decorators";

  private GetDecorators() {}

  static Figure of(List<Figure> sources, Decorators decorators, Names names) {
    Transformations.exactly(NAME, 1, sources);
    Figure.Points source = Transformations.points(NAME, sources, 0);
    return new Figure.Points(source.series(), named(source.points(), decorators, names));
  }

  private static List<Point> named(List<Point> points, Decorators decorators, Names names) {
    return points.stream()
        .map(
            point -> {
              List<Point> buckets =
                  point.buckets() == null || decorators.buckets() == null
                      ? point.buckets()
                      : named(point.buckets(), decorators.buckets(), names);
              String key =
                  decorators.model() == null
                      ? point.key()
                      : names.of(decorators.model(), point.key());
              return point.named(key, buckets);
            })
        .toList();
  }
}
