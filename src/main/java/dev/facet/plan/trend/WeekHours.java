package dev.facet.plan.trend;

import dev.facet.model.Column;
import dev.facet.model.Grain;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.tally.Tally;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts events by the hours of the week on the project's wall clock: for each weekday and hour,
 * each weekday, each hour, and all, so that actors count once in each.
 */
record WeekHours(Range range, Tally tally) {
  private static final String HOUR_STARTED = "hour_started";
  private static final String STARTED = "started";
  private static final String WEEKDAY = CalendarShape.WEEKDAY;
  private static final String HOUR = CalendarShape.HOUR;

  /** The columns of {@link CalendarShape}. */
  Plan plan(Plan events, int series, int period) {
    Buckets hours = range.calendar().buckets(range.from(), last(), Grain.HOUR);
    Plan started = EventRows.with(events, STARTED, new Expression.Bucket(EventRows.TIME, hours));
    Plan placed =
        new Plan.Join(
            Plan.Join.Kind.INNER,
            started,
            places(hours),
            List.of(new Plan.Join.On(STARTED, HOUR_STARTED)),
            false);
    List<Plan> parts = new ArrayList<>();
    for (List<String> keys :
        List.of(List.of(WEEKDAY, HOUR), List.of(WEEKDAY), List.of(HOUR), List.<String>of())) {
      parts.add(part(placed, keys, series, period));
    }
    return new Plan.Union(parts);
  }

  private ZonedDateTime last() {
    return range.from().isAfter(range.to()) ? range.from() : range.to();
  }

  /** Each hour of the range with its weekday, Monday being 1, and its hour of the day. */
  private Plan places(Buckets hours) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      ZonedDateTime start = hours.start(i).atZone(range.calendar().zone());
      rows.add(List.of((long) i, (long) start.getDayOfWeek().getValue(), (long) start.getHour()));
    }
    return new Plan.Values(
        List.of(
            new Column(HOUR_STARTED, Type.INTEGER),
            new Column(WEEKDAY, Type.INTEGER),
            new Column(HOUR, Type.INTEGER)),
        rows);
  }

  private Plan part(Plan placed, List<String> keys, int series, int period) {
    Plan counted =
        tally.whole(placed, keys.stream().map(key -> new Named(key, placed.column(key))).toList());
    return new Plan.Project(
        counted,
        List.of(
            new Named(CalendarShape.SERIES, Expression.integer(series)),
            new Named(CalendarShape.PERIOD, Expression.integer(period)),
            new Named(WEEKDAY, key(counted, keys, WEEKDAY)),
            new Named(HOUR, key(counted, keys, HOUR)),
            new Named(CalendarShape.VALUE, tally.value(counted))));
  }

  private static Expression key(Plan counted, List<String> keys, String key) {
    return keys.contains(key) ? counted.column(key) : new Expression.Literal(null, Type.INTEGER);
  }
}
