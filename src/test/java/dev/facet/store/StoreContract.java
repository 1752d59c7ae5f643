package dev.facet.store;

import static dev.facet.plan.Expression.call;
import static dev.facet.store.Rows.NOON;
import static dev.facet.store.Rows.event;
import static dev.facet.store.Rows.events;
import static dev.facet.store.Rows.object;
import static dev.facet.store.Rows.person;
import static dev.facet.store.Rows.persons;
import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.store.Batch.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every store promises about batches and runs. What runs give: {@link PropertyContract},
 * {@link ExpressionContract}, {@link PlanContract}.
 */
abstract class StoreContract extends OnEmptyStore {
  /** A table with a key of two columns and no time. */
  private static final Dataset PAIRS =
      new Dataset(
          "pairs",
          List.of(
              new Column("a", Type.TEXT),
              new Column("b", Type.INTEGER),
              new Column("tags", Type.LIST),
              new Column("score", Type.NUMBER),
              new Column("level", Type.OBJECT)),
          List.of("a", "b"),
          "");

  private static final Plan EVENTS = new Plan.Scan(Datasets.EVENTS);
  private static final Plan PERSONS = new Plan.Scan(Datasets.PERSONS);

  private long count(long project) {
    Plan plan =
        new Plan.Aggregate(EVENTS, List.of(), List.of(new Aggregation("n", Kind.COUNT, null)));
    return (Long) store().run(project, plan).rows().get(0).get(0);
  }

  @Test
  void a_new_store_is_at_position_0_and_has_no_rows() {
    assertThat(store().position()).isZero();
    assertThat(run(EVENTS)).isEmpty();
    assertThat(count(1)).isZero();
  }

  @Test
  void rows_come_back_as_they_went_in() {
    Map<String, @Nullable Object> properties =
        object(
            "text",
            "ığüş \"quoted\" \\ \n \u0001 😀",
            "empty",
            "",
            "",
            "empty key",
            "whole",
            9_007_199_254_740_993L,
            "decimal",
            1.5e-7,
            "huge",
            1e300,
            "yes",
            true,
            "nothing",
            null,
            "list",
            List.of(1L, "a", object("b", null)),
            "map",
            object("k", List.of(), "$x.y", -0.25));
    List<@Nullable Object> row = event("1", "İstanbul", NOON, 7, properties);
    apply(events(1, row), persons(1, person(7, properties)));
    assertThat(run(EVENTS)).containsExactly(row);
    assertThat(run(PERSONS)).containsExactly(person(7, properties));
  }

  @Test
  void null_is_a_value_of_every_column_but_the_key() {
    List<@Nullable Object> pair = row("a", 1L, null, null, null);
    apply(new Change.Upsert(1, PAIRS, List.of(pair)));
    assertThat(run(new Plan.Scan(PAIRS))).containsExactly(pair);
  }

  @Test
  void a_project_sees_only_its_own_rows() {
    apply(events(1, event("1", NOON, 1)), events(2, event("1", NOON, 1), event("2", NOON, 1)));
    assertThat(count(1)).isEqualTo(1);
    assertThat(count(2)).isEqualTo(2);
    assertThat(count(3)).isZero();
  }

  @Test
  void a_batch_is_applied_once() {
    Batch batch = new Batch(10, List.of(events(1, event("1", NOON, 1))));
    store().apply(batch);
    store().apply(batch);
    store().apply(new Batch(9, List.of(events(1, event("2", NOON, 1)))));
    assertThat(store().position()).isEqualTo(10);
    assertThat(count(1)).isEqualTo(1);
  }

  @Test
  void an_empty_batch_moves_the_position() {
    store().apply(new Batch(5, List.of()));
    assertThat(store().position()).isEqualTo(5);
  }

  @Test
  void each_project_has_the_position_of_its_last_change() {
    store().apply(new Batch(3, List.of(events(1, event("1", NOON, 1)))));
    store().apply(new Batch(8, List.of(events(2, event("1", NOON, 1)))));
    assertThat(store().position(1)).isEqualTo(3);
    assertThat(store().position(2)).isEqualTo(8);
    assertThat(store().position(3)).isZero();
    store().apply(new Batch(9, List.of(new Change.Merge(1, 1, 2))));
    assertThat(store().position(1)).isEqualTo(9);
    store().apply(new Batch(12, List.of()));
    assertThat(store().position(2)).isEqualTo(8);
  }

