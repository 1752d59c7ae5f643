package dev.facet.plan.otql;

import dev.facet.model.Column;
import dev.facet.model.Table;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.plan.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From the rows of all groupings to one row with one object: buckets with what stands in them, and
 * numbers.
 */
record AggregationShape(Group top) implements Shape {
  static final String AGGREGATIONS = "aggregations";

  /** What is told of some objects. */
  record Group(List<Bucketed> buckets, List<Measured> metrics) {
    static final Group NONE = new Group(List.of(), List.of());
  }

  /**
   * Buckets by the values of a field.
   *
   * @param grouping the number of the grouping whose rows they are
   * @param ranges the keys of all buckets where they are known before; else empty
   */
  record Bucketed(int grouping, Told told, List<String> ranges, Group inside) {}

  /**
   * A number over the values of a field.
   *
   * @param place among the numbers of a row
   */
  record Measured(int grouping, Told told, Metric metric, int place) {}

  /**
   * How something is called.
   *
   * @param path the links that lead to the field, null for none
   */
  record Told(String directive, String field, @Nullable String path) {
    void put(Map<String, @Nullable Object> object) {
      object.put("name", directive + "_" + field);
      object.put("field_name", field);
      object.put("path", path);
    }
  }

  @Override
  public Table apply(Table rows) {
    Map<String, @Nullable Object> all = new Rows(rows).group(top, List.of());
    List<@Nullable Object> row = new ArrayList<>();
    row.add(all);
    return new Table(List.of(new Column(AGGREGATIONS, Type.OBJECT)), List.of(row));
  }

  /** Which row of a grouping: that of these keys. */
  private record At(int grouping, List<Object> keys) {}

  private static final class Rows {
    private final Table table;
    private final Map<At, List<List<@Nullable Object>>> byParent = new HashMap<>();
    private final Map<At, List<@Nullable Object>> byKeys = new HashMap<>();

    Rows(Table table) {
      this.table = table;
      for (List<@Nullable Object> row : table.rows()) {
        int grouping = (int) whole(row, Grouping.GROUPING);
        List<Object> keys = keys(row);
        byKeys.put(new At(grouping, keys), row);
        if (!keys.isEmpty()) {
          byParent
              .computeIfAbsent(
                  new At(grouping, keys.subList(0, keys.size() - 1)), at -> new ArrayList<>())
              .add(row);
        }
      }
      byParent
          .values()
          .forEach(
              list ->
                  list.sort(
                      Comparator.comparingLong(
                          (List<@Nullable Object> row) -> whole(row, Grouping.PLACE))));
    }

    private List<Object> keys(List<@Nullable Object> row) {
      List<Object> keys = new ArrayList<>();
      for (int i = 0; i < Grouping.LEVELS; i++) {
        Object key = row.get(table.indexOf("key_" + i));
        if (key != null) {
          keys.add(key);
        }
      }
      return keys;
    }

    private long whole(List<@Nullable Object> row, String column) {
      return ((Number) Objects.requireNonNull(row.get(table.indexOf(column)))).longValue();
    }

    Map<String, @Nullable Object> group(Group group, List<Object> keys) {
      List<Object> buckets = new ArrayList<>();
      group.buckets().forEach(bucketed -> buckets.add(bucketed(bucketed, keys)));
      List<Object> metrics = new ArrayList<>();
      group.metrics().forEach(measured -> metrics.add(measured(measured, keys)));
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      all.put("buckets", buckets);
      all.put("metrics", metrics);
      return all;
    }

    private Map<String, @Nullable Object> bucketed(Bucketed bucketed, List<Object> keys) {
      List<Object> buckets = new ArrayList<>();
      List<List<@Nullable Object>> rows =
          byParent.getOrDefault(new At(bucketed.grouping(), keys), List.of());
      if (bucketed.ranges().isEmpty()) {
        for (List<@Nullable Object> row : rows) {
          String key = String.valueOf(keys(row).getLast());
          buckets.add(bucket(key, whole(row, Grouping.OBJECTS), bucketed.inside(), keys(row)));
        }
      } else {
        for (int i = 0; i < bucketed.ranges().size(); i++) {
          List<Object> own = new ArrayList<>(keys);
          own.add(String.valueOf(i));
          List<@Nullable Object> row = byKeys.get(new At(bucketed.grouping(), own));
          long count = row == null ? 0 : whole(row, Grouping.OBJECTS);
          buckets.add(bucket(bucketed.ranges().get(i), count, bucketed.inside(), own));
        }
      }
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      bucketed.told().put(told);
      told.put("type", bucketed.told().directive());
      told.put("buckets", buckets);
      return told;
    }

    private Map<String, @Nullable Object> bucket(
        String key, long count, Group inside, List<Object> keys) {
      Map<String, @Nullable Object> bucket = new LinkedHashMap<>();
      bucket.put("key", key);
      bucket.put("count", count);
      bucket.put("aggregations", inside.equals(Group.NONE) ? null : group(inside, keys));
      return bucket;
    }

    private Map<String, @Nullable Object> measured(Measured measured, List<Object> keys) {
      List<@Nullable Object> row = byKeys.get(new At(measured.grouping(), keys));
      Object value =
          row == null
              ? measured.metric().ofNothing()
              : row.get(table.indexOf("number_" + measured.place()));
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      measured.told().put(told);
      told.put("metric_type", measured.told().directive());
      told.put("value", Values.canonical(value));
      return told;
    }
  }
}
