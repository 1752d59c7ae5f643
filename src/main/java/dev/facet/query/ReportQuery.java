package dev.facet.query;

import dev.facet.dataset.Cube;
import dev.facet.dataset.Dimension;
import dev.facet.dataset.Metric;
import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers about the rows of a dataset, by any of their dimensions.
 *
 * @param filter for events any filter, else comparisons of columns ({@link
 *     PropertyRef.Source#METADATA}) by the names of dimensions
 * @param range null when none was asked for
 * @param order by columns of the answer; empty for the usual order: by time, else by the first
 *     metric from the largest on
 */
public record ReportQuery(
    Cube cube,
    List<By> dimensions,
    List<Metric> metrics,
    Filter filter,
    @Nullable DateRange range,
    List<Order> order,
    int limit,
    int offset)
    implements Query {
  public static final int MAX_DIMENSIONS = 10;
  public static final int MAX_METRICS = 50;
  public static final int MAX_ROWS = 10_000;

  public ReportQuery {
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
    order = List.copyOf(order);
    if (dimensions.size() > MAX_DIMENSIONS) {
      throw tooMany("dimensions", MAX_DIMENSIONS, dimensions.size());
    }
    if (metrics.size() > MAX_METRICS) {
      throw tooMany("metrics", MAX_METRICS, metrics.size());
    }
    if (dimensions.isEmpty() && metrics.isEmpty()) {
      throw FailureException.invalid(
          "nothing_asked", "metrics", "A report has at least one metric or dimension.");
    }
    if (limit < 1 || limit > MAX_ROWS || offset < 0) {
      throw FailureException.invalid(
          "row_count",
          offset < 0 ? "offset" : "limit",
          "A report shows 1 to " + MAX_ROWS + " rows, after any number of others.");
    }
  }

  /**
   * A dimension as a column of the answer.
   *
   * @param grain the step of time a time belongs to, null for values as they are
   */
  public record By(String name, Dimension dimension, @Nullable Grain grain) {}

  /** A column of the answer to order by, by its place. */
  public record Order(int column, boolean descending) {}

  private static FailureException tooMany(String path, int most, int given) {
    return FailureException.invalid(
        "too_many", path, "A report has at most " + most + " " + path + ", not " + given + ".");
  }
}
