package dev.facet.plan;

import dev.facet.model.Type;
import java.util.List;
import java.util.Objects;

// Long: a pure table, one entry a function.
/**
 * The one table of functions: how many arguments, what comes out, what null does. What each
 * computes in Java stands in {@code store.memory.Functions}, its SQL in the engines' dialects; both
 * switch over this enum, so that none is forgotten. What people call functions is made of these in
 * {@code plan.function}.
 */
public enum Function {
  /** Equal; null when a side is null. Text by code point, numbers by value. */
  EQUAL(2, Result.BOOLEAN, Nulls.PASS),
  LESS(2, Result.BOOLEAN, Nulls.PASS),
  LESS_OR_EQUAL(2, Result.BOOLEAN, Nulls.PASS),
  /** True when all are true; false when one is false; else null. Any number of arguments. */
  AND(-1, Result.BOOLEAN, Nulls.OWN),
  /** True when one is true; false when all are false; else null. Any number of arguments. */
  OR(-1, Result.BOOLEAN, Nulls.OWN),
  NOT(1, Result.BOOLEAN, Nulls.PASS),
  IS_NULL(1, Result.BOOLEAN, Nulls.OWN),
  /** The first that is not null. Any number of arguments of one type. */
  COALESCE(-1, Result.LAST, Nulls.OWN),
  /** The second where the first is true, else the third; types of both are equal. */
  IF(3, Result.LAST, Nulls.OWN),
  /** The sum; of whole numbers whole, and null when it takes more than 64 bits. */
  ADD(2, Result.NUMERIC, Nulls.PASS),
  /** The first less the second; of whole numbers whole, null when it takes more than 64 bits. */
  SUBTRACT(2, Result.NUMERIC, Nulls.PASS),
  /** How many whole seconds a number of microseconds holds that is not negative. */
  SECONDS(1, Result.INTEGER, Nulls.PASS),
  /** The first divided by the second, as a number; null when the second is 0. */
  DIVIDE(2, Result.NUMBER, Nulls.PASS),
  /**
   * Which bin holds the number (first) when the stretch from the least (second) to the greatest
   * (third) is cut into that many (fourth) equally wide bins, counted from 0; each holds where it
   * begins, the last one the greatest too. 0 when there is no stretch or its width is no number.
   */
  BIN(4, Result.INTEGER, Nulls.PASS),
  /**
   * A number from 0 until 1 that looks like chance and is always the same for a text: the first 32
   * bits of its MD5 sum, divided by 2^32.
   */
  DRAW(1, Result.NUMBER, Nulls.PASS),
  /** A whole number in digits. */
  TO_TEXT(1, Result.TEXT, Nulls.PASS),
  /** A whole number as a {@link Type#NUMBER}. */
  TO_NUMBER(1, Result.NUMBER, Nulls.PASS),
  /**
   * Whether the first text holds the second after each character of both became its lower-case
   * letter in Unicode 15: one for one, whatever stands beside it.
   */
  CONTAINS_IGNORE_CASE(2, Result.BOOLEAN, Nulls.PASS),
  /**
   * Whether the pattern (second, RE2 syntax) occurs in the first; false when the pattern is
   * malformed or larger than an engine takes.
   */
  MATCHES(2, Result.BOOLEAN, Nulls.PASS),
  /** The text without any {@code /}, {@code ?} and {@code #} at its end. */
  TRIM_URL(1, Result.TEXT, Nulls.PASS),
  /** The text without the {@code /} at its end, unless that is all there is. */
  TRIM_SLASH(1, Result.TEXT, Nulls.PASS),
  /**
   * The text with the third in place of whatever the pattern (second, a literal of RE2 syntax)
   * finds, as it is when the pattern is malformed. The third is no pattern.
   */
  REPLACE_MATCHES(3, Result.TEXT, Nulls.PASS),
  /**
   * A text as a time: {@code YYYY-MM-DD}, or that, {@code T} or a space, {@code
   * HH:MM[:SS[.fraction]]} and {@code Z}, {@code ±HH:MM}, {@code ±HHMM} or nothing for UTC; what is
   * finer than a microsecond is cut off. A whole number is epoch seconds, or milliseconds from
   * 10^11 on. Null when it reads as none of these or is not on the calendar.
   */
  TO_TIME(1, Result.TIME, Nulls.PASS),

