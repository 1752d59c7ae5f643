package dev.facet.plan;

import dev.facet.model.Column;
import dev.facet.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number (or value) out of many rows. Rows of which an argument is null are ignored. Without
 * any row left, counts are 0, lists of rows are empty and everything else is null.
 *
 * @param arguments none only for {@link Kind#COUNT} of all rows
 * @param distinct whether rows of equal arguments count once
 * @param condition only rows for which it is true are looked at; null for all
 * @param order how the rows of {@link Kind#LIST} come one after the other, rows that tie by their
 *     value; empty elsewhere
 * @param levels which quantiles, from 0 to 1; the most values a list has; else empty
 */
public record Aggregation(
    String name,
    Kind kind,
    List<Expression> arguments,
    boolean distinct,
    @Nullable Expression condition,
    List<By> order,
    List<Double> levels) {

  public Aggregation {
    arguments = List.copyOf(arguments);
    order = List.copyOf(order);
    levels = List.copyOf(levels);
    check(kind, arguments, levels);
    if (!order.isEmpty() && (kind != Kind.LIST || distinct)) {
      throw new IllegalArgumentException(kind + " has no order");
    }
  }

  public Aggregation(String name, Kind kind, @Nullable Expression argument) {
    this(
        name,
        kind,
        argument == null ? List.of() : List.of(argument),
        false,
        null,
        List.of(),
        List.of());
  }

  /**
   * Of several arguments, or with levels: {@link Kind#QUANTILES}, {@link Kind#TOP}, a {@link
   * Kind#LIST} of so many values at most.
   */
  public static Aggregation of(
      String name, Kind kind, List<Expression> arguments, List<Double> levels) {
    return new Aggregation(name, kind, arguments, false, null, List.of(), levels);
  }

  /** A value that orders the rows of a list; nulls are last in both directions. */
  public record By(Expression expression, boolean descending) {}

  private static void check(Kind kind, List<Expression> arguments, List<Double> levels) {
    boolean several = kind == Kind.COUNT_DISTINCT && arguments.size() > 1;
    boolean none = kind == Kind.COUNT && arguments.isEmpty();
    if (arguments.size() != kind.arity && !several && !none) {
      throw new IllegalArgumentException(kind + " of " + arguments.size() + " arguments");
    }
    boolean leveled =
        switch (kind) {
          case QUANTILE -> levels.size() == 1;
          case QUANTILES -> !levels.isEmpty();
          case TOP -> levels.size() == 1;
          case LIST -> levels.size() <= 1;
          default -> levels.isEmpty();
        };
    boolean shares = kind == Kind.QUANTILE || kind == Kind.QUANTILES;
    if (!leveled || levels.stream().anyMatch(l -> !(l >= 0) || shares && l > 1)) {
      throw new IllegalArgumentException(kind + " of level " + levels);
    }
  }

  /** The value below which this share of the values is; 0.5 for the median. */
  public static Aggregation quantile(String name, Expression argument, double level) {
    return of(name, Kind.QUANTILE, List.of(argument), List.of(level));
  }

  /** The same of the rows for which the condition is true; null for all rows. */
  public Aggregation where(@Nullable Expression newCondition) {
    return new Aggregation(name, kind, arguments, distinct, newCondition, order, levels);
  }

  /** The same with rows of equal arguments counting once. */
  public Aggregation onlyDistinct() {
    return new Aggregation(name, kind, arguments, true, condition, order, levels);
  }

  /** The same with the rows of the list in this order. */
  public Aggregation ordered(List<By> newOrder) {
    return new Aggregation(name, kind, arguments, distinct, condition, newOrder, levels);
  }

  /** How rows are summed up. */
  public enum Kind {
    /** How many rows; with an argument, how many where it is not null. */
    COUNT(1),
    /** How many different values, or combinations of values. */
    COUNT_DISTINCT(1),
    /** The sum; whole numbers stay whole, and it is null when it takes more than 64 bits. */
    SUM(1),
    /** The mean, always a {@link Type#NUMBER}. */
    AVG(1),
    MIN(1),
    MAX(1),
    /** The bits that all whole numbers have. */
    BIT_AND(1),
    /** The bits that one of the whole numbers has. */
    BIT_OR(1),
    /** The bits that an odd count of the whole numbers has. */
    BIT_XOR(1),
    /** The first argument of the row whose second is the smallest; of several the smallest. */
    ARG_MIN(2),
    /** The first argument of the row whose second is the largest; of several the largest. */
    ARG_MAX(2),
    /**
     * Of n numbers in order the one at {@code level * (n - 1)}, counted from 0; between two, the
     * value as far between them. Always a {@link Type#NUMBER}.
     */
    QUANTILE(1),
    /** The quantiles of several levels as {@link Type#NUMBERS}. */
    QUANTILES(1),
    /** The values as a list, in the order asked for, else from the smallest to the largest. */
    LIST(1),
    /** The most frequent values, the most frequent first, the smaller first of equally many. */
    TOP(1),
    /** The standard deviation of the numbers as a whole population. */
    STDDEV_POP(1),
    /** The standard deviation of a sample; null of less than two numbers. */
    STDDEV_SAMP(1),
    VAR_POP(1),
    VAR_SAMP(1),
    COVAR_POP(2),
    COVAR_SAMP(2),
    /** The correlation of two numbers; null where one of them is always the same. */
    CORR(2);

    private final int arity;

    Kind(int arity) {
      this.arity = arity;
    }
  }

  /** All it computes of each row. */
  public List<Expression> expressions() {
    List<Expression> all = new ArrayList<>(arguments);
    if (condition != null) {
      all.add(condition);
    }
    order.forEach(by -> all.add(by.expression()));
    return all;
  }

  /** The only or first argument; null for {@link Kind#COUNT} of all rows. */
  public @Nullable Expression argument() {
    return arguments.isEmpty() ? null : arguments.getFirst();
  }

  /** The only or first level; 0 without. */
  public double level() {
    return levels.isEmpty() ? 0 : levels.getFirst();
  }

  /** The type of the result. */
  public Type type() {
    return switch (kind) {
      case COUNT, COUNT_DISTINCT -> Type.INTEGER;
      case AVG, QUANTILE, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, COVAR_POP, COVAR_SAMP, CORR ->
          Type.NUMBER;
      case QUANTILES -> Type.NUMBERS;
      case SUM, MIN, MAX, BIT_AND, BIT_OR, BIT_XOR, ARG_MIN, ARG_MAX -> arguments.getFirst().type();
      case LIST, TOP ->
          Objects.requireNonNull(arguments.getFirst().type().listOf(), "lists of this type");
    };
  }

  Column column() {
    return new Column(name, type());
  }
}
