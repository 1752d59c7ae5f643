package dev.facet.plan;

import dev.facet.model.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

  /**
   * A value that stays the same between two starts: {@code results[0]} before the first of {@code
   * starts}, {@code results[i]} from {@code starts[i - 1]} on. Null of null. The value is whole: an
   * {@link Type#INTEGER}, {@link Type#TIME} or {@link Type#DATE}, and so are the results.
   */
  record Steps(Expression value, List<Long> starts, List<Long> results, Type type)
      implements Expression {
    public Steps {
      starts = List.copyOf(starts);
      results = List.copyOf(results);
      if (results.size() != starts.size() + 1) {
        throw new IllegalArgumentException(starts.size() + " starts of " + results.size());
      }
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

  /** The element that an {@link Each} around it is at. */
  record Variable(String name, Type type) implements Expression {}

  /**
   * An expression of each element of a list, or of several lists walked side by side, shorter ones
   * filled up with nulls. Null when a list is null.
   *
   * @param variables what stands for the element of each list inside {@code body}; no two alike,
   *     none of those around it
   */
  record Each(Kind kind, List<Variable> variables, List<Expression> lists, Expression body)
      implements Expression {
    public Each {
      variables = List.copyOf(variables);
      lists = List.copyOf(lists);
      boolean fit = variables.size() == lists.size() && !lists.isEmpty();
      for (int i = 0; fit && i < lists.size(); i++) {
        fit = lists.get(i).type().element() == variables.get(i).type();
      }
      if (!fit || kind.isCondition && body.type() != Type.BOOLEAN) {
        throw new IllegalArgumentException(kind + " of " + variables + " in " + lists);
      }
    }

    /** What becomes of the elements. */
    public enum Kind {
      /** A list of what the body gives. */
      MAP(false),
      /** The elements of the first list for which the body is true. */
      FILTER(true),
      /** Whether the body is true for one. */
      EXISTS(true),
      /** Whether the body is true for all. */
      ALL(true),
      /** For how many the body is true. */
      COUNT(true),
      /** The first element of the first list for which the body is true. */
      FIRST(true),
      /** The place, from 1, of the first element for which the body is true; 0 for none. */
      FIRST_INDEX(true),
      /** The first list by what the body gives, nulls last; what ties keeps its order. */
      SORT(false),
      /** The same from the largest to the smallest, nulls last. */
      SORT_DESCENDING(false);

      private final boolean isCondition;

      Kind(boolean isCondition) {
        this.isCondition = isCondition;
      }
    }

    @Override
    public Type type() {
      return switch (kind) {
        case MAP -> Objects.requireNonNull(body.type().listOf(), "lists of this type");
        case FILTER, SORT, SORT_DESCENDING -> lists.getFirst().type();
        case EXISTS, ALL -> Type.BOOLEAN;
        case COUNT, FIRST_INDEX -> Type.INTEGER;
        case FIRST -> variables.getFirst().type();
      };
    }
  }

  /** What it is computed of. */
  default List<Expression> inputs() {
    return switch (this) {
      case Reference _, Literal _, Variable _ -> List.of();
      case Property property -> List.of(property.object());
      case In in -> List.of(in.value());
      case Bucket bucket -> List.of(bucket.time());
      case Steps steps -> List.of(steps.value());
      case Call call -> call.arguments();
      case Each each -> Stream.concat(each.lists().stream(), Stream.of(each.body())).toList();
    };
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
