package dev.facet.plan.hogql.row;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.table.Schema;
import dev.facet.plan.hogql.tuple.Tupled;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of a statement in FROM, as a table. */
public record Derived(Relation relation) implements Schema {
  @Override
  public Optional<Field> field(List<String> path) {
    return relation.columns().stream()
        .filter(column -> column.name().equals(path.getFirst()))
        .findFirst()
        .map(column -> new Field(column.column(), column.reference()));
  }

  /** The tuple, or list of tuples, that a column is. */
  public Optional<Tupled> tupled(String name) {
    return relation.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .flatMap(column -> Optional.ofNullable(column.tupled()));
  }

  @Override
  public List<String> columns() {
    return relation.names();
  }

  @Override
  public Plan rows(Collection<Expression> read) {
    return relation.plan();
  }
}
