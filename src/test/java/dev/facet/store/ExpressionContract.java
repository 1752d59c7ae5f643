package dev.facet.store;

import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What expressions compute in every store. */
abstract class ExpressionContract extends OnEmptyStore {
  private record Argument(Type type, @Nullable Object value) {}

  private static Argument text(@Nullable String value) {
    return new Argument(Type.TEXT, value);
  }

  private static Argument bool(@Nullable Boolean value) {
    return new Argument(Type.BOOLEAN, value);
  }

  private static Argument number(@Nullable Double value) {
    return new Argument(Type.NUMBER, value);
  }

  private static Argument integer(@Nullable Long value) {
    return new Argument(Type.INTEGER, value);
  }

  /** The function of columns and of literals: both must give the same. */
  private @Nullable Object of(Function function, Argument... arguments) {
    List<Column> columns = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    List<Expression> references = new ArrayList<>();
    List<Expression> literals = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      Argument argument = arguments[i];
      columns.add(new Column("c" + i, argument.type()));
      values.add(argument.value());
      references.add(new Expression.Reference("c" + i, argument.type()));
      literals.add(new Expression.Literal(argument.value(), argument.type()));
    }
    Plan one = new Plan.Values(columns, List.of(values));
    Object fromColumns = only(one, new Expression.Call(function, references));
    Object fromLiterals = only(one, new Expression.Call(function, literals));
    assertThat(fromLiterals).as(function + " of literals").isEqualTo(fromColumns);
    List<Expression> mixed = new ArrayList<>(references.subList(0, 1));
    mixed.addAll(literals.subList(1, literals.size()));
    assertThat(only(one, new Expression.Call(function, mixed))).isEqualTo(fromColumns);
    return fromColumns;
  }

  private @Nullable Object only(Plan input, Expression expression) {
    return run(new Plan.Project(input, List.of(new Named("only", expression)))).get(0).get(0);
  }

  @Test
  void equal_compares_text_by_code_point_and_numbers_by_value() {
    assertThat(of(Function.EQUAL, text("a"), text("a"))).isEqualTo(true);
    assertThat(of(Function.EQUAL, text("a"), text("A"))).isEqualTo(false);
    assertThat(of(Function.EQUAL, text("é"), text("e\u0301"))).isEqualTo(false);
    assertThat(of(Function.EQUAL, text(""), text(null))).isNull();
    assertThat(of(Function.EQUAL, text(null), text(null))).isNull();
    assertThat(of(Function.EQUAL, integer(1L), number(1.0))).isEqualTo(true);
    assertThat(of(Function.EQUAL, number(0.0), number(-0.0))).isEqualTo(true);
    assertThat(of(Function.EQUAL, bool(true), bool(false))).isEqualTo(false);
  }

  @Test
  void less_orders_text_by_code_point_and_numbers_by_value() {
    assertThat(of(Function.LESS, text("Z"), text("a"))).isEqualTo(true);
    assertThat(of(Function.LESS, text("a"), text("aa"))).isEqualTo(true);
    assertThat(of(Function.LESS, text("\uFF5E"), text("😀"))).isEqualTo(true);
    assertThat(of(Function.LESS, text("10"), text("9"))).isEqualTo(true);
    assertThat(of(Function.LESS, integer(10L), number(9.5))).isEqualTo(false);
    assertThat(of(Function.LESS, number(null), number(1.0))).isNull();
    assertThat(of(Function.LESS, bool(false), bool(true))).isEqualTo(true);
    assertThat(of(Function.LESS_OR_EQUAL, number(2.0), number(2.0))).isEqualTo(true);
    assertThat(of(Function.LESS_OR_EQUAL, number(2.5), number(2.0))).isEqualTo(false);
    assertThat(of(Function.LESS_OR_EQUAL, text("a"), text(null))).isNull();
  }

  @Test
  void and_or_not_know_three_values() {
    assertThat(of(Function.AND, bool(true), bool(null), bool(false))).isEqualTo(false);
    assertThat(of(Function.AND, bool(true), bool(null))).isNull();
    assertThat(of(Function.AND, bool(true))).isEqualTo(true);
    assertThat(of(Function.OR, bool(false), bool(null), bool(true))).isEqualTo(true);
    assertThat(of(Function.OR, bool(false), bool(null))).isNull();
    assertThat(of(Function.OR, bool(false), bool(false))).isEqualTo(false);
    assertThat(of(Function.NOT, bool(false))).isEqualTo(true);
    assertThat(of(Function.NOT, bool(true))).isEqualTo(false);
    assertThat(of(Function.NOT, bool(null))).isNull();
  }

  @Test
  void null_can_be_told_and_replaced() {
    assertThat(of(Function.IS_NULL, text(null))).isEqualTo(true);
    assertThat(of(Function.IS_NULL, text(""))).isEqualTo(false);
    assertThat(of(Function.COALESCE, text(null), text("b"), text("c"))).isEqualTo("b");
    assertThat(of(Function.COALESCE, number(null), number(null))).isNull();
    assertThat(of(Function.IF, bool(true), text("a"), text("b"))).isEqualTo("a");
    assertThat(of(Function.IF, bool(false), text("a"), text("b"))).isEqualTo("b");
    assertThat(of(Function.IF, bool(null), text("a"), text("b"))).isEqualTo("b");
    assertThat(of(Function.IF, bool(true), text(null), text("b"))).isNull();
  }

  @Test
  void whole_numbers_can_be_added_and_subtracted() {
    assertThat(of(Function.ADD, integer(7L), integer(-2L))).isEqualTo(5L);
    assertThat(of(Function.SUBTRACT, integer(7L), integer(-2L))).isEqualTo(9L);
    assertThat(of(Function.ADD, integer(null), integer(1L))).isNull();
    assertThat(of(Function.SUBTRACT, integer(1L), integer(null))).isNull();
  }

  @Test
  void division_gives_numbers_and_nothing_by_zero() {
    assertThat(of(Function.DIVIDE, integer(7L), integer(2L))).isEqualTo(3.5);
    assertThat(of(Function.DIVIDE, number(1.0), number(0.0))).isNull();
    assertThat(of(Function.DIVIDE, integer(0L), integer(0L))).isNull();
    assertThat(of(Function.DIVIDE, integer(1L), number(null))).isNull();
    assertThat(of(Function.TO_NUMBER, integer(3L))).isEqualTo(3.0);
    assertThat(of(Function.TO_NUMBER, integer(null))).isNull();
  }

  @Test
  void contains_takes_upper_and_lower_case_as_alike_one_for_one() {
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("Straße"), text("STRASSE"))).isEqualTo(false);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("xÄÖÜx"), text("äöü"))).isEqualTo(true);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("INFO"), text("info"))).isEqualTo(true);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("İstanbul"), text("istan"))).isEqualTo(true);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("ΟΔΟΣ"), text("οδος"))).isEqualTo(false);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("abc"), text(""))).isEqualTo(true);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text(""), text("a"))).isEqualTo(false);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("100%_"), text("%"))).isEqualTo(true);
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text(null), text("a"))).isNull();
    assertThat(of(Function.CONTAINS_IGNORE_CASE, text("a"), text(null))).isNull();
  }

  @Test
  void every_character_has_the_same_lower_case_letter() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
      if (Character.isDefined(c)
          && Character.toLowerCase(c) != c
          && !Character.isSurrogate((char) c)) {
        rows.add(row(Character.toString(c), Character.toString(Character.toLowerCase(c))));
      }
    }
    Plan letters =
        new Plan.Values(
            List.of(new Column("upper", Type.TEXT), new Column("lower", Type.TEXT)), rows);
    Plan different =
        new Plan.Filter(
            letters,
            Expression.call(
                Function.NOT,
                Expression.call(
                    Function.CONTAINS_IGNORE_CASE,
                    letters.column("upper"),
                    letters.column("lower"))));
    assertThat(rows).hasSizeGreaterThan(1300);
    assertThat(run(different)).as("the capital letters of Unicode 16").hasSize(27);
  }

  @Test
  void matches_finds_patterns_of_re2() {
    assertThat(of(Function.MATCHES, text("a1b"), text("[0-9]"))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("abc"), text("^b"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("ABC"), text("(?i)b"))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("ABC"), text("b"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("a\nb"), text("a.b"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("a\nb"), text("^b"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("a\n"), text("a$"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("ünïcode"), text("^\\pL+$"))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("😀"), text("^.$"))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("abc"), text(""))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("abc"), text("(?P<name>b)"))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("abc"), text("(?<name>b)"))).isEqualTo(true);
    assertThat(of(Function.MATCHES, text("abc"), text("("))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("aa"), text("(a)\\1"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("ab"), text("a(?=b)"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text("a"), text("a{2000}"))).isEqualTo(false);
    assertThat(of(Function.MATCHES, text(null), text("("))).isNull();
    assertThat(of(Function.MATCHES, text("a"), text(null))).isNull();
  }

  @Test
  void trim_url_takes_slashes_question_marks_and_hashes_off_the_end() {
    assertThat(of(Function.TRIM_URL, text("/a/b/?#/"))).isEqualTo("/a/b");
    assertThat(of(Function.TRIM_URL, text("///"))).isEqualTo("");
    assertThat(of(Function.TRIM_URL, text("a "))).isEqualTo("a ");
    assertThat(of(Function.TRIM_URL, text(null))).isNull();
  }

  @Test
  void trimsOneSlash() {
    assertThat(of(Function.TRIM_SLASH, text("/a/"))).isEqualTo("/a");
    assertThat(of(Function.TRIM_SLASH, text("/a//"))).isEqualTo("/a/");
    assertThat(of(Function.TRIM_SLASH, text("/"))).isEqualTo("/");
    assertThat(of(Function.TRIM_SLASH, text("a\n/"))).isEqualTo("a\n");
    assertThat(of(Function.TRIM_SLASH, text(""))).isEqualTo("");
    assertThat(of(Function.TRIM_SLASH, text(null))).isNull();
  }

  @Test
  void replacesWhatPatternsFind() {
    assertThat(replaced("/user/12/user/7", "/user/\\d+", "/u")).isEqualTo("/u/u");
    assertThat(replaced("ab", "(a)(b)", "\\2\\1$1")).isEqualTo("\\2\\1$1");
    assertThat(replaced("ab", "(?<x>a)", "ü")).isEqualTo("üb");
    assertThat(replaced("ab", "c", "d")).isEqualTo("ab");
    assertThat(replaced("a(", "(", "b")).isEqualTo("a(");
    assertThat(replaced(null, "a", "b")).isNull();
    assertThat(replaced("a", "a", null)).isNull();
    assertThat(replaced("a", null, "b")).isNull();
  }

  private @Nullable Object replaced(
      @Nullable String text, @Nullable String pattern, @Nullable String replacement) {
    Plan one = values(Type.TEXT, text);
    return only(
        one,
        Expression.call(
            Function.REPLACE_MATCHES,
            one.column("v"),
            Expression.text(pattern),
            Expression.text(replacement)));
  }

  @Test
  void times_read_as_the_function_says() {
    Map<String, String> times =
        Map.ofEntries(
            Map.entry("2024-02-29", "2024-02-29T00:00:00Z"),
            Map.entry("2024-02-29 13:14", "2024-02-29T13:14:00Z"),
            Map.entry("2024-02-29T13:14:15", "2024-02-29T13:14:15Z"),
            Map.entry("2024-02-29T13:14:15Z", "2024-02-29T13:14:15Z"),
            Map.entry("2024-02-29T13:14:15.1Z", "2024-02-29T13:14:15.100Z"),
            Map.entry("2024-02-29T13:14:15.123456789+02:30", "2024-02-29T10:44:15.123456Z"),
            Map.entry("2024-02-29T13:14-0800", "2024-02-29T21:14:00Z"),
            Map.entry("0001-01-01T00:00:00.000001Z", "0001-01-01T00:00:00.000001Z"),
            Map.entry("0000-01-01", "0000-01-01T00:00:00Z"),
            Map.entry("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
            Map.entry("0", "1970-01-01T00:00:00Z"),
            Map.entry("-5", "1969-12-31T23:59:55Z"),
            Map.entry("1700000000", "2023-11-14T22:13:20Z"),
            Map.entry("99999999999", "5138-11-16T09:46:39Z"),
            Map.entry("100000000000", "1973-03-03T09:46:40Z"),
            Map.entry("1700000000123", "2023-11-14T22:13:20.123Z"));
    times.forEach(
        (text, instant) ->
            assertThat(of(Function.TO_TIME, text(text)))
                .as(text)
                .isEqualTo(Micros.of(Instant.parse(instant))));
  }

  @Test
  void what_is_no_time_reads_as_null() {
    for (String text :
        List.of(
            "",
            " ",
            "today",
            "2024-2-9",
            "2023-02-29",
            "2024-13-01",
            "2024-01-01T24:00",
            "2024-01-01T10",
            "2024-01-01T10:60",
            "2024-01-01T10:00:60",
            "2024-01-01T10:00:00,5",
            "2024-01-01T10:00:00.",
            "2024-01-01T10:00:00+2",
            "2024-01-01Z",
            " 2024-01-01",
            "2024-01-01\n",
            "12024-01-01",
            "1.5",
            "+5",
            "1234567890123456",
            "٣")) {
      assertThat(of(Function.TO_TIME, text(text))).as(text).isNull();
    }
    assertThat(of(Function.TO_TIME, text(null))).isNull();
  }

  @Test
  void in_is_null_for_null_and_false_without_options() {
    Plan texts = values(Type.TEXT, "a", "b", "", null);
    assertThat(each(texts, new Expression.In(texts.column("v"), List.of("a", ""))))
        .containsExactly(true, false, true, null);
    assertThat(each(texts, new Expression.In(texts.column("v"), List.of())))
        .containsExactly(false, false, false, null);
  }

  @Test
  void in_takes_thousands_of_options() {
    Plan numbers = values(Type.INTEGER, 1L, 5000L, null, -1L);
    List<Object> options = new ArrayList<>(LongStream.range(0, 4000).boxed().toList());
    assertThat(each(numbers, new Expression.In(numbers.column("v"), options)))
        .containsExactly(true, false, null, false);
    options.add(-1.0);
    options.add(4999.5);
    assertThat(each(numbers, new Expression.In(numbers.column("v"), options)))
        .containsExactly(true, false, null, true);
  }

  @Test
  void buckets_number_times_whatever_their_widths() {
    long day = Micros.DAY;
    List<Long> starts = List.of(0L, day, 2 * day, 2 * day + 23 * Micros.HOUR, 4 * day, 35 * day);
    Buckets buckets = new Buckets(starts, 36 * day);
    List<Long> times = new ArrayList<>(List.of(-1L, 36 * day, 36 * day - 1));
    for (long start : starts) {
      times.addAll(List.of(start, start + 1, start - 1));
    }
    Plan input = values(Type.TIME, times.toArray());
    List<@Nullable Object> expected = new ArrayList<>();
    for (long time : times) {
      int number = buckets.indexOf(time);
      expected.add(number < 0 ? null : (Object) (long) number);
    }
    assertThat(each(input, new Expression.Bucket(input.column("v"), buckets))).isEqualTo(expected);
    Plan none = values(Type.TIME, (Object) null);
    assertThat(each(none, new Expression.Bucket(none.column("v"), buckets)))
        .containsExactly((Object) null);
  }

  @Test
  void buckets_of_filtered_times_are_the_same() {
    Buckets buckets = new Buckets(List.of(0L, 10L, 20L), 30);
    Plan times = values(Type.TIME, -1L, 0L, 9L, 10L, 29L, 30L, null);
    Expression time = times.column("v");
    Plan within =
        new Plan.Filter(
            times,
            Expression.call(
                Function.AND,
                Expression.call(Function.LESS_OR_EQUAL, Expression.time(0), time),
                Expression.call(Function.LESS, time, Expression.time(30))));
    assertThat(each(within, new Expression.Bucket(time, buckets))).containsExactly(0L, 0L, 1L, 2L);
  }

  @Test
  void a_property_is_read_through_choices_between_objects() {
    Plan objects =
        new Plan.Values(
            List.of(
                new Column("a", Type.OBJECT),
                new Column("b", Type.OBJECT),
                new Column("first", Type.BOOLEAN)),
            List.of(
                row(Rows.object("k", 1L), Rows.object("k", "two"), true),
                row(Rows.object("k", 1L), Rows.object("k", "two"), false),
                row(Rows.object(), Rows.object("k", 2L), true),
                row(null, Rows.object("k", 2.5), true)));
    Expression a = objects.column("a");
    Expression b = objects.column("b");
    Expression chosen = Expression.call(Function.IF, objects.column("first"), a, b);
    assertThat(each(objects, new Expression.Property(chosen, "k", Type.TEXT)))
        .containsExactly("1", "two", null, null);
    Expression present = Expression.call(Function.COALESCE, a, b);
    assertThat(each(objects, new Expression.Property(present, "k", Type.NUMBER)))
        .containsExactly(1.0, 1.0, null, 2.5);
  }
}
