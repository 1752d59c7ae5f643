package dev.facet.plan.hogql;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Place;
import java.util.List;
import java.util.Locale;

/** The functions that expressions name, out of {@link dev.facet.plan.function}. */
final class Library {
  private static final List<String> TYPES =
      List.of("String", "Int64", "Float64", "Boolean", "Date", "DateTime", "UUID");

  private Library() {}

  static Expression call(Call call, Terms terms) {
    return scalar(call.function(), terms.all(call.arguments()), call.place(), terms.scope());
  }

  static Expression scalar(String name, List<Expression> arguments, Scope scope) {
    return scalar(name, arguments, new Place(1, 1), scope);
  }

  static Expression scalar(String name, List<Expression> arguments, Place place, Scope scope) {
    boolean whole =
        arguments.size() == 2 && arguments.stream().allMatch(a -> a.type() == Type.INTEGER);
    return switch (name) {
      case String n when whole && n.equals("plus") -> new Expression.Call(Function.ADD, arguments);
      case String n when whole && n.equals("minus") ->
          new Expression.Call(Function.SUBTRACT, arguments);
      case String n when whole && n.equals("divide") ->
          Expression.call(
              Function.DIVIDE, number(arguments.getFirst()), number(arguments.getLast()));
      default -> throw scope.mistakes().unknown("function", name, Aggregates.names(), place);
    };
  }

  private static Expression number(Expression whole) {
    return Expression.call(Function.TO_NUMBER, whole);
  }

  static Expression list(List<Expression> items, Place place, Scope scope) {
    return scalar("array", items, place, scope);
  }

  static Expression json(Expression text, List<String> path, Scope scope) {
    throw scope.mistakes().unknown("function", "JSONExtractString", List.of(), new Place(1, 1));
  }

  /** {@code value::type}, by the function that converts to the type. */
  static Expression cast(Expression value, Syntax.Cast cast, Scope scope) {
    String function = function(inner(cast.type()).toLowerCase(Locale.ROOT));
    if (function.isEmpty()) {
      throw scope.mistakes().unknown("type", cast.type(), TYPES, cast.place());
    }
    return scalar(function, List.of(value), cast.place(), scope);
  }

  /** The type inside of Nullable and LowCardinality, without its parameters. */
  private static String inner(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    for (String around : List.of("nullable(", "lowcardinality(")) {
      if (lower.startsWith(around) && lower.endsWith(")")) {
        return inner(type.substring(around.length(), type.length() - 1));
      }
    }
    int open = type.indexOf('(');
    return open < 0 ? type : type.substring(0, open);
  }

  private static String function(String type) {
    return switch (type) {
      case "string", "text", "varchar", "char", "fixedstring", "uuid" -> "toString";
      case "int",
          "integer",
          "bigint",
          "smallint",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint8",
          "uint16",
          "uint32",
          "uint64" ->
          "toInt";
      case "float", "double", "real", "float32", "float64", "decimal", "numeric" -> "toFloat";
      case "bool", "boolean" -> "toBool";
      case "date", "date32" -> "toDate";
      case "datetime", "timestamp", "datetime64" -> "toDateTime";
      default -> "";
    };
  }
}
