package dev.facet.plan.function;

import static dev.facet.plan.Expression.call;
import static dev.facet.plan.function.Definition.add;

import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Each;
import dev.facet.plan.Expression.Variable;
import dev.facet.plan.Function;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of lists; those that take a lambda are made by whoever reads lambdas. */
final class ListFunctions {
  private static final int ANY = Integer.MAX_VALUE;
  private static final Expression ONE = Expression.integer(1);

  private ListFunctions() {}

  static Map<String, Definition> table() {
    Map<String, Definition> table = new HashMap<>();
    add(table, "array", 0, ANY, ListFunctions::list);
    add(table, "arrayElement", 2, 2, a -> call(Function.ELEMENT, a.list(0), a.whole(1)));
    add(table, "has", 2, 2, a -> call(Function.HAS, a.list(0), a.like(a.element(0), 1)));
    add(table, "hasAny", 2, 2, a -> overlap(a, Each.Kind.EXISTS));
    add(table, "hasAll", 2, 2, a -> overlap(a, Each.Kind.ALL));
    add(table, "indexOf", 2, 2, a -> call(Function.INDEX_OF, a.list(0), a.like(a.element(0), 1)));
    add(table, "countEqual", 2, 2, ListFunctions::countEqual);
    add(table, "length char_length character_length lengthUTF8", 1, 1, ListFunctions::length);
    add(table, "empty", 1, 1, a -> call(Function.EQUAL, length(a), Expression.integer(0)));
    add(table, "notEmpty", 1, 1, a -> call(Function.LESS, Expression.integer(0), length(a)));
    add(table, "reverse reverseUTF8", 1, 1, ListFunctions::reverse);
    one(table, "arrayReverse", Function.REVERSE_LIST);
    one(table, "arrayDistinct", Function.DISTINCT);
    one(table, "arrayMin", Function.LIST_MIN);
    one(table, "arrayMax", Function.LIST_MAX);
    add(table, "arraySum", 1, 1, ListFunctions::summed);
    add(table, "arrayAvg", 1, 1, ListFunctions::mean);
    add(table, "arrayUniq", 1, 1, a -> call(Function.SIZE, call(Function.DISTINCT, a.list(0))));
    add(table, "arraySort", 1, 1, a -> sorted(a, Each.Kind.SORT));
    add(table, "arrayReverseSort", 1, 1, a -> sorted(a, Each.Kind.SORT_DESCENDING));
    add(table, "arrayConcat", 1, ANY, ListFunctions::concat);
    add(table, "arrayPushBack", 2, 2, a -> call(Function.APPEND, a.list(0), pushed(a)));
    add(table, "arrayPushFront", 2, 2, a -> call(Function.APPEND, pushed(a), a.list(0)));
    add(table, "arraySlice", 2, 3, ListFunctions::slice);
    add(table, "arrayPopFront", 1, 1, a -> between(a, 2, 0));
    add(table, "arrayPopBack", 1, 1, a -> between(a, 1, 1));
    add(table, "arrayIntersect", 2, 2, ListFunctions::common);
    add(table, "arrayCumSum", 1, 1, ListFunctions::running);
    add(table, "transform", 3, 4, ListFunctions::transformed);
    add(table, "arrayEnumerate", 1, 1, ListFunctions::places);
    add(table, "arrayStringConcat", 1, 2, ListFunctions::joined);
    add(table, "range", 1, 3, ListFunctions::range);
    return table;
  }

  private static void one(Map<String, Definition> table, String names, Function function) {
    add(table, names, 1, 1, a -> call(function, a.list(0)));
  }

  /** Lists of lists are plain ones. */
  private static Expression list(Arguments arguments) {
    List<Expression> items = arguments.all();
    boolean nested =
        !items.isEmpty()
            && items.stream().allMatch(i -> i.type() == Type.LIST || i.type().isListOfOne());
    return nested ? TupleFunctions.tuple(arguments) : list(items);
  }

  private static Expression list(List<Expression> items) {
    Type type = items.isEmpty() ? Type.TEXT : items.getLast().type();
    if (type.listOf() == null || items.stream().anyMatch(item -> item.type() != type)) {
      throw FailureException.invalid(
          "argument_type",
          null,
          "A list has values of one type: texts, numbers, booleans, times or dates.");
    }
    return items.isEmpty()
        ? new Expression.Literal(List.of(), Type.TEXTS)
        : new Expression.Call(Function.LIST_OF, items);
  }

  private static Expression each(
      Each.Kind kind, Arguments arguments, int i, Variable variable, Expression body) {
    return new Each(kind, List.of(variable), List.of(arguments.list(i)), body);
  }

  private static Variable element(Arguments arguments, int i) {
    return new Variable("element" + i, arguments.element(i));
  }

  /** Whether one or all elements of the second list are in the first. */
  private static Expression overlap(Arguments arguments, Each.Kind kind) {
    Variable one = element(arguments, 1);
    if (arguments.element(0) != one.type()) {
      throw arguments.wrong(1, arguments.get(0).type().words());
    }
    return each(kind, arguments, 1, one, call(Function.HAS, arguments.list(0), one));
  }

  private static Expression countEqual(Arguments arguments) {
    Variable one = element(arguments, 0);
    Expression same = call(Function.EQUAL, one, arguments.like(one.type(), 1));
    return each(Each.Kind.COUNT, arguments, 0, one, same);
  }

