package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of values of different types and lists of lists. They are made as JSON, so that every
 * engine holds the same; times and dates in them are texts on the wall.
 */
final class TupleFunctions {
  private TupleFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "tuple", 1, Integer.MAX_VALUE, TupleFunctions::tuple);
    return table;
  }

  static Expression tuple(Arguments arguments) {
    return call(Function.JSON_LIST, json(arguments, arguments.all()));
  }

  private static Expression json(Arguments arguments, List<Expression> items) {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      parts.add(Expression.text(i == 0 ? "[" : ","));
      parts.add(item(items.get(i), arguments, i));
    }
    parts.add(Expression.text("]"));
    return new Expression.Call(Function.CONCAT, parts);
  }

  private static Expression item(Expression value, Arguments arguments, int i) {
    if (value.type() == Type.TIMES || value.type() == Type.DATES) {
      throw arguments.wrong(i, "no list of times or dates");
    }
    boolean moment = value.type() == Type.TIME || value.type() == Type.DATE;
    Expression plain = moment ? Types.text(value, arguments, i) : value;
    return call(Function.COALESCE, call(Function.JSON_OF, plain), Expression.text("null"));
  }
}
