package dev.facet.ingest;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.model.Event;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events of one project in order of arrival, and what became of persons by them. */
final class Story {
  static final long PROJECT = 3;
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Event> events = new ArrayList<>();
  private final long seed;
  private final long firstId;

  Story() {
    this(7, 0);
  }

  /** A story whose events have uuids made of these numbers. */
  Story(long seed, long firstId) {
    this.seed = seed;
    this.firstId = firstId;
  }

  /** Adds an event a minute after the one before. */
  Story then(String name, String distinctId, Map<String, ? extends @Nullable Object> properties) {
    return at(60L * events.size(), name, distinctId, properties);
  }

  /** Adds an event so many seconds after the story's start. */
  Story at(
      long seconds,
      String name,
      String distinctId,
      Map<String, ? extends @Nullable Object> properties) {
    events.add(
        new Event(
            new UUID(seed, firstId + events.size()),
            name,
            distinctId,
            START.plusSeconds(seconds),
            START,
            new HashMap<>(properties)));
    return this;
  }

  List<Event> events() {
    return events;
  }

  /**
   * Tells the story in batches of every size, with warm and with cold caches; it must end the same.
   */
  void check(Consumer<Ending> expectations) {
    for (int size : List.of(events.size(), 1, 2, 3)) {
      for (boolean cold : List.of(false, true)) {
        expectations.accept(new Ending(tell(size, cold), "batches of " + size + ", cold: " + cold));
      }
    }
  }

  private Store tell(int size, boolean cold) {
    Store store = new MemoryStore();
    Persons persons = new Persons(store);
    for (int from = 0; from < events.size(); from += size) {
      int to = Math.min(from + size, events.size());
      Entry.Events entry = new Entry.Events(PROJECT, events.subList(from, to));
      persons = cold ? new Persons(store) : persons;
      store.apply(new Batch(to, persons.resolve(List.of(new Persons.Arrival(from + 1, entry)))));
    }
    return store;
  }

  /** What is in the store when the story has been told. */
  record Ending(Store store, String how) {

    /** Person numbers by distinct id. */
    Map<String, Long> ids() {
      Map<String, Long> ids = new TreeMap<>();
      rows(Datasets.PERSON_DISTINCT_IDS)
          .forEach(row -> ids.put((String) row.get(0), (Long) row.get(1)));
      return ids;
    }

    /** Persons by number. */
    Map<Long, Person> persons() {
      Map<Long, Person> persons = new TreeMap<>();
      new PersonIndex(store)
          .persons(PROJECT, rows(Datasets.PERSONS).stream().map(row -> (Long) row.get(0)).toList())
          .forEach(persons::put);
      return persons;
    }

    Person person(String distinctId) {
      return Objects.requireNonNull(persons().get(ids().get(distinctId)), distinctId);
    }

    /** The persons of all events, in order. */
    List<Long> personsOfEvents() {
      return rows(Datasets.EVENTS).stream().map(row -> (Long) row.get(4)).toList();
    }

    private List<List<@Nullable Object>> rows(Dataset dataset) {
      Table table = store.run(PROJECT, new Plan.Scan(dataset));
      return table.rows();
    }
  }
}
