package dev.facet.plan.rule;

import dev.facet.model.Column;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.plan.Plan;
import dev.facet.plan.Plan.Join;
import dev.facet.plan.Plan.Named;
import dev.facet.plan.fact.Columns;
import dev.facet.plan.fact.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Filter(x LEFT JOIN y, y.c IS NULL) → x ANTI JOIN y}, with nulls for the columns of y,
 * where c is never null in y: only rows without a partner are left.
 */
final class UseAntiJoin implements Rule {
  @Override
  public Plan apply(Plan node, Uses uses) {
    if (!(node instanceof Plan.Filter(Join join, Expression condition))
        || join.kind() != Join.Kind.LEFT
        || !uses.mayChange(join)) {
      return node;
    }
    List<Expression> rest = new ArrayList<>(Terms.conjuncts(condition));
    if (!rest.removeIf(one -> isAlone(one, join))) {
      return node;
    }
    Join anti =
        new Join(
            Join.Kind.ANTI,
            join.left(),
            join.right(),
            join.on(),
            join.nullsEqual(),
            join.condition());
    List<Named> columns = new ArrayList<>();
    for (Column column : join.left().columns()) {
      columns.add(new Named(column.name(), join.column(column.name())));
    }
    for (Column column : join.right().columns()) {
      columns.add(new Named(column.name(), new Expression.Literal(null, column.type())));
    }
    Plan rows = new Plan.Project(anti, columns);
    return rest.isEmpty() ? rows : new Plan.Filter(rows, Terms.all(rest));
  }

  private static boolean isAlone(Expression condition, Join join) {
    return condition instanceof Expression.Call(Function function, List<Expression> arguments)
        && function == Function.IS_NULL
        && arguments.getFirst() instanceof Expression.Reference(String column, var _)
        && join.right().columns().stream().anyMatch(c -> c.name().equals(column))
        && (isCompared(join, column) || Columns.isNeverNull(join.right(), column));
  }

  /** A key that equals another is not null, unless nulls equal nulls. */
  private static boolean isCompared(Join join, String column) {
    return !join.nullsEqual() && join.on().stream().anyMatch(on -> on.right().equals(column));
  }
}
