package dev.facet.ingest.learn;

import dev.facet.dataset.Datasets;
import dev.facet.model.Event;
import dev.facet.model.Micros;
import dev.facet.plan.Plan;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import dev.facet.store.Batch.Change;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of events and properties that were seen. All of a project's stay in memory: an event
 * costs one look-up for each of its properties, and a change only where something is new.
 */
final class Vocabulary {
  private static final int MOST = 10_000;
  private static final int LONGEST = 400;
  private static final long HOUR_SECONDS = 3600;
  private static final String NAMES = "";

  /** What events carry about persons and groups, which are no properties of the event. */
  private static final Set<String> NO_PROPERTIES =
      Set.of(
          "$set",
          "$set_once",
          "$unset",
          "$groups",
          "$group_set",
          "$group_0",
          "$group_1",
          "$group_2",
          "$group_3",
          "$group_4");

  private final Store store;
  private final Map<Long, Map<String, Map<String, Seen>>> projects = new HashMap<>();
  private final Map<Long, List<Seen>> changed = new HashMap<>();
  private boolean matter;

  Vocabulary(Store store) {
    this.store = store;
  }

  /**
   * Takes note of an event.
   *
   * @param group the index of the type of the group it tells about, null for none
   */
  void see(long project, Event event, @Nullable Integer group) {
    long hour = Math.floorDiv(event.time().getEpochSecond(), HOUR_SECONDS);
    Names events = names(project, NAMES, hour);
    events.see(event.name(), "");
    names(project, PropertyTypes.EVENT, hour).seeAll(event.properties());
    seeAll(project, PropertyTypes.PERSON, hour, event.properties().get("$set"));
    seeAll(project, PropertyTypes.PERSON, hour, event.properties().get("$set_once"));
    if (group != null) {
      seeAll(project, PropertyTypes.group(group), hour, event.properties().get("$group_set"));
    }
  }

  private void seeAll(long project, String owner, long hour, @Nullable Object object) {
    if (object instanceof Map<?, ?> map && !map.isEmpty()) {
      names(project, owner, hour).seeAll(map);
    }
  }

  private Names names(long project, String owner, long hour) {
    Map<String, Map<String, Seen>> own = projects.computeIfAbsent(project, this::stored);
    return new Names(project, owner, own.computeIfAbsent(owner, o -> new HashMap<>()), hour);
  }

  /** The names of one owner, at the time of an event. */
  private final class Names {
    private final long project;
    private final String owner;
    private final Map<String, Seen> known;
    private final long hour;

    Names(long project, String owner, Map<String, Seen> known, long hour) {
      this.project = project;
      this.owner = owner;
      this.known = known;
      this.hour = hour;
    }

    void seeAll(Map<?, ?> properties) {
      properties.forEach((name, value) -> see(String.valueOf(name), value));
    }

    void see(String name, @Nullable Object value) {
      Seen seen = known.get(name);
      if (seen == null) {
        if (known.size() >= MOST || name.length() > LONGEST || NO_PROPERTIES.contains(name)) {
          return;
        }
        seen = new Seen(owner, name, ValueTypes.of(value), hour, hour);
        seen.begin(ValueTypes.isNested(value));
        known.put(name, seen);
        matter |= seen.type != null;
        change(seen);
        return;
      }
      boolean later = seen.at(hour);
      if (seen.as(value) | seen.nest(value)) {
        matter = true;
        change(seen);
      } else if (later) {
        change(seen);
      }
    }

    private void change(Seen seen) {
      if (!seen.changed) {
        seen.changed = true;
        changed.computeIfAbsent(project, p -> new ArrayList<>()).add(seen);
      }
    }
  }

  private Map<String, Map<String, Seen>> stored(long project) {
    Map<String, Map<String, Seen>> stored = new HashMap<>();
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.EVENT_DEFINITIONS)).rows()) {
      put(stored, NAMES, row.get(0), null, row.subList(1, 3));
    }
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.PROPERTY_DEFINITIONS)).rows()) {
      put(stored, String.valueOf(row.get(0)), row.get(1), row.get(2), row.subList(3, 5));
    }
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.PROPERTY_NESTING)).rows()) {
      Seen seen = stored.getOrDefault(String.valueOf(row.get(0)), Map.of()).get(row.get(1));
      if (seen != null && row.get(2) instanceof Boolean nested) {
        seen.nested = nested;
      }
    }
    return stored;
  }

  private static void put(
      Map<String, Map<String, Seen>> stored,
      String owner,
      @Nullable Object name,
      @Nullable Object type,
      List<@Nullable Object> times) {
    if (name instanceof String text
        && times.get(0) instanceof Long first
        && times.get(1) instanceof Long last) {
      PropertyType known = type instanceof String word ? PropertyType.of(word).orElse(null) : null;
      Seen seen =
          new Seen(
              owner,
              text,
              known,
              Math.floorDiv(first, Micros.HOUR),
              Math.floorDiv(last, Micros.HOUR));
      stored.computeIfAbsent(owner, o -> new HashMap<>()).put(text, seen);
    }
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    changed.forEach(
        (project, all) -> {
          List<List<@Nullable Object>> events = new ArrayList<>();
          List<List<@Nullable Object>> properties = new ArrayList<>();
          List<List<@Nullable Object>> nesting = new ArrayList<>();
          for (Seen seen : all) {
            seen.changed = false;
            if (seen.nestingChanged && !seen.owner.equals(NAMES)) {
              nesting.add(Arrays.asList(seen.owner, seen.name, seen.nested));
            }
            seen.nestingChanged = false;
            (seen.owner.equals(NAMES) ? events : properties).add(row(seen));
          }
          if (!events.isEmpty()) {
            changes.add(new Change.Upsert(project, Datasets.EVENT_DEFINITIONS, events));
          }
          if (!properties.isEmpty()) {
            changes.add(new Change.Upsert(project, Datasets.PROPERTY_DEFINITIONS, properties));
          }
          if (!nesting.isEmpty()) {
            changes.add(new Change.Upsert(project, Datasets.PROPERTY_NESTING, nesting));
          }
        });
    changed.clear();
    return changes;
  }

  private static List<@Nullable Object> row(Seen seen) {
    Long first = seen.first * Micros.HOUR;
    Long last = seen.last * Micros.HOUR;
    return seen.owner.equals(NAMES)
        ? Arrays.asList(seen.name, first, last)
        : Arrays.asList(
            seen.owner, seen.name, seen.type == null ? null : seen.type.word(), first, last);
  }

  boolean matter() {
    boolean before = matter;
    matter = false;
    return before;
  }
}
