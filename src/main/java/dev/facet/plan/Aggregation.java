package dev.facet.plan;

import dev.facet.model.Column;
import dev.facet.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * One number (or value) out of many rows. Rows whose argument is null are ignored. Without any row
 * left, counts are 0 and everything else is null.
 *
 * @param argument null for {@link Kind#COUNT} of all rows
 * @param level which {@link Kind#QUANTILE}, from 0 to 1; 0 for all other kinds
 */
public record Aggregation(String name, Kind kind, @Nullable Expression argument, double level) {

  public Aggregation {
    if (argument == null && kind != Kind.COUNT) {
      throw new IllegalArgumentException(kind + " needs an argument");
    }
    if (!(level >= 0 && level <= 1) || level != 0 && kind != Kind.QUANTILE) {
      throw new IllegalArgumentException(kind + " of level " + level);
    }
  }

  public Aggregation(String name, Kind kind, @Nullable Expression argument) {
    this(name, kind, argument, 0);
  }

  /** The value below which this share of the values is; 0.5 for the median. */
  public static Aggregation quantile(String name, Expression argument, double level) {
    return new Aggregation(name, Kind.QUANTILE, argument, level);
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
    MAX,
    /**
     * Of n numbers in order the one at {@code level * (n - 1)}, counted from 0; between two, the
     * value as far between them. Always a {@link Type#NUMBER}.
     */
    QUANTILE
  }

  /** The type of the result. */
  public Type type() {
    return switch (kind) {
      case COUNT, COUNT_DISTINCT -> Type.INTEGER;
      case AVG, QUANTILE -> Type.NUMBER;
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
