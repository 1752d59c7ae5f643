package dev.facet.plan.hogql;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;

/** Statements within expressions: a single value, IN, EXISTS. */
final class Subqueries {
  private Subqueries() {}

  /** The only value of a statement, null when it has no row. */
  static Expression value(Syntax.Subquery subquery, Scope scope) {
    Relation relation = Statements.of(subquery.statement(), scope);
    if (relation.columns().size() != 1) {
      throw scope
          .mistakes()
          .type(
              subquery.place(),
              "a subquery that is a value has one column, not %d."
                  .formatted(relation.columns().size()));
    }
    if (!relation.isOneRow()) {
      throw scope
          .mistakes()
          .type(
              subquery.place(),
              "a subquery that is a value has one row: use an aggregate or LIMIT 1.");
    }
    Expression.Reference value = relation.columns().getFirst().reference();
    scope
        .parts()
        .lookup(value.column(), new Parts.Lookup(List.of(), relation.plan(), List.of(), value));
    return value;
  }

  /** Whether a statement has any row. */
  static Expression exists(Syntax.Subquery subquery, Scope scope) {
    Relation relation = Statements.of(subquery.statement(), scope);
    Plan one = new Plan.Limit(relation.plan(), 1, 0);
    String flag = scope.asked().fresh("x");
    Plan rows = new Plan.Project(one, List.of(new Named(flag, Expression.integer(1))));
    Expression.Reference value = new Expression.Reference(flag, Type.INTEGER);
    scope.parts().lookup(flag, new Parts.Lookup(List.of(), rows, List.of(), value));
    return call(Function.NOT, call(Function.IS_NULL, value));
  }

  /** Whether values are among the rows of a statement; null when one of the values is. */
  static Expression in(List<Expression> values, Syntax.Subquery subquery, Scope scope) {
    return in(values, Statements.of(subquery.statement(), scope), subquery.place(), scope);
  }

  static Expression in(List<Expression> values, Relation relation, Place place, Scope scope) {
    if (relation.columns().size() != values.size()) {
      throw scope
          .mistakes()
          .type(
              place,
              "IN compares %d values with %d columns."
                  .formatted(values.size(), relation.columns().size()));
    }
    List<Expression> keys = new ArrayList<>();
    List<Named> columns = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Expression column = relation.columns().get(i).reference();
      List<Expression> alike = Coercion.alike(List.of(values.get(i), column), place, scope);
      keys.add(alike.getFirst());
      columns.add(new Named(scope.asked().fresh("i"), alike.getLast()));
    }
    Plan different = new Plan.Aggregate(relation.plan(), columns, List.of());
    String flag = scope.asked().fresh("x");
    Plan rows = Relation.with(different, List.of(new Named(flag, Expression.integer(1))));
    Expression.Reference value = new Expression.Reference(flag, Type.INTEGER);
    List<String> names = columns.stream().map(Named::name).toList();
    scope.parts().lookup(flag, new Parts.Lookup(keys, rows, names, value));
    return nullWhere(keys, call(Function.NOT, call(Function.IS_NULL, value)));
  }

  private static Expression nullWhere(List<Expression> keys, Expression found) {
    Expression result = found;
    for (Expression key : keys) {
      result =
          call(Function.IF, call(Function.IS_NULL, key), Coercion.missing(Type.BOOLEAN), result);
    }
    return result;
  }
}
