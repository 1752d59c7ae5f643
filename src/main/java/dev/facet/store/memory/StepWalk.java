package dev.facet.store.memory;

import dev.facet.plan.StepMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Walks rows in their order through steps. */
final class StepWalk {
  private final long window;
  private final Set<StepMode> modes;

  /** For each step, when the way to it began and when it was reached. */
  private final @Nullable Long[] began;

  private final @Nullable Long[] reached;

  private StepWalk(long window, int steps, Set<StepMode> modes) {
    this.window = window;
    this.modes = modes;
    began = new Long[steps];
    reached = new Long[steps];
  }

  /** How many steps are reached by rows of these times that meet the steps of these bits. */
  static long reached(List<?> times, List<?> met, long window, int steps, Set<StepMode> modes) {
    StepWalk walk = new StepWalk(window, steps, modes);
    for (int i = 0; i < times.size(); i++) {
      long bits = (Long) Objects.requireNonNull(met.get(i));
      if (walk.isEndedBy(bits)) {
        break;
      }
      walk.take((Long) Objects.requireNonNull(times.get(i)), bits);
    }
    return IntStream.range(0, steps).filter(step -> walk.began[step] != null).count();
  }

  private boolean isEndedBy(long bits) {
    boolean started = began[0] != null;
    boolean repeats = false;
    boolean early = bits == 0;
    for (int step = 1; step < began.length; step++) {
      if (meets(bits, step)) {
        repeats |= began[step] != null;
        early |= began[step - 1] == null;
      }
    }
    return modes.contains(StepMode.DEDUPLICATION) && repeats
        || modes.contains(StepMode.ORDER) && started && early;
  }

  private static boolean meets(long bits, int step) {
    return (bits & 1L << step) != 0;
  }

  /** From the last step to the first, so that one row takes one step only. */
  private void take(long time, long bits) {
    for (int step = began.length - 1; step > 0; step--) {
      Long start = began[step - 1];
      if (meets(bits, step) && start != null && follows(time, start, step)) {
        began[step] = start;
        reached[step] = time;
      }
    }
    if (meets(bits, 0)) {
      began[0] = time;
      reached[0] = time;
    }
  }

  private boolean follows(long time, long start, int step) {
    boolean later = Objects.requireNonNull(reached[step - 1]) < time;
    return (start > Long.MAX_VALUE - window || time <= start + window)
        && (later || !modes.contains(StepMode.INCREASE));
  }
}
