package dev.facet.store.sql;

import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import java.util.List;

/** What a SELECT reads: its FROM, its conditions, and how it says the columns at hand. */
record Input(Sql from, List<Expression> conditions, Scope scope) {

  Input {
    conditions = List.copyOf(conditions);
  }

  /** {@code FROM … WHERE …}. */
  Sql clauses(Dialect dialect) {
    Sql clause = Sql.fill("\nFROM @0", from);
    if (conditions.isEmpty()) {
      return clause;
    }
    Expressions plain = new Expressions(dialect, scope, List.of());
    List<Sql> written = conditions.stream().map(c -> condition(c, plain)).toList();
    return Sql.fill("@0\nWHERE @1", clause, Sql.join("\n  AND ", written));
  }

  /** What binds less than AND keeps its parentheses. */
  private static Sql condition(Expression condition, Expressions expressions) {
    Sql sql = expressions.sql(condition);
    boolean or = condition instanceof Expression.Call call && call.function() == Function.OR;
    return or ? sql : sql.unwrapped();
  }
}
