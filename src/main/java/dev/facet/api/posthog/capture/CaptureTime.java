package dev.facet.api.posthog.capture;

import dev.facet.model.Values;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened by the server's clock: by its offset, or by its timestamp corrected by how
 * wrong the client's clock was when it sent, or now. Nothing is later than 23 hours from now.
 *
 * @param now the server's time
 * @param sentAt the client's time when it sent, null when it did not say
 */
record CaptureTime(Instant now, @Nullable Instant sentAt) {
  private static final Duration FUTURE = Duration.ofHours(23);
  private static final double LONGEST_OFFSET = 1e14;
  private static final double FIRST_MILLIS = 1e11;
  private static final double LAST_MILLIS = 2.5e14;
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
              + " ?(?:[Zz]|UTC|([+-]\\d{2})(?::?(\\d{2}))?)?)?");

  /** The time of an event with these fields and properties. */
  Instant of(Map<String, @Nullable Object> event, Map<String, @Nullable Object> properties) {
    Instant time = said(event, properties);
    Instant latest = now.plus(FUTURE);
    return (time == null || time.isAfter(latest) ? now : time).truncatedTo(ChronoUnit.MICROS);
  }

  private @Nullable Instant said(
      Map<String, @Nullable Object> event, Map<String, @Nullable Object> properties) {
    Double offset = Values.number(event.get("offset"));
    if (offset != null && Math.abs(offset) < LONGEST_OFFSET) {
      return now.minus(Math.round(offset * 1000), ChronoUnit.MICROS);
    }
    Instant timestamp = parse(event.get("timestamp"));
    boolean corrected = !Boolean.TRUE.equals(properties.get("$ignore_sent_at"));
    return timestamp != null && sentAt != null && corrected
        ? timestamp.plus(Duration.between(sentAt, now))
        : timestamp;
  }

  /**
   * An ISO-8601 date or date and time, in UTC unless it says otherwise, or a number of seconds or
   * (from 10^11 on) milliseconds since 1970; null for anything else.
   */
  static @Nullable Instant parse(@Nullable Object value) {
    if (value instanceof String text) {
      Matcher iso = ISO.matcher(text.strip());
      return iso.matches() ? instant(iso) : null;
    }
    Double number = value instanceof Number ? Values.number(value) : null;
    if (number == null || Math.abs(number) > LAST_MILLIS) {
      return null;
    }
    double millis = Math.abs(number) < FIRST_MILLIS ? number * 1000 : number;
    return Instant.EPOCH.plus(Math.round(millis * 1000), ChronoUnit.MICROS);
  }

  private static @Nullable Instant instant(Matcher iso) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              digits(iso, 1),
              digits(iso, 2),
              digits(iso, 3),
              digits(iso, 4),
              digits(iso, 5),
              digits(iso, 6));
      return local.plusNanos(nanos(iso.group(7))).toInstant(offset(iso));
    } catch (DateTimeException notInTheCalendar) {
      return null;
    }
  }

  private static int digits(Matcher iso, int group) {
    String digits = iso.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static long nanos(@Nullable String decimals) {
    return decimals == null ? 0 : Long.parseLong((decimals + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(Matcher iso) {
    String hours = iso.group(8);
    if (hours == null) {
      return ZoneOffset.UTC;
    }
    int minutes = hours.startsWith("-") ? -digits(iso, 9) : digits(iso, 9);
    return ZoneOffset.ofHoursMinutes(Integer.parseInt(hours), minutes);
  }
}
