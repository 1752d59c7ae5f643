package dev.facet.ingest.learn;

import dev.facet.model.Event;
import dev.facet.store.Batch.Change;
import dev.facet.store.Store;
import java.util.ArrayList;
import java.util.List;

/** Learns from events. For the applier's thread alone. */
public final class Lessons {
  private final Groups groups;
  private final Vocabulary vocabulary;

  public Lessons(Store store) {
    this.groups = new Groups(store);
    this.vocabulary = new Vocabulary(store);
  }

  /**
   * Learns from events of a project; gives them back with the keys of their groups and with their
   * elements as chains.
   */
  public List<Event> learn(long project, List<Event> events) {
    List<Event> grouped = new ArrayList<>(events.size());
    for (Event event : events) {
      Event chained = ElementsChain.chained(event);
      Groups.Grouped found = groups.group(project, chained);
      vocabulary.see(project, chained, found.identified());
      grouped.add(found.event());
    }
    return grouped;
  }

  /**
   * What was learned since this was last asked, as changes to the store. The batch they are for
   * must be applied before anything else is learned.
   */
  public List<Change> changes() {
    List<Change> changes = new ArrayList<>(groups.changes());
    changes.addAll(vocabulary.changes());
    return changes;
  }

  /** Whether those changes are ones that questions depend on; the next call begins anew. */
  public boolean matter() {
    return groups.matter() | vocabulary.matter();
  }
}
