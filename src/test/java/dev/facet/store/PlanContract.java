package dev.facet.store;

import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the nodes of plans compute in every store, over rows that are part of the plan. */
abstract class PlanContract extends OnEmptyStore {
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
  void a_window_looks_at_the_rows_before_and_after_in_order() {
    Plan rows =
        new Plan.Values(
            List.of(
                new Column("who", Type.TEXT),
                new Column("time", Type.INTEGER),
                new Column("v", Type.INTEGER)),
            List.of(
                row("a", 3L, 1L),
                row("a", 1L, 5L),
                row("b", 2L, 7L),
                row("a", 2L, null),
                row("a", null, 2L)));
    List<Over> over =
        List.of(
            Over.previous("previous", rows.column("v")),
            Over.maxBefore("max_before", rows.column("v")),
            Over.minAfter("min_after", rows.column("v")),
            Over.rowNumber("number"));
    Plan window =
        new Plan.Window(rows, List.of("who"), List.of(new Plan.Sort.By("time", false)), over);
    Plan sorted =
        new Plan.Sort(
            window, List.of(new Plan.Sort.By("who", false), new Plan.Sort.By("time", false)));
    assertThat(run(sorted))
        .containsExactly(
            row("a", 1L, 5L, null, null, 1L, 1L),
            row("a", 2L, null, 5L, 5L, 1L, 2L),
            row("a", 3L, 1L, null, 5L, 2L, 3L),
            row("a", null, 2L, 1L, 5L, null, 4L),
            row("b", 2L, 7L, null, null, null, 1L));
    Plan first =
        new Plan.Filter(
            window,
            Expression.call(Function.EQUAL, window.column("number"), Expression.integer(1)));
    assertThat(run(first)).hasSize(2);
    Plan all = new Plan.Window(rows, List.of(), List.of(), List.of(over.getLast()));
    assertThat(run(all)).extracting(row -> row.get(3)).contains(1L, 5L);
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
        row(
            "t",
            1.5,
            2L,
            true,
            3L,
            Rows.object("k", List.of(1L)),
            List.of("x", 1L),
            4L,
            row("a", null, ""),
            row(0.5, null),
            row(Long.MAX_VALUE, null, Long.MIN_VALUE),
            row(true, false, null),
            row(5L),
            row());
    List<Column> columns = new ArrayList<>();
    for (Type type : Type.values()) {
      columns.add(new Column("Column " + type, type));
    }
    assertThat(run(new Plan.Values(columns, List.of(row)))).containsExactly(row);
    assertThat(store().run(1, new Plan.Values(columns, List.of(row))).columns()).isEqualTo(columns);
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
