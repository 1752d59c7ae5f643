package dev.facet.store;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.store.Batch.Change;
import dev.facet.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store for each test, and short ways to ask it. */
abstract class OnEmptyStore {
  private Store store = new MemoryStore();

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

  final Store store() {
    return store;
  }

  final void apply(Change... changes) {
    store.apply(new Batch(store.position() + 1, List.of(changes)));
  }

  /** The rows of a plan in project 1. */
  final List<List<@Nullable Object>> run(Plan plan) {
    return store.run(1, plan).rows();
  }

  /** The first column of a plan in project 1. */
  final List<@Nullable Object> each(Plan plan) {
    List<@Nullable Object> values = new ArrayList<>();
    for (List<@Nullable Object> row : run(plan)) {
      values.add(row.get(0));
    }
    return values;
  }

  /** The expression of each row. */
  final List<@Nullable Object> each(Plan input, Expression expression) {
    return each(new Plan.Project(input, List.of(new Named("r", expression))));
  }

  /** A column of a plan. */
  final List<@Nullable Object> column(Plan plan, String name) {
    return each(plan, plan.column(name));
  }

  /** Rows of one column, {@code v}. */
  static Plan values(Type type, @Nullable Object... values) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object value : values) {
      rows.add(Rows.row(value));
    }
    return new Plan.Values(List.of(new Column("v", type)), rows);
  }
}
