package dev.facet.dataset;

import dev.facet.model.Type;
import java.util.List;
import java.util.Optional;

/**
 * A dataset as reports see it: its rows, when they happened, what tells them apart and what is
 * counted of them.
 *
 * @param rows where the rows come from
 * @param time when a row happened
 * @param where what holds for all rows
 * @param isWhole whether a report that names no dates is about all rows, rather than about the last
 *     30 days
 */
public record Cube(
    String name,
    Dataset dataset,
    Rows rows,
    Dimension time,
    List<Value.Condition> where,
    List<Dimension> dimensions,
    List<Metric> metrics,
    boolean isWhole) {

  /**
   * The column of objects that {@link Rows#POSTS} adds: the numbers of a post's newest snapshot.
   */
  public static final String NEWEST = "newest_metrics";

  /** How many clicks {@link Rows#POSTS} found for a post. */
  public static final String CLICKS = "click_count";

  /** How many of them converted. */
  public static final String CONVERSIONS = "conversion_count";

  /** Where rows come from. */
  public enum Rows {
    /** The dataset as it is. */
    PLAIN,
    /** Posts with the numbers of their newest snapshot and with their clicks. */
    POSTS,
    /** Snapshots of series, of which levels are followed. */
    SNAPSHOTS,
    /** Events, with the properties of their persons. */
    EVENTS,
    /**
     * For each month the customers who had a subscription when it started or ended, with what it
     * brought a month then: the columns of {@link MonthColumns}.
     */
    CUSTOMER_MONTHS,
    /**
     * For each month the customers whose first subscription started in it, with what they bring in
     * that and each later month: the columns of {@link CohortColumns}.
     */
    COHORTS;

    /** Whether they are computed for months rather than stored. */
    public boolean areMonths() {
      return this == CUSTOMER_MONTHS || this == COHORTS;
    }
  }

  public Cube {
    where = List.copyOf(where);
    dimensions = List.copyOf(dimensions);
    metrics = List.copyOf(metrics);
  }

  /** The dimension of this name; of events also any {@code properties.x}. */
  public Optional<Dimension> dimension(String name) {
    if (rows == Rows.EVENTS && isProperty(name)) {
      return Optional.of(new Dimension(name, Type.TEXT, Value.column(name), false));
    }
    return dimensions.stream().filter(dimension -> dimension.name().equals(name)).findFirst();
  }

  /**
   * The metric of this name: a named one, or {@code sum_}, {@code avg_}, {@code min_}, {@code max_}
   * or {@code distinct_} and what of; {@code sum(amount)} is another way to write {@code
   * sum_amount}.
   */
  public Optional<Metric> metric(String name) {
    Optional<Metric> named =
        metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    return named.isPresent() ? named : Generic.of(this, name);
  }

  static boolean isProperty(String name) {
    return name.startsWith("properties.") && name.length() > "properties.".length()
        || name.startsWith("person.properties.") && name.length() > "person.properties.".length();
  }

  /** By a dimension's name its number, also a number out of objects: {@code daily.reach}. */
  Optional<Value> number(String field) {
    if (rows == Rows.EVENTS) {
      return isProperty(field) ? Optional.of(Value.column(field)) : Optional.empty();
    }
    int dot = field.indexOf('.');
    if (dot > 0 && dot < field.length() - 1) {
      String column = field.substring(0, dot);
      boolean isObject =
          dataset.columns().stream()
              .anyMatch(c -> c.name().equals(column) && c.type() == Type.OBJECT);
      return isObject ? Optional.of(Value.key(column, field.substring(dot + 1))) : Optional.empty();
    }
    return dimension(field).filter(d -> d.type().isNumeric()).map(Dimension::value);
  }
}
