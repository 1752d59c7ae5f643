package dev.facet.store;

import static dev.facet.store.Rows.row;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.StepMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What functions give of ordinary values, empty ones, odd ones and extremes. */
final class FunctionExamples {
  private static final long MAX = Long.MAX_VALUE;
  private static final long MIN = Long.MIN_VALUE;

  /** An example: the function of these values gives that. */
  record Example(
      Function function, List<Expression.Literal> arguments, @Nullable Object expected) {}

  static final List<Example> EXAMPLES = new ArrayList<>();

  private static void gives(@Nullable Object expected, Function function, Object... arguments) {
    List<Expression.Literal> literals = new ArrayList<>();
    for (Object argument : arguments) {
      literals.add(
          argument instanceof Expression.Literal literal
              ? literal
              : new Expression.Literal(argument, typeOf(argument)));
    }
    EXAMPLES.add(new Example(function, literals, expected));
  }

  private static Type typeOf(Object value) {
    return switch (value) {
      case String _ -> Type.TEXT;
      case Double _ -> Type.NUMBER;
      case Long _ -> Type.INTEGER;
      case Boolean _ -> Type.BOOLEAN;
      case List<?> list -> Objects.requireNonNull(typeOf(first(list)).listOf());
      default -> throw new IllegalArgumentException("No type of " + value);
    };
  }

  private static Object first(List<?> list) {
    return list.stream().filter(Objects::nonNull).findFirst().orElseThrow();
  }

  static Expression.Literal no(Type type) {
    return new Expression.Literal(null, type);
  }

  private static Expression.Literal none(Type list) {
    return new Expression.Literal(List.of(), list);
  }

  private static Expression.Literal date(String iso) {
    return new Expression.Literal(LocalDate.parse(iso).toEpochDay(), Type.DATE);
  }

  private static long days(String iso) {
    return LocalDate.parse(iso).toEpochDay();
  }

  static {
    numbers();
    moreNumbers();
    texts();
    patterns();
    lists();
    times();
    json();
  }

  private static void numbers() {
    gives(null, Function.ADD, MAX, 1L);
    gives(3.5, Function.ADD, 1L, 2.5);
    gives(null, Function.ADD, 1e308, 1e308);
    gives(null, Function.SUBTRACT, MIN, 1L);
    gives(-1.5, Function.SUBTRACT, 1L, 2.5);
    gives(null, Function.MULTIPLY, MAX, 2L);
    gives(-6L, Function.MULTIPLY, 2L, -3L);
    gives(0.5, Function.MULTIPLY, 2L, 0.25);
    gives(-3L, Function.QUOTIENT, -7L, 2L);
    gives(null, Function.QUOTIENT, 7L, 0L);
    gives(null, Function.QUOTIENT, MIN, -1L);
    gives(8L, Function.SHARED_BITS, 12L, 10L);
    gives(MIN, Function.SHARED_BITS, -1L, MIN);
    gives(-1L, Function.REMAINDER, -7L, 2L);
    gives(1L, Function.REMAINDER, 7L, -2L);
    gives(1.5, Function.REMAINDER, 7.5, 2.0);
    gives(null, Function.REMAINDER, 7.5, 0.0);
    gives(null, Function.REMAINDER, 7L, 0L);
    gives(0.9235679022967815, Function.DRAW, "p1");
    gives(0.7507944491226226, Function.DRAW, "ü");
    gives(-4L, Function.FLOOR_DIVIDE, -7L, 2L);
    gives(-4L, Function.FLOOR_DIVIDE, -8L, 2L);
    gives(3L, Function.FLOOR_DIVIDE, 7L, 2L);
    gives(MIN / 2, Function.FLOOR_DIVIDE, MIN, 2L);
    gives(7L, Function.ABSOLUTE, -7L);
    gives(0.5, Function.ABSOLUTE, -0.5);
    gives(null, Function.ABSOLUTE, MIN);
    gives(-2.0, Function.FLOOR, -1.5);
    gives(3.0, Function.FLOOR, 3L);
    gives(-1.0, Function.CEILING, -1.5);
    gives(2.0, Function.ROUND, 2.5);
    gives(4.0, Function.ROUND, 3.5);
    gives(3.0, Function.SQUARE_ROOT, 9L);
    gives(null, Function.SQUARE_ROOT, -1.0);
    gives(1.0, Function.EXPONENTIAL, 0L);
    gives(null, Function.EXPONENTIAL, 1e9);
    gives(0.0, Function.LOGARITHM, 1L);
    gives(null, Function.LOGARITHM, 0L);
    gives(null, Function.LOGARITHM, -1L);
    gives(8.0, Function.POWER, 2L, 3L);
    gives(null, Function.POWER, 0L, -1L);
  }

