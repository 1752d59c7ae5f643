package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Functions of JSON: an object or a text, then keys and places of what is asked for. Where nothing
 * is found they give null, which ClickHouse gives as 0 or an empty text.
 */
final class JsonFunctions {
  private static final int ANY = Integer.MAX_VALUE;

  private JsonFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "JSONExtractString", 1, ANY, JsonFunctions::text);
    add(table, "JSONExtractRaw toJSONString", 1, ANY, JsonFunctions::found);
    add(table, "JSONExtractInt JSONExtractUInt", 1, ANY, a -> whole(text(a)));
    add(table, "JSONExtractFloat", 1, ANY, a -> call(Function.PARSE_NUMBER, text(a)));
    add(table, "JSONExtractBool", 1, ANY, a -> TypeFunctions.flag(text(a)));
    add(table, "JSONHas", 1, ANY, a -> isThere(found(a)));
    add(table, "JSONLength", 1, ANY, a -> call(Function.JSON_SIZE, found(a)));
    add(table, "JSONType", 1, ANY, a -> call(Function.JSON_TYPE, found(a)));
    add(table, "JSONExtractKeys", 1, ANY, a -> call(Function.JSON_KEYS, found(a)));
    add(table, "JSONExtract", 2, ANY, JsonFunctions::typed);
    add(table, "JSONExtractArrayRaw", 1, ANY, a -> elements(found(a), JsonFunctions::itself));
    add(table, "isValidJSON", 1, 1, a -> isThere(call(Function.JSON_TYPE, json(a))));
    return table;
  }

  private static Expression isThere(Expression value) {
    return call(Function.NOT, call(Function.IS_NULL, value));
  }

  private static Expression json(Arguments arguments) {
    Type type = arguments.get(0).type();
    return type == Type.OBJECT || type == Type.LIST
        ? call(Function.JSON_OF, arguments.get(0))
        : arguments.text(0);
  }

  private static Expression found(Arguments arguments) {
    Expression value = json(arguments);
    for (int i = 1; i < arguments.size(); i++) {
      value =
          arguments.get(i).type() == Type.INTEGER
              ? call(Function.JSON_ELEMENT, value, arguments.whole(i))
              : call(Function.JSON_KEY, value, arguments.text(i));
    }
    return value;
  }

  private static Expression text(Arguments arguments) {
    return call(Function.JSON_TEXT, found(arguments));
  }

  /** The last argument names the type, as ClickHouse has it. */
  private static Expression typed(Arguments arguments) {
    int last = arguments.size() - 1;
    String type = plain(arguments.constantText(last));
    Arguments path =
        new Arguments(arguments.function(), arguments.all().subList(0, last), arguments.context());
    if (type.startsWith("array(") && type.endsWith(")")) {
      String inner = plain(type.substring("array(".length(), type.length() - 1));
      return elements(found(path), json -> read(call(Function.JSON_TEXT, json), inner, arguments));
    }
    return read(text(path), type, arguments);
  }

  /** A type in small letters, without what only says how it is stored or that it may be null. */
  private static String plain(String type) {
    String small = type.strip().toLowerCase(Locale.ROOT);
    for (String around : List.of("nullable(", "lowcardinality(")) {
      if (small.startsWith(around) && small.endsWith(")")) {
        return plain(small.substring(around.length(), small.length() - 1));
      }
    }
    return small;
  }

  private static Expression read(Expression text, String type, Arguments arguments) {
    return switch (type.replaceFirst("^u?(int|float)(8|16|32|64)?$", "$1")) {
      case "string" -> text;
      case "int" -> whole(text);
      case "float" -> call(Function.PARSE_NUMBER, text);
      case "bool", "boolean" -> TypeFunctions.flag(text);
      default ->
          throw arguments.refused(
              "\"%s\" is none of String, Int64, Float64, Bool and Array(…) of these."
                  .formatted(type));
    };
  }

  private static Expression itself(Expression json) {
    return json;
  }

  /** What is made of each element of a list, null where there is no list. */
  private static Expression elements(Expression json, UnaryOperator<Expression> part) {
    Expression.Variable place = new Expression.Variable("place", Type.INTEGER);
    Expression one = Expression.integer(1);
    Expression isList =
        call(Function.EQUAL, call(Function.JSON_TYPE, json), Expression.text("list"));
    Expression size =
        Types.choose(isList, call(Function.JSON_SIZE, json), Types.none(Type.INTEGER));
    Expression places = call(Function.RANGE, one, call(Function.ADD, size, one), one);
    Expression value = part.apply(call(Function.JSON_ELEMENT, json, place));
    return new Expression.Each(Expression.Each.Kind.MAP, List.of(place), List.of(places), value);
  }

  private static Expression whole(Expression text) {
    Expression cut = call(Function.TO_WHOLE, call(Function.PARSE_NUMBER, text));
    return call(Function.COALESCE, call(Function.PARSE_WHOLE, text), cut);
  }
}