  @Test
  void a_batch_that_fails_changes_nothing() {
    apply(events(1, event("1", NOON, 1)));
    List<@Nullable Object> broken = event("3", NOON, 1);
    broken.removeLast();
    Batch batch =
        new Batch(
            9,
            List.of(
                events(1, event("2", "new", NOON, 1, object("new key", 1L))), events(1, broken)));
    assertThatThrownBy(() -> store().apply(batch)).isInstanceOf(RuntimeException.class);
    assertThat(store().position()).isEqualTo(1);
    assertThat(store().position(1)).isEqualTo(1);
    assertThat(count(1)).isEqualTo(1);
    apply(events(1, event("2", "new", NOON, 1, object("new key", 1L))));
    assertThat(count(1)).isEqualTo(2);
  }

  @Test
  void a_repeated_row_is_dropped_within_a_batch_and_later() {
    apply(
        events(
            1,
            event("1", "first", NOON, 1, Map.of()),
            event("1", "second", NOON + 1, 1, Map.of())));
    apply(events(1, event("1", "third", NOON - 5, 1, Map.of()), event("2", NOON, 1)));
    assertThat(column(EVENTS, "event")).containsExactlyInAnyOrder("first", "pageview");
  }

  @Test
  void a_row_repeats_another_up_to_48_hours_away() {
    long limit = 48 * Micros.HOUR;
    apply(events(1, event("1", NOON, 1)));
    apply(events(1, event("1", NOON + limit, 1), event("1", NOON - limit, 1)));
    assertThat(count(1)).isEqualTo(1);
    apply(events(1, event("1", NOON + limit + 1, 1)));
    apply(events(1, event("1", NOON - limit - 1, 1)));
    assertThat(count(1)).isEqualTo(3);
  }

  @Test
  void a_dropped_row_makes_no_other_row_a_repetition() {
    apply(events(1, event("1", NOON, 1)));
    apply(
        events(1, event("1", NOON + 40 * Micros.HOUR, 1), event("1", NOON + 80 * Micros.HOUR, 1)));
    assertThat(column(EVENTS, "timestamp"))
        .containsExactlyInAnyOrder(NOON, NOON + 80 * Micros.HOUR);
  }

  @Test
  void rows_without_time_repeat_each_other_by_key() {
    apply(
        new Change.Append(
            1,
            PAIRS,
            List.of(
                row("a", 1L, List.of("x"), 1.5, object("k", 1L)),
                row("a", 2L, null, null, null),
                row("a", 1L, null, null, null))));
    apply(new Change.Append(1, PAIRS, List.of(row("a", 2L, List.of(), 0.0, null))));
    assertThat(run(new Plan.Scan(PAIRS)))
        .containsExactlyInAnyOrder(
            row("a", 1L, List.of("x"), 1.5, object("k", 1L)), row("a", 2L, null, null, null));
  }

  @Test
  void an_upsert_replaces_the_row_of_its_key_and_the_last_one_wins() {
    apply(persons(1, person(1, object("a", 1L)), person(2, object("b", 1L))));
    apply(persons(1, person(1, object("a", 2L)), person(1, object("c", 3L))));
    assertThat(run(PERSONS))
        .containsExactlyInAnyOrder(person(1, object("c", 3L)), person(2, object("b", 1L)));
    Expression property = new Expression.Property(PERSONS.column("properties"), "a", Type.NUMBER);
    assertThat(each(PERSONS, property)).containsExactly(null, null);
  }

  @Test
  void an_upsert_tells_keys_of_two_columns_apart() {
    apply(
        new Change.Upsert(
            1, PAIRS, List.of(row("a", 1L, null, 1.0, null), row("b", 2L, null, 1.0, null))));
    apply(
        new Change.Upsert(
            1, PAIRS, List.of(row("a", 2L, null, 2.0, null), row("b", 2L, null, 2.0, null))));
    assertThat(run(new Plan.Scan(PAIRS)))
        .containsExactlyInAnyOrder(
            row("a", 1L, null, 1.0, null),
            row("a", 2L, null, 2.0, null),
            row("b", 2L, null, 2.0, null));
  }

