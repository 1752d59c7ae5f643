package dev.facet.ingest;

import dev.facet.dataset.Datasets;
import dev.facet.model.Event;
import dev.facet.model.Micros;
import dev.facet.store.Batch.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The persons of one project while a batch of its events is gone through, in order of arrival. */
final class Identities {
  private final long project;
  private final PersonIndex index;
  private final Map<String, Long> numbers;
  private final Map<Long, Person> persons;
  private final Map<Long, List<String>> storedIds;
  private final Map<Long, List<String>> gainedIds = new HashMap<>();
  private final Map<String, Long> changedIds = new LinkedHashMap<>();
  private final Set<Long> changed = new LinkedHashSet<>();
  private final Set<Long> created = new HashSet<>();
  private final Map<Long, Long> merged = new LinkedHashMap<>();
  private final List<Attributed> attributed = new ArrayList<>();
  private final Map<String, Long> numbersByUuid;
  private final List<Member> members = new ArrayList<>();

  /** An event and the person it was of when it came. */
  private record Attributed(Event event, long person) {}

  /** A cohort and the person that was put into it. */
  private record Member(long cohort, long person) {}

  /** Looks everybody up whom the entries may be about. */
  Identities(long project, PersonIndex index, List<Entry.OfPersons> entries) {
    this.project = project;
    this.index = index;
    Set<String> ids = new HashSet<>();
    Set<String> others = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (Entry.OfPersons entry : entries) {
      switch (entry) {
        case Entry.Events(long _, List<Event> events) ->
            events.forEach(e -> collect(e, ids, others));
        case Entry.Members said -> {
          ids.addAll(said.distinctIds());
          named.addAll(said.persons());
        }
      }
    }
    ids.addAll(others);
    numbers = index.numbers(project, ids);
    numbersByUuid = index.numbersByName(project, named);
    Set<Long> all = new HashSet<>(numbers.values());
    all.addAll(numbersByUuid.values());
    persons = index.persons(project, all);
    others.retainAll(numbers.keySet());
    storedIds = index.idsOfEach(project, others.stream().map(numbers::get).distinct().toList());
  }

  private static void collect(Event event, Set<String> ids, Set<String> others) {
    ids.add(event.distinctId());
    String other = PersonRules.otherId(event);
    if (other != null) {
      others.add(other);
    }
  }

  /** Puts those into the cohort who are somebody by now. */
  void add(Entry.Members said) {
    for (String distinctId : said.distinctIds()) {
      addMember(said.cohort(), numbers.get(distinctId));
    }
    for (String name : said.persons()) {
      addMember(said.cohort(), numberOf(name));
    }
  }

  private void addMember(long cohort, @Nullable Long person) {
    if (person != null && persons.containsKey(person)) {
      members.add(new Member(cohort, person));
    }
  }

  /** The number of the person of a uuid, or of that number, be it one that these events made. */
  private @Nullable Long numberOf(String name) {
    Long known = numbersByUuid.get(name);
    return known != null
        ? known
        : created.stream()
            .filter(number -> isNamed(persons.get(number), name))
            .findFirst()
            .orElse(null);
  }

  private static boolean isNamed(@Nullable Person person, String name) {
    return person != null
        && (person.uuid().equals(name) || String.valueOf(person.number()).equals(name));
  }

  /** Takes the next event, whose place in the journal is the number of the person it may create. */
  void add(Event event, long position) {
    long time = Micros.of(event.time());
    String other = PersonRules.otherId(event);
    Person before =
        other == null
            ? personOf(event.distinctId(), position, time)
            : join(event, other, position, time);
    Person after = before.seen(time, PersonRules.wantsProfile(event));
    after = after.with(PersonRules.apply(after.properties(), event.properties()));
    keep(after);
    attributed.add(new Attributed(event, after.number()));
  }

  private @Nullable Person find(String distinctId) {
    Long number = numbers.get(distinctId);
    return number == null ? null : persons.get(number);
  }

  private Person personOf(String distinctId, long position, long time) {
    Person found = find(distinctId);
    return found == null ? create(distinctId, position, time) : found;
  }