  // Numbers

  /** The product; of whole numbers whole, and null when it takes more than 64 bits. */
  MULTIPLY(2, Result.NUMERIC, Nulls.PASS),
  /** How often the second whole number goes into the first, cut towards 0; null of 0. */
  QUOTIENT(2, Result.INTEGER, Nulls.PASS),
  /** What {@link #QUOTIENT} leaves, with the sign of the first; null of 0. Of any numbers. */
  REMAINDER(2, Result.NUMERIC, Nulls.PASS),
  /** How often the second, which is positive, goes into the first whole number, rounded down. */
  FLOOR_DIVIDE(2, Result.INTEGER, Nulls.PASS),
  /** The bits that two whole numbers share. */
  SHARED_BITS(2, Result.INTEGER, Nulls.PASS),
  /** Without its sign; null when it takes more than 64 bits. */
  ABSOLUTE(1, Result.NUMERIC, Nulls.PASS),
  FLOOR(1, Result.NUMBER, Nulls.PASS),
  CEILING(1, Result.NUMBER, Nulls.PASS),
  /** The nearest whole number; between two the even one. */
  ROUND(1, Result.NUMBER, Nulls.PASS),
  SQUARE_ROOT(1, Result.NUMBER, Nulls.PASS),
  EXPONENTIAL(1, Result.NUMBER, Nulls.PASS),
  /** To the base e. */
  LOGARITHM(1, Result.NUMBER, Nulls.PASS),
  POWER(2, Result.NUMBER, Nulls.PASS),
  /** The largest of those that are not null. Any number of arguments of one type. */
  GREATEST(-1, Result.LAST, Nulls.OWN),
  /** The smallest of those that are not null. Any number of arguments of one type. */
  LEAST(-1, Result.LAST, Nulls.OWN),
  /** A number cut towards 0; null beyond 64 bits. */
  TO_WHOLE(1, Result.INTEGER, Nulls.PASS),
  /** A decimal number out of a text, blanks around it left out; null when it is none. */
  PARSE_NUMBER(1, Result.NUMBER, Nulls.PASS),
  /** A whole number out of a text of digits and a sign; null when it is none or too large. */
  PARSE_WHOLE(1, Result.INTEGER, Nulls.PASS),
  /** A number as JSON has it, without {@code .0} at its end; null of what is not finite. */
  NUMBER_TEXT(1, Result.TEXT, Nulls.PASS),
  /** A whole number in hexadecimal digits, negative ones as 64 bits. */
  HEX(1, Result.TEXT, Nulls.PASS),

  // Text; characters are code points

