package dev.facet.plan.insight;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Plan;
import dev.facet.plan.Shape;
import java.util.List;

/**
 * How many rows there are, as one row.
 *
 * @param name what the reader calls it
 */
record TotalShape(String name) implements Shape {
  private static final String TOTAL = "total";

  /** The rows counted. */
  static Plan of(Plan rows) {
    return new Plan.Aggregate(
        rows, List.of(), List.of(new Aggregation(TOTAL, Aggregation.Kind.COUNT, null)));
  }

  @Override
  public Table apply(Table rows) {
    return new Table(List.of(new Column(name, Type.INTEGER)), rows.rows());
  }
}