  private static void moreNumbers() {
    gives(3L, Function.GREATEST, 1L, 3L, no(Type.INTEGER));
    gives(null, Function.GREATEST, no(Type.INTEGER), no(Type.INTEGER));
    gives("b", Function.GREATEST, "b", "a");
    gives(0.5, Function.LEAST, 0.5, no(Type.NUMBER), 1.0);
    gives(-2L, Function.TO_WHOLE, -2.9);
    gives(null, Function.TO_WHOLE, 9.3e18);
    gives(null, Function.TO_WHOLE, 0x1p63);
    gives(MIN, Function.TO_WHOLE, -0x1p63);
    gives(12.5, Function.PARSE_NUMBER, " 12.5\n");
    gives(0.5, Function.PARSE_NUMBER, ".5");
    gives(-1000.0, Function.PARSE_NUMBER, "-1e3");
    gives(null, Function.PARSE_NUMBER, "1_000");
    gives(null, Function.PARSE_NUMBER, "NaN");
    gives(null, Function.PARSE_NUMBER, "inf");
    gives(null, Function.PARSE_NUMBER, "");
    gives(null, Function.PARSE_NUMBER, "1e999");
    gives(null, Function.PARSE_NUMBER, "0x10");
    gives(12L, Function.PARSE_WHOLE, "+12");
    gives(MIN, Function.PARSE_WHOLE, "-9223372036854775808");
    gives(null, Function.PARSE_WHOLE, "9223372036854775808");
    gives(null, Function.PARSE_WHOLE, "1.5");
    gives(null, Function.PARSE_WHOLE, " 1");
    gives("10", Function.NUMBER_TEXT, 10.0);
    gives("0.1", Function.NUMBER_TEXT, 0.1);
    gives("-0.000001", Function.NUMBER_TEXT, -1e-6);
    gives("1.5e-7", Function.NUMBER_TEXT, 1.5e-7);
    gives("100000000000000000000", Function.NUMBER_TEXT, 1e20);
    gives("1e21", Function.NUMBER_TEXT, 1e21);
    gives("123456789012345680", Function.NUMBER_TEXT, 123456789012345678.0);
    gives("FF", Function.HEX, 255L);
    gives("FFFFFFFFFFFFFFFF", Function.HEX, -1L);
    gives("0", Function.HEX, 0L);
  }

