package dev.facet.plan;

import dev.facet.model.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value computed for each row. */
public sealed interface Expression {

  /** The type of the value; any value may be null. */
  Type type();

  /** A column of the input. */
  record Reference(String column, Type type) implements Expression {}

  /** Always the same value. */
  record Literal(@Nullable Object value, Type type) implements Expression {}

  /**
   * A property out of an object, read as {@code type} ({@link Type#TEXT} or {@link Type#NUMBER}) by
   * the rules of {@link dev.facet.model.Values}. Null when it is missing, JSON null, or no number.
   */
  record Property(Expression object, String key, Type type) implements Expression {
    public Property {
      if (object.type() != Type.OBJECT || (type != Type.TEXT && type != Type.NUMBER)) {
        throw new IllegalArgumentException("No property of " + object.type() + " as " + type);
      }
    }
  }

  /** Whether the value is one of the options; null when the value is null. */
  record In(Expression value, List<Object> options) implements Expression {
    public In {
      options = List.copyOf(options);
    }

    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** The number of the bucket that holds a time; null outside all buckets. */
  record Bucket(Expression time, Buckets buckets) implements Expression {
    @Override
    public Type type() {
      return Type.INTEGER;
    }
  }

  /** A function of other values. */
  record Call(Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      function.check(arguments);
    }

    @Override
    public Type type() {
      return function.result(arguments);
    }
  }

  static Expression call(Function function, Expression... arguments) {
    return new Call(function, Arrays.asList(arguments));
  }

  static Expression text(@Nullable String value) {
    return new Literal(value, Type.TEXT);
  }

  static Expression integer(long value) {
    return new Literal(value, Type.INTEGER);
  }

  static Expression number(double value) {
    return new Literal(value, Type.NUMBER);
  }

  static Expression bool(boolean value) {
    return new Literal(value, Type.BOOLEAN);
  }

  static Expression time(long micros) {
    return new Literal(micros, Type.TIME);
  }
}
