package dev.facet.plan.share;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.plan.Aggregation;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan that may be computed together with others.
 *
 * @param place its place among the plans of the screen
 * @param sums the lowest aggregates, below which rows are as they are stored, where stored rows are
 *     read through sums only, which can be summed up again; none where the plan stays as it is
 */
record Candidate(int place, Plan plan, Set<Plan.Aggregate> sums) {

  /** By its sums; empty for a plan that has to read the rows itself. */
  static Optional<Candidate> of(int place, Plan plan) {
    Set<Plan.Aggregate> sums = new LinkedHashSet<>();
    boolean fits =
        !(plan instanceof Plan.Limit) && canStandBesideOthers(plan) && collect(plan, sums);
    return fits && !sums.isEmpty()
        ? Optional.of(new Candidate(place, plan, sums))
        : Optional.empty();
  }

  /** Whether its rows can be told in one table with those of others, which has no order. */
  static boolean canStandBesideOthers(Plan plan) {
    boolean isOrdered =
        plan instanceof Plan.Sort
            || plan instanceof Plan.Limit limit && limit.input() instanceof Plan.Sort;
    return !isOrdered && plan.columns().stream().map(Column::type).allMatch(Candidate::isPlain);
  }

  private static boolean collect(Plan node, Set<Plan.Aggregate> sums) {
    if (node instanceof Plan.Aggregate lowest && !lowest.input().condenses()) {
      sums.add(lowest);
      return lowest.keys().stream().allMatch(key -> hasFewValues(key.expression()))
          && lowest.aggregations().stream().allMatch(Candidate::canBeSummedUp);
    }
    return !(node instanceof Plan.Scan)
        && node.inputs().stream().allMatch(input -> collect(input, sums));
  }

  /** Whether few values are to be expected: steps of time, and texts of properties. */
  private static boolean hasFewValues(Expression key) {
    return key instanceof Expression.Bucket
        || key instanceof Expression.Property property && property.type() == Type.TEXT;
  }

  private static boolean canBeSummedUp(Aggregation one) {
    return !one.distinct()
        && switch (one.kind()) {
          case COUNT, MIN, MAX -> true;
          // A sum of whole numbers is null beyond 64 bits, which parts of it cannot tell.
          case SUM -> one.type() == Type.NUMBER;
          default -> false;
        };
  }

  private static boolean isPlain(Type type) {
    return switch (type) {
      case TEXT, NUMBER, INTEGER, TIME, BOOLEAN, DATE -> true;
      default -> false;
    };
  }

  /** The rows it is about. */
  Set<Plan> inputs() {
    Set<Plan> inputs = new LinkedHashSet<>();
    sums.forEach(sum -> inputs.add(sum.input()));
    return inputs;
  }

  /** What it groups by. */
  List<Expression> keys() {
    List<Expression> keys = new ArrayList<>();
    sums.forEach(sum -> sum.keys().forEach(key -> keys.add(key.expression())));
    return keys;
  }
}
