package dev.facet.plan.trend;

import dev.facet.model.Column;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.tally.Distinct;
import dev.facet.plan.trend.tally.Tally;
import dev.facet.query.Measure;
import dev.facet.query.Series;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows a series of a trend is counted over in one period.
 *
 * @param rows each has at least who is counted
 * @param keys what they are counted by: the bucket, unless one total is asked for, and what the
 *     breakdown reads
 * @param steps where a bucket of the rows stands for several of the chart, which they are
 * @param tally how they are counted
 */
public record TrendRows(Plan rows, List<Named> keys, Plan.@Nullable Values steps, Tally tally) {
  private static final String FIRST = "first";
  private static final String VISITOR = "visitor";
  private static final String ACTOR = "actor";
  private static final String DAY = "day";
  private static final String WITHIN = "within";
  private static final String OF = "of";
  private static final String STEP = "step";

  /**
   * What is asked of the events.
   *
   * @param read what the breakdown reads of each event
   * @param tally how they are counted
   */
  record Question(Series series, boolean total, List<Named> read, Tally tally) {

    /** All that is read of each event besides its own columns. */
    List<Expression> reads() {
      List<Expression> reads = new ArrayList<>(tally.reads());
      read.forEach(named -> reads.add(named.expression()));
      return reads;
    }
  }

  static TrendRows of(Question question, Range range, Matching matching) {
    Measure measure = question.series().measure();
    return switch (measure) {
      case Measure.ActivePersons active when !isWithinStep(active, range.grain()) ->
          question.total()
              ? lastDay(question, active.days(), range, matching)
              : new TrailingDays(active.days(), range)
                  .rows(question, matching.actor(active.actor()), matching);
      default -> events(question, range, events(question, range, matching));
    };
  }

  /** The events in the range that count. */
  static Plan events(Question question, Range range, Matching matching) {
    return question.series().measure() instanceof Measure.FirstTime first
        ? firsts(question, first, range, matching)
        : matching.rows(
            question.series(), range.fromMicros(), range.untilMicros(), question.reads());
  }

  /** Steps as long as the days looked back on hold them all: who is active is who did it then. */
  private static boolean isWithinStep(Measure.ActivePersons active, Grain grain) {
    return grain == Grain.MONTH
        || grain == Grain.WEEK && active.days() <= Measure.ActivePersons.WEEK;
  }

  private static TrendRows events(Question question, Range range, Plan events) {
    List<Named> keys = new ArrayList<>();
    if (!question.total()) {
      keys.add(
          new Named(TrendShape.BUCKET, new Expression.Bucket(EventRows.TIME, range.buckets())));
    }
    keys.addAll(question.read());
    return new TrendRows(events, keys, null, question.tally());
  }

  /** The events in the range that are their actors' first. */
  private static Plan firsts(
      Question question, Measure.FirstTime measure, Range range, Matching matching) {
    Series series = question.series();
    Expression actor = matching.actor(measure.actor());
    Plan before =
        switch (measure.first()) {
          case EVER -> matching.anyBefore(series, range.untilMicros(), List.of());
          case MATCHING -> matching.rowsBefore(series, range.untilMicros(), List.of());
        };
    Plan earliest =
        new Plan.Aggregate(
            before,
            List.of(new Named(VISITOR, actor)),
            List.of(new Aggregation(FIRST, Aggregation.Kind.MIN, EventRows.TIME)));
    Plan events = matching.rows(series, range.fromMicros(), range.untilMicros(), question.reads());
    boolean persons = actor.equals(EventRows.PERSON);
    return new Join(
        Join.Kind.INNER,
        persons ? events : EventRows.with(events, ACTOR, actor),
        earliest,
        List.of(new Join.On(persons ? "person" : ACTOR, VISITOR), new Join.On("timestamp", FIRST)),
        false);
  }

  private static TrendRows lastDay(Question question, int days, Range range, Matching matching) {
    ZonedDateTime last = matching.calendar().floor(range.to(), Grain.DAY);
    ZonedDateTime first = matching.calendar().plus(last, Grain.DAY, 1 - days);
    Plan events =
        matching.rows(
            question.series(), Micros.of(first.toInstant()), range.untilMicros(), question.reads());
    return new TrendRows(events, question.read(), null, question.tally());
  }

  /** The days each step of a range looks back on, numbered from the first of all. */
  private record TrailingDays(int days, Range range) {

    TrendRows rows(Question question, Expression actor, Matching matching) {
      Buckets all = all();
      List<Named> keys = new ArrayList<>();
      keys.add(new Named(Tally.PERSON, actor));
      keys.add(new Named(DAY, new Expression.Bucket(EventRows.TIME, all)));
      keys.addAll(question.read());
      Plan events =
          matching.rows(
              question.series(),
              all.starts().getFirst(),
              Math.min(range.untilMicros(), all.until()),
              question.reads());
      Plan active = new Plan.Aggregate(events, keys, List.of());
      Plan rows =
          new Join(
              Join.Kind.INNER, active, seenFrom(all), List.of(new Join.On(DAY, WITHIN)), false);
      List<Named> read = new ArrayList<>();
      read.add(new Named(TrendShape.BUCKET, rows.column(OF)));
      question.read().forEach(key -> read.add(new Named(key.name(), rows.column(key.name()))));
      return new TrendRows(
          rows, read, steps(all), new Distinct(Tally.PERSON, rows.column(Tally.PERSON)));
    }

    private Buckets all() {
      Calendar calendar = range.calendar();
      List<Long> starts = range.buckets().starts();
      ZonedDateTime first = calendar.plus(day(starts.getFirst()), Grain.DAY, 1 - days);
      return calendar.buckets(first, day(starts.getLast()), Grain.DAY);
    }

    private ZonedDateTime day(long micros) {
      Calendar calendar = range.calendar();
      return calendar.floor(Micros.toInstant(micros).atZone(calendar.zone()), Grain.DAY);
    }

    /** Each day, and the days it is looked back on from. */
    private Plan.Values seenFrom(Buckets all) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int of : new TreeSet<>(range.buckets().starts().stream().map(all::indexOf).toList())) {
        for (int day = Math.max(0, of - days + 1); day <= of; day++) {
          rows.add(List.of((long) day, (long) of));
        }
      }
      return values(WITHIN, OF, rows);
    }

    /** Each day that steps start on, with the steps. */
    private Plan.Values steps(Buckets all) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      List<Long> starts = range.buckets().starts();
      for (int step = 0; step < starts.size(); step++) {
        rows.add(List.of((long) all.indexOf(starts.get(step)), (long) step));
      }
      return values(WITHIN, STEP, rows);
    }

    private static Plan.Values values(String one, String other, List<List<@Nullable Object>> rows) {
      return new Plan.Values(
          List.of(new Column(one, Type.INTEGER), new Column(other, Type.INTEGER)), rows);
    }
  }

  /** Counted rows with the buckets of the chart. */
  Plan inSteps(Plan counted) {
    if (steps == null) {
      return counted;
    }
    Plan joined =
        new Join(
            Join.Kind.INNER,
            counted,
            steps,
            List.of(new Join.On(TrendShape.BUCKET, WITHIN)),
            false);
    return new Plan.Project(
        joined,
        counted.columns().stream()
            .map(
                column ->
                    new Named(
                        column.name(),
                        joined.column(
                            column.name().equals(TrendShape.BUCKET) ? STEP : column.name())))
            .toList());
  }
}
