package dev.facet.plan.insight;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Micros;
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
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.EventRows;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Calendar;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.Scale;
import dev.facet.query.ActorsQuery;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.RetentionQuery;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans retention: who was in which cohort, who came back in which step, and how many of a cohort
 * did so how many steps later.
 */
public final class RetentionPlanner {
  private static final String PERSON = Entries.PERSON;
  private static final String COHORT = RetentionShape.COHORT;
  private static final String INTERVAL = RetentionShape.INTERVAL;
  private static final String COUNT = RetentionShape.COUNT;
  private static final String VISITOR = "visitor";
  private static final String STEP = "step";
  private static final String TIMES = "times";
  private static final String AT = "at";

  /** In how many steps after their first they came back, their first being 0. */
  public static final String APPEARANCES = "appearances";

  private static final String THEN = "then";

  private final RetentionQuery query;
  private final Matching matching;
  private final Range range;
  private final int cohorts;
  private final Buckets buckets;
  private final Instant now;

  public RetentionPlanner(RetentionQuery query, Definitions definitions, Instant now) {
    this.query = query;
    this.now = now;
    this.matching =
        Matching.of(query.filter(), query.testAccounts(), definitions, now)
            .sampled(query.options().sampling());
    matching.check(query.options().breakdown());
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
    Entries entries = new Entries(query, matching, buckets, until());
    Plan cohort = entries.plan();
    List<String> values = entries.values();
    Plan plan = new Plan.Union(List.of(sizes(cohort, values), returns(cohort, values)));
    RetentionShape shape =
        new RetentionShape(
            buckets.starts().subList(0, cohorts),
            query.intervals(),
            query.cumulative(),
            query.options().breakdown(),
            Scale.sampled(query.options().sampling()));
    Period period = new Period(buckets.start(0), range.period().until());
    return new Planned(plan, shape, period, range.validUntil(now));
  }

  /**
   * The actors of a cohort, or of them who came back: {@code person}, {@link #APPEARANCES} and
   * {@code count}, how many these are.
   */
  public Plan persons(ActorsQuery.OfRetention point) {
    int number = point.cohort();
    if (number < 0 || number >= cohorts) {
      throw FailureException.invalid(
          "unknown_cohort",
          "source.interval",
          "There are the cohorts 0 to %d, not %d.".formatted(cohorts - 1, number));
    }
    Entries entries = new Entries(query, matching, buckets, until());
    Plan own = of(point, entries.plan(), entries.values());
    Plan seen =
        new Plan.Union(
            List.of(
                new Plan.Project(
                    own,
                    List.of(
                        new Named(PERSON, own.column(PERSON)),
                        new Named(INTERVAL, Expression.integer(0)))),
                appeared(own, entries.values())));
    Expression interval = seen.column(INTERVAL);
    Expression wanted = Expression.integer(point.interval());
    Expression isThen =
        query.cumulative()
            ? call(Function.LESS_OR_EQUAL, wanted, interval)
            : call(Function.EQUAL, wanted, interval);
    Plan listed =
        new Aggregate(
            seen,
            List.of(new Named(PERSON, seen.column(PERSON))),
            List.of(
                new Aggregation(APPEARANCES, Kind.LIST, interval).onlyDistinct(),
                new Aggregation(COUNT, Kind.COUNT_DISTINCT, interval),
                new Aggregation(
                    THEN,
                    Kind.MAX,
                    call(Function.IF, isThen, Expression.integer(1), Expression.integer(0)))));
    return new Plan.Filter(
        listed, call(Function.EQUAL, listed.column(THEN), Expression.integer(1)));
  }

  /** The entries of a row of the chart. */
  private static Plan of(ActorsQuery.OfRetention point, Plan entries, List<String> values) {
    List<String> breakdown = point.breakdown();
    if (!breakdown.isEmpty() && breakdown.size() != values.size()) {
      throw FailureException.invalid(
          "breakdown_count",
          "source.breakdown",
          "The chart has %d breakdowns, not %d.".formatted(values.size(), breakdown.size()));
    }
    List<Expression> all = new ArrayList<>();
    all.add(call(Function.EQUAL, entries.column(COHORT), Expression.integer(point.cohort())));
    for (int i = 0; i < breakdown.size(); i++) {
      all.add(
          call(Function.EQUAL, entries.column(values.get(i)), Expression.text(breakdown.get(i))));
    }
    return new Plan.Filter(entries, Conditions.all(all));
  }

  private Plan appeared(Plan cohort, List<String> values) {
    Plan seen = within(cameBack(cohort, values));
    return new Plan.Project(seen, same(seen, List.of(PERSON, INTERVAL)));
  }

  private Plan cameBack(Plan cohort, List<String> values) {
    return query.options().rolling() ? rolling(cohort, values) : later(cohort, values);
  }

