package dev.facet.plan.function;

import dev.facet.model.Micros;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A unit of time that intervals are said in. */
enum Unit {
  SECOND(Micros.SECOND, 0, 0),
  MINUTE(Micros.MINUTE, 0, 0),
  HOUR(Micros.HOUR, 0, 0),
  DAY(0, 1, 0),
  WEEK(0, 7, 0),
  MONTH(0, 0, 1),
  QUARTER(0, 0, 3),
  YEAR(0, 0, 12);

  private final long micros;
  private final int days;
  private final int months;

  Unit(long micros, int days, int months) {
    this.micros = micros;
    this.days = days;
    this.months = months;
  }

  /** Its length in microseconds; 0 for units of the calendar. */
  long micros() {
    return micros;
  }

  /** Its length in days; 0 for all others than days and weeks. */
  int days() {
    return days;
  }

  /** Its length in months; 0 for all shorter ones. */
  int months() {
    return months;
  }

  /** {@code Day}: how names of functions have it. */
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** {@code day}, {@code days}, {@code DAY}. */
  static Optional<Unit> of(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(unit -> unit.name().equals(upper) || (unit.name() + "S").equals(upper))
        .findFirst();
  }
}
