package dev.facet.store;

import dev.facet.dataset.Datasets;
import dev.facet.store.Batch.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short ways to say rows and changes in tests. */
final class Rows {
  static final long NOON = 1_700_000_000_000_000L;

  private Rows() {}

  static List<@Nullable Object> row(@Nullable Object... values) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, values);
    return row;
  }

  /** A row of events; equal ids are equal uuids. */
  static List<@Nullable Object> event(
      String id, String name, long time, long person, Map<String, @Nullable Object> properties) {
    return row(uuid(id), name, "user-" + person, time, person, time + 5, properties);
  }

  static List<@Nullable Object> event(String id, long time, long person) {
    return event(id, "pageview", time, person, Map.of());
  }

  static String uuid(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static List<@Nullable Object> person(long person, Map<String, @Nullable Object> properties) {
    return row(person, uuid("person " + person), NOON, true, false, properties);
  }

  /** Pairs of key and value. */
  static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  @SafeVarargs
  static Change events(long project, List<@Nullable Object>... rows) {
    return new Change.Append(project, Datasets.EVENTS, List.of(rows));
  }

  @SafeVarargs
  static Change persons(long project, List<@Nullable Object>... rows) {
    return new Change.Upsert(project, Datasets.PERSONS, List.of(rows));
  }
}
