package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;
import static dev.facet.plan.function.Definition.add;
import static dev.facet.plan.function.TimeFunctions.minus;
import static dev.facet.plan.function.TimeFunctions.plus;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.HashMap;
import java.util.Map;

/**
 * Bits of whole numbers. All is said by the bits that two numbers share: what both sides of a sum
 * or difference below have in common is nothing or everything, so that none of them overflows.
 */
final class BitFunctions {
  /** The highest power of two that is a whole number of 64 bits. */
  private static final int HIGHEST = 62;

  private BitFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "bitAnd", 2, 2, a -> shared(a.whole(0), a.whole(1)));
    add(table, "bitOr", 2, 2, a -> either(a.whole(0), a.whole(1)));
    add(table, "bitXor", 2, 2, BitFunctions::one);
    add(table, "bitNot", 1, 1, a -> minus(integer(-1), a.whole(0)));
    add(table, "bitShiftLeft", 2, 2, BitFunctions::left);
    add(table, "bitShiftRight", 2, 2, a -> right(a.whole(0), a.whole(1)));
    add(table, "bitTest", 2, 2, a -> shared(right(a.whole(0), a.whole(1)), integer(1)));
    return table;
  }

  private static Expression shared(Expression left, Expression right) {
    return call(Function.SHARED_BITS, left, right);
  }

  private static Expression either(Expression left, Expression right) {
    return plus(left, minus(right, shared(left, right)));
  }

  private static Expression one(Arguments arguments) {
    Expression left = arguments.whole(0);
    Expression right = arguments.whole(1);
    return minus(either(left, right), shared(left, right));
  }

  /** Null when it takes more than 64 bits. */
  private static Expression left(Arguments arguments) {
    return call(Function.MULTIPLY, arguments.whole(0), power(arguments.whole(1)));
  }

  /** The sign stays. */
  private static Expression right(Expression number, Expression places) {
    Expression nothing =
        Types.choose(call(Function.LESS, number, integer(0)), integer(-1), integer(0));
    return Types.choose(
        call(Function.LESS, integer(HIGHEST), places),
        nothing,
        call(Function.FLOOR_DIVIDE, number, power(places)));
  }

  /** Two to the power of a number of places; null for what is no such number. */
  private static Expression power(Expression places) {
    Expression power =
        call(
            Function.TO_WHOLE,
            call(Function.POWER, Expression.number(2), call(Function.TO_NUMBER, places)));
    Expression fits =
        call(
            Function.AND,
            call(Function.LESS_OR_EQUAL, integer(0), places),
            call(Function.LESS_OR_EQUAL, places, integer(HIGHEST)));
    return Types.choose(fits, power, Types.none(Type.INTEGER));
  }
}
