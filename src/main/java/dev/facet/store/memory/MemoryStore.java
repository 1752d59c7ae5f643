package dev.facet.store.memory;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Batch.Change;
import dev.facet.store.Repeats;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps rows in lists and interprets plans over them. Nothing survives the process. */
public final class MemoryStore implements Store {
  private static final String PERSON = "person";

  private record TableKey(long project, String dataset) {}

  /** What a run sees; never changed once it is here. */
  private record State(
      long position,
      Map<Long, Long> positions,
      Map<TableKey, List<List<@Nullable Object>>> tables) {}

  private volatile State state = new State(0, Map.of(), Map.of());

  @Override
  public Table run(long project, Plan plan) {
    State seen = state;
    Table table = new Interpreter(dataset -> rows(seen.tables(), project, dataset)).run(plan);
    List<List<@Nullable Object>> finite = new ArrayList<>();
    table.rows().forEach(row -> finite.add(finite(row)));
    return new Table(table.columns(), finite);
  }

  /** What is no number does not leave the store. */
  private static List<@Nullable Object> finite(List<?> values) {
    List<@Nullable Object> finite = new ArrayList<>(values.size());
    for (Object value : values) {
      finite.add(
          switch (value) {
            case Double number when !Double.isFinite(number) -> null;
            case List<?> list -> finite(list);
            case null, default -> value;
          });
    }
    return finite;
  }

  @Override
  public synchronized void apply(Batch batch) {
    if (batch.position() <= state.position()) {
      return;
    }
    Map<TableKey, List<List<@Nullable Object>>> tables = new HashMap<>(state.tables());
    Map<Long, Long> positions = new HashMap<>(state.positions());
    batch.projects().forEach(project -> positions.put(project, batch.position()));
    for (Change change : batch.changes()) {
      checkWidth(change);
      switch (change) {
        case Change.Append append -> append(tables, append);
        case Change.Upsert upsert -> upsert(tables, upsert);
        case Change.Merge merge -> merge(tables, merge);
      }
    }
    state = new State(batch.position(), positions, tables);
  }

  @Override
  public long position() {
    return state.position();
  }

  @Override
  public long position(long project) {
    return state.positions().getOrDefault(project, 0L);
  }

  @Override
  public void close() {
    state = new State(state.position(), state.positions(), Map.of());
  }

  private static void checkWidth(Change change) {
    switch (change) {
      case Change.Append append -> checkWidth(append.dataset(), append.rows());
      case Change.Upsert upsert -> checkWidth(upsert.dataset(), upsert.rows());
      case Change.Merge _ -> {}
    }
  }

  private static void checkWidth(Dataset dataset, List<List<@Nullable Object>> rows) {
    if (rows.stream().anyMatch(row -> row.size() != dataset.columns().size())) {
      throw new IllegalArgumentException("A row of " + dataset.name() + " lacks columns");
    }
  }

  private static List<List<@Nullable Object>> rows(
      Map<TableKey, List<List<@Nullable Object>>> tables, long project, Dataset dataset) {
    return tables.getOrDefault(new TableKey(project, dataset.name()), List.of());
  }

  private static void append(
      Map<TableKey, List<List<@Nullable Object>>> tables, Change.Append change) {
    List<List<@Nullable Object>> all =
        new ArrayList<>(rows(tables, change.project(), change.dataset()));
    Repeats repeats = new Repeats(change.dataset());
    for (List<@Nullable Object> row : all) {
      repeats.addPresent(repeats.keyOf(row), repeats.timeOf(row));
    }
    change.rows().stream().filter(repeats::isNew).forEach(all::add);
    tables.put(new TableKey(change.project(), change.dataset().name()), all);
  }

  private static void upsert(
      Map<TableKey, List<List<@Nullable Object>>> tables, Change.Upsert change) {
    Repeats keys = new Repeats(change.dataset());
    Map<List<@Nullable Object>, List<@Nullable Object>> byKey = new LinkedHashMap<>();
    for (List<@Nullable Object> row : change.rows()) {
      byKey.put(keys.keyOf(row), row);
    }
    List<List<@Nullable Object>> all =
        new ArrayList<>(rows(tables, change.project(), change.dataset()));
    all.removeIf((List<@Nullable Object> row) -> byKey.containsKey(keys.keyOf(row)));
    all.addAll(byKey.values());
    tables.put(new TableKey(change.project(), change.dataset().name()), all);
  }

  private static void merge(
      Map<TableKey, List<List<@Nullable Object>>> tables, Change.Merge merge) {
    List<List<@Nullable Object>> events = new ArrayList<>();
    for (List<@Nullable Object> row : rows(tables, merge.project(), Datasets.EVENTS)) {
      events.add(
          isOfPerson(row, Datasets.EVENTS, merge.from())
              ? moved(row, Datasets.EVENTS, merge.into())
              : row);
    }
    tables.put(new TableKey(merge.project(), Datasets.EVENTS.name()), events);
    List<List<@Nullable Object>> persons =
        new ArrayList<>(rows(tables, merge.project(), Datasets.PERSONS));
    persons.removeIf(
        (List<@Nullable Object> row) -> isOfPerson(row, Datasets.PERSONS, merge.from()));
    tables.put(new TableKey(merge.project(), Datasets.PERSONS.name()), persons);
    mergeMembers(tables, merge);
  }

  private static void mergeMembers(
      Map<TableKey, List<List<@Nullable Object>>> tables, Change.Merge merge) {
    Set<List<@Nullable Object>> members = new LinkedHashSet<>();
    for (List<@Nullable Object> row : rows(tables, merge.project(), Datasets.COHORT_PEOPLE)) {
      boolean moves = isOfPerson(row, Datasets.COHORT_PEOPLE, merge.from());
      members.add(moves ? moved(row, Datasets.COHORT_PEOPLE, merge.into()) : row);
    }
    tables.put(
        new TableKey(merge.project(), Datasets.COHORT_PEOPLE.name()), new ArrayList<>(members));
  }

  private static List<@Nullable Object> moved(
      List<@Nullable Object> row, Dataset dataset, long person) {
    List<@Nullable Object> moved = new ArrayList<>(row);
    moved.set(dataset.indexOf(PERSON), person);
    return moved;
  }

  private static boolean isOfPerson(List<@Nullable Object> row, Dataset dataset, long person) {
    return row.get(dataset.indexOf(PERSON)) instanceof Long number && number == person;
  }
}
