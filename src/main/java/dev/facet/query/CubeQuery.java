package dev.facet.query;

import dev.facet.dataset.cube.CubeDimension;
import dev.facet.dataset.cube.CubeMetric;
import dev.facet.dataset.cube.DataCube;
import dev.facet.dataset.cube.Source;
import dev.facet.model.FailureException;
import dev.facet.query.time.DateMath;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report about the facts of a data cube within a stretch of time.
 *
 * @param from the first of its moments
 * @param to the last of its moments, part of the stretch
 * @param facts which facts count
 * @param rows which rows are shown
 * @param order what comes before the order by dimensions
 */
public record CubeQuery(
    DataCube cube,
    List<CubeDimension> dimensions,
    List<Measured> metrics,
    DateMath from,
    DateMath to,
    Clause<FactFilter> facts,
    Clause<RowFilter> rows,
    List<Order> order,
    int limit,
    int offset)
    implements Query {
  public static final int MAX_ROWS = 100;
  public static final int MAX_COLUMNS = 50;

  public CubeQuery {
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
    order = List.copyOf(order);
    check(dimensions.size(), "dimensions");
    check(metrics.size(), "metrics");
  }

  private static void check(int given, String path) {
    if (given > MAX_COLUMNS) {
      throw FailureException.invalid(
          "too_many", path, "A cube is asked for at most " + MAX_COLUMNS + " " + path + ".");
    }
  }

  /** A metric and what its column is called. */
  public record Measured(CubeMetric metric, String title) {}

  /** Several filters: all of them hold, or any of them; none hold always. */
  public record Clause<T>(boolean any, List<T> filters) {
    public Clause {
      filters = List.copyOf(filters);
    }
  }

  /**
   * Holds for facts that have a value of the dimension for which the test is true.
   *
   * @param not whether it holds for the other facts
   */
  public record FactFilter(CubeDimension dimension, Test test, boolean not) {}

  /** What is asked of a value. */
  public sealed interface Test {

    /** The value as text is one of these, does so with one of these. */
    record Text(TextOperator operator, List<String> texts, boolean caseSensitive) implements Test {
      public Text {
        texts = List.copyOf(texts);
      }
    }

    /** The value is a number, and compares so with one of these. */
    record Numeric(NumberOperator operator, List<Double> numbers) implements Test {
      public Numeric {
        numbers = List.copyOf(numbers);
      }
    }
  }

  /** How texts are compared. */
  public enum TextOperator {
    IS,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    /** A regular expression of RE2 syntax is found in the value. */
    MATCHES
  }

  /** How numbers are compared. */
  public enum NumberOperator {
    EQUAL,
    GREATER_THAN,
    LESS_THAN
  }

  /** Holds for rows whose metric compares so with a number. */
  public record RowFilter(CubeMetric metric, NumberOperator operator, double value, boolean not) {}

  /** A column to order by, by its place. */
  public record Order(int column, boolean descending) {}

  /** This about facts for which these hold, too; for requests whose filters all hold together. */
  public CubeQuery and(List<FactFilter> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<FactFilter> all = Stream.concat(facts.filters().stream(), more.stream()).toList();
    return new CubeQuery(
        cube, dimensions, metrics, from, to, new Clause<>(false, all), rows, order, limit, offset);
  }

  /** Whether it matters which cohorts persons are in. */
  public boolean readsSegments() {
    return cube == DataCube.COLLECTION_VOLUMES
        || Stream.concat(dimensions.stream(), facts.filters().stream().map(FactFilter::dimension))
            .anyMatch(dimension -> dimension.source() instanceof Source.Segments);
  }

  /** The names of the columns. */
  public List<String> titles() {
    return Stream.concat(
            dimensions.stream().map(CubeDimension::name), metrics.stream().map(Measured::title))
        .toList();
  }
}
