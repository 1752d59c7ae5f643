package dev.facet.query.text.odata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition, or a value in one; the types fit. */
public sealed interface Expression {

  ValueType type();

  /** A field of the row. */
  record Field(String name, ValueType type) implements Expression {}

  /**
   * A value as written.
   *
   * @param value a String, BigDecimal, Instant or Boolean; null for null
   */
  record Literal(@Nullable Object value, ValueType type) implements Expression {}

  /** A function of texts. */
  record Call(TextFunction function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public ValueType type() {
      return function.result();
    }
  }

  /** What is true, false, or for want of a value neither. */
  sealed interface Condition extends Expression {
    @Override
    default ValueType type() {
      return ValueType.TRUTH;
    }
  }

  /** Two values of like types. */
  record Comparison(Operator operator, Expression left, Expression right) implements Condition {}

  /** Whether a value is one of several. */
  record In(Expression value, List<Literal> among) implements Condition {
    public In {
      among = List.copyOf(among);
    }
  }

  /** Whether all of these hold. */
  record And(List<Expression> terms) implements Condition {
    public And {
      terms = List.copyOf(terms);
    }
  }

  /** Whether any of these holds. */
  record Or(List<Expression> terms) implements Condition {
    public Or {
      terms = List.copyOf(terms);
    }
  }

  /** Whether this does not hold. */
  record Not(Expression term) implements Condition {}
}
