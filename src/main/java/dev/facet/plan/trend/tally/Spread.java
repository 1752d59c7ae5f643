package dev.facet.plan.trend.tally;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.query.Measure;
import java.util.List;

/** Where numbers lie: their parts are the numbers themselves. */
record Spread(Expression number, Measure.Summary summary) implements Tally {
  private static final String NUMBER = "number";

  @Override
  public List<Expression> reads() {
    return List.of(number);
  }

  @Override
  public Plan whole(Plan rows, List<Named> keys) {
    return new Aggregate(rows, keys, List.of(Summaries.of(NUMBER, summary, number)));
  }

  @Override
  public Plan partial(Plan rows, List<Named> keys) {
    return new Plan.Project(rows, Tally.with(keys, NUMBER, number));
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    return new Spread(partial.column(NUMBER), summary).whole(partial, keys);
  }

  @Override
  public Expression value(Plan counted) {
    return counted.column(NUMBER);
  }
}
