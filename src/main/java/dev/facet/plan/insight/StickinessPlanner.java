package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.Scale;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Definitions;
import dev.facet.query.Measure.Actor;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import dev.facet.query.StickinessQuery.Criterion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans stickiness: the steps each actor was active in, how many they are, how many actors have as
 * many.
 */
public final class StickinessPlanner {
  private static final String PERSON = "person";
  private static final String STEP = "step";
  private static final String TIMES = "times";

  private final StickinessQuery query;
  private final Matching matching;
  private final List<Range> ranges;
  private final Instant now;

  public StickinessPlanner(
      StickinessQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.now = now;
    this.matching =
        Matching.of(query.filter(), query.testAccounts(), definitions, now)
            .sampled(query.sampling());
    this.ranges =
        Range.resolve(query.range(), query.grain(), matching.calendar(), now, earliest)
            .with(query.compare());
  }

  public Planned plan() {
    List<Plan> parts = new ArrayList<>();
    for (int series = 0; series < query.series().size(); series++) {
      for (int period = 0; period < ranges.size(); period++) {
        parts.add(part(series, period));
      }
    }
    Plan plan = parts.size() == 1 ? parts.getFirst() : new Plan.Union(parts);
    List<Integer> steps = ranges.stream().map(range -> steps(range).size() + 1).toList();
    StickinessShape shape =
        new StickinessShape(
            query.series().size(), steps, query.cumulative(), Scale.sampled(query.sampling()));
    Range current = ranges.getFirst();
    return new Planned(plan, shape, current.period(), current.validUntil(now));
  }

  /** The actors of a number of steps: {@code person}, and {@code count}, how many steps. */
  public Plan persons(ActorsQuery.OfStickiness point) {
    if (point.previous() && ranges.size() < 2) {
      throw FailureException.invalid(
          "no_comparison", "source.compare", "The chart is not compared with another period.");
    }
    Plan counted =
        counted(query.series().get(point.series()), ranges.get(point.previous() ? 1 : 0));
    Expression intervals = counted.column(StickinessShape.INTERVALS);
    Expression wanted = Expression.integer(point.intervals());
    Plan own =
        new Plan.Filter(
            counted,
            query.cumulative()
                ? call(Function.LESS_OR_EQUAL, wanted, intervals)
                : call(Function.EQUAL, wanted, intervals));
    return new Plan.Project(
        own,
        List.of(
            new Named(PERSON, own.column(PERSON)),
            new Named("count", own.column(StickinessShape.INTERVALS))));
  }

  /** Each actor with the number of steps they were active in. */
  private Plan counted(Series series, Range range) {
    Plan active = active(series, range);
    return new Aggregate(
        active,
        List.of(new Named(PERSON, active.column(PERSON))),
        List.of(new Aggregation(StickinessShape.INTERVALS, Kind.COUNT, null)));
  }

  /** The steps of a range, several intervals wide if asked. */
  private Buckets steps(Range range) {
    Buckets buckets = range.buckets();
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i += query.width()) {
      starts.add(buckets.starts().get(i));
    }
    return new Buckets(starts, buckets.until());
  }

  /** Each actor with the steps in which they did it as often as asked. */
  private Plan active(Series series, Range range) {
    Actor actor = series.measure().actor();
    Plan events =
        matching.rows(
            series, range.fromMicros(), range.untilMicros(), List.of(matching.actor(actor)));
    boolean any = query.criterion().equals(Criterion.ONCE);
    Plan active =
        new Aggregate(
            matching.of(actor, events),
            List.of(
                new Named(PERSON, matching.actor(actor)),
                new Named(STEP, new Expression.Bucket(EventRows.TIME, steps(range)))),
            any ? List.of() : List.of(new Aggregation(TIMES, Kind.COUNT, null)));
    return any ? active : new Plan.Filter(active, isMet(active.column(TIMES)));
  }

  private Expression isMet(Expression times) {
    Expression asked = Expression.integer(query.criterion().count());
    return switch (query.criterion().times()) {
      case AT_LEAST -> call(Function.LESS_OR_EQUAL, asked, times);
      case AT_MOST -> call(Function.LESS_OR_EQUAL, times, asked);
      case EXACTLY -> call(Function.EQUAL, times, asked);
    };
  }

  private Plan part(int number, int period) {
    Plan counted = counted(query.series().get(number), ranges.get(period));
    Plan persons =
        new Aggregate(
            counted,
            List.of(
                new Named(StickinessShape.INTERVALS, counted.column(StickinessShape.INTERVALS))),
            List.of(new Aggregation(StickinessShape.VALUE, Kind.COUNT, null)));
    return new Plan.Project(
        persons,
        List.of(
            new Named(StickinessShape.SERIES, Expression.integer(number)),
            new Named(StickinessShape.PERIOD, Expression.integer(period)),
            new Named(StickinessShape.INTERVALS, persons.column(StickinessShape.INTERVALS)),
            new Named(StickinessShape.VALUE, persons.column(StickinessShape.VALUE))));
  }
}