  LENGTH(1, Result.INTEGER, Nulls.PASS),
  /** Each character its lower-case letter, as in {@link #CONTAINS_IGNORE_CASE}. */
  LOWER(1, Result.TEXT, Nulls.PASS),
  /** Each character its upper-case letter, one for one; those without one stay. */
  UPPER(1, Result.TEXT, Nulls.PASS),
  /** One after the other. Any number of texts. */
  CONCAT(-1, Result.TEXT, Nulls.PASS),
  /**
   * So many characters (third, none below 0) from a place (second) on: 1 is the first, -1 the last,
   * 0 gives nothing.
   */
  SUBSTRING(3, Result.TEXT, Nulls.PASS),
  /** The text with each second in it replaced by the third; nothing is found of an empty one. */
  REPLACE(3, Result.TEXT, Nulls.PASS),
  /**
   * Each match of a pattern (second, a literal that compiles) replaced by the third, a literal in
   * which {@code \\1} stands for a group.
   */
  REWRITE_ALL(3, Result.TEXT, Nulls.PASS),
  /** The same for the first match only. */
  REWRITE_FIRST(3, Result.TEXT, Nulls.PASS),
  /**
   * What the group (third, 0 for all) of a pattern (second, both literals, the group there) first
   * matches; empty when nothing does.
   */
  EXTRACT(3, Result.TEXT, Nulls.PASS),
  /** The same of all matches. */
  EXTRACT_ALL(3, Result.TEXTS, Nulls.PASS),
  /** The parts of the first between the second; of an empty second each character. */
  SPLIT(2, Result.TEXTS, Nulls.PASS),
  /** The texts of a list that are not null with the second between them. */
  JOIN(2, Result.TEXT, Nulls.PASS),
  STARTS_WITH(2, Result.BOOLEAN, Nulls.PASS),
  ENDS_WITH(2, Result.BOOLEAN, Nulls.PASS),
  /** Where the second begins in the first, from 1; 0 for nowhere. */
  POSITION(2, Result.INTEGER, Nulls.PASS),
  /** The first without what the second has of characters, at its start. */
  TRIM_START(2, Result.TEXT, Nulls.PASS),
  TRIM_END(2, Result.TEXT, Nulls.PASS),
  /** Filled up at its start with the third to so many (second) characters, or cut to them. */
  PAD_START(3, Result.TEXT, Nulls.PASS),
  PAD_END(3, Result.TEXT, Nulls.PASS),
  /** So many times (second); null for more than 10 000 times. */
  REPEAT(2, Result.TEXT, Nulls.PASS),
  REVERSE(1, Result.TEXT, Nulls.PASS),
  /** In lower-case hexadecimal digits, of UTF-8. */
  MD5(1, Result.TEXT, Nulls.PASS),
  SHA256(1, Result.TEXT, Nulls.PASS),
  /** The bytes of UTF-8 in upper-case hexadecimal digits. */
  HEX_BYTES(1, Result.TEXT, Nulls.PASS),
  /** The bytes of UTF-8 in Base64. */
  BASE64(1, Result.TEXT, Nulls.PASS),

  // Lists of one type

  /** Any number of elements of one type. */
  LIST_OF(-1, Result.LIST_OF_LAST, Nulls.OWN),
  /** The element at a place: 1 is the first, -1 the last; null where there is none. */
  ELEMENT(2, Result.ELEMENT, Nulls.PASS),
  /** The elements from a place (from 1) to another, both included. */
  SLICE(3, Result.FIRST, Nulls.PASS),
  SIZE(1, Result.INTEGER, Nulls.PASS),
  /** Whether a value is in a list. */
  HAS(2, Result.BOOLEAN, Nulls.PASS),
  /** The first place of a value in a list, from 1; 0 when it is not there. */
  INDEX_OF(2, Result.INTEGER, Nulls.PASS),
  /** The different elements that are not null, from the smallest to the largest. */
  DISTINCT(1, Result.FIRST, Nulls.PASS),
  REVERSE_LIST(1, Result.FIRST, Nulls.PASS),
  /** One list after the other. Any number of them. */
  APPEND(-1, Result.LAST, Nulls.PASS),
  /** The sum of elements that are not null; null without any. */
  LIST_SUM(1, Result.ELEMENT, Nulls.PASS),
  LIST_MIN(1, Result.ELEMENT, Nulls.PASS),
  LIST_MAX(1, Result.ELEMENT, Nulls.PASS),
  /**
   * Whole numbers from the first until the second, which is not in it, by steps of the third; null
   * for more than a million of them, or steps of 0.
   */
  RANGE(3, Result.INTEGERS, Nulls.PASS),

  /**
   * How many steps are reached by rows that come one after the other: their times (first, whole,
   * ascending), which steps each meets (second, a bit each), how far from the first step the others
   * may be (third), how many steps (fourth) and the {@link StepMode}s (fifth, a bit each; both
   * literals). A row takes one step only, the furthest; a later first step starts anew.
   */
  STEPS_REACHED(5, Result.INTEGER, Nulls.PASS),

  // Times and dates, on the calendar of UTC

