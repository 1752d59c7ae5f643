package dev.facet.store;

import static dev.facet.plan.Expression.call;
import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Over;
import dev.facet.plan.Over.Frame;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Plan.Sort.By;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Joins, windows and lists become rows, in every store. */
abstract class NodeContract extends OnEmptyStore {
  private static final Plan LEFT =
      new Plan.Values(
          List.of(new Column("a", Type.TEXT), new Column("n", Type.INTEGER)),
          List.of(row("x", 1L), row("x", 2L), row("y", 3L), row(null, 4L)));
  private static final Plan RIGHT =
      new Plan.Values(
          List.of(new Column("b", Type.TEXT), new Column("m", Type.INTEGER)),
          List.of(row("x", 2L), row("z", 5L), row(null, 6L)));

  private List<List<@Nullable Object>> joined(
      Plan.Join.Kind kind, boolean nullsEqual, @Nullable Expression condition) {
    List<Plan.Join.On> on = List.of(new Plan.Join.On("a", "b"));
    return run(new Plan.Join(kind, LEFT, RIGHT, on, nullsEqual, condition));
  }

  @Test
  void right_and_full_joins_keep_right_rows_without_partner() {
    assertThat(joined(Plan.Join.Kind.RIGHT, false, null))
        .containsExactlyInAnyOrder(
            row("x", 1L, "x", 2L),
            row("x", 2L, "x", 2L),
            row(null, null, "z", 5L),
            row(null, null, null, 6L));
    assertThat(joined(Plan.Join.Kind.FULL, true, null))
        .containsExactlyInAnyOrder(
            row("x", 1L, "x", 2L),
            row("x", 2L, "x", 2L),
            row("y", 3L, null, null),
            row(null, null, "z", 5L),
            row(null, 4L, null, 6L));
  }

  @Test
  void semi_and_anti_joins_give_left_rows_once() {
    assertThat(joined(Plan.Join.Kind.SEMI, false, null))
        .containsExactlyInAnyOrder(row("x", 1L), row("x", 2L));
    assertThat(joined(Plan.Join.Kind.ANTI, false, null))
        .containsExactlyInAnyOrder(row("y", 3L), row(null, 4L));
    assertThat(joined(Plan.Join.Kind.ANTI, true, null)).containsExactly(row("y", 3L));
  }

  @Test
  void a_join_may_ask_more_than_equal_keys() {
    Expression less =
        call(
            Function.LESS,
            new Expression.Reference("n", Type.INTEGER),
            new Expression.Reference("m", Type.INTEGER));
    assertThat(joined(Plan.Join.Kind.INNER, false, less)).containsExactly(row("x", 1L, "x", 2L));
    assertThat(joined(Plan.Join.Kind.LEFT, false, less))
        .containsExactlyInAnyOrder(
            row("x", 1L, "x", 2L),
            row("x", 2L, null, null),
            row("y", 3L, null, null),
            row(null, 4L, null, null));
    assertThat(joined(Plan.Join.Kind.SEMI, false, less)).containsExactly(row("x", 1L));
    assertThat(joined(Plan.Join.Kind.ANTI, false, less)).hasSize(3);
    Plan pairs = new Plan.Join(Plan.Join.Kind.INNER, LEFT, RIGHT, List.of(), false, less);
    assertThat(run(pairs)).hasSize(9);
    Plan none =
        new Plan.Join(Plan.Join.Kind.LEFT, LEFT, RIGHT, List.of(), false, Expression.bool(false));
    assertThat(run(none)).hasSize(4);
  }

  @Test
  void rows_of_both_and_rows_of_one_only_are_joins_of_distinct_rows() {
    Plan some = values(Type.TEXT, "a", "b", "b", null);
    Plan others =
        new Plan.Project(
            values(Type.TEXT, "b", null, "c"),
            List.of(new Named("w", new Expression.Reference("v", Type.TEXT))));
    Plan distinct = new Plan.Aggregate(some, List.of(new Named("v", some.column("v"))), List.of());
    List<Plan.Join.On> on = List.of(new Plan.Join.On("v", "w"));
    assertThat(each(new Plan.Join(Plan.Join.Kind.SEMI, distinct, others, on, true)))
        .containsExactlyInAnyOrder("b", null);
    assertThat(each(new Plan.Join(Plan.Join.Kind.ANTI, distinct, others, on, true)))
        .containsExactly("a");
  }

  private static final Plan LISTS =
      new Plan.Values(
          List.of(
              new Column("id", Type.INTEGER),
              new Column("texts", Type.TEXTS),
              new Column("numbers", Type.NUMBERS)),
          List.of(
              row(1L, row("a", null), row(0.5)),
              row(2L, row(), row()),
              row(3L, null, row(1.5, 2.5))));

  private static Plan unnest(boolean outer) {
    return new Plan.Unnest(
        LISTS,
        List.of(
            new Named("text", LISTS.column("texts")), new Named("number", LISTS.column("numbers"))),
        "place",
        outer);
  }

  @Test
  void lists_become_rows_side_by_side() {
    Plan inner = unnest(false);
    Plan some =
        new Plan.Project(
            inner,
            List.of(
                new Named("i", inner.column("id")),
                new Named("t", inner.column("text")),
                new Named("n", inner.column("number")),
                new Named("p", inner.column("place"))));
    assertThat(run(some))
        .containsExactlyInAnyOrder(
            row(1L, "a", 0.5, 1L),
            row(1L, null, null, 2L),
            row(3L, null, 1.5, 1L),
            row(3L, null, 2.5, 2L));
    assertThat(run(unnest(true))).hasSize(5).contains(row(2L, row(), row(), null, null, null));
  }

