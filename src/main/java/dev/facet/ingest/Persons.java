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
 * their properties set. For the applier's thread alone.
 */
final class Persons {
  private final PersonIndex index;

  Persons(Store store) {
    this.index = new PersonIndex(store);
  }

  /** Accepted events and the position of the first of them. */
  record Arrival(long first, Entry.Events entry) {}

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
    List<Event> events =
        arrivals.stream().flatMap(arrival -> arrival.entry().events().stream()).toList();
    Identities identities = new Identities(project, index, events);
    for (Arrival arrival : arrivals) {
      long position = arrival.first();
      for (Event event : arrival.entry().events()) {
        identities.add(event, position++);
      }
    }
    return identities.changes();
  }
}
