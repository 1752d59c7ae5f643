package dev.facet.plan;

import static dev.facet.plan.Expression.call;

import dev.facet.dataset.Datasets;
import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.query.Breakdown;
import dev.facet.query.Comparison;
import dev.facet.query.DateBound;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans a trend: for each series and period the matching events, grouped by bucket and breakdown
 * value.
 *
 * <p>With a breakdown, events are first summed up per value, the values are ranked on those sums,
 * and all but the largest become one: the events are read once.
 */
final class TrendPlanner {
  private static final String PERSON = "person";
  private static final String KEPT = "kept";
  private static final String RANK = "rank";

  private final TrendQuery query;
  private final Conditions conditions;
  private final Filter filter;
  private final List<Range> ranges;
  private final Instant now;

  TrendPlanner(TrendQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    Calendar calendar = new Calendar(definitions.zone(), definitions.weekStart());
    this.query = query;
    this.now = now;
    this.conditions = new Conditions(calendar, now);
    this.filter =
        query.testAccounts() ? query.filter().and(definitions.testAccounts()) : query.filter();
    this.ranges =
        ranges(Range.resolve(query.range(), query.grain(), calendar, now, earliest), query);
  }

  private static List<Range> ranges(Range current, TrendQuery query) {
    Comparison compare = query.compare();
    boolean endless = query.range().from() instanceof DateBound.Earliest;
    return compare == null || endless
        ? List.of(current)
        : List.of(current, current.compared(compare));
  }

  /** Answers when the first event of any series was. */
  static Optional<Plan> earliest(TrendQuery query) {
    if (!(query.range().from() instanceof DateBound.Earliest)) {
      return Optional.empty();
    }
    Plan events = new Plan.Scan(Datasets.EVENTS);
    List<Object> names =
        query.series().stream()
            .map(Series::event)
            .filter(Objects::nonNull)
            .map(Object.class::cast)
            .toList();
    boolean all = query.series().stream().anyMatch(series -> series.event() == null);
    Plan own = all ? events : new Plan.Filter(events, new Expression.In(EventRows.NAME, names));
    return Optional.of(
        new Plan.Aggregate(
            own, List.of(), List.of(new Aggregation("earliest", Kind.MIN, EventRows.TIME))));
  }

  Planned plan() {
    List<Plan> parts = new ArrayList<>();
    for (int series = 0; series < query.series().size(); series++) {
      for (int period = 0; period < ranges.size(); period++) {
        parts.add(part(series, period));
      }
    }
    Plan plan = parts.size() == 1 ? parts.getFirst() : new Plan.Union(parts);
    List<Buckets> buckets = ranges.stream().map(Range::buckets).toList();
    TrendShape shape =
        new TrendShape(
            query.series().size(),
            buckets,
            query.breakdown() != null,
            query.total(),
            query.cumulative());
    Range current = ranges.getFirst();
    return new Planned(plan, shape, current.period(), current.validUntil(now));
  }

