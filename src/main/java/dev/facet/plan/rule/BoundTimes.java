package dev.facet.plan.rule;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Literal;
import dev.facet.plan.Expression.Reference;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Bounds;
import dev.facet.plan.fact.Known;
import dev.facet.plan.fact.Preimage;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Filter(x, day(t) = d) → Filter(x, start <= t AND t < end AND …)}: what a condition on a
 * day, month or year says about the time itself, which stores keep in order. The condition goes
 * where that says it all.
 */
final class BoundTimes implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Plan input, Expression condition))) {
      return node;
    }
    List<Expression> parts = Terms.conjuncts(condition);
    List<Expression> known = new ArrayList<>(Known.of(node));
    List<Expression> bounded = new ArrayList<>();
    boolean changed = false;
    for (Expression part : parts) {
      Optional<Preimage> times = times(part);
      List<Expression> bounds = times.stream().flatMap(t -> bounds(t, known)).toList();
      changed |= !bounds.isEmpty() || times.isPresent() && times.get().isExact();
      bounded.addAll(bounds);
      known.addAll(bounds);
      if (times.isEmpty() || !times.get().isExact()) {
        bounded.add(part);
      }
    }
    return changed ? new Plan.Filter(input, Terms.all(bounded)) : node;
  }

  /** Where a time lies when the condition on something made of it is true. */
  private static Optional<Preimage> times(Expression condition) {
    return switch (condition) {
      case Expression.Call(Function function, List<Expression> sides) ->
          compared(function, sides.getFirst(), sides.getLast());
      case Expression.In(Expression value, List<Object> options) -> among(value, options);
      default -> Optional.<Preimage>empty();
    };
  }

  private static Optional<Preimage> compared(Function function, Expression one, Expression other) {
    long less = function == Function.LESS ? 1 : 0;
    return switch (function) {
      case EQUAL ->
          number(one)
              .flatMap(value -> of(other, value, value))
              .or(() -> number(other).flatMap(value -> of(one, value, value)));
      case LESS, LESS_OR_EQUAL ->
          number(one)
              .flatMap(least -> of(other, least + less, Long.MAX_VALUE))
              .or(() -> number(other).flatMap(most -> of(one, Long.MIN_VALUE, most - less)));
      default -> Optional.<Preimage>empty();
    };
  }

  /** A whole number, far from the end of all numbers. */
  private static Optional<Long> number(Expression expression) {
    return expression instanceof Literal(Long value, var _) && Math.abs(value) < Long.MAX_VALUE / 8
        ? Optional.of(value)
        : Optional.<Long>empty();
  }

  /** Between the smallest and the largest option; that is not all that the condition says. */
  private static Optional<Preimage> among(Expression value, List<Object> options) {
    if (options.isEmpty() || !options.stream().allMatch(Long.class::isInstance)) {
      return Optional.empty();
    }
    long[] numbers = options.stream().mapToLong(option -> (Long) option).sorted().toArray();
    return of(value, numbers[0], numbers[numbers.length - 1])
        .map(t -> new Preimage(t.column(), t.least(), t.greatest(), numbers.length == 1));
  }

  private static Optional<Preimage> of(Expression value, long least, long greatest) {
    return value instanceof Reference
        ? Optional.empty()
        : Preimage.of(value, least, greatest).filter(t -> t.column().type() == Type.TIME);
  }

  /** What is not known yet. */
  private static Stream<Expression> bounds(Preimage times, List<Expression> known) {
    Bounds before = Bounds.of(times.column(), known);
    List<Expression> bounds = new ArrayList<>();
    if (times.least() > before.least()) {
      bounds.add(
          Expression.call(Function.LESS_OR_EQUAL, Expression.time(times.least()), times.column()));
    }
    if (times.greatest() < before.greatest()) {
      bounds.add(
          Expression.call(Function.LESS, times.column(), Expression.time(times.greatest() + 1)));
    }
    return bounds.stream();
  }
}
