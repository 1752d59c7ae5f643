package dev.facet.plan.otql.value;

import dev.facet.model.Micros;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a text such as {@code 2024-05-01} or {@code now-7d/d} means: a whole
 * unit, or one millisecond. In microseconds since 1970.
 *
 * @param until the first instant after it
 */
public record Moment(long from, long until) {
  private static final long MILLI = 1000;

  /** Farther away than any event, and still a whole number of microseconds. */
  private static final double FARTHEST_MILLIS = 9e15;

  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2})?([.,]\\d{1,9})?"
              + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern RELATIVE =
      Pattern.compile("now((?:[+-]\\d{1,6}[smhHdwMy])*)(?:/([smhHdwMy]))?");
  private static final Pattern LONG = Pattern.compile("now(?:[+-]\\d+[dwMy])*/[dwMy]");
  private static final Duration A_WHILE = Duration.ofSeconds(10);
  private static final Pattern STEP = Pattern.compile("([+-]\\d{1,6})([smhHdwMy])");

  /** What a text means; empty when it is no date. */
  public static Optional<Moment> of(String text, Instant now) {
    try {
      return read(text.strip(), now);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<Moment> read(String text, Instant now) {
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return Optional.of(unit(LocalDate.parse(text).atStartOfDay(), 'd'));
    }
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      return Optional.of(instant(written(time)));
    }
    Matcher relative = RELATIVE.matcher(text);
    return relative.matches()
        ? Optional.of(relative(relative.group(1), relative.group(2), now))
        : Optional.empty();
  }

  /**
   * Until when a text means the same: date math of whole days or more until the next day, other
   * date math for a while only, all else for good.
   */
  public static Instant until(String text, Instant now) {
    Matcher relative = RELATIVE.matcher(text.strip());
    if (!relative.matches()) {
      return Instant.MAX;
    }
    boolean isOfDays = LONG.matcher(text.strip()).matches();
    return isOfDays ? now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS) : now.plus(A_WHILE);
  }

  /** One millisecond. */
  public static Moment instant(LocalDateTime time) {
    long micros = Micros.of(time.toInstant(ZoneOffset.UTC));
    long from = Math.floorDiv(micros, MILLI) * MILLI;
    return new Moment(from, from + MILLI);
  }

  /** A number of milliseconds since 1970; nothing lies in what is not whole. */
  public static Moment ofMillis(double millis) {
    double bounded = Math.clamp(millis, -FARTHEST_MILLIS, FARTHEST_MILLIS);
    return new Moment((long) Math.ceil(bounded) * MILLI, ((long) Math.floor(bounded) + 1) * MILLI);
  }

  private static LocalDateTime written(Matcher match) {
    String seconds = match.group(3) == null ? ":00" : match.group(3);
    String fraction = match.group(4) == null ? "" : match.group(4).replace(',', '.');
    LocalDateTime time =
        LocalDateTime.parse(match.group(1) + "T" + match.group(2) + seconds + fraction);
    String zone = match.group(5);
    return zone == null
        ? time
        : OffsetDateTime.of(time, ZoneOffset.of(zone))
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDateTime();
  }

  private static Moment relative(String steps, @Nullable String unit, Instant now) {
    LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    Matcher step = STEP.matcher(steps);
    while (step.find()) {
      time = plus(time, Long.parseLong(step.group(1)), step.group(2).charAt(0));
    }
    return unit == null ? instant(time) : unit(start(time, unit.charAt(0)), unit.charAt(0));
  }

  private static Moment unit(LocalDateTime start, char unit) {
    return new Moment(
        Micros.of(start.toInstant(ZoneOffset.UTC)),
        Micros.of(plus(start, 1, unit).toInstant(ZoneOffset.UTC)));
  }

  private static LocalDateTime plus(LocalDateTime time, long count, char unit) {
    return time.plus(
        count,
        switch (unit) {
          case 's' -> ChronoUnit.SECONDS;
          case 'm' -> ChronoUnit.MINUTES;
          case 'h', 'H' -> ChronoUnit.HOURS;
          case 'd' -> ChronoUnit.DAYS;
          case 'w' -> ChronoUnit.WEEKS;
          case 'M' -> ChronoUnit.MONTHS;
          default -> ChronoUnit.YEARS;
        });
  }

  private static LocalDateTime start(LocalDateTime time, char unit) {
    return switch (unit) {
      case 's' -> time.truncatedTo(ChronoUnit.SECONDS);
      case 'm' -> time.truncatedTo(ChronoUnit.MINUTES);
      case 'h', 'H' -> time.truncatedTo(ChronoUnit.HOURS);
      case 'd' -> time.truncatedTo(ChronoUnit.DAYS);
      case 'w' -> time.truncatedTo(ChronoUnit.DAYS).minusDays(time.getDayOfWeek().getValue() - 1L);
      case 'M' -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      default -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
    };
  }
}
