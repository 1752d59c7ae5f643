package dev.facet.plan;

import static dev.facet.plan.Expression.call;

import dev.facet.model.FailureException;
import dev.facet.model.Type;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
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
 *
 * <p>With a breakdown, events are first summed up per value, the values are ranked on those sums,
 * and all but the largest become one: the events are read once.
 */
final class TrendPlanner {
  private static final String PERSON = "person";
  private static final String KEPT = "kept";
  private static final String RANK = "rank";

  private final TrendQuery query;
  private final Matching matching;
  private final List<Range> ranges;
  private final Instant now;

  TrendPlanner(TrendQuery query, Definitions definitions, Instant now, @Nullable Instant earliest) {
    this.query = query;
    this.now = now;
    this.matching = Matching.of(query.filter(), query.testAccounts(), definitions, now);
    Range current = Range.resolve(query.range(), query.grain(), matching.calendar(), now, earliest);
    this.ranges = current.with(query.compare());
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
            query.formulas(),
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
    keys.add(new Named(TrendShape.BREAKDOWN, text(breakdown)));
    tally.actor().ifPresent(actor -> keys.add(new Named(PERSON, actor)));
    Plan raw = new Plan.Aggregate(matching(series, range), keys, tally.partial());
    Plan partial = replaced(raw, raw, value(breakdown, raw.column(TrendShape.BREAKDOWN)));
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
    Expression isOther = call(Function.IS_NULL, joined.column(KEPT));
    Expression value =
        call(
            Function.IF,
            isOther,
            Expression.text(Breakdown.OTHER),
            joined.column(TrendShape.BREAKDOWN));
    return replaced(joined, partial, value);
  }

  /** The columns of {@code like}, read from {@code input}, with another breakdown value. */
  private static Plan replaced(Plan input, Plan like, Expression value) {
    return new Plan.Project(
        input,
        like.columns().stream()
            .map(
                column ->
                    column.name().equals(TrendShape.BREAKDOWN)
                        ? new Named(TrendShape.BREAKDOWN, value)
                        : new Named(column.name(), input.column(column.name())))
            .toList());
  }

  private Plan matching(Series series, Range range) {
    boolean byPerson =
        Tally.of(series.measure()).readsPerson()
            || (query.breakdown() != null && EventRows.readsPerson(query.breakdown().property()));
    return matching.rows(series, range.fromMicros(), range.untilMicros(), byPerson);
  }

  /** What an event is counted by, as it is stored: cheap to group by. */
  private static Expression text(Breakdown breakdown) {
    Expression text = EventRows.text(breakdown.property());
    if (text.type() != Type.TEXT) {
      throw FailureException.invalid(
          "breakdown_type",
          "breakdownFilter.breakdown",
          "\""
              + breakdown.property().key()
              + "\" is a time: break down by a text column or property.");
    }
    return text;
  }

  /** The value that a stored text is shown as; never null. Several texts may be one value. */
  private static Expression value(Breakdown breakdown, Expression text) {
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
