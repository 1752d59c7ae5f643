package dev.facet.plan.otql.value;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import dev.facet.plan.Function;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The values of a field that may hold a list. A text that is a JSON list is taken for one; elements
 * that are missing, lists or objects are no values.
 */
public final class Values {
  private static final Variable PLACE = new Variable("place", Type.INTEGER);
  private static final Variable ELEMENT = new Variable("element", Type.TEXT);

  private Values() {}

  /** Whether a value of the field meets a condition; null, or false, when none does. */
  public static Expression any(FieldValue field, UnaryOperator<Expression> condition) {
    Expression alone = condition.apply(field.text());
    if (!field.mayBeList()) {
      return alone;
    }
    return Times.choose(
        isNested(field.text()),
        Times.choose(
            isOf("list", field.text()),
            exists(field.text(), condition),
            Times.choose(isOf("object", field.text()), Expression.bool(false), alone)),
        alone);
  }

  /** The same of a condition that no list or object as a whole meets, which engines find faster. */
  public static Expression anyOf(
      FieldValue field, Expression alone, UnaryOperator<Expression> condition) {
    return field.mayBeList()
        ? call(
            Function.OR,
            alone,
            call(
                Function.AND,
                call(Function.STARTS_WITH, field.text(), Expression.text("[")),
                isOf("list", field.text()),
                exists(field.text(), condition)))
        : alone;
  }

  private static Expression exists(Expression text, UnaryOperator<Expression> condition) {
    return new Each(
        Each.Kind.EXISTS, List.of(ELEMENT), List.of(elements(text)), condition.apply(ELEMENT));
  }

  /** Whether a text looks as if it were a list or object. */
  public static Expression isNested(Expression text) {
    return call(
        Function.OR,
        call(Function.STARTS_WITH, text, Expression.text("[")),
        call(Function.STARTS_WITH, text, Expression.text("{")));
  }

  public static Expression isOf(String type, Expression text) {
    return call(
        Function.COALESCE,
        call(Function.EQUAL, call(Function.JSON_TYPE, text), Expression.text(type)),
        Expression.bool(false));
  }

  /** Whether a text is a JSON object; null is as good as false. */
  static Expression isObject(Expression text) {
    return call(
        Function.AND, call(Function.STARTS_WITH, text, Expression.text("{")), isOf("object", text));
  }

  /** The elements of a JSON list as text, null for those that are no values. */
  public static Expression elements(Expression list) {
    Expression places =
        call(
            Function.RANGE,
            integer(1),
            call(Function.ADD, call(Function.JSON_SIZE, list), integer(1)),
            integer(1));
    Expression element = call(Function.JSON_ELEMENT, list, PLACE);
    Expression isPlain =
        new Expression.In(call(Function.JSON_TYPE, element), List.of("text", "number", "boolean"));
    return new Each(
        Each.Kind.MAP,
        List.of(PLACE),
        List.of(places),
        Times.choose(isPlain, call(Function.JSON_TEXT, element), Expression.text(null)));
  }

  /** The different values of a field, each once; empty or null without any. */
  public static Expression distinct(Expression text) {
    Expression alone = call(Function.LIST_OF, text);
    Expression none = new Expression.Literal(List.of(), Type.TEXTS);
    return Times.choose(
        isNested(text),
        Times.choose(
            isOf("list", text),
            call(Function.DISTINCT, elements(text)),
            Times.choose(isOf("object", text), none, alone)),
        alone);
  }

  /** What comes of each element of a JSON list. */
  public static Expression mapped(Expression list, UnaryOperator<Expression> value) {
    return new Each(Each.Kind.MAP, List.of(ELEMENT), List.of(elements(list)), value.apply(ELEMENT));
  }

  /** How many elements of a list are there. */
  public static Expression howMany(Expression list) {
    Variable number = new Variable("number", Type.NUMBER);
    return new Each(
        Each.Kind.COUNT,
        List.of(number),
        List.of(list),
        call(Function.NOT, call(Function.IS_NULL, number)));
  }

  /** The numbers among the elements of a JSON list, null for the others. */
  public static Expression numbers(Expression list) {
    return mapped(list, element -> call(Function.PARSE_NUMBER, element));
  }
}
