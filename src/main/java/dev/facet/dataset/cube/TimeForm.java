package dev.facet.dataset.cube;

import dev.facet.model.Micros;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** How cubes write a time, in UTC; what it leaves out makes times of one step equal. */
public enum TimeForm {
  /** Milliseconds since 1970, as a number. */
  MILLIS("", Micros.SECOND / 1000),
  DAY_DIGITS("%Y%m%d", Micros.DAY),
  HOUR_DIGITS("%Y%m%d%H", Micros.HOUR),
  DAY("%Y-%m-%d", Micros.DAY),
  HOUR("%Y-%m-%dT%H", Micros.HOUR),
  MINUTE("%Y-%m-%dT%H:%i", Micros.MINUTE);

  private final String pattern;
  private final long step;

  TimeForm(String pattern, long step) {
    this.pattern = pattern;
    this.step = step;
  }

  /** In letters of ClickHouse's {@code formatDateTime}; empty for a number. */
  public String pattern() {
    return pattern;
  }

  /** How many microseconds a step has. */
  public long step() {
    return step;
  }

  /** The step of this number, counted from 1970, as it is written. */
  public Object of(long number) {
    if (pattern.isEmpty()) {
      return number;
    }
    LocalDateTime time = LocalDateTime.ofInstant(Micros.toInstant(number * step), ZoneOffset.UTC);
    return pattern
        .replace("%Y", digits(4, time.getYear()))
        .replace("%m", digits(2, time.getMonthValue()))
        .replace("%d", digits(2, time.getDayOfMonth()))
        .replace("%H", digits(2, time.getHour()))
        .replace("%i", digits(2, time.getMinute()));
  }

  private static String digits(int width, int number) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