  @Test
  void changes_of_one_table_are_made_in_order() {
    List<@Nullable Object> first = row("a", 1L, null, 1.0, null);
    List<@Nullable Object> second = row("a", 1L, null, 2.0, null);
    apply(
        new Change.Append(1, PAIRS, List.of(first)),
        new Change.Upsert(1, PAIRS, List.of(second)),
        new Change.Append(1, PAIRS, List.of(first)));
    assertThat(run(new Plan.Scan(PAIRS))).containsExactly(second);
  }

  @Test
  void a_merge_moves_events_and_removes_the_person() {
    apply(
        events(1, event("1", NOON, 1), event("2", NOON, 2)),
        persons(1, person(1, Map.of()), person(2, Map.of())));
    apply(new Change.Merge(1, 1, 2), events(1, event("3", NOON, 3)));
    assertThat(column(EVENTS, "person")).containsExactlyInAnyOrder(2L, 2L, 3L);
    assertThat(column(PERSONS, "person")).containsExactly(2L);
  }

  @Test
  void merges_and_rows_of_one_batch_are_made_in_order() {
    apply(events(1, event("old", NOON, 1)), events(2, event("other", NOON, 1)));
    apply(
        events(1, event("before", NOON, 1)),
        persons(1, person(1, Map.of()), person(2, Map.of())),
        new Change.Merge(1, 1, 2),
        events(1, event("after", NOON, 1)),
        new Change.Merge(1, 2, 3),
        persons(1, person(2, object("again", true))));
    assertThat(column(EVENTS, "person")).containsExactlyInAnyOrder(3L, 3L, 1L);
    assertThat(column(PERSONS, "person")).containsExactly(2L);
    assertThat(
            store()
                .run(
                    2,
                    new Plan.Project(EVENTS, List.of(new Plan.Named("p", EVENTS.column("person")))))
                .rows())
        .containsExactly(row(1L));
  }

  @Test
  void a_merge_takes_the_person_out_of_cohorts_and_puts_the_other_in() {
    Plan members = new Plan.Scan(Datasets.COHORT_PEOPLE);
    apply(
        new Change.Upsert(
            1,
            Datasets.COHORT_PEOPLE,
            List.of(row(7L, 1L), row(7L, 2L), row(8L, 1L), row(8L, 3L), row(9L, 4L))));
    apply(
        new Change.Upsert(1, Datasets.COHORT_PEOPLE, List.of(row(9L, 1L), row(9L, 1L))),
        new Change.Merge(1, 1, 2),
        new Change.Merge(1, 3, 2),
        new Change.Merge(1, 4, 4));
    assertThat(run(members))
        .containsExactlyInAnyOrder(row(7L, 2L), row(8L, 2L), row(9L, 2L), row(9L, 4L));
  }

  @Test
  void a_merge_of_a_project_without_rows_does_nothing() {
    apply(new Change.Merge(1, 1, 2));
    assertThat(run(PERSONS)).isEmpty();
  }

  @Test
  void an_interrupted_run_ends_as_cancelled() throws InterruptedException {
    List<List<@Nullable Object>> numbers = new ArrayList<>();
    for (long i = 0; i < 3000; i++) {
      numbers.add(row(i));
    }
    Plan all = new Plan.Values(List.of(new Column("i", Type.INTEGER)), numbers);
    Plan product = all;
    for (String name : List.of("j", "k")) {
      Plan other =
          new Plan.Project(
              all, List.of(new Plan.Named(name, new Expression.Reference("i", Type.INTEGER))));
      product = new Plan.Join(Plan.Join.Kind.INNER, product, other, List.of(), false);
    }
    Plan slow =
        new Plan.Aggregate(
            product,
            List.of(),
            List.of(
                new Aggregation(
                    "n",
                    Kind.COUNT_DISTINCT,
                    call(
                        Function.IF,
                        call(Function.LESS, product.column("i"), product.column("k")),
                        product.column("j"),
                        product.column("k")))));
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    Thread runner =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    store().run(1, slow);
                  } catch (FailureException failure) {
                    thrown.add(failure);
                  }
                });
    runner.interrupt();
    runner.join(20_000);
    assertThat(runner.isAlive()).isFalse();
    assertThat(thrown)
        .singleElement()
        .satisfies(
            failure ->
                assertThat(((FailureException) failure).failure().code()).isEqualTo("cancelled"));
    assertThat(count(1)).isZero();
  }
}
