package dev.facet.plan;

import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Steps of time on a calendar, as instants: bucket i holds the times from {@code starts[i]} until
 * the next start, the last one until {@code until}. Clock changes, week starts and months are all
 * in the starts, so that filters, labels and every engine agree.
 */
public record Buckets(List<Long> starts, long until) {
  public static final int MAX = 10_000;

  public Buckets {
    starts = List.copyOf(starts);
    if (starts.isEmpty() || starts.size() > MAX) {
      throw FailureException.invalid(
          "bucket_count",
          "interval",
          "A chart has 1 to "
              + MAX
              + " steps of time, not "
              + starts.size()
              + ": choose a shorter range or a coarser interval.");
    }
  }

  /**
   * Equally wide buckets side by side: {@code count} of {@code width} microseconds, the first being
   * number {@code first}.
   */
  public record Run(int first, int count, long start, long width) {
    public long until() {
      return start + count * width;
    }
  }

  public int size() {
    return starts.size();
  }

  /** When bucket i starts. */
  public Instant start(int i) {
    return Micros.toInstant(starts.get(i));
  }

  /** The number of the bucket that holds the time, -1 outside all. */
  public int indexOf(long micros) {
    if (micros < starts.getFirst() || micros >= until) {
      return -1;
    }
    int place = Arrays.binarySearch(starts.toArray(Long[]::new), micros);
    return place >= 0 ? place : -place - 2;
  }

  /** The buckets as few stretches of equal width: what an engine can compute by a division each. */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int first = 0;
    while (first < size()) {
      long width = end(first) - starts.get(first);
      int next = first + 1;
      while (next < size() && end(next) - starts.get(next) == width) {
        next++;
      }
      runs.add(new Run(first, next - first, starts.get(first), width));
      first = next;
    }
    return runs;
  }

  private long end(int i) {
    return i + 1 < size() ? starts.get(i + 1) : until;
  }
}
