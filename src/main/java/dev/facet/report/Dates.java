package dev.facet.report;

import dev.facet.model.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Stretches of time as people read them. */
final class Dates {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.US);

  private Dates() {}

  /** Its first and last day. */
  static String of(Period period, ZoneId zone) {
    LocalDate from = LocalDate.ofInstant(period.from(), zone);
    Instant last =
        period.until().isAfter(period.from()) ? period.until().minusNanos(1) : period.from();
    LocalDate until = LocalDate.ofInstant(last, zone);
    return from.equals(until) ? DAY.format(from) : DAY.format(from) + " – " + DAY.format(until);
  }

  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone)) + " (" + zone.getId() + ")";
  }
}