  /** One series in one period, in the columns of {@link TrendShape}. */
  private Plan part(int series, int period) {
    Series asked = query.series().get(series);
    Tally tally = Tally.of(asked.measure());
    Range range = ranges.get(period);
    Plan counted =
        query.breakdown() == null
            ? plain(asked, range, tally)
            : ranked(asked, range, tally, query.breakdown());
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(TrendShape.SERIES, Expression.integer(series)));
    columns.add(new Named(TrendShape.PERIOD, Expression.integer(period)));
    for (Named key : keys()) {
      columns.add(new Named(key.name(), counted.column(key.name())));
    }
    columns.add(new Named(TrendShape.VALUE, tally.value(counted)));
    return new Plan.Project(counted, columns);
  }

  private Plan plain(Series series, Range range, Tally tally) {
    return new Plan.Aggregate(matching(series, range), bucketKey(range), tally.whole());
  }

  private Plan ranked(Series series, Range range, Tally tally, Breakdown breakdown) {
    List<Named> keys = new ArrayList<>(bucketKey(range));
    keys.add(new Named(TrendShape.BREAKDOWN, value(breakdown)));
    tally.actor().ifPresent(actor -> keys.add(new Named(PERSON, actor)));
    Plan partial = new Plan.Aggregate(matching(series, range), keys, tally.partial());
    return new Plan.Aggregate(limited(partial, tally, breakdown), keys(), tally.merged(partial));
  }

  /** The partial sums with the values beyond the limit renamed or dropped. */
  private Plan limited(Plan partial, Tally tally, Breakdown breakdown) {
    Plan summed =
        new Plan.Aggregate(
            partial,
            List.of(new Named(KEPT, partial.column(TrendShape.BREAKDOWN))),
            tally.merged(partial));
    Plan ranks =
        new Plan.Project(
            summed,
            List.of(new Named(KEPT, summed.column(KEPT)), new Named(RANK, tally.value(summed))));
    Plan largest =
        new Plan.Limit(
            new Plan.Sort(
                ranks, List.of(new Plan.Sort.By(RANK, true), new Plan.Sort.By(KEPT, false))),
            breakdown.limit(),
            0);
    Plan kept = new Plan.Project(largest, List.of(new Named(KEPT, largest.column(KEPT))));
    Join.Kind kind = breakdown.hideOther() ? Join.Kind.INNER : Join.Kind.LEFT;
    Plan joined =
        new Join(kind, partial, kept, List.of(new Join.On(TrendShape.BREAKDOWN, KEPT)), false);
    return new Plan.Project(joined, renamed(partial, joined));
  }

  private static List<Named> renamed(Plan partial, Plan joined) {
    Expression isOther = call(Function.IS_NULL, joined.column(KEPT));
    return partial.columns().stream()
        .map(
            column ->
                column.name().equals(TrendShape.BREAKDOWN)
                    ? new Named(
                        TrendShape.BREAKDOWN,
                        call(
                            Function.IF,
                            isOther,
                            Expression.text(Breakdown.OTHER),
                            joined.column(TrendShape.BREAKDOWN)))
                    : new Named(column.name(), joined.column(column.name())))
        .toList();
  }

  private Plan matching(Series series, Range range) {
    boolean withPersons =
        Stream.of(filter, series.filter()).anyMatch(EventRows::readsPerson)
            || Tally.of(series.measure()).readsPerson()
            || (query.breakdown() != null && EventRows.readsPerson(query.breakdown().property()));
    List<Expression> all = new ArrayList<>();
    if (series.event() != null) {
      all.add(call(Function.EQUAL, EventRows.NAME, Expression.text(series.event())));
    }
    all.add(call(Function.LESS_OR_EQUAL, Expression.time(range.fromMicros()), EventRows.TIME));
    all.add(call(Function.LESS, EventRows.TIME, Expression.time(range.untilMicros())));
    Filter own = filter.and(series.filter());
    if (!own.equals(Filter.ALL)) {
      all.add(conditions.of(own));
    }
    return new Plan.Filter(EventRows.scan(withPersons), Conditions.all(all));
  }

  /** The value an event is counted under; never null. */
  private static Expression value(Breakdown breakdown) {
    Expression text = EventRows.text(breakdown.property());
    if (text.type() != Type.TEXT) {
      throw FailureException.invalid(
          "breakdown_type",
          "breakdownFilter.breakdown",
          "\""
              + breakdown.property().key()
              + "\" is a time: break down by a text column or property.");
    }
    Expression clean = breakdown.normalizeUrl() ? call(Function.TRIM_URL, text) : text;
    Expression present = call(Function.COALESCE, clean, Expression.text(""));
    Expression isEmpty = call(Function.EQUAL, present, Expression.text(""));
    return call(Function.IF, isEmpty, Expression.text(Breakdown.NULL), present);
  }

  private List<Named> bucketKey(Range range) {
    return query.total()
        ? List.of()
        : List.of(
            new Named(TrendShape.BUCKET, new Expression.Bucket(EventRows.TIME, range.buckets())));
  }

  /** The key columns of the result, read back by name. */
  private List<Named> keys() {
    List<Named> keys = new ArrayList<>();
    if (query.breakdown() != null) {
      keys.add(
          new Named(
              TrendShape.BREAKDOWN, new Expression.Reference(TrendShape.BREAKDOWN, Type.TEXT)));
    }
    if (!query.total()) {
      keys.add(
          new Named(TrendShape.BUCKET, new Expression.Reference(TrendShape.BUCKET, Type.INTEGER)));
    }
    return keys;
  }
}
