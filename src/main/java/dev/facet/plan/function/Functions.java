package dev.facet.plan.function;

import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;

/** All functions by name; capital and small letters are alike. */
public final class Functions {
  private static final TreeMap<String, Definition> TABLE =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    for (Map<String, Definition> part :
        List.of(
            NumberFunctions.table(),
            BitFunctions.table(),
            TextFunctions.table(),
            UrlFunctions.table(),
            ListFunctions.table(),
            TupleFunctions.table(),
            TimeFunctions.table(),
            CalendarFunctions.table(),
            JsonFunctions.table(),
            TypeFunctions.table())) {
      part.forEach(Functions::add);
    }
  }

  private Functions() {}

  private static void add(String name, Definition definition) {
    if (TABLE.put(name, definition) != null) {
      throw new IllegalStateException("Two functions " + name);
    }
  }

  /** Whether there is a function of this name; aggregates are none. */
  public static boolean isKnown(String name) {
    return TABLE.containsKey(name);
  }

  public static NavigableSet<String> names() {
    return Collections.unmodifiableNavigableSet(TABLE.navigableKeySet());
  }

  /** Whether this names a unit of time, such as {@code day}. */
  public static boolean isUnit(String name) {
    return Unit.of(name).isPresent();
  }

  /** The function of these arguments, or a failure that says which argument is wrong and why. */
  public static Expression call(String name, List<Expression> arguments, Context context) {
    Definition definition = TABLE.get(name);
    if (definition == null) {
      throw FailureException.invalid(
          "unknown_function",
          null,
          "There is no function %s%s.".formatted(name, Nearest.hint(name, TABLE.keySet())));
    }
    int size = arguments.size();
    if (size < definition.least() || size > definition.most()) {
      throw FailureException.invalid(
          "argument_count", null, "%s takes %s, not %d.".formatted(name, count(definition), size));
    }
    return Binding.made(definition, new Arguments(name, List.copyOf(arguments), context));
  }

  private static String count(Definition definition) {
    String least = definition.least() == 1 ? "1 argument" : definition.least() + " arguments";
    if (definition.least() == definition.most()) {
      return least;
    }
    return definition.most() == Integer.MAX_VALUE
        ? least + " or more"
        : definition.least() + " to " + definition.most() + " arguments";
  }

  /**
   * What a JSON text has at a path of keys, as text; a whole number is the place of an element,
   * from 1, where there is a list.
   */
  public static Expression json(Expression text, List<String> path) {
    Expression found = text;
    for (String key : path) {
      Expression member = Expression.call(Function.JSON_KEY, found, Expression.text(key));
      found = key.matches("[1-9][0-9]{0,8}") ? orElement(member, found, key) : member;
    }
    return Expression.call(Function.JSON_TEXT, found);
  }

  private static Expression orElement(Expression member, Expression json, String key) {
    Expression place = Expression.integer(Long.parseLong(key));
    return Expression.call(
        Function.COALESCE, member, Expression.call(Function.JSON_ELEMENT, json, place));
  }
}
