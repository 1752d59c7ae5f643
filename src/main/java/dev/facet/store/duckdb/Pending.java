package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.store.Batch.Change;
import dev.facet.store.Repeats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a batch brought together, so that each table is changed once: first all merges,
 * then all rows. Merges that came after a row are made on the row here. Used by one thread.
 */
final class Pending {
  private static final String PERSON = "person";

  /** The rows for one table, of one kind of change. */
  record Rows(long project, Dataset dataset, boolean upsert, List<List<@Nullable Object>> rows) {}

  private final Map<Layout.Place, Rows> rows = new LinkedHashMap<>();
  private final Map<Long, Map<Long, Long>> merges = new LinkedHashMap<>();

  /** Takes the change in, unless it only keeps its meaning after everything before it is done. */
  boolean add(Change change) {
    return switch (change) {
      case Change.Append append ->
          addRows(append.project(), append.dataset(), false, append.rows());
      case Change.Upsert upsert -> addRows(upsert.project(), upsert.dataset(), true, upsert.rows());
      case Change.Merge merge -> {
        merge(merge);
        yield true;
      }
    };
  }

  /** Each table's rows; those to be put in place of others have one row for each key. */
  List<Rows> rows() {
    return rows.values().stream()
        .map(
            all ->
                all.upsert()
                    ? new Rows(all.project(), all.dataset(), true, lastOfEachKey(all))
                    : all)
        .toList();
  }

  /** For each project, which person's events become whose. */
  Map<Long, Map<Long, Long>> merges() {
    return merges;
  }

  private boolean addRows(
      long project, Dataset dataset, boolean upsert, List<List<@Nullable Object>> more) {
    Rows all =
        rows.computeIfAbsent(
            Layout.Place.of(project, dataset),
            place -> new Rows(project, dataset, upsert, new ArrayList<>()));
    if (all.upsert() != upsert) {
      return false;
    }
    all.rows().addAll(more);
    return true;
  }

  private static List<List<@Nullable Object>> lastOfEachKey(Rows all) {
    Repeats keys = new Repeats(all.dataset());
    Map<List<@Nullable Object>, List<@Nullable Object>> last = new LinkedHashMap<>();
    for (List<@Nullable Object> row : all.rows()) {
      last.put(keys.keyOf(row), row);
    }
    return new ArrayList<>(last.values());
  }

  private void merge(Change.Merge merge) {
    Map<Long, Long> moves = merges.computeIfAbsent(merge.project(), p -> new HashMap<>());
    moves.replaceAll((from, into) -> into == merge.from() ? Long.valueOf(merge.into()) : into);
    moves.putIfAbsent(merge.from(), merge.into());
    move(merge, Datasets.EVENTS);
    move(merge, Datasets.COHORT_PEOPLE);
    Rows persons = rows.get(Layout.Place.of(merge.project(), Datasets.PERSONS));
    if (persons != null) {
      int person = Datasets.PERSONS.indexOf(PERSON);
      persons.rows().removeIf((List<@Nullable Object> row) -> isOf(row.get(person), merge.from()));
    }
  }

  private void move(Change.Merge merge, Dataset dataset) {
    Rows moving = rows.get(Layout.Place.of(merge.project(), dataset));
    if (moving != null) {
      int person = dataset.indexOf(PERSON);
      moving
          .rows()
          .replaceAll(
              (List<@Nullable Object> row) ->
                  isOf(row.get(person), merge.from()) ? moved(row, person, merge.into()) : row);
    }
  }

  private static boolean isOf(@Nullable Object value, long person) {
    return value instanceof Long number && number == person;
  }

  private static List<@Nullable Object> moved(List<@Nullable Object> row, int column, long person) {
    List<@Nullable Object> moved = new ArrayList<>(row);
    moved.set(column, person);
    return moved;
  }
}
