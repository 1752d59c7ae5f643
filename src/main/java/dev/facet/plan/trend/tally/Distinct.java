package dev.facet.plan.trend.tally;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import java.util.List;

/** How many different actors there are. */
public record Distinct(String name, Expression actor) implements Tally {
  @Override
  public List<Expression> reads() {
    return List.of(actor);
  }

  @Override
  public Plan whole(Plan rows, List<Named> keys) {
    return new Aggregate(rows, keys, List.of(new Aggregation(COUNT, Kind.COUNT_DISTINCT, actor)));
  }

  @Override
  public Plan partial(Plan rows, List<Named> keys) {
    return new Aggregate(rows, Tally.with(keys, name, actor), List.of());
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    return new Distinct(name, partial.column(name)).whole(partial, keys);
  }

  @Override
  public Expression value(Plan counted) {
    return Tally.number(counted.column(COUNT));
  }
}
