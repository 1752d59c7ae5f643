package dev.facet.store;

import dev.facet.dataset.Dataset;
import dev.facet.model.Micros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which appended rows are new. A row repeats another when their keys are equal and their
 * times at most {@link #WITHIN} apart; rows of a dataset without a time column repeat each other by
 * the key alone. Used by one thread.
 */
public final class Repeats {
  /**
   * How far apart, in microseconds, the times of a row and its repetition may be: clock correction
   * shifts a retry's.
   */
  public static final long WITHIN = 48 * Micros.HOUR;

  private final int[] key;
  private final int time;
  private final Map<List<@Nullable Object>, List<Long>> times = new HashMap<>();

  public Repeats(Dataset dataset) {
    this.key = dataset.key().stream().mapToInt(dataset::indexOf).toArray();
    this.time = dataset.time().isEmpty() ? -1 : dataset.indexOf(dataset.time());
  }

  /** Remembers a row that is in the store already. */
  public void addPresent(List<@Nullable Object> key, long time) {
    times.computeIfAbsent(key, k -> new ArrayList<>(1)).add(time);
  }

  /** Whether no remembered row is repeated by this one; if so, it is remembered too. */
  public boolean isNew(List<@Nullable Object> row) {
    long at = timeOf(row);
    List<Long> earlier = times.computeIfAbsent(keyOf(row), k -> new ArrayList<>(1));
    if (earlier.stream().anyMatch(other -> Math.abs(at - other) <= WITHIN)) {
      return false;
    }
    earlier.add(at);
    return true;
  }

  /** The key of a row, in the dataset's order of key columns. */
  public List<@Nullable Object> keyOf(List<@Nullable Object> row) {
    List<@Nullable Object> values = new ArrayList<>(key.length);
    for (int at : key) {
      values.add(row.get(at));
    }
    return values;
  }

  /** When a row happened; 0 for all rows of a dataset without a time column. */
  public long timeOf(List<@Nullable Object> row) {
    return time >= 0 && row.get(time) instanceof Long micros ? micros : 0;
  }
}
