package dev.facet.query.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.model.FailureException;
import dev.facet.query.Syntax;
import dev.facet.query.Syntax.Call;
import dev.facet.query.Syntax.Constant;
import dev.facet.query.Syntax.Name;
import dev.facet.query.Syntax.Place;
import dev.facet.query.Syntax.Select;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HogqlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '#',
      value = {
        "1 + 2 * 3 - 4 => minus(plus(1, multiply(2, 3)), 4)",
        "-x.y / 2 => divide(negate(x.y), 2)",
        "- 5 => -5",
        "a and b AND not c or d => or(and(a, b, not(c)), d)",
        "a = 1 and b <> 'x' => and(equals(a, 1), notEquals(b, 'x'))",
        "a between 1 and 2 and b => and(and(greaterOrEquals(a, 1), lessOrEquals(a, 2)), b)",
        "a not between 1 and 2 => not(and(greaterOrEquals(a, 1), lessOrEquals(a, 2)))",
        "a ?? b ?? 'c' => coalesce(a, b, 'c')",
        "a || b || 'c' => concat(a, b, 'c')",
        "a is not null => isNotNull(a)",
        "a like '%x' or b not ilike 'y' => or(like(a, '%x'), notILike(b, 'y'))",
        "a =~ 'x' and b !~ 'y' => and(match(a, 'x'), not(match(b, 'y')))",
        "a !~* 'x' => not(match(a, concat('(?i)', 'x')))",
        "a in (1, 2) => in(a, (1, 2))",
        "a not in cohort 12 => notInCohort(a, 12)",
        "a ? b : c => if(a, b, c)",
        "case when a then 1 when b then 2 end => multiIf(a, 1, b, 2, NULL)",
        "case a when 1 then 'x' else 'y' end => multiIf(equals(a, 1), 'x', 'y')",
        "interval 7 day => toIntervalDay(7)",
        "interval '2 weeks' => toIntervalWeek(2)",
        "interval - 1 => minus(interval, 1)",
        "interval => interval",
        "date '2020-01-02' => toDate('2020-01-02')",
        "extract(month from t) => toMonth(t)",
        "extract(a, 'x') => extract(a, 'x')",
        "substring(a from 2 for 3) => substring(a, 2, 3)",
        "cast(a as Nullable(Int64)) => cast(a, Nullable(Int64))",
        "a::DateTime64(6, 'UTC') => cast(a, DateTime64(6,'UTC'))",
        "quantile(0.9)(x) => quantile(0.9)(x)",
        "count(distinct x) filter (where y) => count(distinct x) filter y",
        "count() => count()",
        "count(*) => count(*)",
        "arrayMap(x -> x + 1, [1, 2]) => arrayMap([x] -> plus(x, 1), [1, 2])",
        "arrayMap((x, y) -> x, a, b) => arrayMap([x, y] -> x, a, b)",
        "(1, 'a') => (1, 'a')",
        "(1,) => (1)",
        "(1) => 1",
        "properties.a.1.2.b => properties.a.1.2.b",
        "properties.$os.end => properties.$os.end",
        "properties['a b'].c => properties['a b'].c",
        "`a b`.\"c\\\"d\" => a b.c\"d",
        "t.1 => t.1",
        "f(x).2 => f(x).2",
        ".5 + 1e3 + 0x1F => plus(plus(0.5, 1000.0), 31)",
        "9223372036854775808 => 9.223372036854776E18",
        "'it''s \\'so\\' \\\\ \\d' => 'it's 'so' \\ \\d'",
        "f'a {b} c{concat('x', f'{d}')}' => concat('a ', b, ' c', concat('x', concat(d)))",
        "{variables.x} => {variables.x}",
        "{filters} and a => and({filters}, a)",
        "if(a, left(b, 2), any(c)) => if(a, left(b, 2), any(c))",
        "a -- a comment => a",
        "a /* one */ + /* two */ b => plus(a, b)",
        "exists(select 1) => exists((select))",
        "x in (select 1) => in(x, (select))",
        "(select 1) + 1 => plus((select), 1)",
        "((select 1)) => (select)",
        "((select 1) + 1) => plus((select), 1)",
      })
  void reads_an_expression(String text, String meaning) {
    assertThat(show(HogqlText.expression(text, "p"))).isEqualTo(meaning);
  }

  @Test
  void reads_the_clauses_of_a_select() {
    Select select =
        (Select)
            HogqlText.query(
                """
                with days as (select 1), 7 as n
                select distinct event, count() as c, e.* except (a), x y
                from events e left outer join persons as p on e.id = p.id, numbers(10)
                array join [1, 2] as z
                prewhere a where b group by event having c > 1
                window w as (partition by a order by b rows between 1 preceding and current row)
                order by c desc nulls last, 2
                limit 1 offset 2 by event
                limit 10 offset 20;
                """,
                "query");
    assertThat(select.ctes()).extracting(Syntax.Cte::name).containsExactly("days", "n");
    assertThat(select.items()).extracting(Syntax.Item::alias).containsExactly(null, "c", null, "y");
    assertThat(select.from())
        .isInstanceOfSatisfying(
            Syntax.Join.class,
            join -> {
              assertThat(join.kind()).isEqualTo(Syntax.JoinKind.CROSS);
              assertThat(join.left()).isInstanceOf(Syntax.Join.class);
            });
    assertThat(select.grouping().keys()).hasSize(1);
    assertThat(select.windows().getFirst().window().frame()).isNotNull();
    assertThat(select.orders().getFirst().nullsFirst()).isFalse();
    assertThat(select.limitBy()).isNotNull();
    assertThat(select.limit()).isNotNull();
    assertThat(select.place()).isEqualTo(new Place(1, 1));
    assertThat(select.items().get(1).place()).isEqualTo(new Place(2, 24));
  }

  @Test
  void intersect_binds_tighter_than_union() {
    Syntax.SetOperation set =
        (Syntax.SetOperation)
            HogqlText.query(
                "select 1 union all select 2 intersect select 3 union all (select 4)", "q");
    assertThat(set.operator()).isEqualTo(Syntax.SetOperator.UNION_ALL);
    assertThat(set.statements()).hasSize(3);
    assertThat(set.statements().get(1)).isInstanceOf(Syntax.SetOperation.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '#',
      value = {
        "select => Line 1, column 7: the text ends too early",
        "select event from events wher x => Line 1, column 31: \"x\" cannot stand here",
        "select (1 => Line 1, column 10: the text ends too early",
        "select 'abc => Line 1, column 8: the quote ' is never closed",
        "select 1 ^ 2 => Line 1, column 10: the character ^ means nothing here",
        "drop table events => Line 1, column 1: \"drop\" cannot stand here",
        "select 1; select 2 => Line 1, column 11: \"select\" cannot stand here; the end is expected",
        "select 1 union select 2 => Line 1, column 10: write UNION ALL",
        "with recursive a as (select 1) select 1 => Line 1, column 1: WITH RECURSIVE is refused",
        "select 1 settings max_threads = 1 => Line 1, column 19: SETTINGS are not for queries",
        "select <Sparkline /> from events => Line 1, column 8: cells of HTML such as <Sparkline",
        "select f'{1 +}' => Line 1, column 14: the text ends too early",
        "select a from b join c => Line 1, column 17: a JOIN needs ON",
        "select interval 3 moon => Line 1, column 8: \"moon\" is no unit of time",
        "select x from t group by rollup(a) => Line 1, column 26: ROLLUP, CUBE and TOTALS",
      })
  void says_where_a_text_makes_no_sense(String text, String message) {
    assertThatThrownBy(() -> HogqlText.query(text, "query"))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "case when ",
        "f(",
        "not ",
        "- ",
        "x -> ",
        "a ? b : ",
        "{",
        "f'{",
        "a.end, (",
        "(select 1 from "
      })
  void refuses_what_nests_too_deep(String part) {
    for (int times : new int[] {102, 5000}) {
      assertThatThrownBy(() -> HogqlText.query("select " + part.repeat(times) + "1", "query"))
          .isInstanceOf(FailureException.class);
    }
  }

  @Test
  void a_hundred_levels_are_read_and_one_more_is_not() {
    assertThat(HogqlText.expression("(".repeat(100) + "1" + ")".repeat(100), "q")).isNotNull();
    assertThat(HogqlText.expression("f(".repeat(100) + "1" + ")".repeat(100), "q")).isNotNull();
    assertThatThrownBy(() -> HogqlText.expression("(".repeat(101) + "1" + ")".repeat(101), "q"))
        .hasMessageContaining("at most 100 levels deep");
  }

  @Test
  void long_rows_of_operators_are_read_up_to_a_limit() {
    assertThat(HogqlText.expression("a" + " and a".repeat(5000), "q")).isNotNull();
    assertThat(HogqlText.expression("a" + " || a".repeat(200), "q")).isNotNull();
    assertThat(HogqlText.expression("1" + " + 1".repeat(200), "q")).isNotNull();
    assertThatThrownBy(() -> HogqlText.expression("1" + " + 1".repeat(5000), "q"))
        .hasMessageContaining("more than 250 operators stand within one another");
    assertThatThrownBy(() -> HogqlText.query("select " + "1,".repeat(25_000) + "1", "q"))
        .hasMessageContaining("at most 50000 characters, not 50008");
  }

  private static String show(Syntax syntax) {
    return switch (syntax) {
      case Name name -> String.join(".", name.parts());
      case Constant constant ->
          constant.value() == null
              ? "NULL"
              : constant.value() instanceof String text ? "'" + text + "'" : "" + constant.value();
      case Call call -> show(call);
      case Syntax.Lambda lambda -> lambda.parameters() + " -> " + show(lambda.body());
      case Syntax.ListOf list -> "[" + show(list.items()) + "]";
      case Syntax.TupleOf tuple -> "(" + show(tuple.items()) + ")";
      case Syntax.Star star -> String.join(".", star.qualifier()) + "*";
      case Syntax.Subquery ignored -> "(select)";
      case Syntax.Placeholder placeholder -> "{" + String.join(".", placeholder.path()) + "}";
      case Syntax.Cast cast -> "cast(" + show(cast.value()) + ", " + cast.type() + ")";
      case Syntax.Index index -> show(index.object()) + "[" + show(index.index()) + "]";
      case Syntax.Member member -> show(member.object()) + "." + member.name();
    };
  }

  private static String show(Call call) {
    return call.function()
        + (call.parameters().isEmpty() ? "" : "(" + show(call.parameters()) + ")")
        + "("
        + (call.distinct() ? "distinct " : "")
        + show(call.arguments())
        + ")"
        + (call.filter() == null ? "" : " filter " + show(call.filter()));
  }

  private static String show(List<Syntax> all) {
    return all.stream().map(HogqlTextTest::show).collect(Collectors.joining(", "));
  }
}