  /** Without what happened in later intervals than are looked at. */
  private Plan within(Plan later) {
    return new Plan.Filter(
        later, call(Function.LESS, later.column(INTERVAL), Expression.integer(query.intervals())));
  }

  private long from() {
    return buckets.starts().getFirst();
  }

  private long until() {
    return cohorts < buckets.size() ? buckets.starts().get(cohorts) : buckets.until();
  }

  private static List<Named> same(Plan rows, List<String> columns) {
    return columns.stream().map(column -> new Named(column, rows.column(column))).toList();
  }

  private static List<String> both(List<String> one, String... more) {
    List<String> all = new ArrayList<>(one);
    all.addAll(List.of(more));
    return all;
  }

  private static Plan sizes(Plan cohort, List<String> values) {
    Plan counted =
        new Aggregate(
            cohort,
            same(cohort, both(values, COHORT)),
            List.of(new Aggregation(COUNT, Kind.COUNT, null)));
    List<Named> columns = new ArrayList<>(same(counted, both(values, COHORT)));
    columns.add(new Named(INTERVAL, Expression.integer(0)));
    columns.add(new Named(COUNT, counted.column(COUNT)));
    return new Plan.Project(counted, columns);
  }

  private Plan returns(Plan cohort, List<String> values) {
    boolean beyond = query.cumulative() && cohorts < buckets.size();
    Plan later = beyond ? within(cameBack(cohort, values)) : cameBack(cohort, values);
    List<String> member = both(values, PERSON, COHORT);
    Plan furthest =
        query.cumulative()
            ? new Aggregate(
                later,
                same(later, member),
                List.of(new Aggregation(INTERVAL, Kind.MAX, later.column(INTERVAL))))
            : later;
    return new Aggregate(
        furthest,
        same(furthest, both(values, COHORT, INTERVAL)),
        List.of(new Aggregation(COUNT, Kind.COUNT, null)));
  }

  /** Each actor of a cohort with how many steps after it they came back. */
  private Plan later(Plan cohort, List<String> values) {
    Plan visits =
        often(
            returning(buckets.until()),
            List.of(
                new Named(VISITOR, matching.actor(query.options().actor())),
                new Named(STEP, new Expression.Bucket(EventRows.TIME, buckets))));
    Plan both =
        new Join(Join.Kind.INNER, cohort, visits, List.of(new Join.On(PERSON, VISITOR)), false);
    Plan after = new Plan.Filter(both, call(Function.LESS, both.column(COHORT), both.column(STEP)));
    List<Named> columns = new ArrayList<>(same(after, both(values, PERSON, COHORT)));
    columns.add(
        new Named(INTERVAL, call(Function.SUBTRACT, after.column(STEP), after.column(COHORT))));
    return new Plan.Project(after, columns);
  }

  private Plan returning(long until) {
    Plan events = matching.rows(query.returning(), from(), until, List.of());
    return matching.of(query.options().actor(), events);
  }

  /** The keys of which there are as many rows as are asked for. */
  private Plan often(Plan rows, List<Named> keys) {
    int least = query.options().occurrences();
    if (least == 1) {
      return new Aggregate(rows, keys, List.of());
    }
    Plan counted = new Aggregate(rows, keys, List.of(new Aggregation(TIMES, Kind.COUNT, null)));
    return new Plan.Filter(
        counted, call(Function.LESS_OR_EQUAL, Expression.integer(least), counted.column(TIMES)));
  }

  /** Each actor of a cohort with how many windows after their own start they came back. */
  private Plan rolling(Plan cohort, List<String> values) {
    long all = width() * query.intervals();
    Plan events = returning(until() + all);
    Plan visits =
        new Plan.Project(
            events,
            List.of(
                new Named(VISITOR, matching.actor(query.options().actor())),
                new Named(AT, EventRows.TIME)));
    Plan both =
        new Join(Join.Kind.INNER, cohort, visits, List.of(new Join.On(PERSON, VISITOR)), false);
    Expression since = call(Function.SUBTRACT, both.column(AT), both.column(Entries.ANCHOR));
    Plan after =
        new Plan.Filter(
            both,
            call(
                Function.AND,
                call(Function.LESS_OR_EQUAL, Expression.integer(width()), since),
                call(Function.LESS, since, Expression.integer(all))));
    Expression window =
        call(
            Function.BIN,
            call(Function.TO_NUMBER, since),
            Expression.number(0),
            Expression.number(all),
            Expression.integer(query.intervals()));
    List<Named> keys = new ArrayList<>(same(after, both(values, PERSON, COHORT)));
    keys.add(new Named(INTERVAL, window));
    return often(after, keys);
  }

  /** How long a window is; a month has 30 days. */
  private long width() {
    return switch (query.grain()) {
      case MINUTE -> Micros.MINUTE;
      case HOUR -> Micros.HOUR;
      case DAY -> Micros.DAY;
      case WEEK -> 7 * Micros.DAY;
      case MONTH -> 30 * Micros.DAY;
    };
  }
}
