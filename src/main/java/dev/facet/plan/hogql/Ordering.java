package dev.facet.plan.hogql;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the rows of a SELECT are ordered by: columns it shows, or further ones beside them. */
final class Ordering {
  private final Scope scope;
  private final Map<Expression, String> known;
  private final List<Plan.Named> columns;
  private final boolean distinct;
  private final List<Plan.Sort.By> sort = new ArrayList<>();

  Ordering(Scope scope, Map<Expression, String> known, List<Plan.Named> columns, boolean distinct) {
    this.scope = scope;
    this.known = known;
    this.columns = columns;
    this.distinct = distinct;
  }

  void add(Parts.By order, Expression value) {
    Place place = new Place(1, 1);
    sort.add(new Plan.Sort.By(column(value, place), order.descending(), order.nullsFirst()));
  }

  /** The column that holds a value; a further one when none of those shown does. */
  String column(Expression value, Place place) {
    String shown = known.get(value);
    if (shown != null) {
      return shown;
    }
    if (distinct) {
      throw scope
          .mistakes()
          .refused(place, "with DISTINCT, rows are ordered by columns that are selected only.");
    }
    String column = scope.asked().fresh("o");
    columns.add(new Plan.Named(column, value));
    known.put(value, column);
    return column;
  }

  List<Plan.Named> columns() {
    return columns;
  }

  List<Plan.Sort.By> sort() {
    return sort;
  }
}
