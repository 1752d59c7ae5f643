package dev.facet.plan.hogql.tuple;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Values as JSON and back. Times and dates are kept as whole numbers, which is exact.
 *
 * @param names gives names for variables that nothing else has
 */
record TupleJson(Supplier<String> names) {
  private static final Expression NULL = Expression.text("null");
  private static final Expression ONE = Expression.integer(1);

  /** JSON texts as one JSON list. */
  static Expression listed(List<Expression> texts) {
    List<Expression> parts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      parts.add(Expression.text(i == 0 ? "[" : ","));
      parts.add(call(Function.COALESCE, texts.get(i), NULL));
    }
    parts.add(Expression.text("]"));
    return new Expression.Call(Function.CONCAT, parts);
  }

  /** A list of JSON texts as one JSON list. */
  static Expression joined(Expression texts) {
    Expression inner = call(Function.JOIN, texts, Expression.text(","));
    return call(Function.CONCAT, Expression.text("["), inner, Expression.text("]"));
  }

  /** What is kept of a value. */
  Expression of(Expression value) {
    return switch (value.type()) {
      case TIME, DATE -> call(Function.JSON_OF, call(Function.AS_WHOLE, value));
      case TIMES, DATES ->
          call(Function.JSON_OF, mapped(value, one -> call(Function.AS_WHOLE, one)));
      case TEXT, NUMBER, INTEGER, BOOLEAN, OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS ->
          call(Function.JSON_OF, value);
    };
  }

  /** The value that was kept as this JSON; objects stay JSON. */
  Expression read(Expression json, Type type) {
    Expression text = call(Function.JSON_TEXT, json);
    return switch (type) {
      case TEXT, OBJECT -> text;
      case NUMBER -> call(Function.PARSE_NUMBER, text);
      case INTEGER -> call(Function.PARSE_WHOLE, text);
      case BOOLEAN -> flag(text);
      case TIME -> call(Function.AS_TIME, call(Function.PARSE_WHOLE, text));
      case DATE -> call(Function.AS_DATE, call(Function.PARSE_WHOLE, text));
      case LIST -> call(Function.JSON_LIST, json);
      case TEXTS -> mapped(elements(json), one -> read(one, Type.TEXT));
      case NUMBERS -> mapped(elements(json), one -> read(one, Type.NUMBER));
      case INTEGERS -> mapped(elements(json), one -> read(one, Type.INTEGER));
      case BOOLEANS -> mapped(elements(json), one -> read(one, Type.BOOLEAN));
      case TIMES -> mapped(elements(json), one -> read(one, Type.TIME));
      case DATES -> mapped(elements(json), one -> read(one, Type.DATE));
    };
  }

  private static Expression flag(Expression text) {
    return call(
        Function.IF,
        call(Function.IS_NULL, text),
        new Expression.Literal(null, Type.BOOLEAN),
        call(Function.EQUAL, text, Expression.text("true")));
  }

  /** The elements of a JSON list, each as JSON. */
  Expression elements(Expression json) {
    Expression end = call(Function.ADD, call(Function.JSON_SIZE, json), ONE);
    return mapped(
        call(Function.RANGE, ONE, end, ONE), place -> call(Function.JSON_ELEMENT, json, place));
  }

  /** A list with something made of each element. */
  Expression mapped(Expression list, UnaryOperator<Expression> change) {
    Type element = list.type().element();
    if (element == null) {
      throw new IllegalArgumentException("No list of one type: " + list.type());
    }
    Variable one = new Variable(names.get(), element);
    return new Each(Each.Kind.MAP, List.of(one), List.of(list), change.apply(one));
  }
}
