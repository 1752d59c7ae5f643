package dev.facet.api.posthog.result;

import dev.facet.model.Grain;
import dev.facet.model.Micros;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the vendor writes the steps of a time axis, on the project's wall clock. */
record TimeLabels(Grain grain, ZoneId zone) {
  private static final DateTimeFormatter DAY_LABEL = format("d-MMM-uuuu");
  private static final DateTimeFormatter HOUR_LABEL = format("d-MMM HH:mm");
  private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
  private static final DateTimeFormatter SECOND = format("uuuu-MM-dd HH:mm:ss");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }

  /** {@code 9-Jan-2020}, or {@code 9-Jan 00:00} for steps shorter than a day. */
  String label(long micros) {
    return (grain.isElapsed() ? HOUR_LABEL : DAY_LABEL).format(local(micros));
  }

  /** {@code 2020-01-09}, or {@code 2020-01-09 00:00:00} for steps shorter than a day. */
  String day(long micros) {
    return (grain.isElapsed() ? SECOND : DAY).format(local(micros));
  }

  ZonedDateTime local(long micros) {
    return Micros.toInstant(micros).atZone(zone);
  }
}
