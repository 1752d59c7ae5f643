package dev.facet.query;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One end of a date range, as asked. */
public sealed interface DateBound {

  /** The time of the earliest event of the series. */
  record Earliest() implements DateBound {}

  /**
   * A point on the project's wall clock, or at an offset when one was given; {@code dateOnly} when
   * no time was.
   */
  record Absolute(LocalDateTime time, @Nullable ZoneOffset offset, boolean dateOnly)
      implements DateBound {}

  /** {@code amount} units before now, then moved to an edge of that unit. */
  record Relative(int amount, Unit unit, Edge edge) implements DateBound {}

  /** Units of relative dates; a quarter is 13 weeks. */
  enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** Whether a bound in this unit means whole days. */
    public boolean isCalendar() {
      return this.compareTo(DAY) >= 0;
    }
  }

  /** Which edge of its unit a relative date moves to. */
  enum Edge {
    NONE,
    START,
    END
  }
}
