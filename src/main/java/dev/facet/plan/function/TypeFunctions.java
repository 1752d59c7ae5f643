package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Conversions, which give null of what cannot be converted, and choices between values. */
final class TypeFunctions {
  private static final String UUID =
      "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
  private static final List<String> WHOLES =
      List.of("Int", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64");

  private TypeFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "toString", 1, 2, TypeFunctions::text);
    WHOLES.forEach(
        type -> converted(table, "to" + type, TypeFunctions::whole, Expression.integer(0)));
    for (String type : List.of("Float", "Float32", "Float64")) {
      converted(table, "to" + type, TypeFunctions::number, Expression.number(0));
    }
    add(table, "toDecimal", 1, 2, TypeFunctions::number);
    add(table, "toBool toBoolean", 1, 1, TypeFunctions::bool);
    add(table, "toUUID toUUIDOrNull", 1, 1, TypeFunctions::uuid);
    add(table, "toTypeName", 1, 1, a -> Expression.text(name(a.get(0).type())));
    add(table, "toNullable assumeNotNull materialize identity", 1, 1, a -> a.get(0));
    add(table, "nullIf", 2, 2, TypeFunctions::nullIf);
    add(table, "xor", 2, 2, TypeFunctions::xor);
    return table;
  }

  /** One conversion and its variants for what cannot be converted. */
  private static void converted(
      Map<String, Definition> table, String name, Definition.Maker maker, Expression zero) {
    add(table, name + " " + name + "OrNull", 1, 1, maker);
    add(table, name + "OrZero", 1, 1, a -> call(Function.COALESCE, maker.of(a), zero));
    add(
        table,
        name + "OrDefault",
        1,
        2,
        a -> {
          Expression other = a.size() > 1 ? a.like(zero.type(), 1) : zero;
          return call(Function.COALESCE, maker.of(a), other);
        });
  }

  private static Expression text(Arguments arguments) {
    Expression value = arguments.get(0);
    return value.type() == Type.TIME
        ? TimeFormat.seconds(value, arguments.zone(1, value))
        : arguments.text(0);
  }

  private static Expression whole(Arguments arguments) {
    Expression value = arguments.get(0);
    return switch (value.type()) {
      case TEXT ->
          value instanceof Expression.Property
              ? call(Function.TO_WHOLE, arguments.number(0))
              : call(Function.PARSE_WHOLE, value);
      case TIME -> TimeFormat.floor(call(Function.AS_WHOLE, value), Micros.SECOND);
      case DATE -> call(Function.AS_WHOLE, value);
      case NUMBER,
          INTEGER,
          BOOLEAN,
          OBJECT,
          LIST,
          TEXTS,
          NUMBERS,
          INTEGERS,
          BOOLEANS,
          TIMES,
          DATES ->
          arguments.whole(0);
    };
  }

  private static Expression number(Arguments arguments) {
    Expression value = arguments.get(0);
    if (value.type() == Type.TEXT && !(value instanceof Expression.Property)) {
      return call(Function.PARSE_NUMBER, value);
    }
    boolean counted = value.type() == Type.TIME || value.type() == Type.DATE;
    return Arguments.toNumber(counted ? whole(arguments) : arguments.number(0));
  }

  private static Expression bool(Arguments arguments) {
    return arguments.get(0).type() == Type.TEXT ? flag(arguments.get(0)) : arguments.condition(0);
  }

  /** True and false of their words and of 1 and 0, null of anything else. */
  static Expression flag(Expression text) {
    Expression lower = call(Function.LOWER, text);
    return Types.choose(
        new Expression.In(lower, List.of("true", "1")),
        Expression.bool(true),
        Types.choose(
            new Expression.In(lower, List.of("false", "0")),
            Expression.bool(false),
            Types.none(Type.BOOLEAN)));
  }

  private static Expression uuid(Arguments arguments) {
    Expression text = arguments.text(0);
    return Types.choose(
        call(Function.MATCHES, text, Expression.text(UUID)),
        call(Function.LOWER, text),
        Types.none(Type.TEXT));
  }

  private static Expression nullIf(Arguments arguments) {
    Expression value = arguments.get(0);
    Expression other = arguments.like(value.type(), 1);
    return Types.choose(call(Function.EQUAL, value, other), Types.none(value.type()), value);
  }

  private static Expression xor(Arguments arguments) {
    return call(Function.NOT, call(Function.EQUAL, arguments.condition(0), arguments.condition(1)));
  }

  /** The type's name in ClickHouse. */
  static String name(Type type) {
    return switch (type) {
      case TEXT, OBJECT, LIST -> "String";
      case NUMBER -> "Float64";
      case INTEGER -> "Int64";
      case BOOLEAN -> "Bool";
      case TIME -> "DateTime64(6)";
      case DATE -> "Date";
      case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          "Array(" + name(Objects.requireNonNull(type.element())) + ")";
    };
  }
}
