package dev.facet.store.sql;

import dev.facet.plan.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a node's rows: a column, or one property of a column of objects. Properties are
 * read where the rows are stored and handed up as columns of their own, so that no object is
 * carried along to be taken apart.
 */
record Wanted(String column, Expression.@Nullable Property property) {

  static Wanted whole(String column) {
    return new Wanted(column, null);
  }

  /** The wanted thing of another column instead. */
  Wanted of(String other) {
    return new Wanted(
        other,
        property == null
            ? null
            : new Expression.Property(
                new Expression.Reference(other, property.object().type()),
                property.key(),
                property.type()));
  }

  /** The wanted thing, computed from the expression that the column is. */
  Expression from(Expression expression) {
    return property == null
        ? expression
        : Properties.read(expression, property.key(), property.type());
  }
}
