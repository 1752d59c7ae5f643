package dev.facet.query.otql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of an object. */
public sealed interface Condition {

  /** All hold. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** One holds. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** It does not hold. */
  record Not(Condition condition) implements Condition {}

  /**
   * {@code link @directive {condition}}: a linked object satisfies the condition.
   *
   * @param condition null for any object
   */
  record Linked(Name link, List<Directive> directives, @Nullable Condition condition)
      implements Condition {
    public Linked {
      directives = List.copyOf(directives);
    }
  }

  /** {@code field @directive}: the field's value is a score. */
  record Scored(Name field, List<Directive> directives) implements Condition {
    public Scored {
      directives = List.copyOf(directives);
    }
  }

  /** {@code function(field, value)}. */
  record Call(Name function, Name field, List<Literal> values) implements Condition {
    public Call {
      values = List.copyOf(values);
    }
  }

  /** {@code field = value}. */
  record Compare(Name field, Operator operator, Literal value) implements Condition {}

  /** {@code field IN [values]}: a list or a parameter. */
  record In(Name field, Literal values) implements Condition {}

  /** How a field is compared. */
  enum Operator {
    EQUAL("="),
    DIFFERENT("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }
  }
}
