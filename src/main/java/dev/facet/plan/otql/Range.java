package dev.facet.plan.otql;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.otql.object.Narrowing;
import dev.facet.plan.otql.value.FieldValue;
import dev.facet.plan.otql.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of numbers, or of times in milliseconds since 1970.
 *
 * @param from the least in it, null for any
 * @param to the first above it, null for none
 * @param key as it is told
 */
record Range(@Nullable Double from, @Nullable Double to, String key) {

  /** Whether a value of the field lies in it; null is as good as false. */
  Expression holds(FieldValue field) {
    Expression alone = holds(field.number());
    UnaryOperator<Expression> each = value -> holds(call(Function.PARSE_NUMBER, value));
    return call(Function.COALESCE, Values.anyOf(field, alone, each), Expression.bool(false));
  }

  private Expression holds(Expression number) {
    List<Expression> holds = new ArrayList<>();
    holds.add(call(Function.NOT, call(Function.IS_NULL, number)));
    if (from != null) {
      holds.add(call(Function.LESS_OR_EQUAL, Expression.number(from), number));
    }
    if (to != null) {
      holds.add(call(Function.LESS, number, Expression.number(to)));
    }
    return Narrowing.and(holds);
  }
}
