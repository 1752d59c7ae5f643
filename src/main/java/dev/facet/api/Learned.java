package dev.facet.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.dataset.Datasets;
import dev.facet.plan.Plan;
import dev.facet.query.type.PropertyType;
import dev.facet.query.type.PropertyTypes;
import dev.facet.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What data taught about projects, read from the store when there is something new. Safe for use by
 * many threads.
 */
public final class Learned {
  private static final int PROJECTS_KEPT = 1_000;

  private final Store store;
  private final LongSupplier taught;
  private final Cache<Long, Words> known = Caffeine.newBuilder().maximumSize(PROJECTS_KEPT).build();

  /**
   * As of one lesson.
   *
   * @param groupTypes each at its index
   */
  record Words(long lesson, PropertyTypes types, List<String> groupTypes) {}

  /**
   * @param taught grows when the store holds something new of this kind
   */
  public Learned(Store store, LongSupplier taught) {
    this.store = store;
    this.taught = taught;
  }

  /** What is known of a project; the same object until there is something new. */
  Words of(long project) {
    long lesson = taught.getAsLong();
    Words words = known.getIfPresent(project);
    if (words == null || words.lesson() != lesson) {
      words = new Words(lesson, types(project), groupTypes(project));
      known.put(project, words);
    }
    return words;
  }

  private PropertyTypes types(long project) {
    Map<String, Map<String, PropertyType>> types = new HashMap<>();
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.PROPERTY_DEFINITIONS)).rows()) {
      if (row.get(2) instanceof String word) {
        Map<String, PropertyType> own =
            types.computeIfAbsent(String.valueOf(row.get(0)), owner -> new HashMap<>());
        PropertyType.of(word).ifPresent(type -> own.put(String.valueOf(row.get(1)), type));
      }
    }
    return new PropertyTypes(types, plain(project));
  }

  private Map<String, Set<String>> plain(long project) {
    Map<String, Set<String>> plain = new HashMap<>();
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.PROPERTY_NESTING)).rows()) {
      if (Boolean.FALSE.equals(row.get(2))) {
        plain
            .computeIfAbsent(String.valueOf(row.get(0)), owner -> new HashSet<>())
            .add(String.valueOf(row.get(1)));
      }
    }
    return plain;
  }

  private List<String> groupTypes(long project) {
    Map<Object, String> types = new TreeMap<>();
    for (List<@Nullable Object> row :
        store.run(project, new Plan.Scan(Datasets.GROUP_TYPES)).rows()) {
      if (row.get(0) instanceof String type && row.get(1) instanceof Long index) {
        types.put(index, type);
      }
    }
    return List.copyOf(types.values());
  }
}
