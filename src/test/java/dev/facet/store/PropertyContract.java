package dev.facet.store;

import static dev.facet.plan.Expression.call;
import static dev.facet.store.Rows.NOON;
import static dev.facet.store.Rows.event;
import static dev.facet.store.Rows.events;
import static dev.facet.store.Rows.object;
import static dev.facet.store.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.dataset.Datasets;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.store.Batch.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How properties are read in every store, whenever and however often their keys were seen. */
abstract class PropertyContract extends OnEmptyStore {
  private static final Plan EVENTS = new Plan.Scan(Datasets.EVENTS);

  @Test
  void a_property_is_read_as_text_and_as_number() {
    apply(
        events(
            1,
            event("1", "e", NOON, 1, object("v", "10")),
            event("2", "e", NOON + 1, 1, object("v", 10L)),
            event("3", "e", NOON + 2, 1, object("v", 1.5)),
            event("4", "e", NOON + 3, 1, object("v", null)),
            event("5", "e", NOON + 4, 1, object("v", true)),
            event("6", "e", NOON + 5, 1, object("v", List.of(1L, "x"))),
            event("7", "e", NOON + 6, 1, object("w", " 7 "))));
    Plan sorted = new Plan.Sort(EVENTS, List.of(new Plan.Sort.By("timestamp", false)));
    assertThat(propertyByTime("v", Type.TEXT))
        .containsExactly("10", "10", "1.5", null, "true", "[1,\"x\"]", null);
    assertThat(propertyByTime("v", Type.NUMBER))
        .containsExactly(10.0, 10.0, 1.5, null, null, null, null);
    assertThat(propertyByTime("w", Type.NUMBER))
        .containsExactly(null, null, null, null, null, null, 7.0);
    assertThat(propertyByTime("never seen", Type.TEXT)).containsOnlyNulls().hasSize(7);
    assertThat(sorted.columns()).isEqualTo(Datasets.EVENTS.columns());
  }

  @Test
  void a_key_seen_late_is_read_like_one_seen_early() {
    apply(events(1, event("1", "e", NOON, 1, object("early", "a"))));
    apply(events(1, event("2", "e", NOON + 1, 1, object("early", 2L, "late", "b"))));
    apply(events(1, event("3", "e", NOON + 2, 1, object("late", 3L))));
    assertThat(propertyByTime("early", Type.TEXT)).containsExactly("a", "2", null);
    assertThat(propertyByTime("early", Type.NUMBER)).containsExactly(null, 2.0, null);
    assertThat(propertyByTime("late", Type.TEXT)).containsExactly(null, "b", "3");
    assertThat(propertyByTime("late", Type.NUMBER)).containsExactly(null, null, 3.0);
  }

  @Test
  void any_number_of_keys_can_be_read() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long i = 0; i < 400; i++) {
      rows.add(event("e" + i, "e", NOON + i, 1, object("key" + i, i, "Key" + i, "x" + i)));
    }
    apply(new Change.Append(1, Datasets.EVENTS, rows));
    apply(events(1, event("last", "e", NOON + 1000, 1, object("key399", "400", "brand new", 1L))));
    for (long i : new long[] {0, 100, 399}) {
      Plan has =
          new Plan.Filter(
              EVENTS, call(Function.EQUAL, property("key" + i, Type.NUMBER), Expression.number(i)));
      assertThat(column(has, "timestamp")).containsExactly(NOON + i);
      assertThat(propertyByTime("Key" + i, Type.TEXT)).contains("x" + i);
    }
    assertThat(propertyByTime("brand new", Type.NUMBER)).contains(1.0);
    assertThat(propertyByTime("key399", Type.TEXT)).contains("400", "399");
  }

  @Test
  void a_row_is_never_seen_without_a_key_that_came_with_it() throws Exception {
    int rows = 40;
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> written =
          writer.submit(
              () -> {
                for (int i = 0; i < rows; i++) {
                  apply(
                      events(1, event("r" + i, "row " + i, NOON + i, 1, object("fresh" + i, 1L))));
                }
              });
      for (int i = 0; i < rows; i++) {
        assertThat(firstSeen(i)).as("row %d", i).isEqualTo(1.0);
      }
      written.get();
    }
  }

  /** The value of a row's own key, as soon as the row is there. */
  private @Nullable Object firstSeen(int number) {
    Plan row =
        new Plan.Filter(
            EVENTS, call(Function.EQUAL, EVENTS.column("event"), Expression.text("row " + number)));
    Plan value =
        new Plan.Project(
            row, List.of(new Plan.Named("value", property("fresh" + number, Type.NUMBER))));
    List<List<@Nullable Object>> seen = run(value);
    while (seen.isEmpty()) {
      seen = run(value);
    }
    return seen.getFirst().getFirst();
  }

  private static Expression property(String key, Type type) {
    return new Expression.Property(new Expression.Reference("properties", Type.OBJECT), key, type);
  }

  /** The property of all events, the earliest first. */
  private List<@Nullable Object> propertyByTime(String key, Type type) {
    Plan both =
        new Plan.Project(
            EVENTS,
            List.of(
                new Plan.Named("time", EVENTS.column("timestamp")),
                new Plan.Named("value", property(key, type))));
    List<@Nullable Object> values = new ArrayList<>();
    for (List<@Nullable Object> row :
        run(new Plan.Sort(both, List.of(new Plan.Sort.By("time", false))))) {
      values.add(row.get(1));
    }
    return values;
  }
}
