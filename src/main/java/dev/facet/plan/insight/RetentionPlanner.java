package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Period;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.RetentionQuery;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Plans retention: who was in which cohort, who came back in which step, and how many of a cohort
 * did so how many steps later.
 */
public final class RetentionPlanner {
  private static final String PERSON = "person";
  private static final String COHORT = RetentionShape.COHORT;
  private static final String INTERVAL = RetentionShape.INTERVAL;
  private static final String COUNT = RetentionShape.COUNT;
  private static final String FIRST = "first";
  private static final String VISITOR = "visitor";
  private static final String STEP = "step";

  private final RetentionQuery query;
  private final Matching matching;
  private final Range range;
  private final int cohorts;
  private final Buckets buckets;
  private final Instant now;

  public RetentionPlanner(RetentionQuery query, Definitions definitions, Instant now) {
    this.query = query;
    this.now = now;
    this.matching = Matching.of(query.filter(), query.testAccounts(), definitions, now);
    Calendar calendar = matching.calendar();
    this.range = Range.resolve(asked(query.range()), query.grain(), calendar, now, null);
    ZonedDateTime last = calendar.floor(range.to(), query.grain());
    boolean ranged = query.range().from() != null;
    ZonedDateTime first =
        ranged ? range.from() : calendar.plus(last, query.grain(), 1 - query.intervals());
    ZonedDateTime end = ranged ? calendar.plus(last, query.grain(), query.intervals() - 1) : last;
    this.cohorts = calendar.buckets(first, last, query.grain()).size();
    this.buckets = calendar.buckets(first, end, query.grain());
  }

  /** Without a start the cohorts are the last intervals before the end. */
  private static DateRange asked(DateRange range) {
    return new DateRange(range.from(), range.to(), false);
  }

  public Planned plan() {
    Plan cohort = cohort();
    Plan plan = new Plan.Union(List.of(sizes(cohort), returns(cohort)));
    RetentionShape shape =
        new RetentionShape(
            buckets.starts().subList(0, cohorts), query.intervals(), query.cumulative());
    Period period = new Period(buckets.start(0), range.period().until());
    return new Planned(plan, shape, period, range.validUntil(now));
  }

  /** The persons of a cohort: {@code person}, and {@code count}, always 1. */
  public Plan persons(int number) {
    if (number < 0 || number >= cohorts) {
      throw FailureException.invalid(
          "unknown_cohort",
          "source.interval",
          "There are the cohorts 0 to %d, not %d.".formatted(cohorts - 1, number));
    }
    Plan cohort = cohort();
    Plan own =
        new Plan.Filter(
            cohort, call(Function.EQUAL, cohort.column(COHORT), Expression.integer(number)));
    return new Aggregate(
        own,
        List.of(new Named(PERSON, own.column(PERSON))),
        List.of(new Aggregation(COUNT, Kind.COUNT, null)));
  }

  /** Each person with the steps whose cohort they are in. */
  private Plan cohort() {
    return switch (query.entry()) {
      case RECURRING -> recurring();
      case FIRST_MATCHING -> first(matching.rowsBefore(query.target(), until(), List.of()));
      case FIRST_EVER -> firstEver();
    };
  }

  private long from() {
    return buckets.starts().getFirst();
  }

  private long until() {
    return cohorts < buckets.size() ? buckets.starts().get(cohorts) : buckets.until();
  }

  private Plan recurring() {
    Plan events = matching.rows(query.target(), from(), until(), List.of());
    return new Aggregate(
        events,
        List.of(
            new Named(PERSON, EventRows.PERSON),
            new Named(COHORT, new Expression.Bucket(EventRows.TIME, buckets))),
        List.of());
  }

  private Plan first(Plan events) {
    Plan earliest =
        new Aggregate(
            events,
            List.of(new Named(PERSON, EventRows.PERSON)),
            List.of(new Aggregation(FIRST, Kind.MIN, EventRows.TIME)));
    Plan inRange =
        new Plan.Filter(
            earliest,
            call(Function.LESS_OR_EQUAL, Expression.time(from()), earliest.column(FIRST)));
    return new Plan.Project(
        inRange,
        List.of(
            new Named(PERSON, inRange.column(PERSON)),
            new Named(COHORT, new Expression.Bucket(inRange.column(FIRST), buckets))));
  }

  /** The first event of the name, kept when an event that passes the filters happened then. */
  private Plan firstEver() {
    Plan ever = first(matching.anyBefore(query.target(), until(), List.of()));
    Plan passing = recurring();
    Plan named =
        new Plan.Project(
            passing,
            List.of(
                new Named(VISITOR, passing.column(PERSON)),
                new Named(STEP, passing.column(COHORT))));
    Plan both =
        new Join(
            Join.Kind.INNER,
            ever,
            named,
            List.of(new Join.On(PERSON, VISITOR), new Join.On(COHORT, STEP)),
            false);
    return new Plan.Project(
        both,
        List.of(new Named(PERSON, both.column(PERSON)), new Named(COHORT, both.column(COHORT))));
  }

  private Plan sizes(Plan cohort) {
    Plan counted =
        new Aggregate(
            cohort,
            List.of(new Named(COHORT, cohort.column(COHORT))),
            List.of(new Aggregation(COUNT, Kind.COUNT, null)));
    return new Plan.Project(
        counted,
        List.of(
            new Named(COHORT, counted.column(COHORT)),
            new Named(INTERVAL, Expression.integer(0)),
            new Named(COUNT, counted.column(COUNT))));
  }

  private Plan returns(Plan cohort) {
    Plan later = later(cohort);
    Plan furthest =
        query.cumulative()
            ? new Aggregate(
                later,
                List.of(
                    new Named(PERSON, later.column(PERSON)),
                    new Named(COHORT, later.column(COHORT))),
                List.of(new Aggregation(INTERVAL, Kind.MAX, later.column(INTERVAL))))
            : later;
    return new Aggregate(
        furthest,
        List.of(
            new Named(COHORT, furthest.column(COHORT)),
            new Named(INTERVAL, furthest.column(INTERVAL))),
        List.of(new Aggregation(COUNT, Kind.COUNT, null)));
  }

  /** Each person of a cohort with how many steps after it they came back. */
  private Plan later(Plan cohort) {
    Plan events = matching.rows(query.returning(), from(), buckets.until(), List.of());
    Plan visits =
        new Aggregate(
            events,
            List.of(
                new Named(VISITOR, EventRows.PERSON),
                new Named(STEP, new Expression.Bucket(EventRows.TIME, buckets))),
            List.of());
    Plan both =
        new Join(Join.Kind.INNER, cohort, visits, List.of(new Join.On(PERSON, VISITOR)), false);
    Plan after = new Plan.Filter(both, call(Function.LESS, both.column(COHORT), both.column(STEP)));
    return new Plan.Project(
        after,
        List.of(
            new Named(PERSON, after.column(PERSON)),
            new Named(COHORT, after.column(COHORT)),
            new Named(
                INTERVAL, call(Function.SUBTRACT, after.column(STEP), after.column(COHORT)))));
  }
}
