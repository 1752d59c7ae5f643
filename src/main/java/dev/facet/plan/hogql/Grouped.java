package dev.facet.plan.hogql;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.row.Parts;
import dev.facet.plan.hogql.row.Relation;
import dev.facet.plan.hogql.row.Rewriting;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GROUP BY and aggregates: turns expressions over rows into expressions over groups, where only
 * keys, aggregates and what is made of them have a value.
 *
 * @param keys the columns of the keys by what they hold
 * @param grouped whether rows are grouped by keys, be they none
 */
record Grouped(Scope scope, Map<Expression, Plan.Named> keys, boolean grouped) {

  /** Whether rows are summed up at all. */
  boolean isSummed() {
    return grouped || scope.parts().isSummed();
  }

  boolean isOneRow() {
    return isSummed() && keys.isEmpty();
  }

  void apply(Building rows) {
    if (isSummed()) {
      List<Aggregation> aggregations = scope.parts().aggregations();
      rows.aggregate(List.copyOf(keys.values()), aggregations);
    }
  }

  @Nullable Expression lifted(@Nullable Expression expression) {
    return expression == null ? null : lifted(expression, new Place(1, 1));
  }

  /** The expression over groups. */
  Expression lifted(Expression expression, Place place) {
    return isSummed() ? lift(expression, place, new HashMap<>()) : expression;
  }

  private Expression lift(Expression expression, Place place, Map<String, Expression> done) {
    Plan.Named key = keys.get(expression);
    if (key != null) {
      return new Expression.Reference(key.name(), expression.type());
    }
    if (expression instanceof Expression.Reference reference) {
      return reference(reference, place, done);
    }
    return Rewriting.inputs(expression, input -> lift(input, place, done));
  }

  private Expression reference(
      Expression.Reference reference, Place place, Map<String, Expression> done) {
    Parts parts = scope.parts();
    String column = reference.column();
    if (parts.aggregate(column) != null || parts.window(column) != null) {
      return reference;
    }
    Parts.Lookup lookup = parts.lookup(column);
    if (lookup != null) {
      return done.computeIfAbsent(column, c -> lookup(lookup, place));
    }
    Scope.Mention mention = scope.mention(column).orElse(new Scope.Mention("a column", place));
    throw scope
        .mistakes()
        .at(
            "not_grouped",
            mention.place(),
            "%s is neither in GROUP BY nor within an aggregate such as any(%s)."
                .formatted(mention.name(), mention.name()));
  }

  /** The same subquery, compared with what there is of groups. */
  private Expression lookup(Parts.Lookup lookup, Place place) {
    List<Expression> lifted = new ArrayList<>();
    lookup.keys().forEach(key -> lifted.add(lifted(key, place)));
    if (lifted.equals(lookup.keys())) {
      return lookup.value();
    }
    String name = scope.asked().fresh("q");
    Plan rows = Relation.with(lookup.rows(), List.of(new Plan.Named(name, lookup.value())));
    Expression.Reference value = new Expression.Reference(name, lookup.value().type());
    scope.parts().lookup(name, new Parts.Lookup(lifted, rows, lookup.columns(), value));
    return value;
  }
}
