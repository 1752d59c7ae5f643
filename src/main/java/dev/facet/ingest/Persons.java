package dev.facet.ingest;

import dev.facet.model.Event;
import dev.facet.store.Batch.Change;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which person each event is of, and how persons change by it: created, renamed, merged,
 * their properties set, put into cohorts. For the applier's thread alone.
 */
final class Persons {
  private final PersonIndex index;

  Persons(Store store) {
    this.index = new PersonIndex(store);
  }

  /** What came and the position of the first of it. */
  record Arrival(long first, Entry.OfPersons entry) {}

  /**
   * The changes that a run of arrivals makes to the store. The batch they are for must be applied
   * before this is called again.
   */
  List<Change> resolve(List<Arrival> arrivals) {
    Map<Long, List<Arrival>> byProject = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      byProject.computeIfAbsent(arrival.entry().project(), p -> new ArrayList<>()).add(arrival);
    }
    List<Change> changes = new ArrayList<>();
    byProject.forEach((project, own) -> changes.addAll(resolve(project, own)));
    return changes;
  }

  private List<Change> resolve(long project, List<Arrival> arrivals) {
    Identities identities =
        new Identities(project, index, arrivals.stream().map(Arrival::entry).toList());
    for (Arrival arrival : arrivals) {
      switch (arrival.entry()) {
        case Entry.Events(long _, List<Event> events) -> {
          long position = arrival.first();
          for (Event event : events) {
            identities.add(event, position++);
          }
        }
        case Entry.Members members -> identities.add(members);
      }
    }
    return identities.changes();
  }
}
