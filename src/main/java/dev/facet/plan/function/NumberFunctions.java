package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions of numbers. */
final class NumberFunctions {
  private static final int MOST_DIGITS = 15;
  private static final Expression ZERO = Expression.integer(0);

  private NumberFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "plus", 2, 2, a -> sum(a, false));
    add(table, "minus", 2, 2, a -> sum(a, true));
    two(table, "multiply", Function.MULTIPLY);
    two(table, "divide", Function.DIVIDE);
    two(table, "modulo mod", Function.REMAINDER);
    add(table, "positiveModulo pmod", 2, 2, NumberFunctions::positiveRest);
    add(table, "intDiv intDivOrZero", 2, 2, NumberFunctions::quotient);
    add(table, "abs", 1, 1, a -> call(Function.ABSOLUTE, a.number(0)));
    add(table, "negate", 1, 1, a -> call(Function.SUBTRACT, ZERO, a.number(0)));
    add(table, "sign", 1, 1, a -> sign(a.number(0)));
    add(table, "floor", 1, 2, a -> rounded(Function.FLOOR, a));
    add(table, "ceil ceiling", 1, 2, a -> rounded(Function.CEILING, a));
    add(table, "round roundBankers", 1, 2, a -> rounded(Function.ROUND, a));
    add(table, "trunc truncate", 1, 1, a -> a.whole(0));
    one(table, "sqrt", Function.SQUARE_ROOT);
    one(table, "exp", Function.EXPONENTIAL);
    one(table, "log ln", Function.LOGARITHM);
    add(table, "log2", 1, 1, a -> logarithm(a, 2));
    add(table, "log10", 1, 1, a -> logarithm(a, 10));
    add(table, "exp2", 1, 1, a -> call(Function.POWER, Expression.number(2), a.number(0)));
    add(table, "exp10", 1, 1, a -> call(Function.POWER, Expression.number(10), a.number(0)));
    two(table, "pow power", Function.POWER);
    add(table, "pi", 0, 0, a -> Expression.number(Math.PI));
    add(table, "e", 0, 0, a -> Expression.number(Math.E));
    add(table, "greatest", 1, Integer.MAX_VALUE, a -> extreme(Function.GREATEST, a));
    add(table, "least", 1, Integer.MAX_VALUE, a -> extreme(Function.LEAST, a));
    add(table, "rand rand32 rand64 randCanonical generateUUIDv4", 0, 2, NumberFunctions::random);
    return table;
  }

  private static void one(Map<String, Definition> table, String names, Function function) {
    add(table, names, 1, 1, a -> call(function, a.number(0)));
  }

  private static void two(Map<String, Definition> table, String names, Function function) {
    add(table, names, 2, 2, a -> call(function, a.number(0), a.number(1)));
  }

  /** Numbers; moments and what moves them: an interval, or seconds of times and days of dates. */
  private static Expression sum(Arguments arguments, boolean minus) {
    Type first = arguments.get(0).type();
    Type second = arguments.get(1).type();
    boolean moment = first == Type.TIME || first == Type.DATE;
    if (TimeFunctions.isInterval(arguments.get(1))) {
      return TimeFunctions.moved(arguments, 0, arguments.get(1), minus);
    }
    if (!minus && TimeFunctions.isInterval(arguments.get(0))) {
      return TimeFunctions.moved(arguments, 1, arguments.get(0), false);
    }
    if (minus && moment && (second == Type.TIME || second == Type.DATE)) {
      return TimeFunctions.apart(arguments);
    }
    if (moment) {
      Unit unit = first == Type.TIME ? Unit.SECOND : Unit.DAY;
      return TimeFunctions.later(arguments, 0, unit, 1, minus);
    }
    return call(minus ? Function.SUBTRACT : Function.ADD, arguments.number(0), arguments.number(1));
  }

  private static Expression positiveRest(Arguments arguments) {
    Expression by = arguments.number(1);
    Expression rest = call(Function.REMAINDER, arguments.number(0), by);
    Expression more = call(Function.ADD, rest, call(Function.ABSOLUTE, by));
    return Types.choose(call(Function.LESS, rest, ZERO), more, rest);
  }

  private static Expression quotient(Arguments arguments) {
    Expression quotient = call(Function.QUOTIENT, arguments.whole(0), arguments.whole(1));
    return arguments.function().toLowerCase(Locale.ROOT).endsWith("zero")
        ? call(Function.COALESCE, quotient, ZERO)
        : quotient;
  }

  private static Expression logarithm(Arguments arguments, double base) {
    Expression natural = call(Function.LOGARITHM, arguments.number(0));
    return call(Function.DIVIDE, natural, Expression.number(Math.log(base)));
  }

  private static Expression sign(Expression number) {
    Expression none = Types.none(Type.INTEGER);
    Expression zeroOrNone = Types.choose(call(Function.EQUAL, number, ZERO), ZERO, none);
    Expression minus = Expression.integer(-1);
    return Types.choose(
        call(Function.LESS, ZERO, number),
        Expression.integer(1),
        Types.choose(call(Function.LESS, number, ZERO), minus, zeroOrNone));
  }

  /** To so many decimals (before the point, below 0); whole numbers stay whole without them. */
  private static Expression rounded(Function function, Arguments arguments) {
    Expression number = arguments.number(0);
    long digits = arguments.size() > 1 ? arguments.constantWhole(1) : 0;
    if (Math.abs(digits) > MOST_DIGITS) {
      throw arguments.refused("takes up to %d decimals, not %d.".formatted(MOST_DIGITS, digits));
    }
    if (number.type() == Type.INTEGER && digits >= 0) {
      return number;
    }
    if (digits == 0) {
      return call(function, number);
    }
    Expression scale = Expression.number(Math.pow(10, Math.abs(digits)));
    Function up = digits > 0 ? Function.MULTIPLY : Function.DIVIDE;
    Function down = digits > 0 ? Function.DIVIDE : Function.MULTIPLY;
    return call(down, call(function, call(up, number, scale)), scale);
  }

  private static Expression extreme(Function function, Arguments arguments) {
    boolean numeric = arguments.all().stream().allMatch(a -> a.type().isNumeric());
    boolean decimal = arguments.all().stream().anyMatch(a -> a.type() == Type.NUMBER);
    Type type = numeric && decimal ? Type.NUMBER : arguments.get(0).type();
    List<Expression> alike = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      alike.add(arguments.like(type, i));
    }
    return new Expression.Call(function, alike);
  }

  private static Expression random(Arguments arguments) {
    throw FailureException.invalid(
        "not_supported",
        null,
        arguments.function()
            + " gives something else each time, so no answer could be given twice; use a column"
            + " such as uuid.");
  }
}
