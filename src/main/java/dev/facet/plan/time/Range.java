package dev.facet.plan.time;

import dev.facet.model.FailureException;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Period;
import dev.facet.plan.Buckets;
import dev.facet.query.DateBound;
import dev.facet.query.DateBound.Relative;
import dev.facet.query.DateBound.Unit;
import dev.facet.query.DateRange;
import dev.facet.query.time.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date range resolved on a calendar: both ends are part of it, to the microsecond.
 *
 * @param asked what was asked, which decides how a previous period lies
 */
public record Range(
    Calendar calendar, DateRange asked, Grain grain, ZonedDateTime from, ZonedDateTime to) {
  private static final Relative WEEK_AGO = new Relative(7, Unit.DAY, DateBound.Edge.START);

  /** For how long an answer about a range that moves with every instant is good enough. */
  public static final Duration SLIDE = Duration.ofSeconds(10);

  public static Range resolve(
      DateRange asked, Grain grain, Calendar calendar, Instant now, @Nullable Instant earliest) {
    DateBound lower = asked.from() == null ? WEEK_AGO : asked.from();
    ZonedDateTime from = calendar.resolve(lower, now, earliest);
    ZonedDateTime to =
        asked.to() == null
            ? now.atZone(calendar.zone())
            : calendar.resolve(asked.to(), now, earliest);
    to = to.truncatedTo(ChronoUnit.MICROS);
    if (asked.exact()) {
      return new Range(calendar, asked, grain, from, to);
    }
    return new Range(
        calendar,
        asked,
        grain,
        wholeStart(from, lower, grain, calendar),
        wholeEnd(to, asked, grain, calendar));
  }

  private static ZonedDateTime wholeStart(
      ZonedDateTime from, DateBound lower, Grain grain, Calendar calendar) {
    boolean hours = lower instanceof Relative relative && !relative.unit().isCalendar();
    if (lower instanceof Relative && !hours) {
      from = calendar.floor(from, Grain.DAY);
    }
    return grain == Grain.DAY && hours ? from : calendar.floor(from, grain);
  }

  private static ZonedDateTime wholeEnd(
      ZonedDateTime to, DateRange asked, Grain grain, Calendar calendar) {
    if (!grain.isElapsed()) {
      return calendar.endOfDay(to);
    }
    return asked.to() instanceof DateBound.Absolute
        ? to
        : Calendar.beforeNext(
            to, grain.unit() == ChronoUnit.HOURS ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
  }

  /** The steps of the range; the first may start before it, the last may end after it. */
  public Buckets buckets() {
    return calendar.buckets(from, from.isAfter(to) ? from : to, grain);
  }

  /** The number of the step that holds a time; a failure at {@code path} when none does. */
  public int bucketOf(DateBound.Absolute day, String path) {
    Buckets buckets = buckets();
    int bucket = buckets.indexOf(Micros.of(calendar.resolve(day, Instant.EPOCH, null).toInstant()));
    if (bucket < 0) {
      throw FailureException.invalid(
          "day_outside",
          path,
          "The chart has no step at that time; it goes from %s until %s."
              .formatted(buckets.start(0), Micros.toInstant(buckets.until())));
    }
    return bucket;
  }

  /** The range as a period that ends before its second end. */
  public Period period() {
    return new Period(from.toInstant(), to.toInstant().plus(1, ChronoUnit.MICROS));
  }

  public long fromMicros() {
    return Micros.of(from.toInstant());
  }

  public long untilMicros() {
    return Micros.of(to.toInstant()) + 1;
  }

  /** This range and, after it, the one to compare it with; all of time has none. */
  public List<Range> with(@Nullable Comparison comparison) {
    boolean endless = asked.from() instanceof DateBound.Earliest;
    return comparison == null || endless ? List.of(this) : List.of(this, compared(comparison));
  }

  /** The range to compare this one with. */
  public Range compared(Comparison comparison) {
    return switch (comparison) {
      case Comparison.Previous ignored -> previous();
      case Comparison.Shifted shifted ->
          moved(calendar.back(from, shifted.by()), calendar.back(to, shifted.by()));
    };
  }

  private Range moved(ZonedDateTime newFrom, ZonedDateTime newTo) {
    return new Range(calendar, asked, grain, newFrom, newTo);
  }

  private Range previous() {
    if (asked.exact() || grain == Grain.MINUTE) {
      Duration length = Duration.between(from, to).plus(1, ChronoUnit.MICROS);
      return moved(from.minus(length), to.minus(length));
    }
    if (grain == Grain.HOUR && Duration.between(from, to).toHours() < 23) {
      long hours = Duration.between(from, to).toHours() + 1;
      return moved(from.minusHours(hours), to.minusHours(hours));
    }
    return shiftedByDays(lengthInDays());
  }

  private Range shiftedByDays(long days) {
    ZonedDateTime start = from.minusDays(days);
    return grain.isElapsed()
        ? moved(start, to.minusDays(days))
        : moved(calendar.floor(start, grain), calendar.endOfDay(to.minusDays(days)));
  }

  /** Days counted with both ends, except that "-7d until now" moves by 7, so that weekdays meet. */
  private long lengthInDays() {
    long days = ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
    boolean rolling = asked.to() == null && (asked.from() == null || isDaysAgo(asked.from()));
    return rolling && grain == Grain.DAY && days > 0 ? days : days + 1;
  }

  private static boolean isDaysAgo(DateBound bound) {
    return bound instanceof Relative relative
        && relative.edge() == DateBound.Edge.NONE
        && (relative.unit() == Unit.DAY || relative.unit() == Unit.WEEK);
  }

  /** Until when asking again gives the same range. */
  public Instant validUntil(Instant now) {
    boolean fixedFrom = asked.from() instanceof DateBound.Absolute;
    boolean fixedTo = asked.to() instanceof DateBound.Absolute;
    if (fixedFrom && fixedTo) {
      return Instant.MAX;
    }
    if (slides(asked.from()) || asked.exact()) {
      return now.plus(SLIDE);
    }
    Grain step = grain.isElapsed() ? grain : Grain.DAY;
    ZonedDateTime local = now.atZone(calendar.zone());
    return calendar.floor(local, step).plus(1, step.unit()).toInstant();
  }

  private boolean slides(@Nullable DateBound bound) {
    return grain == Grain.DAY
        && bound instanceof Relative relative
        && !relative.unit().isCalendar();
  }
}