  /** Of a list its elements, of a text its characters. */
  private static Expression length(Arguments arguments) {
    return arguments.get(0).type().isListOfOne()
        ? call(Function.SIZE, arguments.get(0))
        : call(Function.LENGTH, arguments.text(0));
  }

  private static Expression reverse(Arguments arguments) {
    return arguments.get(0).type().isListOfOne()
        ? call(Function.REVERSE_LIST, arguments.get(0))
        : call(Function.REVERSE, arguments.text(0));
  }

  private static Expression summed(Arguments arguments) {
    if (!arguments.element(0).isNumeric()) {
      throw arguments.wrong(0, "a list of numbers");
    }
    return call(Function.LIST_SUM, arguments.list(0));
  }

  /** Of the elements that are not null. */
  private static Expression mean(Arguments arguments) {
    Variable one = element(arguments, 0);
    Expression isThere = call(Function.NOT, call(Function.IS_NULL, one));
    Expression count = each(Each.Kind.COUNT, arguments, 0, one, isThere);
    return call(Function.DIVIDE, summed(arguments), count);
  }

  private static Expression sorted(Arguments arguments, Each.Kind kind) {
    Variable one = element(arguments, 0);
    return each(kind, arguments, 0, one, one);
  }

  private static Expression concat(Arguments arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.list(i).type() != arguments.list(0).type()) {
        throw arguments.wrong(i, arguments.get(0).type().words());
      }
    }
    return new Expression.Call(Function.APPEND, arguments.all());
  }

  private static Expression pushed(Arguments arguments) {
    return call(Function.LIST_OF, arguments.like(arguments.element(0), 1));
  }

  /** From a place (from the end, below 0), so many or all. */
  private static Expression slice(Arguments arguments) {
    long from = arguments.constantWhole(1);
    Expression size = call(Function.SIZE, arguments.list(0));
    Expression fromEnd = call(Function.ADD, size, Expression.integer(from + 1));
    Expression start =
        from < 0 ? call(Function.GREATEST, ONE, fromEnd) : Expression.integer(Math.max(1, from));
    Expression last =
        arguments.size() < 3
            ? size
            : call(Function.ADD, start, call(Function.SUBTRACT, arguments.whole(2), ONE));
    return call(Function.SLICE, arguments.list(0), start, last);
  }

  /** From a place on, without so many at the end. */
  private static Expression between(Arguments arguments, long from, long spared) {
    Expression size = call(Function.SIZE, arguments.list(0));
    Expression last = call(Function.SUBTRACT, size, Expression.integer(spared));
    return call(Function.SLICE, arguments.list(0), Expression.integer(from), last);
  }

  private static Expression common(Arguments arguments) {
    Variable one = element(arguments, 0);
    if (arguments.element(1) != one.type()) {
      throw arguments.wrong(1, arguments.get(0).type().words());
    }
    Expression inBoth = call(Function.HAS, arguments.list(1), one);
    return call(Function.DISTINCT, each(Each.Kind.FILTER, arguments, 0, one, inBoth));
  }

  /** The sum up to each place. */
  private static Expression running(Arguments arguments) {
    if (!arguments.element(0).isNumeric()) {
      throw arguments.wrong(0, "a list of numbers");
    }
    Variable place = new Variable("place", Type.INTEGER);
    Expression until = call(Function.SLICE, arguments.list(0), ONE, place);
    Expression sum = call(Function.LIST_SUM, until);
    return new Each(Each.Kind.MAP, List.of(place), List.of(places(arguments)), sum);
  }

  /** The value of the second list at the place in the first one, else the default or itself. */
  private static Expression transformed(Arguments arguments) {
    Type to = arguments.element(2);
    int last = arguments.size() == 4 ? 3 : 0;
    if (to == Type.INTEGER && arguments.get(last).type() == Type.NUMBER) {
      throw arguments.wrong(last, "a whole number, as the list has them,");
    }
    Expression value = arguments.like(arguments.element(1), 0);
    Expression place = call(Function.INDEX_OF, arguments.list(1), value);
    return Types.choose(
        call(Function.HAS, arguments.list(1), value),
        call(Function.ELEMENT, arguments.list(2), place),
        arguments.like(to, last));
  }

  private static Expression places(Arguments arguments) {
    Expression end = call(Function.ADD, call(Function.SIZE, arguments.list(0)), ONE);
    return call(Function.RANGE, ONE, end, ONE);
  }

  private static Expression joined(Arguments arguments) {
    Expression separator = arguments.size() > 1 ? arguments.text(1) : Expression.text("");
    Variable one = element(arguments, 0);
    Expression texts =
        one.type() == Type.TEXT
            ? arguments.list(0)
            : each(Each.Kind.MAP, arguments, 0, one, Types.text(one, arguments, 0));
    return call(Function.JOIN, texts, separator);
  }

  private static Expression range(Arguments arguments) {
    List<Expression> parts = new ArrayList<>();
    if (arguments.size() == 1) {
      parts.add(Expression.integer(0));
    }
    for (int i = 0; i < arguments.size(); i++) {
      parts.add(arguments.whole(i));
    }
    if (parts.size() == 2) {
      parts.add(ONE);
    }
    return new Expression.Call(Function.RANGE, parts);
  }
}
