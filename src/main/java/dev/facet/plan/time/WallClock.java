package dev.facet.plan.time;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock on the wall of a zone, as expressions: its changes from 1970 until 2100 are tables in
 * the expression, so that every engine tells the time alike. Times on the wall are whole
 * microseconds since 1970-01-01T00:00 there.
 *
 * <p>A time that the clock left out is taken as if it had not been set forward yet; a time that it
 * showed twice is the first one. A day starts at the first instant that belongs to it; a day that
 * was left out starts with the one after it.
 */
public record WallClock(ZoneId zone) {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private List<ZoneOffsetTransition> changes() {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      changes.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes;
  }

  private long firstOffset() {
    return zone.getRules().getOffset(FIRST).getTotalSeconds() * Micros.SECOND;
  }

  /** How far the wall is ahead from the first on and after each change, in microseconds. */
  private List<Long> offsets() {
    List<Long> offsets = new ArrayList<>(List.of(firstOffset()));
    changes().forEach(c -> offsets.add(c.getOffsetAfter().getTotalSeconds() * Micros.SECOND));
    return offsets;
  }

  private List<Long> starts() {
    return changes().stream().map(change -> Micros.of(change.getInstant())).toList();
  }

  /** What the clock shows at a time. */
  public Expression local(Expression time) {
    Expression whole = call(Function.AS_WHOLE, time);
    return moved(Function.ADD, whole, steps(whole, starts(), offsets()));
  }

  private static Expression moved(Function function, Expression whole, Expression by) {
    boolean still =
        by instanceof Expression.Literal literal && Long.valueOf(0).equals(literal.value());
    return still ? whole : call(function, whole, by);
  }

  /** A literal where nothing ever changes. */
  private static Expression steps(Expression value, List<Long> starts, List<Long> results) {
    return results.stream().distinct().count() == 1
        ? Expression.integer(results.getFirst())
        : new Expression.Steps(value, starts, results, Type.INTEGER);
  }

  /** When the clock shows a time. */
  public Expression instant(Expression local) {
    List<Long> starts = new ArrayList<>();
    for (ZoneOffsetTransition change : changes()) {
      int before = change.getOffsetBefore().getTotalSeconds();
      int after = change.getOffsetAfter().getTotalSeconds();
      starts.add(Micros.of(change.getInstant()) + Micros.SECOND * Math.max(before, after));
    }
    return call(Function.AS_TIME, moved(Function.SUBTRACT, local, steps(local, starts, offsets())));
  }

  /** The day of a time. */
  public Expression date(Expression time) {
    return call(
        Function.AS_DATE, call(Function.FLOOR_DIVIDE, local(time), Expression.integer(Micros.DAY)));
  }

  /** When a day starts. */
  public Expression start(Expression date) {
    List<Long> starts = new ArrayList<>();
    List<Long> offsets = new ArrayList<>(List.of(firstOffset()));
    for (ZoneOffsetTransition change : changes()) {
      LocalDate end = change.getDateTimeAfter().toLocalDate().plusDays(2);
      LocalDate day = change.getDateTimeBefore().toLocalDate().minusDays(1);
      for (; day.isBefore(end); day = day.plusDays(1)) {
        addStart(day, starts, offsets);
      }
    }
    Expression whole = call(Function.AS_WHOLE, date);
    Expression midnight = call(Function.MULTIPLY, whole, Expression.integer(Micros.DAY));
    return call(
        Function.AS_TIME, moved(Function.SUBTRACT, midnight, steps(whole, starts, offsets)));
  }

  private void addStart(LocalDate day, List<Long> starts, List<Long> offsets) {
    long number = day.toEpochDay();
    long offset = number * Micros.DAY - Micros.of(day.atStartOfDay(zone).toInstant());
    boolean later = starts.isEmpty() || number > starts.getLast();
    if (later && offset != offsets.getLast()) {
      starts.add(number);
      offsets.add(offset);
    }
  }

  /**
   * The start of the step, so many microseconds wide, that holds a time: counted on the wall, but
   * not back over a change of the clock, so that an hour shown twice is two.
   */
  public Expression floor(Expression time, long width) {
    Expression step = Expression.integer(width);
    Expression whole = call(Function.AS_WHOLE, time);
    if (offsets().stream().allMatch(offset -> offset % width == 0)) {
      Expression number = call(Function.FLOOR_DIVIDE, whole, step);
      return call(Function.AS_TIME, call(Function.MULTIPLY, number, step));
    }
    Expression local = local(time);
    Expression wall = call(Function.MULTIPLY, call(Function.FLOOR_DIVIDE, local, step), step);
    Expression floor = call(Function.SUBTRACT, whole, call(Function.SUBTRACT, local, wall));
    if (starts().isEmpty()) {
      return call(Function.AS_TIME, floor);
    }
    List<Long> results = new ArrayList<>(List.of(Long.MIN_VALUE));
    results.addAll(starts());
    return call(Function.AS_TIME, call(Function.GREATEST, floor, steps(whole, starts(), results)));
  }
}
