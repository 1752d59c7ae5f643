package dev.facet.ingest.row;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.store.Batch.Change;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes journaled rows whole: a column that a row does not name keeps what an earlier row of the
 * same key, or the store, says. For the applier's thread alone, which is the only one to change
 * these datasets.
 */
public final class PartialRows {
  private final Store store;

  public PartialRows(Store store) {
    this.store = store;
  }

  /** Rows of one request. */
  public record Sent(long project, String dataset, List<Map<String, @Nullable Object>> rows) {}

  private record Place(long project, String dataset) {}

  /** The changes that rows make to the store, given in the order they came. */
  public List<Change> resolve(List<Sent> sent) {
    Map<Place, List<Map<String, @Nullable Object>>> places = new LinkedHashMap<>();
    for (Sent one : sent) {
      Place place = new Place(one.project(), one.dataset());
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      List<Map<String, @Nullable Object>> before = places.putIfAbsent(place, rows);
      (before == null ? rows : before).addAll(one.rows());
    }
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<Place, List<Map<String, @Nullable Object>>> entry : places.entrySet()) {
      changes.add(upsert(entry.getKey().project(), of(entry.getKey()), entry.getValue()));
    }
    return changes;
  }

  private static Dataset of(Place place) {
    return Datasets.ALL.stream()
        .filter(dataset -> dataset.name().equals(place.dataset()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The journal holds rows of "
                        + place.dataset()
                        + ", which a newer version wrote"));
  }

  private Change upsert(long project, Dataset dataset, List<Map<String, @Nullable Object>> rows) {
    Map<List<@Nullable Object>, List<@Nullable Object>> whole = stored(project, dataset, rows);
    Map<List<@Nullable Object>, List<@Nullable Object>> changed = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      List<@Nullable Object> key = key(dataset, row);
      List<@Nullable Object> before = changed.get(key);
      if (before == null) {
        before = whole.getOrDefault(key, empty(dataset));
      }
      changed.put(key, over(before, row, dataset));
    }
    return new Change.Upsert(project, dataset, new ArrayList<>(changed.values()));
  }

  private static List<@Nullable Object> empty(Dataset dataset) {
    return Arrays.asList(new @Nullable Object[dataset.columns().size()]);
  }

  private static List<@Nullable Object> key(Dataset dataset, Map<String, @Nullable Object> row) {
    List<@Nullable Object> key = new ArrayList<>(dataset.key().size());
    dataset.key().forEach(column -> key.add(row.get(column)));
    return key;
  }

  private static List<@Nullable Object> over(
      List<@Nullable Object> before, Map<String, @Nullable Object> row, Dataset dataset) {
    List<@Nullable Object> after = new ArrayList<>(before);
    for (int i = 0; i < after.size(); i++) {
      Column column = dataset.columns().get(i);
      if (row.containsKey(column.name())) {
        after.set(i, typed(row.get(column.name()), column.type()));
      }
    }
    return after;
  }

  /** A plain value as the store has it: journals keep whole numbers whole. */
  private static @Nullable Object typed(@Nullable Object value, Type type) {
    return type == Type.NUMBER && value instanceof Number number
        ? (Double) number.doubleValue()
        : value;
  }

  /** By key, what the store has of those rows that do not name every column. */
  private Map<List<@Nullable Object>, List<@Nullable Object>> stored(
      long project, Dataset dataset, List<Map<String, @Nullable Object>> rows) {
    Set<List<@Nullable Object>> keys = new HashSet<>();
    for (Map<String, @Nullable Object> row : rows) {
      if (row.size() < dataset.columns().size()) {
        keys.add(key(dataset, row));
      }
    }
    Map<List<@Nullable Object>, List<@Nullable Object>> found = new HashMap<>();
    if (!keys.isEmpty()) {
      for (List<@Nullable Object> row : store.run(project, look(dataset, keys)).rows()) {
        List<@Nullable Object> key = new ArrayList<>();
        dataset.key().forEach(column -> key.add(row.get(dataset.indexOf(column))));
        found.put(key, row);
      }
    }
    return found;
  }

  /** All columns of the rows that have one of the keys. */
  private static Plan look(Dataset dataset, Set<List<@Nullable Object>> keys) {
    List<Column> columns = new ArrayList<>();
    List<Join.On> on = new ArrayList<>();
    for (String key : dataset.key()) {
      columns.add(new Column("wanted_" + key, dataset.column(key).type()));
      on.add(new Join.On("wanted_" + key, key));
    }
    Plan wanted = new Plan.Values(columns, List.copyOf(keys));
    Plan joined = new Join(Join.Kind.INNER, wanted, new Plan.Scan(dataset), on, false);
    return new Plan.Project(
        joined,
        dataset.columns().stream()
            .map(column -> new Named(column.name(), joined.column(column.name())))
            .toList());
  }
}
