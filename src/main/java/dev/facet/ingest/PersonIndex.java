package dev.facet.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Table;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in the store, with what was looked up lately kept in memory. Exact because the
 * applier's thread, the only one to use it, is the only one that changes persons.
 */
final class PersonIndex {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final int IDS_KEPT = 200_000;
  private static final int PROPERTIES_KEPT = 1_000_000;

  private final Store store;
  private final Cache<Id, Long> numbers =
      Caffeine.newBuilder().maximumSize(IDS_KEPT).executor(Runnable::run).build();
  private final Cache<Long, Person> persons =
      Caffeine.newBuilder()
          .maximumWeight(PROPERTIES_KEPT)
          .weigher((Long number, Person person) -> 5 + person.properties().size())
          .executor(Runnable::run)
          .build();

  private record Id(long project, String distinctId) {}

  PersonIndex(Store store) {
    this.store = store;
  }

  /** The person numbers of those ids that are known. */
  Map<String, Long> numbers(long project, Set<String> distinctIds) {
    Map<String, Long> found = HashMap.newHashMap(distinctIds.size());
    List<Object> missing = new ArrayList<>();
    for (String distinctId : distinctIds) {
      Long number = numbers.getIfPresent(new Id(project, distinctId));
      if (number == null) {
        missing.add(distinctId);
      } else {
        found.put(distinctId, number);
      }
    }
    for (List<@Nullable Object> row :
        rows(project, Datasets.PERSON_DISTINCT_IDS, "distinct_id", missing)) {
      String distinctId = (String) value(row, 0);
      Long number = (Long) value(row, 1);
      found.put(distinctId, number);
      numbers.put(new Id(project, distinctId), number);
    }
    return found;
  }

  /** The numbers of those persons whose uuid or number this is and who are known. */
  Map<String, Long> numbersByName(long project, Set<String> names) {
    Map<String, Long> found = HashMap.newHashMap(names.size());
    List<Object> uuids = new ArrayList<>();
    List<Object> numbered = new ArrayList<>();
    for (String name : names) {
      if (NUMBER.matcher(name).matches()) {
        numbered.add(Long.valueOf(name));
      } else {
        uuids.add(name);
      }
    }
    for (List<@Nullable Object> row : rows(project, Datasets.PERSONS, "uuid", uuids)) {
      found.put((String) value(row, 1), (Long) value(row, 0));
    }
    for (List<@Nullable Object> row : rows(project, Datasets.PERSONS, "person", numbered)) {
      found.put(String.valueOf(value(row, 0)), (Long) value(row, 0));
    }
    return found;
  }

  /** The persons of these numbers. */
  Map<Long, Person> persons(long project, Collection<Long> wanted) {
    Map<Long, Person> found = HashMap.newHashMap(wanted.size());
    List<Object> missing = new ArrayList<>();
    for (Long number : new HashSet<>(wanted)) {
      Person person = persons.getIfPresent(number);
      if (person == null) {
        missing.add(number);
      } else {
        found.put(number, person);
      }
    }
    for (List<@Nullable Object> row : rows(project, Datasets.PERSONS, "person", missing)) {
      Person person = person(row);
      found.put(person.number(), person);
      persons.put(person.number(), person);
    }
    return found;
  }

  /** All ids of each of these persons. */
  Map<Long, List<String>> idsOfEach(long project, Collection<Long> wanted) {
    Map<Long, List<String>> ids = new HashMap<>();
    for (List<@Nullable Object> row :
        rows(project, Datasets.PERSON_DISTINCT_IDS, "person", List.copyOf(wanted))) {
      ids.computeIfAbsent((Long) value(row, 1), n -> new ArrayList<>()).add((String) value(row, 0));
    }
    return ids;
  }

  List<String> idsOf(long project, long person) {
    return idsOfEach(project, List.of(person)).getOrDefault(person, List.of());
  }

  /** Remembers what the next batch will find in the store. */
  void remember(long project, Map<String, Long> changedIds, Collection<Person> changed) {
    changedIds.forEach((distinctId, number) -> numbers.put(new Id(project, distinctId), number));
    changed.forEach(person -> persons.put(person.number(), person));
  }

  void forget(Collection<Long> gone) {
    persons.invalidateAll(gone);
  }

  private List<List<@Nullable Object>> rows(
      long project, Dataset dataset, String column, List<Object> options) {
    if (options.isEmpty()) {
      return List.of();
    }
    Plan scan = new Plan.Scan(dataset);
    Table table =
        store.run(project, new Plan.Filter(scan, new Expression.In(scan.column(column), options)));
    return table.rows();
  }

  private static Person person(List<@Nullable Object> row) {
    Map<String, @Nullable Object> properties = new HashMap<>();
    if (row.get(5) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> properties.put(String.valueOf(key), value));
    }
    return new Person(
        (Long) value(row, 0),
        (String) value(row, 1),
        (Long) value(row, 2),
        (Boolean) value(row, 3),
        (Boolean) value(row, 4),
        properties);
  }

  private static Object value(List<@Nullable Object> row, int column) {
    Object value = row.get(column);
    if (value == null) {
      throw new IllegalStateException("A person in the store lacks column " + column);
    }
    return value;
  }
}
