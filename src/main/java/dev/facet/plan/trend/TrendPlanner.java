package dev.facet.plan.trend;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Conditions;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Range;
import dev.facet.plan.trend.tally.EachPerson;
import dev.facet.plan.trend.tally.Tally;
import dev.facet.query.ActorsQuery;
import dev.facet.query.Breakdown;
import dev.facet.query.Definitions;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans a trend: for each series and period the matching events, grouped by bucket and breakdown
 * value.
 */
public final class TrendPlanner {
  private final TrendQuery query;
  private final Matching matching;
  private final List<Range> ranges;
  private final Instant now;

  public TrendPlanner(
      TrendQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.now = now;
    this.matching =
        Matching.of(query.filter(), query.testAccounts(), definitions, now)
            .sampled(query.sampling());
    matching.check(query.breakdown());
    Range current = Range.resolve(query.range(), query.grain(), matching.calendar(), now, earliest);
    this.ranges = current.with(query.compare());
  }

  public Planned plan() {
    Range current = ranges.getFirst();
    return query.show() == TrendQuery.Show.CALENDAR
        ? new Planned(union(this::week), calendarShape(), current.period(), current.validUntil(now))
        : new Planned(union(this::part), shape(), current.period(), current.validUntil(now));
  }

  private interface Part {
    Plan of(int series, int period);
  }

  private Plan union(Part part) {
    List<Plan> parts = new ArrayList<>();
    for (int series = 0; series < query.series().size(); series++) {
      for (int period = 0; period < ranges.size(); period++) {
        parts.add(part.of(series, period));
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Plan.Union(parts);
  }

  private Plan week(int series, int period) {
    Series asked = query.series().get(series);
    TrendRows.Question question = question(asked);
    Range range = ranges.get(period);
    return new WeekHours(range, question.tally())
        .plan(TrendRows.events(question, range, matching), series, period);
  }

  private CalendarShape calendarShape() {
    return new CalendarShape(scales(), ranges.size());
  }

  /** What becomes of the numbers of each series. */
  private List<Scale> scales() {
    return query.series().stream().map(one -> Scale.of(one.measure(), query.sampling())).toList();
  }

  private TrendShape shape() {
    List<Buckets> buckets = ranges.stream().map(Range::buckets).toList();
    return new TrendShape(
        scales(),
        query.formulas(),
        buckets,
        query.breakdown(),
        query.total(),
        query.cumulative(),
        query.smoothing());
  }

  /** One series in one period, in the columns of {@link TrendShape}. */
  private Plan part(int series, int period) {
    Series asked = query.series().get(series);
    TrendRows rows = TrendRows.of(question(asked), ranges.get(period), matching);
    Tally tally = rows.tally();
    Plan counted = rows.inSteps(counted(rows));
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(TrendShape.SERIES, Expression.integer(series)));
    columns.add(new Named(TrendShape.PERIOD, Expression.integer(period)));
    for (String key : keys()) {
      columns.add(new Named(key, counted.column(key)));
    }
    columns.add(new Named(TrendShape.VALUE, tally.value(counted)));
    return new Plan.Project(counted, columns);
  }

  /** The actors behind a point: {@code person}, and {@code count}, how many events are theirs. */
  public Plan persons(ActorsQuery.OfTrend point) {
    Range range = range(point.previous());
    Series asked = query.series().get(point.series());
    TrendRows rows = TrendRows.of(question(asked), range, matching);
    List<Named> step = query.total() ? List.of() : List.of(same(TrendShape.BUCKET, Type.INTEGER));
    List<Expression> conditions = new ArrayList<>();
    Plan counted = counted(point, rows, step, conditions);
    Plan persons = rows.inSteps(counted);
    if (point.day() != null && !query.total()) {
      long bucket = range.bucketOf(point.day(), "source.day");
      conditions.add(
          call(
              query.cumulative() ? Function.LESS_OR_EQUAL : Function.EQUAL,
              persons.column(TrendShape.BUCKET),
              Expression.integer(bucket)));
    }
    Plan own = new Plan.Filter(persons, Conditions.all(conditions));
    return new EachPerson(own.column(Tally.PERSON)).merged(own, List.of());
  }

  private Range range(boolean previous) {
    if (previous && ranges.size() < 2) {
      throw FailureException.invalid(
          "no_comparison", "source.compare", "The chart is not compared with another period.");
    }
    return ranges.get(previous ? 1 : 0);
  }

  /** Persons by step, with a condition for the values that are asked about. */
  private Plan counted(
      ActorsQuery.OfTrend point, TrendRows rows, List<Named> step, List<Expression> conditions) {
    Breakdown breakdown = query.breakdown();
    if (point.breakdown().isEmpty()) {
      List<Named> keys =
          rows.keys().stream().filter(key -> key.name().equals(TrendShape.BUCKET)).toList();
      return new EachPerson(Tally.actor(rows.tally())).whole(rows.rows(), keys);
    }
    if (breakdown == null || breakdown.dimensions().size() != point.breakdown().size()) {
      int count = breakdown == null ? 0 : breakdown.dimensions().size();
      throw FailureException.invalid(
          "breakdown_count",
          "source.breakdown",
          "The chart has %d breakdowns, not %d.".formatted(count, point.breakdown().size()));
    }
    Ranking ranking = new Ranking(breakdown, rows.tally());
    List<Named> keys = new ArrayList<>(step);
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      keys.add(same(TrendShape.breakdown(i), Type.TEXT));
    }
    Plan persons = ranking.persons(rows, keys);
    conditions.add(ranking.are(persons, point.breakdown()));
    return persons;
  }

  private TrendRows.Question question(Series series) {
    Breakdown breakdown = query.breakdown();
    List<Named> read = breakdown == null ? List.of() : Ranking.read(breakdown, matching);
    return new TrendRows.Question(
        series, query.total(), read, Tally.of(series.measure(), matching));
  }

  private Plan counted(TrendRows rows) {
    Tally tally = rows.tally();
    Breakdown breakdown = query.breakdown();
    if (breakdown == null) {
      return tally.whole(rows.rows(), rows.keys());
    }
    List<Named> keys = new ArrayList<>();
    for (int i = 0; i < breakdown.dimensions().size(); i++) {
      keys.add(same(TrendShape.breakdown(i), Type.TEXT));
    }
    if (!query.total()) {
      keys.add(same(TrendShape.BUCKET, Type.INTEGER));
    }
    return new Ranking(breakdown, tally).counted(rows, keys);
  }

  private static Named same(String column, Type type) {
    return new Named(column, new Expression.Reference(column, type));
  }

  /** The key columns of the result. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (query.breakdown() != null) {
      keys.addAll(TrendShape.columns(query.breakdown()));
    }
    if (!query.total()) {
      keys.add(TrendShape.BUCKET);
    }
    return keys;
  }
}
