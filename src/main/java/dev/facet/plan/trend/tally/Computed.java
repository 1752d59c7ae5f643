package dev.facet.plan.trend.tally;

import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Aggregate;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.hogql.OverEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate somebody wrote. What it is made of need not be sums that can be summed up, so its
 * parts are the values themselves.
 */
record Computed(List<Aggregation> aggregations, Expression result) implements Tally {
  private static final String VALUE = "argument_";

  static Computed of(OverEvents.Summed summed) {
    return new Computed(summed.aggregations(), summed.result());
  }

  @Override
  public List<Expression> reads() {
    List<Expression> reads = new ArrayList<>();
    for (Aggregation one : aggregations) {
      reads.addAll(one.arguments());
      Expression condition = one.condition();
      if (condition != null) {
        reads.add(condition);
      }
      one.order().forEach(by -> reads.add(by.expression()));
    }
    return reads;
  }

  @Override
  public Plan whole(Plan rows, List<Named> keys) {
    return new Aggregate(rows, keys, aggregations);
  }

  @Override
  public Plan partial(Plan rows, List<Named> keys) {
    List<Named> columns = new ArrayList<>(keys);
    names().forEach((value, name) -> columns.add(new Named(name, value)));
    return new Plan.Project(rows, columns);
  }

  private Map<Expression, String> names() {
    Map<Expression, String> names = new LinkedHashMap<>();
    reads().forEach(value -> names.computeIfAbsent(value, v -> VALUE + (names.size() + 1)));
    return names;
  }

  @Override
  public Plan merged(Plan partial, List<Named> keys) {
    Map<Expression, String> names = names();
    List<Aggregation> read = new ArrayList<>();
    for (Aggregation one : aggregations) {
      @Nullable Expression condition = one.condition();
      read.add(
          new Aggregation(
              one.name(),
              one.kind(),
              one.arguments().stream().map(value -> column(partial, value, names)).toList(),
              one.distinct(),
              condition == null ? null : column(partial, condition, names),
              one.order().stream()
                  .map(
                      by ->
                          new Aggregation.By(
                              column(partial, by.expression(), names), by.descending()))
                  .toList(),
              one.levels()));
    }
    return new Aggregate(partial, keys, read);
  }

  private static Expression column(Plan partial, Expression value, Map<Expression, String> names) {
    return partial.column(names.getOrDefault(value, ""));
  }

  @Override
  public Expression value(Plan counted) {
    return Tally.number(result);
  }
}
