package dev.facet.dataset;

import java.util.Optional;
import java.util.function.Function;

/** The metrics that every number column has without anybody naming them. */
final class Generic {
  private Generic() {}

  static Optional<Metric> of(Cube cube, String name) {
    int open = name.indexOf('(');
    boolean called = open > 0 && name.endsWith(")");
    int end = called ? open : name.indexOf('_');
    if (end <= 0) {
      return Optional.empty();
    }
    String field = called ? name.substring(open + 1, name.length() - 1) : name.substring(end + 1);
    return switch (name.substring(0, end)) {
      case "sum" -> number(cube, name, field, Metric.Sum::new);
      case "avg" -> number(cube, name, field, Metric.Avg::new);
      case "min" -> number(cube, name, field, Metric.Min::new);
      case "max" -> number(cube, name, field, Metric.Max::new);
      case "distinct" ->
          cube.dimension(field)
              .filter(dimension -> !dimension.type().isListOfOne())
              .map(d -> new Metric(name, "different values", new Metric.Distinct(d.value())));
      default -> Optional.empty();
    };
  }

  private static Optional<Metric> number(
      Cube cube, String name, String field, Function<Value, Metric.Formula> formula) {
    return cube.number(field).map(value -> new Metric(name, "of a number", formula.apply(value)));
  }
}
