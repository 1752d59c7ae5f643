package dev.facet.plan.time;

import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.plan.Buckets;
import dev.facet.query.DateBound;
import dev.facet.query.DateBound.Relative;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project's calendar: its zone and the day its weeks start on. Turns bounds and grains into
 * instants.
 */
public record Calendar(ZoneId zone, DayOfWeek weekStart) {
  private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

  /**
   * When a bound is, asked at {@code now}; {@code earliest} stands for the beginning of the data.
   */
  public ZonedDateTime resolve(DateBound bound, Instant now, @Nullable Instant earliest) {
    return switch (bound) {
      case DateBound.Earliest ignored -> (earliest == null ? now : earliest).atZone(zone);
      case DateBound.Absolute absolute -> absolute(absolute);
      case Relative relative -> edge(back(now.atZone(zone), relative), relative);
    };
  }

  private ZonedDateTime absolute(DateBound.Absolute bound) {
    return bound.offset() == null
        ? bound.time().atZone(zone)
        : bound.time().toInstant(bound.offset()).atZone(zone);
  }

  /** The time moved back by a relative bound, on the wall clock for days and longer. */
  public ZonedDateTime back(ZonedDateTime time, Relative by) {
    return switch (by.unit()) {
      case SECOND -> time.minusSeconds(by.amount());
      case MINUTE -> time.minusMinutes(by.amount());
      case HOUR -> time.minusHours(by.amount());
      case DAY -> time.minusDays(by.amount());
      case WEEK -> time.minusWeeks(by.amount());
      case MONTH -> time.minusMonths(by.amount());
      case QUARTER -> time.minusWeeks(13L * by.amount());
      case YEAR -> time.minusYears(by.amount());
    };
  }

  private ZonedDateTime edge(ZonedDateTime time, Relative bound) {
    return switch (bound.edge()) {
      case NONE -> time;
      case START -> startOf(time, bound.unit());
      case END -> endOf(time, bound.unit());
    };
  }

  private ZonedDateTime startOf(ZonedDateTime time, DateBound.Unit unit) {
    return switch (unit) {
      case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> floor(time, Grain.DAY);
      case WEEK, QUARTER -> floor(time, Grain.WEEK);
      case MONTH -> floor(time, Grain.MONTH);
      case YEAR -> floor(time.withDayOfYear(1), Grain.DAY);
    };
  }

  /** The year's end is the last day of the month it is, as the original has it. */
  private ZonedDateTime endOf(ZonedDateTime time, DateBound.Unit unit) {
    return switch (unit) {
      case SECOND -> beforeNext(time, ChronoUnit.SECONDS);
      case MINUTE -> beforeNext(time, ChronoUnit.MINUTES);
      case HOUR -> beforeNext(time, ChronoUnit.HOURS);
      case DAY -> endOfDay(time);
      case WEEK, QUARTER -> endOfDay(floor(time, Grain.WEEK).plusDays(6));
      case MONTH, YEAR -> endOfDay(time.withDayOfMonth(time.toLocalDate().lengthOfMonth()));
    };
  }

  /** The last microsecond of the elapsed unit that holds {@code time}. */
  public static ZonedDateTime beforeNext(ZonedDateTime time, ChronoUnit unit) {
    return time.truncatedTo(unit).plus(1, unit).minus(1, ChronoUnit.MICROS);
  }

  /** The last microsecond of the day on the wall clock. */
  public ZonedDateTime endOfDay(ZonedDateTime time) {
    return time.toLocalDate().atTime(LAST).atZone(zone);
  }

  /** The start of the step that holds {@code time}. */
  public ZonedDateTime floor(ZonedDateTime time, Grain grain) {
    if (grain.isElapsed()) {
      return elapsedFloor(time, grain);
    }
    LocalDateTime local = grain.floor(time.toLocalDateTime(), weekStart);
    return local.toLocalDate().atStartOfDay(zone);
  }

  /**
   * Truncates on the wall clock, but not back over a clock change: hours of both offsets stay
   * apart.
   */
  private ZonedDateTime elapsedFloor(ZonedDateTime time, Grain grain) {
    LocalDateTime local = grain.floor(time.toLocalDateTime(), weekStart);
    long into = ChronoUnit.MICROS.between(local, time.toLocalDateTime());
    ZonedDateTime floor = time.minus(into, ChronoUnit.MICROS);
    return changeWithin(floor, time).orElse(floor);
  }

  /** The clock change after {@code from} and not after {@code to}. */
  private Optional<ZonedDateTime> changeWithin(ZonedDateTime from, ZonedDateTime to) {
    return Optional.ofNullable(zone.getRules().nextTransition(from.toInstant()))
        .map(change -> change.getInstant().atZone(zone))
        .filter(change -> !change.isAfter(to));
  }

  /** The start of the step {@code count} after one (before it, below 0). */
  public ZonedDateTime plus(ZonedDateTime start, Grain grain, int count) {
    return grain.isElapsed()
        ? start.plus(count, grain.unit())
        : start.toLocalDate().plus(count, grain.unit()).atStartOfDay(zone);
  }

  /**
   * The steps from the one that holds {@code from} to the one that holds {@code to}, both included.
   */
  public Buckets buckets(ZonedDateTime from, ZonedDateTime to, Grain grain) {
    List<Long> starts = new ArrayList<>();
    ZonedDateTime start = floor(from, grain);
    ZonedDateTime first = start;
    for (long i = 1; starts.size() <= Buckets.MAX && !start.isAfter(to); i++) {
      starts.add(Micros.of(start.toInstant()));
      start = step(first, start, grain, i);
    }
    return new Buckets(starts, Micros.of(start.toInstant()));
  }

  /** Calendar steps count from the first one, so that a day that does not exist shifts no other. */
  private ZonedDateTime step(
      ZonedDateTime first, ZonedDateTime previous, Grain grain, long number) {
    if (grain.isElapsed()) {
      return elapsedStep(previous, grain);
    }
    ZonedDateTime next = first.toLocalDate().plus(number, grain.unit()).atStartOfDay(zone);
    return next.isAfter(previous) ? next : next.plusDays(1);
  }

  private ZonedDateTime elapsedStep(ZonedDateTime previous, Grain grain) {
    LocalDateTime local = grain.floor(previous.toLocalDateTime(), weekStart);
    long into = ChronoUnit.MICROS.between(local, previous.toLocalDateTime());
    ZonedDateTime next = previous.plus(1, grain.unit()).minus(into, ChronoUnit.MICROS);
    return changeWithin(previous, next).orElse(next);
  }
}