  @Test
  void elements_of_lists_can_be_filtered_and_counted() {
    Plan inner = unnest(false);
    Plan known =
        new Plan.Filter(inner, call(Function.NOT, call(Function.IS_NULL, inner.column("number"))));
    Plan count =
        new Plan.Aggregate(
            known,
            List.of(new Named("k", known.column("id"))),
            List.of(new Aggregation("n", Kind.COUNT, null)));
    assertThat(run(count)).containsExactlyInAnyOrder(row(1L, 1L), row(3L, 2L));
  }

  @Test
  void nulls_may_come_first() {
    Plan texts = values(Type.TEXT, "b", null, "a");
    assertThat(each(new Plan.Sort(texts, List.of(new By("v", false, true)))))
        .containsExactly(null, "a", "b");
    assertThat(each(new Plan.Sort(texts, List.of(new By("v", true, true)))))
        .containsExactly(null, "b", "a");
  }

  private static final Plan SERIES =
      new Plan.Values(
          List.of(new Column("t", Type.INTEGER), new Column("v", Type.INTEGER)),
          List.of(row(1L, 10L), row(2L, 20L), row(2L, 5L), row(5L, null), row(null, 7L)));

  private List<@Nullable Object> over(Over over, By... order) {
    Plan window = new Plan.Window(SERIES, List.of(), List.of(order), List.of(over));
    List<@Nullable Object> values = new ArrayList<>();
    run(new Plan.Sort(window, List.of(new By("t", false), new By("v", false))))
        .forEach(row -> values.add(row.getLast()));
    return values;
  }

  private static final By BY_TIME = new By("t", false);
  private static final By BY_VALUE = new By("v", false);

  private static Over position(Over.Position.Kind kind) {
    return new Over.Position("p", kind);
  }

  @Test
  void rows_have_positions() {
    assertThat(over(position(Over.Position.Kind.ROW_NUMBER), BY_TIME, BY_VALUE))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(over(position(Over.Position.Kind.RANK), BY_TIME))
        .containsExactly(1L, 2L, 2L, 4L, 5L);
    assertThat(over(position(Over.Position.Kind.DENSE_RANK), BY_TIME))
        .containsExactly(1L, 2L, 2L, 3L, 4L);
    assertThat(over(new Over.Tile("p", 2), BY_TIME, BY_VALUE)).containsExactly(1L, 1L, 1L, 2L, 2L);
    assertThat(over(new Over.Tile("p", 7), BY_TIME, BY_VALUE)).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void rows_see_their_neighbours() {
    Expression v = SERIES.column("v");
    assertThat(over(new Over.Neighbour("p", v, -2, null), BY_TIME, BY_VALUE))
        .containsExactly(null, null, 10L, 5L, 20L);
    assertThat(over(new Over.Neighbour("p", v, 1, Expression.integer(-1)), BY_TIME, BY_VALUE))
        .containsExactly(5L, 20L, null, 7L, -1L);
    assertThat(over(new Over.Nth("p", v, 1, Frame.ALL), BY_TIME, BY_VALUE)).containsOnly(10L);
    assertThat(over(new Over.Nth("p", v, 0, Frame.ALL), BY_TIME, BY_VALUE)).containsOnly(7L);
    assertThat(over(new Over.Nth("p", v, 2, Frame.UP_TO_PEERS), BY_TIME, BY_VALUE))
        .containsExactly(null, 5L, 5L, 5L, 5L);
  }

  private static Over sum(Frame frame) {
    return new Over.Sum(
        new Aggregation("p", Kind.SUM, new Expression.Reference("v", Type.INTEGER)), frame);
  }

  @Test
  void frames_go_by_rows_or_by_what_is_apart() {
    assertThat(over(sum(new Frame(Frame.Unit.ROWS, -1L, 0L)), BY_TIME, BY_VALUE))
        .containsExactly(10L, 15L, 25L, 20L, 7L);
    assertThat(over(sum(Frame.UP_TO_PEERS), BY_TIME)).containsExactly(10L, 35L, 35L, 35L, 42L);
    assertThat(over(sum(new Frame(Frame.Unit.RANGE, -1L, 0L)), BY_TIME))
        .containsExactly(10L, 35L, 35L, null, 7L);
    assertThat(over(sum(new Frame(Frame.Unit.RANGE, 0L, 3L)), BY_TIME))
        .containsExactly(35L, 25L, 25L, null, 7L);
    assertThat(over(sum(new Frame(Frame.Unit.RANGE, 1L, null)), new By("t", true)))
        .containsExactly(7L, 17L, 17L, 42L, 7L);
  }

  @Test
  void the_smallest_later_value_counts_rows_of_the_same_time() {
    Aggregation later = new Aggregation("p", Kind.MIN, SERIES.column("v"));
    assertThat(over(new Over.Sum(later, new Frame(Frame.Unit.RANGE, 0L, null)), BY_TIME))
        .containsExactly(5L, 5L, 5L, 7L, 7L);
  }

  @Test
  void a_window_may_condense_only_some_rows() {
    Aggregation list =
        new Aggregation("p", Kind.LIST, SERIES.column("v"))
            .where(call(Function.LESS, Expression.integer(6), SERIES.column("v")));
    assertThat(over(new Over.Sum(list, Frame.UP_TO_PEERS), BY_TIME))
        .containsExactly(row(10L), row(10L, 20L), row(10L, 20L), row(10L, 20L), row(7L, 10L, 20L));
  }
}
