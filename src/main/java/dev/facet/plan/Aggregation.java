package dev.facet.plan;

import dev.facet.model.Column;
import dev.facet.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * One number (or value) out of many rows. Rows whose argument is null are ignored. Without any row
 * left, counts are 0 and everything else is null.
 *
 * @param argument null for {@link Kind#COUNT} of all rows
 */
public record Aggregation(String name, Kind kind, @Nullable Expression argument) {

  public Aggregation {
    if (argument == null && kind != Kind.COUNT) {
      throw new IllegalArgumentException(kind + " needs an argument");
    }
  }

  /** How rows are summed up. */
  public enum Kind {
    /** How many rows; with an argument, how many where it is not null. */
    COUNT,
    /** How many different values. */
    COUNT_DISTINCT,
    /** The sum; whole numbers stay whole. */
    SUM,
    /** The mean, always a {@link Type#NUMBER}. */
    AVG,
    MIN,
    MAX
  }

  /** The type of the result. */
  public Type type() {
    return switch (kind) {
      case COUNT, COUNT_DISTINCT -> Type.INTEGER;
      case AVG -> Type.NUMBER;
      case SUM, MIN, MAX -> argumentType();
    };
  }

  private Type argumentType() {
    if (argument == null) {
      throw new IllegalStateException(kind + " without argument");
    }
    return argument.type();
  }

  Column column() {
    return new Column(name, type());
  }
}
