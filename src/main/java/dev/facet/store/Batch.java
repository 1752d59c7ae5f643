package dev.facet.store;

import dev.facet.dataset.Dataset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes to the datasets of several projects, made in order, up to a journal position. */
public record Batch(long position, List<Change> changes) {

  public Batch {
    changes = List.copyOf(changes);
  }

  /** The projects it changes. */
  public Set<Long> projects() {
    return changes.stream().map(Change::project).collect(Collectors.toSet());
  }

  /** One kind of change to one project. Rows have the dataset's columns, in its order. */
  public sealed interface Change {
    long project();

    /**
     * Adds rows that happened. A row whose key is there already, or twice in this batch, with times
     * at most 48 hours apart, is dropped; the earlier one stays.
     */
    record Append(long project, Dataset dataset, List<List<@Nullable Object>> rows)
        implements Change {}

    /** Puts rows in place of those of the same key. The last one of a key wins. */
    record Upsert(long project, Dataset dataset, List<List<@Nullable Object>> rows)
        implements Change {}

    /**
     * From now on all events of person {@code from} count for person {@code into}, who is in the
     * cohorts of both, and {@code from} is gone.
     */
    record Merge(long project, long from, long into) implements Change {}
  }
}
