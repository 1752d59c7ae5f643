package dev.facet.api.facet.point;

import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** From when until when a point of a chart lasts, both ends being part of it. */
record Times(ZonedDateTime from, ZonedDateTime to) {

  /** All the time that a chart is about. */
  static Times of(Range range) {
    return new Times(range.from(), range.to());
  }

  static Range resolve(DateRange asked, Grain grain, Definitions definitions, Instant now) {
    Calendar calendar = new Calendar(definitions.zone(), definitions.weekStart());
    return Range.resolve(asked, grain, calendar, now, Instant.EPOCH);
  }

  static long micros(Point point, String column) {
    DateBound.Absolute time = point.requiredTime(column);
    ZoneOffset offset = time.offset() == null ? ZoneOffset.UTC : time.offset();
    return Micros.of(time.time().toInstant(offset));
  }

  /** The part of this within so many steps from the one that holds a time. */
  Times within(Calendar calendar, DateBound.Absolute time, Grain grain, int steps) {
    ZonedDateTime start = calendar.floor(calendar.resolve(time, Instant.EPOCH, null), grain);
    ZonedDateTime end = calendar.plus(start, grain, steps).minus(1, ChronoUnit.MICROS);
    return new Times(start.isBefore(from) ? from : start, end.isAfter(to) ? to : end);
  }

  Times from(ZonedDateTime other) {
    return new Times(other, to);
  }

  Times until(ZonedDateTime other) {
    return new Times(from, other);
  }

  /** Both ends as they are, to the microsecond. */
  DateRange exactly() {
    return new DateRange(bound(from), bound(to), true);
  }

  /** The days that both ends are in. */
  DateRange days() {
    return new DateRange(day(from), day(to), false);
  }

  private static DateBound day(ZonedDateTime time) {
    return new DateBound.Absolute(time.toLocalDate().atStartOfDay(), null, true);
  }

  private static DateBound bound(ZonedDateTime time) {
    return new DateBound.Absolute(
        time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, false);
  }
}
