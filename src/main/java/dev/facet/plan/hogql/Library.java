package dev.facet.plan.hogql;

import dev.facet.model.FailureException;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.event.Setting;
import dev.facet.plan.function.Context;
import dev.facet.plan.function.Functions;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The functions that expressions name, out of {@link dev.facet.plan.function}. */
final class Library {
  private static final List<String> TYPES =
      List.of("String", "Int64", "Float64", "Boolean", "Date", "DateTime", "UUID");

  /** Functions whose first argument is a unit of time. */
  private static final Set<String> UNITED =
      Set.of(
          "dateadd",
          "date_add",
          "timestampadd",
          "datesub",
          "date_sub",
          "timestampsub",
          "datediff",
          "date_diff",
          "timestampdiff");

  /** Functions that ask how long a list is, and of a tuple know nothing. */
  private static final Set<String> SIZES = Set.of("length", "empty", "notempty");

  /** Functions that do with lists of tuples what they do with other lists. */
  private static final Set<String> OF_LISTS =
      Set.of(
          "has",
          "hasall",
          "hasany",
          "indexof",
          "countequal",
          "arrayuniq",
          "arrayreverse",
          "arraydistinct",
          "arrayslice",
          "arraypopfront",
          "arraypopback",
          "arrayconcat",
          "arraypushback",
          "arraypushfront",
          "arrayintersect",
          "arrayelement");

  private Library() {}

  static Expression call(Call call, Terms terms) {
    if (Calls.isSpecial(call.function())) {
      throw terms
          .scope()
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              "%s takes other arguments: %s."
                  .formatted(call.function(), Calls.example(call.function())));
    }
    if (!Functions.isKnown(call.function())) {
      List<String> known = new ArrayList<>(Functions.names());
      known.addAll(Aggregates.names());
      known.addAll(Calls.names());
      throw terms.scope().mistakes().unknown("function", call.function(), known, call.place());
    }
    if (!call.parameters().isEmpty()) {
      throw terms
          .scope()
          .mistakes()
          .at(
              "argument_count",
              call.place(),
              call.function() + " takes no parameters before its arguments.");
    }
    return scalar(call.function(), arguments(call, terms), call.place(), terms.scope());
  }

  /** {@code dateAdd(DAY, 7, timestamp)} names its unit without quotes. */
  private static List<Expression> arguments(Call call, Terms terms) {
    if (OF_LISTS.contains(call.function().toLowerCase(Locale.ROOT))) {
      return new Tuples(terms).raws(call.arguments());
    }
    if (SIZES.contains(call.function().toLowerCase(Locale.ROOT))) {
      return call.arguments().stream().map(new Tuples(terms)::list).toList();
    }
    List<Expression> arguments = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      boolean unit =
          arguments.isEmpty()
              && UNITED.contains(call.function().toLowerCase(Locale.ROOT))
              && argument instanceof Syntax.Name name
              && Functions.isUnit(name.parts().getFirst());
      arguments.add(
          unit ? Expression.text(((Syntax.Name) argument).parts().getFirst()) : terms.of(argument));
    }
    return arguments;
  }

  static Expression scalar(String name, List<Expression> arguments, Scope scope) {
    return scalar(name, arguments, new Place(1, 1), scope);
  }

  /** What is wrong with the arguments is said at the place of the call. */
  static Expression scalar(String name, List<Expression> arguments, Place place, Scope scope) {
    Setting setting = scope.asked().setting();
    Context context =
        new Context(setting.now(), setting.definitions().zone(), setting.definitions().weekStart());
    try {
      return Functions.call(name, arguments, context);
    } catch (FailureException e) {
      throw scope.mistakes().at(e.failure().code(), place, e.failure().message());
    }
  }

  static Expression list(List<Expression> items, Place place, Scope scope) {
    return scalar("array", items, place, scope);
  }

  /** What JSON in a property has at a path. */
  static Expression json(Expression text, List<String> path) {
    return Functions.json(text, path);
  }

  /** Whether a stretch of time stands where only a value can. */
  static boolean holdsInterval(Expression expression) {
    return expression instanceof Expression.Call(Function function, List<Expression> _)
            && function == Function.INTERVAL
        || expression.inputs().stream().anyMatch(Library::holdsInterval);
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