  private static void texts() {
    gives(3L, Function.LENGTH, "aé😀");
    gives(0L, Function.LENGTH, "");
    gives("äi̇", Function.LOWER, "Äi̇");
    gives("ÄẞI😀", Function.UPPER, "äßı😀");
    gives("abc", Function.CONCAT, "a", "", "bc");
    gives("a", Function.CONCAT, "a");
    gives("é😀", Function.SUBSTRING, "aé😀b", 2L, 2L);
    gives("b", Function.SUBSTRING, "aé😀b", -1L, 9L);
    gives("", Function.SUBSTRING, "abc", 0L, 2L);
    gives("", Function.SUBSTRING, "abc", -4L, 2L);
    gives("", Function.SUBSTRING, "abc", 9L, 2L);
    gives("bc", Function.SUBSTRING, "abc", 2L, MAX);
    gives("", Function.SUBSTRING, "abc", 2L, -1L);
    gives("", Function.SUBSTRING, "abc", MAX, 1L);
    gives("", Function.SUBSTRING, "abc", MIN, 1L);
    gives("xbxb", Function.REPLACE, "abab", "a", "x");
    gives("abab", Function.REPLACE, "abab", "", "x");
    gives(row("a", "", "b"), Function.SPLIT, "a,,b", ",");
    gives(row("é", "😀"), Function.SPLIT, "é😀", "");
    gives(row(""), Function.SPLIT, "", ",");
    gives(row(""), Function.SPLIT, "", "");
    gives("a-b", Function.JOIN, row("a", null, "b"), "-");
    gives("", Function.JOIN, none(Type.TEXTS), "-");
    gives(true, Function.STARTS_WITH, "abc", "ab");
    gives(true, Function.STARTS_WITH, "abc", "");
    gives(false, Function.STARTS_WITH, "abc", "b");
    gives(true, Function.ENDS_WITH, "abc", "bc");
    gives(false, Function.ENDS_WITH, "abc", "xabc");
    gives(3L, Function.POSITION, "é😀b", "b");
    gives(0L, Function.POSITION, "abc", "x");
    gives(1L, Function.POSITION, "abc", "");
    gives("a ", Function.TRIM_START, "  a ", " ");
    gives(" a", Function.TRIM_END, " axé", "éx");
    gives(" a", Function.TRIM_END, " a", "");
    gives("xya", Function.PAD_START, "a", 3L, "xy");
    gives("ab", Function.PAD_START, "abc", 2L, "x");
    gives("", Function.PAD_START, "abc", -2L, "x");
    gives(null, Function.PAD_START, "a", 3L, "");
    gives("aéé", Function.PAD_END, "a", 3L, "é");
    gives("abab", Function.REPEAT, "ab", 2L);
    gives("", Function.REPEAT, "ab", -1L);
    gives(null, Function.REPEAT, "ab", MAX);
    gives("😀éa", Function.REVERSE, "aé😀");
    gives("", Function.REVERSE, "");
    gives("0cc175b9c0f1b6a831c399e269772661", Function.MD5, "a");
    gives("d41d8cd98f00b204e9800998ecf8427e", Function.MD5, "");
    gives("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c", Function.SHA256, "é");
    gives("C3A961", Function.HEX_BYTES, "éa");
    gives("", Function.HEX_BYTES, "");
    gives("w6k=", Function.BASE64, "é");
  }

  private static void patterns() {
    gives("[a]1[b]", Function.REWRITE_ALL, "a1b", "([a-z])", "[\\1]");
    gives("-a-é-", Function.REWRITE_ALL, "aé", "", "-");
    gives(null, Function.REWRITE_ALL, "a", "(", "x");
    gives("xa", Function.REWRITE_FIRST, "aa", "a", "x");
    gives("23", Function.EXTRACT, "a1b23", "b([0-9]+)", 1L);
    gives("b23", Function.EXTRACT, "a1b23", "b([0-9]+)", 0L);
    gives("", Function.EXTRACT, "abc", "(x)|b", 1L);
    gives("", Function.EXTRACT, "abc", "x", 0L);
    gives("b", Function.EXTRACT, "abc", "(?<n>b)", 1L);
    gives(null, Function.EXTRACT, "abc", "[", 0L);
    gives(row("1", "23"), Function.EXTRACT_ALL, "a1b23", "[0-9]+", 0L);
    gives(row(), Function.EXTRACT_ALL, "abc", "[0-9]", 0L);
  }

