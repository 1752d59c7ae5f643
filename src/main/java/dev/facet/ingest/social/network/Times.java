package dev.facet.ingest.social.network;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments and days as networks write them. */
final class Times {
  /** ISO-8601 with any offset, {@code +0000} too; without one it is UTC. */
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private static final double MILLISECONDS = 1e11;

  private Times() {}

  /** Also as a number of Unix seconds or, from 1973 on, milliseconds. */
  static Optional<Instant> moment(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Character.isLetter(text.charAt(0)) ? none(text) : read(text.strip()));
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant none(String text) {
    throw new DateTimeException(text);
  }

  private static Instant read(String text) {
    if (text.indexOf('-', 1) < 0) {
      double number = Double.parseDouble(text);
      double milliseconds = Math.abs(number) < MILLISECONDS ? number * 1000 : number;
      return Instant.ofEpochMilli((long) milliseconds);
    }
    TemporalAccessor read =
        WRITTEN.parseBest(text.replaceFirst(" ", "T"), Instant::from, LocalDateTime::from);
    return read instanceof LocalDateTime local
        ? local.toInstant(ZoneOffset.UTC)
        : Instant.from(read);
  }

  /** The day that a text begins with. */
  static Optional<LocalDate> day(@Nullable String text) {
    if (text == null || text.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static long seconds(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  static long milliseconds(LocalDate day) {
    return seconds(day) * 1000;
  }
}