  private Person create(String distinctId, long number, long time) {
    String uuid = PersonRules.uuid(project, distinctId).toString();
    Person person = new Person(number, uuid, time, false, false, Map.of());
    created.add(number);
    keep(person);
    attach(distinctId, number);
    return person;
  }

  private void keep(Person person) {
    if (persons.put(person.number(), person) != person) {
      changed.add(person.number());
    }
  }

  private void attach(String distinctId, long number) {
    Long before = numbers.put(distinctId, number);
    if (before == null || before != number) {
      changedIds.put(distinctId, number);
      gainedIds.computeIfAbsent(number, n -> new ArrayList<>(2)).add(distinctId);
    }
  }

  private List<String> idsOf(long number) {
    List<String> ids = new ArrayList<>(gainedIds.getOrDefault(number, List.of()));
    if (!created.contains(number)) {
      ids.addAll(storedIds.computeIfAbsent(number, n -> index.idsOf(project, n)));
    }
    return ids;
  }

  /** Makes one person of the event's id and another one, as far as that is allowed. */
  private Person join(Event event, String other, long position, long time) {
    Person into = find(event.distinctId());
    Person from = find(other);
    Person known =
        into != null && from != null
            ? joinPersons(from, into, PersonRules.isForced(event)).known()
            : joinIds(event.distinctId(), other, position, time).known();
    keep(known);
    return known;
  }

  private Person joinPersons(Person from, Person into, boolean forced) {
    boolean apart = from.number() != into.number();
    return apart && (forced || !from.identified()) ? merge(from, into) : into;
  }

  /** One of the ids at least is new. */
  private Person joinIds(String id, String other, long position, long time) {
    Person known = find(other);
    Person person = known != null ? known : personOf(id, position, time);
    attach(id, person.number());
    attach(other, person.number());
    return person;
  }

  /** What the surviving person has wins; the earlier creation stays. */
  private Person merge(Person from, Person into) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(from.properties());
    properties.putAll(into.properties());
    for (String id : idsOf(from.number())) {
      attach(id, into.number());
    }
    merged.replaceAll((gone, now) -> now == from.number() ? into.number() : now);
    merged.put(from.number(), into.number());
    persons.remove(from.number());
    changed.remove(from.number());
    return into.seen(from.createdAt(), from.profile()).with(properties);
  }

  /** What the events change in the store. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    List<Person> people = changed.stream().map(persons::get).toList();
    if (!people.isEmpty()) {
      changes.add(
          new Change.Upsert(
              project, Datasets.PERSONS, people.stream().map(Identities::row).toList()));
    }
    if (!changedIds.isEmpty()) {
      List<List<@Nullable Object>> ids = new ArrayList<>(changedIds.size());
      changedIds.forEach((id, number) -> ids.add(Arrays.asList(id, number)));
      changes.add(new Change.Upsert(project, Datasets.PERSON_DISTINCT_IDS, ids));
    }
    if (!attributed.isEmpty()) {
      changes.add(
          new Change.Append(project, Datasets.EVENTS, attributed.stream().map(this::row).toList()));
    }
    if (!members.isEmpty()) {
      changes.add(
          new Change.Upsert(
              project, Datasets.COHORT_PEOPLE, members.stream().map(this::row).toList()));
    }
    merged.forEach(
        (from, into) -> {
          if (!created.contains(from)) {
            changes.add(new Change.Merge(project, from, into));
          }
        });
    index.remember(project, changedIds, people);
    index.forget(merged.keySet());
    return changes;
  }

  private static List<@Nullable Object> row(Person person) {
    return Arrays.asList(
        person.number(),
        person.uuid(),
        person.createdAt(),
        person.profile(),
        person.identified(),
        person.properties());
  }

  private List<@Nullable Object> row(Member member) {
    return Arrays.asList(member.cohort(), merged.getOrDefault(member.person(), member.person()));
  }

  private List<@Nullable Object> row(Attributed attributed) {
    Event event = attributed.event();
    return Arrays.asList(
        event.uuid().toString(),
        event.name(),
        event.distinctId(),
        Micros.of(event.time()),
        merged.getOrDefault(attributed.person(), attributed.person()),
        Micros.of(event.receivedAt()),
        event.properties());
  }
}
