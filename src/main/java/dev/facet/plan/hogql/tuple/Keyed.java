package dev.facet.plan.hogql.tuple;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import dev.facet.plan.Function;
import java.util.List;
import java.util.function.Supplier;

/** Values by key, of many lists of pairs one result for each key. */
public final class Keyed {
  private static final Expression TWO = Expression.integer(2);

  private Keyed() {}

  /**
   * The different keys in their order, and beside them what becomes of each one's values.
   *
   * @param lists a list of lists of pairs of key and value
   * @param fold what is made of a list of values
   */
  public static Tupled of(Tupled lists, Function fold, Supplier<String> names) {
    TupleJson json = new TupleJson(names);
    Expression pairs = json.elements(TupleJson.joined(contents(lists.raw(), json)));
    Tupled flat = lists.element(Expression.text(null), names).with(pairs);
    Expression keys =
        call(Function.DISTINCT, json.mapped(pairs, one -> value(flat, one, 1, names)));
    Expression values =
        json.mapped(
            keys,
            key ->
                call(fold, json.mapped(of(flat, key, names), one -> value(flat, one, 2, names))));
    return Tupled.of(
        List.of(new Tupled.Item(keys, null, false), new Tupled.Item(values, null, false)), names);
  }

  /** The pairs of a key. */
  private static Expression of(Tupled pairs, Expression key, Supplier<String> names) {
    Variable one = new Variable(names.get(), Type.TEXT);
    Expression same = call(Function.EQUAL, value(pairs, one, 1, names), key);
    return new Each(Each.Kind.FILTER, List.of(one), List.of(pairs.raw()), same);
  }

  private static Expression value(Tupled pairs, Expression one, int place, Supplier<String> names) {
    return pairs.element(one, names).value(place, names);
  }

  /** Of JSON lists that are not empty what stands between their brackets. */
  private static Expression contents(Expression lists, TupleJson json) {
    Variable one = new Variable(json.names().get(), Type.TEXT);
    Expression isFull = call(Function.LESS, TWO, call(Function.LENGTH, one));
    Expression full = new Each(Each.Kind.FILTER, List.of(one), List.of(lists), isFull);
    return json.mapped(
        full,
        text ->
            call(
                Function.SUBSTRING,
                text,
                TWO,
                call(Function.SUBTRACT, call(Function.LENGTH, text), TWO)));
  }
}
