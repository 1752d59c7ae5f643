package dev.facet.model;

/**
 * The type of a column or expression, and the Java value that stands for it. A missing value is
 * {@code null}.
 */
public enum Type {
  /** A {@link String}. */
  TEXT,
  /** A {@link Double}. */
  NUMBER,
  /** A {@link Long}. */
  INTEGER,
  /** A {@link Boolean}. */
  BOOLEAN,
  /** A {@link Long}: microseconds since 1970-01-01T00:00:00Z. */
  TIME,
  /**
   * A {@link java.util.Map} from text to plain values (text, numbers, booleans, lists, maps, null).
   */
  OBJECT,
  /** A {@link java.util.List} of plain values. */
  LIST;

  /** Whether values of this type can be added and averaged. */
  public boolean isNumeric() {
    return this == NUMBER || this == INTEGER;
  }
}
