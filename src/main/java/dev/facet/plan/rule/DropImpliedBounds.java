package dev.facet.plan.rule;

import dev.facet.plan.Expression;
import dev.facet.plan.Expression.Literal;
import dev.facet.plan.Expression.Reference;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.fact.Bounds;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Filter(x, 3 <= t AND 5 <= t) → Filter(x, 5 <= t)}. */
final class DropImpliedBounds implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Plan input, Expression condition))) {
      return node;
    }
    List<Expression> parts = Terms.conjuncts(condition);
    List<Expression> kept = new ArrayList<>(parts);
    for (Expression part : parts) {
      List<Expression> others = new ArrayList<>(kept);
      others.remove(part);
      if (bounded(part).filter(column -> isImplied(column, part, others)).isPresent()) {
        kept = others;
      }
    }
    return kept.size() == parts.size() ? node : new Plan.Filter(input, Terms.all(kept));
  }

  /** The column that the condition compares with a whole number. */
  private static Optional<Reference> bounded(Expression condition) {
    if (!(condition instanceof Expression.Call(Function function, List<Expression> sides))
        || function != Function.LESS && function != Function.LESS_OR_EQUAL) {
      return Optional.empty();
    }
    return sides.getFirst() instanceof Reference column && isWhole(sides.getLast())
        ? Optional.of(column)
        : sides.getLast() instanceof Reference other && isWhole(sides.getFirst())
            ? Optional.of(other)
            : Optional.<Reference>empty();
  }

  private static boolean isWhole(Expression expression) {
    return expression instanceof Literal literal && literal.value() instanceof Long;
  }

  private static boolean isImplied(Reference column, Expression part, List<Expression> others) {
    Bounds own = Bounds.of(column, List.of(part));
    Bounds rest = Bounds.of(column, others);
    return rest.isNeverNull() && rest.least() >= own.least() && rest.greatest() <= own.greatest();
  }
}
