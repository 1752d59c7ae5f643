package dev.facet.plan;

import dev.facet.model.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one table of functions: how many arguments, what comes out, what null does. What each
 * computes in Java stands in {@code store.memory.Functions}, its SQL in {@code store.sql}; both
 * switch over this enum, so that none is forgotten.
 */
public enum Function {
  /** Equal; null when a side is null. Text by code point, numbers by value. */
  EQUAL(2, Type.BOOLEAN, Nulls.PASS),
  LESS(2, Type.BOOLEAN, Nulls.PASS),
  LESS_OR_EQUAL(2, Type.BOOLEAN, Nulls.PASS),
  /** True when all are true; false when one is false; else null. Any number of arguments. */
  AND(-1, Type.BOOLEAN, Nulls.OWN),
  /** True when one is true; false when all are false; else null. Any number of arguments. */
  OR(-1, Type.BOOLEAN, Nulls.OWN),
  NOT(1, Type.BOOLEAN, Nulls.PASS),
  IS_NULL(1, Type.BOOLEAN, Nulls.OWN),
  /** The first that is not null. Any number of arguments of one type. */
  COALESCE(-1, null, Nulls.OWN),
  /** The second where the first is true, else the third; types of both are equal. */
  IF(3, null, Nulls.OWN),
  /** The sum of two whole numbers; null when it takes more than 64 bits. */
  ADD(2, Type.INTEGER, Nulls.PASS),
  /** The first whole number less the second; null when it takes more than 64 bits. */
  SUBTRACT(2, Type.INTEGER, Nulls.PASS),
  /** How many whole seconds a number of microseconds holds that is not negative. */
  SECONDS(1, Type.INTEGER, Nulls.PASS),
  /** The first divided by the second, as a number; null when the second is 0. */
  DIVIDE(2, Type.NUMBER, Nulls.PASS),
  /**
   * Which bin holds the number (first) when the stretch from the least (second) to the greatest
   * (third) is cut into that many (fourth) equally wide bins, counted from 0; each holds where it
   * begins, the last one the greatest too. 0 when there is no stretch or its width is no number.
   */
  BIN(4, Type.INTEGER, Nulls.PASS),
  /** A whole number in digits. */
  TO_TEXT(1, Type.TEXT, Nulls.PASS),
  /** A whole number as a {@link Type#NUMBER}. */
  TO_NUMBER(1, Type.NUMBER, Nulls.PASS),
  /**
   * Whether the first text holds the second after each character of both became its lower-case
   * letter in Unicode 15: one for one, whatever stands beside it.
   */
  CONTAINS_IGNORE_CASE(2, Type.BOOLEAN, Nulls.PASS),
  /**
   * Whether the pattern (second, RE2 syntax) occurs in the first; false when the pattern is
   * malformed or larger than an engine takes.
   */
  MATCHES(2, Type.BOOLEAN, Nulls.PASS),
  /** The text without any {@code /}, {@code ?} and {@code #} at its end. */
  TRIM_URL(1, Type.TEXT, Nulls.PASS),
  /** The text without the {@code /} at its end, unless that is all there is. */
  TRIM_SLASH(1, Type.TEXT, Nulls.PASS),
  /**
   * The text with the third in place of whatever the pattern (second, a literal of RE2 syntax)
   * finds, as it is when the pattern is malformed. The third is no pattern.
   */
  REPLACE_MATCHES(3, Type.TEXT, Nulls.PASS),
  /**
   * A text as a time: {@code YYYY-MM-DD}, or that, {@code T} or a space, {@code
   * HH:MM[:SS[.fraction]]} and {@code Z}, {@code ±HH:MM}, {@code ±HHMM} or nothing for UTC; what is
   * finer than a microsecond is cut off. A whole number is epoch seconds, or milliseconds from
   * 10^11 on. Null when it reads as none of these or is not on the calendar.
   */
  TO_TIME(1, Type.TIME, Nulls.PASS);

  private enum Nulls {
    /** Null when an argument is null. */
    PASS,
    /** As its sentence says. */
    OWN
  }

  private final int arity;
  private final @Nullable Type result;
  private final Nulls nulls;

  Function(int arity, @Nullable Type result, Nulls nulls) {
    this.arity = arity;
    this.result = result;
    this.nulls = nulls;
  }

  /** Whether the result is null as soon as one argument is. */
  public boolean passesNull() {
    return nulls == Nulls.PASS;
  }

  void check(List<Expression> arguments) {
    if (arity >= 0 && arguments.size() != arity || arguments.isEmpty()) {
      throw new IllegalArgumentException(
          this + " does not take " + arguments.size() + " arguments");
    }
  }

  Type result(List<Expression> arguments) {
    return result != null ? result : arguments.getLast().type();
  }
}
