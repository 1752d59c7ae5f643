package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Range;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Definitions;
import dev.facet.query.Series;
import dev.facet.query.StickinessQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans stickiness: the steps each person was active in, how many they are, how many persons have
 * as many.
 */
public final class StickinessPlanner {
  private static final String PERSON = "person";
  private static final String STEP = "step";

  private final StickinessQuery query;
  private final Matching matching;
  private final List<Range> ranges;
  private final Instant now;

  public StickinessPlanner(
      StickinessQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.now = now;
    this.matching = Matching.of(query.filter(), query.testAccounts(), definitions, now);
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
    List<Integer> steps = ranges.stream().map(range -> range.buckets().size() + 1).toList();
    StickinessShape shape = new StickinessShape(query.series().size(), steps, query.cumulative());
    Range current = ranges.getFirst();
    return new Planned(plan, shape, current.period(), current.validUntil(now));
  }

  /** The persons of a number of steps: {@code person}, and {@code count}, how many steps. */
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

  /** Each person with the number of steps they were active in. */
  private Plan counted(Series series, Range range) {
    Plan active =
        new Aggregate(
            matching.rows(series, range.fromMicros(), range.untilMicros(), List.of()),
            List.of(
                new Named(PERSON, EventRows.PERSON),
                new Named(STEP, new Expression.Bucket(EventRows.TIME, range.buckets()))),
            List.of());
    return new Aggregate(
        active,
        List.of(new Named(PERSON, active.column(PERSON))),
        List.of(new Aggregation(StickinessShape.INTERVALS, Kind.COUNT, null)));
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
