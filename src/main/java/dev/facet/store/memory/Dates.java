package dev.facet.store.memory;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/** What functions of dates compute, on the calendar of UTC. */
final class Dates {
  private static final long FIRST_TIME = -62_167_219_200_000_000L;
  private static final long LAST_TIME = 253_402_300_799_999_999L;
  private static final long FIRST_DATE = -719_528;
  private static final long LAST_DATE = 2_932_896;
  private static final long MOST_MONTHS = 120_000;

  private Dates() {}

  static @Nullable Object time(long micros) {
    return micros >= FIRST_TIME && micros <= LAST_TIME ? (Object) micros : null;
  }

  static @Nullable Object date(long days) {
    return days >= FIRST_DATE && days <= LAST_DATE ? (Object) days : null;
  }

  static LocalDate day(long days) {
    return LocalDate.ofEpochDay(days);
  }

  static long isoWeek(long days) {
    return day(days).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  static long isoYear(long days) {
    return day(days).get(IsoFields.WEEK_BASED_YEAR);
  }

  static @Nullable Object addMonths(long days, long months) {
    return date(days) == null || months <= -MOST_MONTHS || months >= MOST_MONTHS
        ? null
        : date(day(days).plusMonths(months).toEpochDay());
  }
}
