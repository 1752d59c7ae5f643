package dev.facet.plan.business;

import dev.facet.model.Micros;
import dev.facet.plan.Expression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Calendar months of a project's zone that end with the current one.
 *
 * @param starts when each starts, and when the month after the last one does
 * @param now the last instant that is looked at: the end of the last month, so far
 */
record Months(YearMonth first, List<Long> starts, long now) {
  static final int YEAR = 12;

  Months {
    starts = List.copyOf(starts);
  }

  /** As many, the last of which holds {@code now}. */
  static Months until(Instant now, ZoneId zone, int count) {
    YearMonth first = YearMonth.from(now.atZone(zone)).minusMonths(count - 1L);
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      starts.add(Micros.of(first.plusMonths(i).atDay(1).atStartOfDay(zone).toInstant()));
    }
    return new Months(first, starts, Micros.of(now));
  }

  int count() {
    return starts.size() - 1;
  }

  /** When a month starts; of the month after the last one too. */
  Expression start(int month) {
    return Expression.time(starts.get(month));
  }

  /** When a month ends: it is over, or it is the current one and ends now. */
  Expression end(int month) {
    return Expression.time(month == count() - 1 ? now : starts.get(month + 1));
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