  private static void lists() {
    gives(row("a", null), Function.LIST_OF, "a", no(Type.TEXT));
    gives(row(1.5), Function.LIST_OF, 1.5);
    gives("b", Function.ELEMENT, row("a", "b"), 2L);
    gives("b", Function.ELEMENT, row("a", "b"), -1L);
    gives(null, Function.ELEMENT, row("a", "b"), 0L);
    gives(null, Function.ELEMENT, row("a", "b"), 3L);
    gives(null, Function.ELEMENT, row("a", "b"), MIN);
    gives(row(2L, 3L), Function.SLICE, row(1L, 2L, 3L, 4L), 2L, 3L);
    gives(row(4L), Function.SLICE, row(1L, 2L, 3L, 4L), 4L, MAX);
    gives(row(), Function.SLICE, row(1L, 2L), 2L, 1L);
    gives(row(), Function.SLICE, row(1L, 2L), 1L, 0L);
    gives(null, Function.SLICE, row(1L, 2L), 0L, 1L);
    gives(2L, Function.SIZE, row(1L, null));
    gives(0L, Function.SIZE, none(Type.TEXTS));
    gives(true, Function.HAS, row("a", null), "a");
    gives(false, Function.HAS, row("a", null), "b");
    gives(2L, Function.INDEX_OF, row(null, 0.5), 0.5);
    gives(0L, Function.INDEX_OF, row(1.0), 0.5);
    gives(row(1L, 2L), Function.DISTINCT, row(2L, 1L, null, 2L));
    gives(row(), Function.DISTINCT, none(Type.NUMBERS));
    gives(row(3L, null, 1L), Function.REVERSE_LIST, row(1L, null, 3L));
    gives(row(1L, 2L, null), Function.APPEND, row(1L), none(Type.INTEGERS), row(2L, null));
    gives(3L, Function.LIST_SUM, row(1L, null, 2L));
    gives(null, Function.LIST_SUM, row(MAX, 1L));
    gives(0.75, Function.LIST_SUM, row(0.5, 0.25));
    gives(null, Function.LIST_SUM, none(Type.INTEGERS));
    gives("a", Function.LIST_MIN, row("b", null, "a"));
    gives(null, Function.LIST_MIN, none(Type.TEXTS));
    gives("b", Function.LIST_MAX, row("b", null, "a"));
    gives(row(1L, 3L), Function.RANGE, 1L, 5L, 2L);
    gives(row(5L, 4L), Function.RANGE, 5L, 3L, -1L);
    gives(row(), Function.RANGE, 5L, 3L, 1L);
    gives(null, Function.RANGE, 5L, 3L, 0L);
    gives(null, Function.RANGE, MIN, MAX, 1L);
    List<@Nullable Object> times = row(1L, 2L, 9L);
    List<@Nullable Object> met = row(1L, 2L, 4L);
    gives(3L, Function.STEPS_REACHED, times, met, 8L, 3L, 0L);
    gives(2L, Function.STEPS_REACHED, times, met, 7L, 3L, 0L);
    gives(0L, Function.STEPS_REACHED, times, row(2L, 4L, 0L), 8L, 3L, 0L);
    gives(2L, Function.STEPS_REACHED, row(1L, 1L), row(1L, 2L), 8L, 2L, 0L);
    gives(1L, Function.STEPS_REACHED, row(1L, 1L), row(1L, 2L), 8L, 2L, StepMode.INCREASE.bit());
  }

  private static void times() {
    gives(0L, Function.AS_TIME, 0L);
    gives(null, Function.AS_TIME, MAX);
    gives(null, Function.AS_TIME, MIN);
    gives(253_402_300_799_999_999L, Function.AS_TIME, 253_402_300_799_999_999L);
    gives(19_000L, Function.AS_DATE, 19_000L);
    gives(null, Function.AS_DATE, 2_932_897L);
    gives(1L, Function.AS_WHOLE, true);
    gives(5L, Function.AS_WHOLE, new Expression.Literal(5L, Type.DATE));
    gives(2024L, Function.YEAR, date("2024-02-29"));
    gives(0L, Function.YEAR, date("0000-01-01"));
    gives(9999L, Function.YEAR, date("9999-12-31"));
    gives(2L, Function.MONTH, date("2024-02-29"));
    gives(29L, Function.DAY, date("2024-02-29"));
    gives(53L, Function.ISO_WEEK, date("2021-01-03"));
    gives(1L, Function.ISO_WEEK, date("2024-12-30"));
    gives(2025L, Function.ISO_YEAR, date("2024-12-30"));
    gives(days("2024-02-29"), Function.ADD_MONTHS, date("2024-01-31"), 1L);
    gives(days("2022-12-31"), Function.ADD_MONTHS, date("2024-01-31"), -13L);
    gives(null, Function.ADD_MONTHS, date("9999-12-31"), 1L);
    gives(null, Function.ADD_MONTHS, date("2024-12-31"), MAX);
    gives(null, Function.ADD_MONTHS, date("2024-12-31"), MIN);
    gives(7L, Function.IN_ZONE, new Expression.Literal(7L, Type.TIME), "Asia/Kathmandu");
    gives(7L, Function.INTERVAL, 7L, "DAY");
  }

