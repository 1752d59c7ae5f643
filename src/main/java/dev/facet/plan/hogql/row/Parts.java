package dev.facet.plan.hogql.row;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a SELECT need to be computed before them: aggregates, window functions
 * and subqueries. Expressions name each by a column of its own. One for each SELECT.
 */
public final class Parts {
  private final Map<String, Summed> aggregates = new LinkedHashMap<>();
  private final Map<String, Windowed> windows = new LinkedHashMap<>();
  private final Map<String, Lookup> lookups = new LinkedHashMap<>();

  /** An aggregate, and where it was written. */
  public record Summed(Aggregation aggregation, Place place) {}

  /** An expression to order by. */
  public record By(Expression expression, boolean descending, boolean nullsFirst) {}

  /**
   * A window function over the rows that agree in the partition.
   *
   * @param arguments of {@code over}, which makes the function of them
   */
  public record Windowed(
      List<Expression> arguments,
      List<Expression> partition,
      List<By> order,
      Function<List<Expression>, Over> over,
      dev.facet.model.Type type,
      Place place) {}

  /**
   * A value out of a subquery.
   *
   * @param keys what its key columns are compared with, none for a subquery of one row
   * @param rows the subquery, without repetitions of its keys
   * @param columns its key columns
   * @param value the column that is read
   */
  public record Lookup(
      List<Expression> keys, Plan rows, List<String> columns, Expression.Reference value) {}

  /** The column of an aggregate; equal ones share one. */
  public Expression.Reference aggregate(Aggregation aggregation, Place place) {
    for (Summed known : aggregates.values()) {
      Aggregation same = known.aggregation();
      if (renamed(aggregation, same.name()).equals(same)) {
        return new Expression.Reference(same.name(), same.type());
      }
    }
    aggregates.put(aggregation.name(), new Summed(aggregation, place));
    return new Expression.Reference(aggregation.name(), aggregation.type());
  }

  public static Aggregation renamed(Aggregation aggregation, String name) {
    return new Aggregation(
        name,
        aggregation.kind(),
        aggregation.arguments(),
        aggregation.distinct(),
        aggregation.condition(),
        aggregation.order(),
        aggregation.levels());
  }

  public void window(String column, Windowed window) {
    windows.put(column, window);
  }

  public void lookup(String column, Lookup lookup) {
    lookups.put(column, lookup);
  }

  public boolean isSummed() {
    return !aggregates.isEmpty();
  }

  public List<Aggregation> aggregations() {
    return aggregates.values().stream().map(Summed::aggregation).toList();
  }

  public @Nullable Summed aggregate(String column) {
    return aggregates.get(column);
  }

  public @Nullable Windowed window(String column) {
    return windows.get(column);
  }

  public @Nullable Lookup lookup(String column) {
    return lookups.get(column);
  }

  public Map<String, Windowed> windows() {
    return windows;
  }

  /** Where an expression first names an aggregate, null where it does not. */
  public @Nullable Place firstAggregate(Expression expression) {
    return first(
        expression,
        column -> aggregates.get(column) == null ? null : aggregates.get(column).place());
  }

  /** Where an expression first names a window function, null where it does not. */
  public @Nullable Place firstWindow(Expression expression) {
    return first(
        expression, column -> windows.get(column) == null ? null : windows.get(column).place());
  }

  private static @Nullable Place first(
      Expression expression, Function<String, @Nullable Place> place) {
    for (String column : Rewriting.columns(expression)) {
      Place found = place.apply(column);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether an expression reads a subquery. */
  public boolean readsLookup(Expression expression) {
    return !lookups(List.of(expression)).isEmpty();
  }

  /** The subqueries that expressions read. */
  public List<String> lookups(List<Expression> expressions) {
    List<String> found = new ArrayList<>();
    for (Expression expression : expressions) {
      for (String column : Rewriting.columns(expression)) {
        if (lookups.containsKey(column) && !found.contains(column)) {
          found.add(column);
        }
      }
    }
    return found;
  }
}
