package dev.facet.store.sql;

import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.List;
import java.util.Map;

/**
 * Moves the reading of properties down to columns: {@code IF(c, a, b).key} → {@code IF(c, a.key,
 * b.key)}.
 */
final class Properties {
  private Properties() {}

  /** The property of whatever object the expression gives. */
  static Expression read(Expression object, String key, Type type) {
    return switch (object) {
      case Expression.Reference column -> new Expression.Property(column, key, type);
      case Expression.Literal literal -> literal(literal, key, type);
      case Expression.Call call -> call(call, key, type);
      case Expression.Property _,
          Expression.In _,
          Expression.Bucket _,
          Expression.Steps _,
          Expression.Variable _,
          Expression.Each _ ->
          throw noObject(object);
    };
  }

  private static Expression literal(Expression.Literal literal, String key, Type type) {
    Object value = literal.value() instanceof Map<?, ?> map ? map.get(key) : null;
    return new Expression.Literal(
        type == Type.NUMBER ? Values.number(value) : Values.text(value), type);
  }

  private static Expression call(Expression.Call call, String key, Type type) {
    List<Expression> arguments = call.arguments();
    return switch (call.function()) {
      case IF ->
          Expression.call(
              Function.IF,
              arguments.get(0),
              read(arguments.get(1), key, type),
              read(arguments.get(2), key, type));
      case COALESCE -> firstPresent(arguments, key, type);
      default -> throw noObject(call);
    };
  }

  /**
   * {@code COALESCE(a, b).key} → {@code IF(a IS NULL, b.key, a.key)}: an object that lacks the key
   * is present all the same.
   */
  private static Expression firstPresent(List<Expression> objects, String key, Type type) {
    Expression first = read(objects.getFirst(), key, type);
    if (objects.size() == 1) {
      return first;
    }
    Expression others = firstPresent(objects.subList(1, objects.size()), key, type);
    return Expression.call(
        Function.IF, Expression.call(Function.IS_NULL, objects.getFirst()), others, first);
  }

  private static IllegalArgumentException noObject(Expression expression) {
    return new IllegalArgumentException("No property can be read from " + expression);
  }
}
