package dev.facet.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
  LIST,
  /** A {@link Long}: days since 1970-01-01. */
  DATE,
  /** A {@link java.util.List} of {@link #TEXT}; it may hold nulls, as the lists below may. */
  TEXTS,
  /** A list of {@link #NUMBER}. */
  NUMBERS,
  /** A list of {@link #INTEGER}. */
  INTEGERS,
  /** A list of {@link #BOOLEAN}. */
  BOOLEANS,
  /** A list of {@link #TIME}. */
  TIMES,
  /** A list of {@link #DATE}. */
  DATES;

  /** The type as sentences say it. */
  public String words() {
    return switch (this) {
      case TEXT -> "text";
      case NUMBER -> "a number";
      case INTEGER -> "a whole number";
      case BOOLEAN -> "a boolean";
      case TIME -> "a time";
      case DATE -> "a date";
      case OBJECT -> "an object";
      case LIST -> "a list";
      case TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          "a list of " + name().toLowerCase(Locale.ROOT);
    };
  }

  /** Whether values of this type can be added and averaged. */
  public boolean isNumeric() {
    return this == NUMBER || this == INTEGER;
  }

  /** Whether values are lists whose elements all have one type. */
  public boolean isListOfOne() {
    return element() != null;
  }

  /** The type of the elements of a list of one type; null for all other types. */
  public @Nullable Type element() {
    return switch (this) {
      case TEXTS -> TEXT;
      case NUMBERS -> NUMBER;
      case INTEGERS -> INTEGER;
      case BOOLEANS -> BOOLEAN;
      case TIMES -> TIME;
      case DATES -> DATE;
      case TEXT, NUMBER, INTEGER, BOOLEAN, TIME, OBJECT, LIST, DATE -> null;
    };
  }

  /** The type of lists of this; null when there are none. */
  public @Nullable Type listOf() {
    return switch (this) {
      case TEXT -> TEXTS;
      case NUMBER -> NUMBERS;
      case INTEGER -> INTEGERS;
      case BOOLEAN -> BOOLEANS;
      case TIME -> TIMES;
      case DATE -> DATES;
      case OBJECT, LIST, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES -> null;
    };
  }
}
