package dev.facet.plan.trend.tally;

import static dev.facet.plan.Expression.call;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Aggregation.Kind;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sums that can be summed up; of two the first is divided by the second.
 *
 * @param parts one or two
 */
record Sums(List<Aggregation> parts) implements Tally {
  @Override
  public List<Expression> reads() {
    return parts.stream().map(Aggregation::argument).filter(Objects::nonNull).toList();
  }

  @Override
  public Plan whole(Plan rows, List<Named> keys) {
    return new Aggregate(rows, keys, parts);
  }

  @Override
  public Plan partial(Plan rows, List<Named> keys) {
    return whole(rows, keys);
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    List<Aggregation> sums = new ArrayList<>();
    for (Aggregation part : parts) {
      Kind kind = part.kind() == Kind.COUNT ? Kind.SUM : part.kind();
      sums.add(new Aggregation(part.name(), kind, partial.column(part.name())));
    }
    return new Aggregate(partial, keys, sums);
  }

  @Override
  public Expression value(Plan counted) {
    Expression first = counted.column(parts.getFirst().name());
    return parts.size() == 1
        ? Tally.number(first)
        : call(Function.DIVIDE, first, counted.column(parts.getLast().name()));
  }
}