  private static void json() {
    String object = "{\"a\": {\"b/~\": [1, 2.50, \"x\"]}, \"n\": null, \"é\": true, \"\": 1e3}";
    gives(
        "{\"a\":[1]}",
        Function.JSON_OF,
        new Expression.Literal(Rows.object("a", List.of(1L)), Type.OBJECT));
    gives("\"a\\\"é\\u0001\"", Function.JSON_OF, "a\"é\u0001");
    gives("1.0", Function.JSON_OF, 1.0);
    gives("[\"a\",null]", Function.JSON_OF, row("a", null));
    gives("true", Function.JSON_OF, true);
    gives("{\"b/~\":[1,2.5,\"x\"]}", Function.JSON_KEY, object, "a");
    gives(null, Function.JSON_KEY, object, "n");
    gives(null, Function.JSON_KEY, object, "missing");
    gives("true", Function.JSON_KEY, object, "é");
    gives("1000.0", Function.JSON_KEY, object, "");
    gives("[1,2.5,\"x\"]", Function.JSON_KEY, "{\"b/~\":[1,2.50,\"x\"]}", "b/~");
    gives(null, Function.JSON_KEY, "[1]", "0");
    gives(null, Function.JSON_KEY, "{\"a\":1", "a");
    gives("1", Function.JSON_ELEMENT, "[1, \"x\", null]", 1L);
    gives("\"x\"", Function.JSON_ELEMENT, "[1, \"x\", null]", -2L);
    gives(null, Function.JSON_ELEMENT, "[1, \"x\", null]", -1L);
    gives(null, Function.JSON_ELEMENT, "[1]", 0L);
    gives(null, Function.JSON_ELEMENT, "[1]", 2L);
    gives(null, Function.JSON_ELEMENT, "{\"a\":1}", 1L);
    gives("a\n😀", Function.JSON_TEXT, "\"a\\n\\ud83d\\ude00\"");
    gives("1.5", Function.JSON_TEXT, "1.50");
    gives("[1,2]", Function.JSON_TEXT, "[1, 2]");
    gives(null, Function.JSON_TEXT, "null");
    gives(null, Function.JSON_TEXT, "nonsense");
    gives(null, Function.JSON_TEXT, "");
    gives("object", Function.JSON_TYPE, object);
    gives("list", Function.JSON_TYPE, "[]");
    gives("text", Function.JSON_TYPE, "\"\"");
    gives("number", Function.JSON_TYPE, "-1");
    gives("number", Function.JSON_TYPE, "1.5");
    gives("boolean", Function.JSON_TYPE, "false");
    gives(null, Function.JSON_TYPE, "null");
    gives(null, Function.JSON_TYPE, "1 2");
    gives(4L, Function.JSON_SIZE, object);
    gives(2L, Function.JSON_SIZE, "[1, 2]");
    gives(0L, Function.JSON_SIZE, "\"ab\"");
    gives(null, Function.JSON_SIZE, "null");
    gives(row("a", 1L, true, null), Function.JSON_LIST, "[\"a\", 1, true, null]");
    gives(row(), Function.JSON_LIST, "[]");
    gives(row("a", "n", "é", ""), Function.JSON_KEYS, object);
    gives(row(), Function.JSON_KEYS, "[1]");
    gives(null, Function.JSON_KEYS, "{");
  }

  private FunctionExamples() {}
}
