package dev.facet.plan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How strictly {@link Function#STEPS_REACHED} walks through the rows. */
public enum StepMode {
  /** A row that meets a step reached before, the first one excepted, ends the walk. */
  DEDUPLICATION,
  /** After the first step, a row that meets no step, or one too early, ends the walk. */
  ORDER,
  /** A step counts only when it is later than the one before it. */
  INCREASE;

  /** As people write it: {@code strict_order}. */
  public String written() {
    return "strict_" + name().toLowerCase(Locale.ROOT);
  }

  public static List<String> allWritten() {
    return Arrays.stream(values()).map(StepMode::written).toList();
  }

  /** Its bit in the argument that names the modes. */
  public long bit() {
    return 1L << ordinal();
  }

  /** The modes of these bits. */
  public static Set<StepMode> of(long bits) {
    Set<StepMode> modes = EnumSet.noneOf(StepMode.class);
    for (StepMode mode : values()) {
      if ((bits & mode.bit()) != 0) {
        modes.add(mode);
      }
    }
    return modes;
  }
}
