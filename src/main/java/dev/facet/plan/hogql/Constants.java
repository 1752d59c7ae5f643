package dev.facet.plan.hogql;

import dev.facet.plan.Expression;
import dev.facet.query.Syntax;
import org.jspecify.annotations.Nullable;

/** Places where only a constant may stand: LIMIT, OFFSET, parameters. */
record Constants(Scope scope) {

  /** How many rows, from where on; count null for all. */
  record Limits(@Nullable Long count, long offset) {
    static final Limits NONE = new Limits(null, 0);
  }

  Limits limits(Syntax.@Nullable Limit limit) {
    if (limit == null) {
      return Limits.NONE;
    }
    Long count = limit.count() == null ? null : (Long) count(limit.count(), "LIMIT");
    long offset = limit.offset() == null ? 0 : count(limit.offset(), "OFFSET");
    return new Limits(count, offset);
  }

  /** A whole number that is not negative. */
  long count(Syntax syntax, String what) {
    long count = whole(syntax, what);
    if (count < 0) {
      throw scope
          .mistakes()
          .type(syntax.place(), "%s takes a number from 0 on, not %d.".formatted(what, count));
    }
    return count;
  }

  /** A whole number. */
  long whole(Syntax syntax, String what) {
    if (value(syntax) instanceof Long number) {
      return number;
    }
    throw scope.mistakes().type(syntax.place(), what + " takes a constant whole number.");
  }

  /** A text. */
  String text(Syntax syntax, String what) {
    if (value(syntax) instanceof String text) {
      return text;
    }
    throw scope.mistakes().type(syntax.place(), what + " is a constant text.");
  }

  /** Any number. */
  double number(Syntax syntax, String what) {
    if (value(syntax) instanceof Number number) {
      return number.doubleValue();
    }
    throw scope.mistakes().type(syntax.place(), what + " takes a constant number.");
  }

  private @Nullable Object value(Syntax syntax) {
    return new Terms(scope).of(syntax) instanceof Expression.Literal literal
        ? literal.value()
        : null;
  }
}
