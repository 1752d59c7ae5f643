package dev.facet.plan.activity;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.Expression.integer;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import dev.facet.plan.Function;
import dev.facet.plan.otql.value.Values;
import java.util.List;

/**
 * The values of texts some of which are lists of values. Lists of lists are no type of plans:
 * values lie side by side in a text between marks, and are taken apart again.
 */
final class Several {
  private static final Variable TEXT = new Variable("text", Type.TEXT);
  private static final Variable VALUE = new Variable("value", Type.TEXT);

  /** Between values; what no text has that anybody types. */
  private static final Expression BETWEEN = Expression.text("\u001f");

  /** Before each value, to tell an empty one from none. */
  private static final Expression MARK = Expression.text("=");

  private Several() {}

  /** The different values of texts, each list among them for its elements. */
  static Expression of(Expression texts) {
    Expression nested =
        new Each(Each.Kind.EXISTS, List.of(TEXT), List.of(texts), Values.isNested(TEXT));
    return call(Function.IF, nested, spread(texts), texts);
  }

  private static Expression spread(Expression texts) {
    Expression each = map(TEXT, texts, joined(map(VALUE, Values.distinct(TEXT), marked(VALUE))));
    Expression parts = call(Function.SPLIT, joined(each), BETWEEN);
    Expression there =
        new Each(
            Each.Kind.FILTER,
            List.of(VALUE),
            List.of(parts),
            call(Function.STARTS_WITH, VALUE, MARK));
    Expression rest = call(Function.SUBTRACT, call(Function.LENGTH, VALUE), integer(1));
    return call(
        Function.DISTINCT, map(VALUE, there, call(Function.SUBSTRING, VALUE, integer(2), rest)));
  }

  private static Expression marked(Expression value) {
    return call(Function.CONCAT, MARK, value);
  }

  private static Expression joined(Expression texts) {
    return call(Function.JOIN, texts, BETWEEN);
  }

  private static Expression map(Variable variable, Expression list, Expression body) {
    return new Each(Each.Kind.MAP, List.of(variable), List.of(list), body);
  }
}
