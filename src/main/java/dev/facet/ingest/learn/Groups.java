package dev.facet.ingest.learn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.dataset.Datasets;
import dev.facet.model.Event;
import dev.facet.model.Micros;
import dev.facet.model.Values;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.query.PropertyRef;
import dev.facet.store.Batch.Change;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The groups that events happen in. A type of group gets the next free index when it is first seen;
 * the sixth type of a project gets none.
 */
final class Groups {
  private static final String GROUPS = "$groups";
  private static final String IDENTIFY = "$groupidentify";
  private static final int LONGEST = 400;
  private static final int KEPT = 100_000;

  private final Store store;
  private final Map<Long, Map<String, Integer>> types = new HashMap<>();
  private final Cache<Key, Group> known =
      Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

  private final Map<Key, Group> said = new LinkedHashMap<>();
  private final Map<Long, List<String>> newTypes = new LinkedHashMap<>();
  private boolean matter;

  private record Key(long project, int index, String key) {}

  private record Group(long createdAt, Map<String, @Nullable Object> properties) {
    /** The group after what was said later. */
    Group with(Group later) {
      Map<String, @Nullable Object> merged = new LinkedHashMap<>(properties);
      merged.putAll(later.properties());
      return new Group(Math.min(createdAt, later.createdAt()), merged);
    }
  }

  /**
   * An event with the keys of its groups.
   *
   * @param identified the index of the type of the group it tells about, null when it tells of none
   */
  record Grouped(Event event, @Nullable Integer identified) {}

  Groups(Store store) {
    this.store = store;
  }

  Grouped group(long project, Event event) {
    Integer identified = event.name().equals(IDENTIFY) ? identify(project, event) : null;
    Event grouped =
        event.properties().get(GROUPS) instanceof Map<?, ?> keys && !keys.isEmpty()
            ? keyed(project, event, keys)
            : event;
    return new Grouped(grouped, identified);
  }

  private Event keyed(long project, Event event, Map<?, ?> keys) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(event.properties());
    keys.forEach(
        (type, key) -> {
          String text = text(key);
          Integer index = text == null ? null : index(project, String.valueOf(type));
          if (index != null) {
            properties.put("$group_" + index, text);
          }
        });
    return new Event(
        event.uuid(),
        event.name(),
        event.distinctId(),
        event.time(),
        event.receivedAt(),
        properties);
  }

  private @Nullable Integer identify(long project, Event event) {
    String type = text(event.properties().get("$group_type"));
    String key = text(event.properties().get("$group_key"));
    Integer index = type == null || key == null ? null : index(project, type);
    if (index != null && key != null) {
      Map<String, @Nullable Object> set = new LinkedHashMap<>();
      if (event.properties().get("$group_set") instanceof Map<?, ?> given) {
        given.forEach((name, value) -> set.put(String.valueOf(name), value));
      }
      said.merge(
          new Key(project, index, key), new Group(Micros.of(event.time()), set), Group::with);
    }
    return index;
  }

  private static @Nullable String text(@Nullable Object value) {
    String text = value instanceof Map || value instanceof List ? null : Values.text(value);
    return text == null || text.isEmpty() || text.length() > LONGEST ? null : text;
  }

  private @Nullable Integer index(long project, String type) {
    Map<String, Integer> own = types.computeIfAbsent(project, this::stored);
    Integer index = own.get(type);
    if (index != null
        || type.isEmpty()
        || type.length() > LONGEST
        || own.size() >= PropertyRef.GROUPS) {
      return index;
    }
    Integer next = own.size();
    own.put(type, next);
    newTypes.computeIfAbsent(project, p -> new ArrayList<>()).add(type);
    matter = true;
    return next;
  }

  private Map<String, Integer> stored(long project) {
    Map<String, Integer> stored = new HashMap<>();
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.GROUP_TYPES)).rows()) {
      if (row.get(0) instanceof String type && row.get(1) instanceof Long index) {
        stored.put(type, index.intValue());
      }
    }
    return stored;
  }

  List<Change> changes() {
    lookUp();
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<Long, List<String>> added : newTypes.entrySet()) {
      Map<String, Integer> own = types.getOrDefault(added.getKey(), Map.of());
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (String name : added.getValue()) {
        rows.add(Arrays.asList(name, (long) own.getOrDefault(name, 0)));
      }
      changes.add(new Change.Upsert(added.getKey(), Datasets.GROUP_TYPES, rows));
    }
    newTypes.clear();
    for (Map.Entry<Long, List<List<@Nullable Object>>> rows : rows().entrySet()) {
      changes.add(new Change.Upsert(rows.getKey(), Datasets.GROUPS, rows.getValue()));
    }
    said.clear();
    return changes;
  }

  /** The groups that something was said of, as they are now, by project. */
  private Map<Long, List<List<@Nullable Object>>> rows() {
    Map<Long, List<List<@Nullable Object>>> rows = new LinkedHashMap<>();
    for (Map.Entry<Key, Group> later : said.entrySet()) {
      Key key = later.getKey();
      Group before = known.getIfPresent(key);
      Group after = before == null ? later.getValue() : before.with(later.getValue());
      known.put(key, after);
      rows.computeIfAbsent(key.project(), project -> new ArrayList<>())
          .add(Arrays.asList((long) key.index(), key.key(), after.createdAt(), after.properties()));
    }
    return rows;
  }

  /** Reads the groups that something was said of and that are not in memory. */
  private void lookUp() {
    Map<Long, List<Object>> missing = new LinkedHashMap<>();
    for (Key key : said.keySet()) {
      if (known.getIfPresent(key) == null) {
        missing.computeIfAbsent(key.project(), project -> new ArrayList<>()).add(key.key());
      }
    }
    missing.forEach(
        (project, keys) -> {
          Plan all = new Plan.Scan(Datasets.GROUPS);
          Plan own = new Plan.Filter(all, new Expression.In(all.column("group_key"), keys));
          for (List<@Nullable Object> row : store.run(project, own).rows()) {
            remember(project, row);
          }
        });
  }

  private void remember(long project, List<@Nullable Object> row) {
    if (row.get(0) instanceof Long index
        && row.get(1) instanceof String key
        && row.get(2) instanceof Long createdAt) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      if (row.get(3) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> properties.put(String.valueOf(name), value));
      }
      known.put(new Key(project, index.intValue(), key), new Group(createdAt, properties));
    }
  }

  boolean matter() {
    boolean before = matter;
    matter = false;
    return before;
  }
}