  /** Whole microseconds as a time; null before the year 0 and after 9999. */
  AS_TIME(1, Result.TIME, Nulls.PASS),
  /** Whole days as a date; null before the year 0 and after 9999. */
  AS_DATE(1, Result.DATE, Nulls.PASS),
  /** A time, date or boolean as the whole number it is. */
  AS_WHOLE(1, Result.INTEGER, Nulls.PASS),
  YEAR(1, Result.INTEGER, Nulls.PASS),
  /** From 1. */
  MONTH(1, Result.INTEGER, Nulls.PASS),
  /** Of the month, from 1. */
  DAY(1, Result.INTEGER, Nulls.PASS),
  /** The week of ISO 8601, from 1. */
  ISO_WEEK(1, Result.INTEGER, Nulls.PASS),
  /** The year that {@link #ISO_WEEK} counts in. */
  ISO_YEAR(1, Result.INTEGER, Nulls.PASS),
  /** So many months later, on the last day of the month where it is shorter. */
  ADD_MONTHS(2, Result.DATE, Nulls.PASS),
  /** The time itself; whoever takes its parts does it in the zone that the literal names. */
  IN_ZONE(2, Result.TIME, Nulls.PASS),
  /** The first, a number of the units that the literal names; moments are moved by it. */
  INTERVAL(2, Result.INTEGER, Nulls.PASS),

  // JSON as text; what is malformed or JSON's null gives null

  /** A value as compact JSON. */
  JSON_OF(1, Result.TEXT, Nulls.PASS),
  /** The value of a key (second) of an object, as JSON. */
  JSON_KEY(2, Result.TEXT, Nulls.PASS),
  /** The element at a place (second) of a list, as JSON: 1 is the first, -1 the last. */
  JSON_ELEMENT(2, Result.TEXT, Nulls.PASS),
  /** A JSON list as a list of plain values. */
  JSON_LIST(1, Result.PLAIN_LIST, Nulls.PASS),
  /** A text without its quotes, everything else as JSON. */
  JSON_TEXT(1, Result.TEXT, Nulls.PASS),
  /** {@code object}, {@code list}, {@code text}, {@code number} or {@code boolean}. */
  JSON_TYPE(1, Result.TEXT, Nulls.PASS),
  /** How many keys or elements; 0 of everything else. */
  JSON_SIZE(1, Result.INTEGER, Nulls.PASS),
  /** The keys of an object, none of everything else. */
  JSON_KEYS(1, Result.TEXTS, Nulls.PASS);

  private enum Nulls {
    /** Null when an argument is null. */
    PASS,
    /** As its sentence says. */
    OWN
  }

  /** What comes out. */
  private enum Result {
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN,
    TIME,
    DATE,
    TEXTS,
    INTEGERS,
    PLAIN_LIST,
    /** A number when an argument is one, else whole. */
    NUMERIC,
    FIRST,
    LAST,
    LIST_OF_LAST,
    /** Of the first argument. */
    ELEMENT;

    private static Type numeric(List<Expression> arguments) {
      boolean whole =
          arguments.getFirst().type() != Type.NUMBER && arguments.getLast().type() != Type.NUMBER;
      return whole ? Type.INTEGER : Type.NUMBER;
    }

    private Type of(List<Expression> arguments) {
      return switch (this) {
        case TEXT -> Type.TEXT;
        case NUMBER -> Type.NUMBER;
        case INTEGER -> Type.INTEGER;
        case BOOLEAN -> Type.BOOLEAN;
        case TIME -> Type.TIME;
        case DATE -> Type.DATE;
        case TEXTS -> Type.TEXTS;
        case INTEGERS -> Type.INTEGERS;
        case PLAIN_LIST -> Type.LIST;
        case NUMERIC -> numeric(arguments);
        case FIRST -> arguments.getFirst().type();
        case LAST -> arguments.getLast().type();
        case LIST_OF_LAST ->
            Objects.requireNonNull(arguments.getLast().type().listOf(), "lists of this type");
        case ELEMENT ->
            Objects.requireNonNull(arguments.getFirst().type().element(), "elements of this type");
      };
    }
  }

  private final int arity;
  private final Result result;
  private final Nulls nulls;

  Function(int arity, Result result, Nulls nulls) {
    this.arity = arity;
    this.result = result;
    this.nulls = nulls;
  }

  /** How many arguments; below 0 any number but none. */
  public int arity() {
    return arity;
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
    return result.of(arguments);
  }
}
