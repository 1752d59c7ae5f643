package dev.facet.plan.trend;

import dev.facet.model.Type;
import dev.facet.plan.Buckets;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.Planned;
import dev.facet.plan.event.Matching;
import dev.facet.plan.time.Range;
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
    this.matching = Matching.of(query.filter(), query.testAccounts(), definitions, now);
    Range current = Range.resolve(query.range(), query.grain(), matching.calendar(), now, earliest);
    this.ranges = current.with(query.compare());
  }

  public Planned plan() {
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
            query.breakdown(),
            query.total(),
            query.cumulative(),
            query.smoothing());
    Range current = ranges.getFirst();
    return new Planned(plan, shape, current.period(), current.validUntil(now));
  }

  /** One series in one period, in the columns of {@link TrendShape}. */
  private Plan part(int series, int period) {
    Series asked = query.series().get(series);
    Tally tally = Tally.of(asked.measure());
    TrendRows rows = TrendRows.of(question(asked, tally), ranges.get(period), matching);
    Plan counted = rows.inSteps(counted(rows, tally));
    List<Named> columns = new ArrayList<>();
    columns.add(new Named(TrendShape.SERIES, Expression.integer(series)));
    columns.add(new Named(TrendShape.PERIOD, Expression.integer(period)));
    for (String key : keys()) {
      columns.add(new Named(key, counted.column(key)));
    }
    columns.add(new Named(TrendShape.VALUE, tally.value(counted)));
    return new Plan.Project(counted, columns);
  }

  private TrendRows.Question question(Series series, Tally tally) {
    Breakdown breakdown = query.breakdown();
    List<Named> read = breakdown == null ? List.of() : Ranking.read(breakdown);
    return new TrendRows.Question(series, query.total(), read, tally.reads());
  }

  private Plan counted(TrendRows rows, Tally tally) {
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
