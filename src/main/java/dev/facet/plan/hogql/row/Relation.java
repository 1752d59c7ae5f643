package dev.facet.plan.hogql.row;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.tuple.Tupled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement.
 *
 * @param plan its columns have names of our own, and there may be more than those shown
 * @param columns those that are shown, and what the statement calls them
 * @param isOneRow whether there is never more than one row
 */
public record Relation(Plan plan, List<Output> columns, boolean isOneRow) {

  /**
   * A column of the result.
   *
   * @param name what it is called
   * @param column its name in the plan
   * @param isNull whether it is NULL as it was written, which fits every type
   * @param tupled what is kept, in a column beside it, of a tuple or a list of tuples; else null
   */
  public record Output(
      String name, String column, Type type, boolean isNull, @Nullable Tupled tupled) {
    public Output(String name, String column, Type type) {
      this(name, column, type, false, null);
    }

    /** The same under another name. */
    public Output named(String other) {
      return new Output(other, column, type, isNull, tupled);
    }

    public Expression.Reference reference() {
      return new Expression.Reference(column, type);
    }
  }

  public Relation {
    columns = List.copyOf(columns);
  }

  public List<String> names() {
    return columns.stream().map(Output::name).toList();
  }

  /** Rows with more columns beside those they have. */
  public static Plan with(Plan rows, List<Plan.Named> more) {
    if (more.isEmpty()) {
      return rows;
    }
    List<Plan.Named> all = new ArrayList<>();
    for (Column column : rows.columns()) {
      all.add(
          new Plan.Named(column.name(), new Expression.Reference(column.name(), column.type())));
    }
    all.addAll(more);
    return new Plan.Project(rows, all);
  }

  /** Only these columns, under names that nothing else has. */
  public static Relation project(
      Plan rows, List<Output> columns, boolean isOneRow, Supplier<String> names) {
    List<Plan.Named> named = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    for (Output output : columns) {
      String column = names.get();
      named.add(new Plan.Named(column, output.reference()));
      outputs.add(new Output(output.name(), column, output.type()));
    }
    return new Relation(new Plan.Project(rows, named), outputs, isOneRow);
  }
}
