package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.HashMap;
import java.util.Map;

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
    add(table, "JSONExtractInt JSONExtractUInt", 1, ANY, JsonFunctions::whole);
    add(table, "JSONExtractFloat", 1, ANY, a -> call(Function.PARSE_NUMBER, text(a)));
    add(table, "JSONExtractBool", 1, ANY, a -> TypeFunctions.flag(text(a)));
    add(table, "JSONHas", 1, ANY, a -> isThere(found(a)));
    add(table, "JSONLength", 1, ANY, a -> call(Function.JSON_SIZE, found(a)));
    add(table, "JSONType", 1, ANY, a -> call(Function.JSON_TYPE, found(a)));
    add(table, "JSONExtractKeys", 1, ANY, a -> call(Function.JSON_KEYS, found(a)));
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

  private static Expression whole(Arguments arguments) {
    Expression text = text(arguments);
    Expression cut = call(Function.TO_WHOLE, call(Function.PARSE_NUMBER, text));
    return call(Function.COALESCE, call(Function.PARSE_WHOLE, text), cut);
  }
}
