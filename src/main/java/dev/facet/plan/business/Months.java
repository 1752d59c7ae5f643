package dev.facet.plan.business;

import dev.facet.model.FailureException;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Calendar months of a project's zone, one after the other; none after the current one.
 *
 * @param starts when each starts, and when the month after the last one does
 * @param now the last instant that is looked at: the current month ends with it, so far
 */
public record Months(YearMonth first, List<Long> starts, long now) {
  static final int YEAR = 12;

  private static final int MOST = 1200;

  public Months {
    starts = List.copyOf(starts);
  }

  /** As many, the last of which holds {@code now}. */
  static Months until(Instant now, ZoneId zone, int count) {
    return of(YearMonth.from(now.atZone(zone)).minusMonths(count - 1L), count, zone, now);
  }

  /** From one month until another or the current one; none when those are before the first. */
  public static Months between(YearMonth first, YearMonth last, ZoneId zone, Instant now) {
    YearMonth current = YearMonth.from(now.atZone(zone));
    YearMonth end = last.isAfter(current) ? current : last;
    long count = Math.max(0, first.until(end, ChronoUnit.MONTHS) + 1);
    if (count > MOST) {
      throw FailureException.invalid(
          "too_many_months",
          "date_range",
          "From %s to %s are %d months, at most %d can be looked at: name later dates."
              .formatted(first, end, count, MOST));
    }
    return of(first, (int) count, zone, now);
  }

  private static Months of(YearMonth first, int count, ZoneId zone, Instant now) {
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      starts.add(Micros.of(first.plusMonths(i).atDay(1).atStartOfDay(zone).toInstant()));
    }
    return new Months(first, starts, Micros.of(now));
  }

  /** How many. */
  public int count() {
    return starts.size() - 1;
  }

  /** When a month starts; of the month after the last one too. */
  Expression start(int month) {
    return Expression.time(starts.get(month));
  }

  /** When a month ends: it is over, or it is the current one and ends now. */
  Expression end(int month) {
    return Expression.time(Math.min(now, starts.get(month + 1)));
  }

  /** When the month that an expression numbers starts. */
  Expression start(Expression number) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 1; i < count(); i++) {
      numbers.add(i);
    }
    return new Expression.Steps(number, numbers, starts.subList(0, count()), Type.TIME);
  }

  /** The number of the month that holds a time, null outside all. */
  Expression number(Expression time) {
    return new Expression.Bucket(time, new Buckets(starts.subList(0, count()), starts.getLast()));
  }

  /**
   * How many of the instants at which months start or end are not after a time: all starts, and the
   * end of the last month.
   */
  Expression passed(Expression time) {
    List<Long> instants = new ArrayList<>(starts.subList(0, count()));
    instants.add(Math.min(now, starts.getLast()));
    List<Long> different = instants.stream().distinct().toList();
    List<Long> counts = new ArrayList<>(List.of(0L));
    different.forEach(instant -> counts.add(instants.lastIndexOf(instant) + 1L));
    return new Expression.Steps(time, different, counts, Type.INTEGER);
  }

  LocalDate day(int month) {
    return first.plusMonths(month).atDay(1);
  }

  Instant from() {
    return Micros.toInstant(starts.getFirst());
  }

  Instant until() {
    return Micros.toInstant(now);
  }

  /** When the current month is over. */
  Instant next() {
    return Micros.toInstant(starts.getLast());
  }
}
