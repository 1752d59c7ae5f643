package dev.facet.ingest;

import dev.facet.model.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request added, as it is journaled. Every kind has its own byte in {@link EntryFormat}.
 */
sealed interface Entry {
  long project();

  /** How many positions it takes. */
  int count();

  /** What is about persons: these are gone through in order. */
  sealed interface OfPersons extends Entry {}

  /** Accepted events of one project. */
  record Events(long project, List<Event> events) implements OfPersons {
    public Events {
      events = List.copyOf(events);
    }

    @Override
    public int count() {
      return events.size();
    }
  }

  /** Rows of one project's dataset; what a row does not name stays as it is. */
  record Rows(long project, String dataset, List<Map<String, @Nullable Object>> rows)
      implements Entry {
    public Rows {
      rows = List.copyOf(rows);
    }

    @Override
    public int count() {
      return rows.size();
    }
  }

  /**
   * Persons put into a cohort that is a list; ids that are nobody's by then are passed over.
   *
   * @param persons uuids or numbers of persons
   */
  record Members(long project, long cohort, List<String> distinctIds, List<String> persons)
      implements OfPersons {
    public Members {
      distinctIds = List.copyOf(distinctIds);
      persons = List.copyOf(persons);
    }

    @Override
    public int count() {
      return 1;
    }
  }
}
