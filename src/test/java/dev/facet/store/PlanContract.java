package dev.facet.store;

import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What plans compute in every store, over rows that are part of the plan. */
abstract class PlanContract {
  private Store store = new dev.facet.store.memory.MemoryStore();

  /** A store without any rows. */
  abstract Store empty();

  @BeforeEach
  void open() {
    store = empty();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<List<@Nullable Object>> run(Plan plan) {
    return store.run(1, plan).rows();
  }

  // Expressions

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

  private static Plan values(Type type, @Nullable Object... values) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object value : values) {
      rows.add(row(value));
    }
    return new Plan.Values(List.of(new Column("v", type)), rows);
  }

  private List<@Nullable Object> each(Plan input, Expression expression) {
    List<@Nullable Object> results = new ArrayList<>();
    for (List<@Nullable Object> row :
        run(new Plan.Project(input, List.of(new Named("r", expression))))) {
      results.add(row.get(0));
    }
    return results;
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

  // Nodes

  private static final Plan SALES =
      new Plan.Values(
          List.of(
              new Column("shop", Type.TEXT),
              new Column("pieces", Type.INTEGER),
              new Column("price", Type.NUMBER)),
          List.of(
              row("a", 1L, 1.5),
              row("a", 2L, null),
              row("b", null, 0.0),
              row(null, 2L, 0.0),
              row(null, 2L, 4.0)));

  private static Aggregation of(String name, Kind kind, String column) {
    return new Aggregation(name, kind, SALES.column(column));
  }

  @Test
  void aggregates_ignore_nulls() {
    Plan plan =
        new Plan.Aggregate(
            SALES,
            List.of(),
            List.of(
                new Aggregation("rows", Kind.COUNT, null),
                of("pieces_count", Kind.COUNT, "pieces"),
                of("different", Kind.COUNT_DISTINCT, "price"),
                of("shops", Kind.COUNT_DISTINCT, "shop"),
                of("pieces_sum", Kind.SUM, "pieces"),
                of("price_sum", Kind.SUM, "price"),
                of("mean", Kind.AVG, "pieces"),
                of("first", Kind.MIN, "shop"),
                of("last", Kind.MAX, "shop"),
                of("least", Kind.MIN, "price")));
    assertThat(run(plan)).containsExactly(row(5L, 4L, 3L, 2L, 7L, 5.5, 1.75, "a", "b", 0.0));
  }

  @Test
  void a_quantile_lies_between_the_two_nearest_values() {
    Plan numbers = values(Type.INTEGER, 40L, 10L, null, 20L, 30L);
    List<Aggregation> levels = new ArrayList<>();
    for (double level : new double[] {0, 0.25, 0.5, 0.9, 1}) {
      levels.add(Aggregation.quantile("q" + level, numbers.column("v"), level));
    }
    assertThat(run(new Plan.Aggregate(numbers, List.of(), levels)))
        .containsExactly(row(10.0, 17.5, 25.0, 37.0, 40.0));
    Plan none = new Plan.Filter(numbers, Expression.bool(false));
    assertThat(run(new Plan.Aggregate(none, List.of(), levels)))
        .containsExactly(row(null, null, null, null, null));
  }

  @Test
  void aggregates_of_nothing_are_null_and_counts_0() {
    Plan none = new Plan.Filter(SALES, Expression.bool(false));
    List<Aggregation> all =
        List.of(
            new Aggregation("rows", Kind.COUNT, null),
            of("different", Kind.COUNT_DISTINCT, "price"),
            of("sum", Kind.SUM, "pieces"),
            of("mean", Kind.AVG, "price"),
            of("least", Kind.MIN, "shop"));
    assertThat(run(new Plan.Aggregate(none, List.of(), all)))
        .containsExactly(row(0L, 0L, null, null, null));
    Named constant = new Named("constant", Expression.integer(1));
    assertThat(run(new Plan.Aggregate(none, List.of(constant), all))).isEmpty();
  }

  @Test
  void null_is_a_key_to_group_by() {
    Plan plan =
        new Plan.Aggregate(
            SALES,
            List.of(new Named("shop", SALES.column("shop"))),
            List.of(of("pieces", Kind.SUM, "pieces")));
    assertThat(run(plan)).containsExactlyInAnyOrder(row("a", 3L), row("b", null), row(null, 4L));
  }

  @Test
  void zero_is_one_key_whatever_its_sign() {
    Plan numbers = values(Type.NUMBER, 0.0, -0.0, 1.0);
    Named key = new Named("key", numbers.column("v"));
    assertThat(run(new Plan.Aggregate(numbers, List.of(key), List.of()))).hasSize(2);
  }

  @Test
  void a_filter_keeps_what_is_true() {
    Plan plan =
        new Plan.Filter(
            SALES, Expression.call(Function.LESS, Expression.integer(1), SALES.column("pieces")));
    assertThat(run(plan)).hasSize(3);
  }

  private static final Plan NAMES =
      new Plan.Values(
          List.of(new Column("key", Type.TEXT), new Column("name", Type.TEXT)),
          List.of(row("a", "Ada"), row("a", "Alan"), row(null, "Nobody")));

  private static Plan joined(Plan.Join.Kind kind, boolean nullsEqual) {
    Plan join =
        new Plan.Join(kind, SALES, NAMES, List.of(new Plan.Join.On("shop", "key")), nullsEqual);
    return new Plan.Project(
        join,
        List.of(
            new Named("pieces", join.column("pieces")), new Named("name", join.column("name"))));
  }

  @Test
  void an_inner_join_gives_each_pair_of_equal_keys() {
    assertThat(run(joined(Plan.Join.Kind.INNER, false)))
        .containsExactlyInAnyOrder(
            row(1L, "Ada"), row(1L, "Alan"), row(2L, "Ada"), row(2L, "Alan"));
    assertThat(run(joined(Plan.Join.Kind.INNER, true))).hasSize(6);
  }

  @Test
  void a_left_join_keeps_rows_without_partner() {
    assertThat(run(joined(Plan.Join.Kind.LEFT, false)))
        .hasSize(7)
        .contains(row(null, null), row(2L, null));
    assertThat(run(joined(Plan.Join.Kind.LEFT, true)))
        .hasSize(7)
        .contains(row(null, null), row(2L, "Nobody"));
  }

  @Test
  void a_join_without_keys_pairs_all_rows() {
    Plan all = new Plan.Join(Plan.Join.Kind.INNER, SALES, NAMES, List.of(), false);
    assertThat(run(all)).hasSize(15);
  }

  @Test
  void a_condition_on_the_right_of_a_left_join_is_made_after_it() {
    Plan join =
        new Plan.Join(
            Plan.Join.Kind.LEFT, SALES, NAMES, List.of(new Plan.Join.On("shop", "key")), false);
    Plan without = new Plan.Filter(join, Expression.call(Function.IS_NULL, join.column("name")));
    assertThat(run(without)).hasSize(3);
  }

  @Test
  void a_union_keeps_repeated_rows_and_the_first_names() {
    Plan other =
        new Plan.Project(
            NAMES,
            List.of(new Named("n", NAMES.column("name")), new Named("k", NAMES.column("key"))));
    Plan union = new Plan.Union(List.of(NAMES, NAMES, other));
    assertThat(run(union)).hasSize(9).contains(row("Ada", "a"), row(null, "Nobody"));
    Plan keys = new Plan.Project(union, List.of(new Named("key", union.column("key"))));
    assertThat(run(keys)).hasSize(9).contains(row("Ada"));
  }

  @Test
  void sorted_rows_have_nulls_last_both_ways_and_text_by_code_point() {
    Plan texts = values(Type.TEXT, "b", null, "a", "", "B", "😀", "\uFF5E");
    assertThat(each(new Plan.Sort(texts, List.of(new Plan.Sort.By("v", false)))))
        .containsExactly("", "B", "a", "b", "\uFF5E", "😀", null);
    assertThat(each(new Plan.Sort(texts, List.of(new Plan.Sort.By("v", true)))))
        .containsExactly("😀", "\uFF5E", "b", "a", "B", "", null);
  }

  private List<@Nullable Object> each(Plan plan) {
    List<@Nullable Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : run(plan)) {
      values.add(row.get(0));
    }
    return values;
  }

  @Test
  void sorting_goes_by_the_first_column_that_differs() {
    Plan plan =
        new Plan.Sort(
            SALES, List.of(new Plan.Sort.By("pieces", true), new Plan.Sort.By("price", false)));
    assertThat(run(plan))
        .extracting(row -> row.get(2) instanceof Double d ? d + 0.0 : null)
        .containsExactly(0.0, 4.0, null, 1.5, 0.0);
  }

  @Test
  void a_limit_takes_rows_after_its_offset() {
    Plan sorted =
        new Plan.Sort(
            values(Type.INTEGER, 3L, 1L, 2L, null), List.of(new Plan.Sort.By("v", false)));
    assertThat(each(new Plan.Limit(sorted, 2, 1))).containsExactly(2L, 3L);
    assertThat(each(new Plan.Limit(sorted, 10, 3))).containsExactly((Object) null);
    assertThat(each(new Plan.Limit(sorted, 0, 0))).isEmpty();
    assertThat(each(new Plan.Limit(sorted, 5, 9))).isEmpty();
  }

  @Test
  void a_node_may_occur_many_times() {
    Plan largest =
        new Plan.Limit(new Plan.Sort(SALES, List.of(new Plan.Sort.By("price", true))), 2, 0);
    Plan both = new Plan.Union(List.of(largest, largest));
    Plan counts =
        new Plan.Aggregate(both, List.of(), List.of(new Aggregation("n", Kind.COUNT, null)));
    assertThat(run(new Plan.Union(List.of(counts, counts)))).containsExactly(row(4L), row(4L));
  }

  @Test
  void values_may_have_no_rows() {
    Plan none = new Plan.Values(List.of(new Column("v", Type.TEXT)), List.of());
    assertThat(run(none)).isEmpty();
    Plan union = new Plan.Union(List.of(none, values(Type.TEXT, "a")));
    assertThat(each(union)).containsExactly("a");
  }

  @Test
  void values_of_every_type_come_back() {
    List<@Nullable Object> row =
        row("t", 1.5, 2L, true, 3L, Rows.object("k", List.of(1L)), List.of("x", 1L));
    List<Column> columns = new ArrayList<>();
    for (Type type : Type.values()) {
      columns.add(new Column("Column " + type, type));
    }
    assertThat(run(new Plan.Values(columns, List.of(row)))).containsExactly(row);
    assertThat(store.run(1, new Plan.Values(columns, List.of(row))).columns()).isEqualTo(columns);
  }

  @Test
  void column_names_differ_by_case_and_may_hold_anything() {
    Plan plan =
        new Plan.Project(
            values(Type.TEXT, "x"),
            List.of(
                new Named("Name", Expression.text("upper")),
                new Named("name", Expression.text("lower")),
                new Named("\"; drop table meta; --", Expression.text("odd")),
                new Named("@0", new Expression.Reference("v", Type.TEXT))));
    assertThat(run(new Plan.Sort(plan, List.of(new Plan.Sort.By("name", false)))))
        .containsExactly(row("upper", "lower", "odd", "x"));
  }
}
