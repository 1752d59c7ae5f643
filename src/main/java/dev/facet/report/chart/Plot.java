package dev.facet.report.chart;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into what every mark draws: categories, and series over them.
 *
 * @param keyed whether the categories are breakdown values, which have colours of their own
 */
record Plot(List<Category> categories, Over over, boolean keyed, List<Run> runs) {

  /** What the categories are. */
  enum Over {
    TIME,
    VALUE,
    NOTHING
  }

  /**
   * A place on the axis.
   *
   * @param label its short name
   * @param name its whole one
   * @param time what it is on an axis of time, in the zone of the exhibit; null elsewhere
   */
  record Category(String label, String name, @Nullable LocalDateTime time) {}

  /**
   * One run of numbers over the categories.
   *
   * @param place the number of its series; runs of one breakdown share it
   * @param key the breakdown value that decides the colour, null when the place does
   * @param previous belongs to the compared period
   */
  record Run(
      String name,
      int place,
      @Nullable String key,
      boolean previous,
      List<@Nullable Double> values) {

    /** The name that legends show. */
    String legend() {
      return previous ? name + " (previous period)" : name;
    }

    double at(int category) {
      Double value = values.get(category);
      return value == null ? 0 : value;
    }
  }

  boolean isEmpty() {
    return runs.isEmpty() || numbers().findAny().isEmpty();
  }

  DoubleStream numbers() {
    return runs.stream()
        .flatMap(run -> run.values().stream())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  /** Whether the numbers are parts of a whole at each step of time. */
  boolean isBrokenDown() {
    return over == Over.TIME && runs.stream().anyMatch(run -> run.key() != null);
  }
}
