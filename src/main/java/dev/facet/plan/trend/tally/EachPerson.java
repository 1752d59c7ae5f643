package dev.facet.plan.trend.tally;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import java.util.List;

/** Each actor, with how many rows are theirs; summed up by nothing less than the actor. */
public record EachPerson(Expression actor) implements Tally {
  @Override
  public Plan whole(Plan rows, List<Named> keys) {
    return new Aggregate(
        rows, Tally.with(keys, PERSON, actor), List.of(new Aggregation(COUNT, Kind.COUNT, null)));
  }

  @Override
  public Plan partial(Plan rows, List<Named> keys) {
    return whole(rows, keys);
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    return new Aggregate(
        partial,
        Tally.with(keys, PERSON, partial.column(PERSON)),
        List.of(new Aggregation(COUNT, Kind.SUM, partial.column(COUNT))));
  }

  @Override
  public Expression value(Plan counted) {
    return Tally.number(counted.column(COUNT));
  }

  @Override
  public List<Expression> reads() {
    return List.of();
  }
}
