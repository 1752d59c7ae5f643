package dev.facet.plan.funnel;

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
import dev.facet.plan.Shape;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.Scale;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Definitions;
import dev.facet.query.FunnelQuery;
import dev.facet.query.FunnelQuery.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans a funnel: the attempt of each actor that counts, and what is told of all of them. */
public final class FunnelPlanner {
  public static final String ACTOR = StepRows.ACTOR;

  /** How many steps an actor reached. */
  public static final String DEPTH = Attempts.DEPTH;

  private static final String BUCKET = FunnelTrendShape.BUCKET;
  private static final String CLEAN_DEPTH = "clean_depth";

  private final FunnelQuery query;
  private final Range range;
  private final StepRows rows;
  private final Attempts attempts;
  private final Grouping grouping;
  private final Definitions definitions;
  private final Instant now;

  public FunnelPlanner(
      FunnelQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query.view() instanceof View.TimeToConvert ? query.whole() : query;
    this.definitions = definitions;
    this.now = now;
    Matching matching =
        Matching.of(query.filter(), query.testAccounts(), definitions, now)
            .sampled(query.sampling());
    matching.check(query.breakdown());
    this.range = Range.resolve(query.range(), query.grain(), matching.calendar(), now, earliest);
    this.rows = new StepRows(this.query, matching, range, new Splits(this.query, matching));
    this.attempts = new Attempts(this.query, rows);
    this.grouping = new Grouping(this.query, rows);
  }

  public Planned plan() {
    return switch (query.view()) {
      case View.Steps _ -> planned(rows.bounded(steps()), shape());
      case View.TimeToConvert view ->
          planned(times(view), new FunnelTimesShape(view.bins(), scale()));
      case View.Trend view ->
          planned(
              rows.bounded(trend(view)),
              new FunnelTrendShape(range.buckets(), Groups.of(query.breakdown())));
    };
  }

  private Scale scale() {
    return Scale.sampled(query.sampling());
  }

  /** The column of {@link #actors} that says when a step was reached, numbered from 1. */
  public static String at(int step) {
    return Attempts.at(step);
  }

  /**
   * Who got how far: {@code actor}, the breakdown's values as they are shown ({@code value,
   * value_2, …}), {@code depth} (how many steps were reached) and {@code at_1, at_2, …} (when each
   * was, null for those that were not). One row for each actor and, when all of an actor's values
   * count, for each value.
   */
  public Plan actors() {
    return grouping.shown(grouping.valued(attempts.best()));
  }

  /** The actors of a step: {@code person}, and {@code count}, how many steps they reached. */
  public Plan persons(ActorsQuery.OfFunnel point) {
    Plan actors = actors();
    List<Object> depths = point.depths().stream().<Object>map(Integer::longValue).toList();
    return listed(
        actors, new Expression.In(actors.column(Attempts.DEPTH), depths), point.breakdown());
  }

  /** Those behind a point over time: {@code person}, and {@code count} as above. */
  public Plan persons(ActorsQuery.OfFunnelTrend point) {
    View.Trend view = point.view();
    Plan entrants = entrants(view);
    Expression converted =
        call(
            Function.LESS_OR_EQUAL,
            Expression.integer(view.to() + 1),
            entrants.column(Attempts.DEPTH));
    Expression then =
        call(
            Function.EQUAL,
            entrants.column(BUCKET),
            Expression.integer(
                range.bucketOf(point.day(), "source.funnelTrendsEntrancePeriodStart")));
    return listed(
        entrants,
        call(Function.AND, then, point.dropped() ? call(Function.NOT, converted) : converted),
        point.breakdown());
  }

  private Plan listed(Plan actors, Expression condition, List<String> breakdown) {
    if (!breakdown.isEmpty() && breakdown.size() != dimensions()) {
      throw FailureException.invalid(
          "breakdown_count",
          "source.funnelStepBreakdown",
          "The chart has %d breakdowns, not %d.".formatted(dimensions(), breakdown.size()));
    }
    Plan bounded = rows.bounded(actors);
    List<Expression> all = new ArrayList<>();
    all.add(condition);
    for (int i = 0; i < breakdown.size(); i++) {
      all.add(rows.splits().is(bounded, i, breakdown.get(i)));
    }
    Plan own = new Plan.Filter(bounded, Conditions.all(all));
    return new Aggregate(
        own,
        List.of(new Named("person", own.column(StepRows.ACTOR))),
        List.of(new Aggregation("count", Kind.MAX, own.column(Attempts.DEPTH))));
  }

  private Planned planned(Plan plan, Shape shape) {
    return new Planned(plan, shape, range.period(), range.validUntil(now));
  }

  private int dimensions() {
    return query.breakdown() == null ? 0 : query.breakdown().dimensions().size();
  }

  private FunnelShape shape() {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= query.steps().size(); i++) {
      boolean anyOrder = query.order() == FunnelQuery.Order.UNORDERED;
      names.add(
          anyOrder
              ? "Completed " + i + (i == 1 ? " step" : " steps")
              : query.steps().get(i - 1).label(definitions));
    }
    return new FunnelShape(names, Groups.of(query.breakdown()), scale());
  }

  private Plan steps() {
    Plan actors = actors();
    List<Aggregation> told = new ArrayList<>();
    for (int step = 1; step <= query.steps().size(); step++) {
      Expression at = actors.column(Attempts.at(step));
      told.add(new Aggregation(FunnelShape.count(step), Kind.COUNT, at));
      if (step > 1) {
        Expression took = call(Function.SUBTRACT, at, actors.column(Attempts.at(step - 1)));
        told.add(new Aggregation(FunnelShape.average(step), Kind.AVG, took));
        told.add(Aggregation.quantile(FunnelShape.median(step), took, 0.5));
      }
    }
    return new Aggregate(actors, grouping.keys(actors), told);
  }

  /** How many took how long. */
  private Plan times(View.TimeToConvert view) {
    Plan best = attempts.best();
    Expression end = best.column(Attempts.at(view.to() + 1));
    Plan converted = new Plan.Filter(best, call(Function.NOT, call(Function.IS_NULL, end)));
    Expression took = call(Function.SUBTRACT, end, best.column(Attempts.at(view.from() + 1)));
    return new Aggregate(
        converted,
        List.of(new Named(FunnelTimesShape.TOOK, took)),
        List.of(new Aggregation(FunnelTimesShape.COUNT, Kind.COUNT, null)));
  }

  /** Each actor in each step of time in which an attempt of theirs reached the step, once. */
  private Plan entrants(View.Trend view) {
    Plan all = attempts.all();
    Expression at = all.column(Attempts.at(view.from() + 1));
    Plan begun = new Plan.Filter(all, call(Function.NOT, call(Function.IS_NULL, at)));
    Buckets buckets = range.buckets();
    List<Named> keys = new ArrayList<>(Attempts.kept(begun, attempts.partition()));
    keys.add(new Named(BUCKET, new Expression.Bucket(at, buckets)));
    Plan furthest = furthest(begun, keys);
    return grouping.shown(grouping.valued(furthest));
  }

  private Plan trend(View.Trend view) {
    Plan valued = entrants(view);
    Expression depth = valued.column(Attempts.DEPTH);
    Expression converted = call(Function.LESS_OR_EQUAL, Expression.integer(view.to() + 1), depth);
    List<Named> shown = new ArrayList<>(grouping.keys(valued));
    shown.add(new Named(BUCKET, valued.column(BUCKET)));
    return new Aggregate(
        valued,
        shown,
        List.of(
            new Aggregation(FunnelTrendShape.BEGUN, Kind.COUNT, null),
            new Aggregation(
                FunnelTrendShape.CONVERTED, Kind.COUNT, Attempts.when(converted, depth))));
  }

  /** The furthest attempt of each actor and step of time, none when all of those are excluded. */
  private Plan furthest(Plan begun, List<Named> keys) {
    Expression depth = begun.column(Attempts.DEPTH);
    List<Aggregation> most = new ArrayList<>();
    most.add(new Aggregation(Attempts.DEPTH, Kind.MAX, depth));
    if (query.attribution() instanceof FunnelQuery.Attribution.AtStep(int step)) {
      Expression at = begun.column(Attempts.at(step + 1));
      most.add(new Aggregation(Attempts.at(step + 1), Kind.MIN, at));
    }
    if (query.exclusions().isEmpty()) {
      return new Aggregate(begun, keys, most);
    }
    Expression clean = call(Function.EQUAL, begun.column(Attempts.CLEAN), Expression.integer(1));
    most.add(new Aggregation(CLEAN_DEPTH, Kind.MAX, Attempts.when(clean, depth)));
    Plan found = new Aggregate(begun, keys, most);
    return new Plan.Filter(
        found, call(Function.EQUAL, found.column(Attempts.DEPTH), found.column(CLEAN_DEPTH)));
  }
}
