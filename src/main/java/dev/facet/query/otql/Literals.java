package dev.facet.query.otql;

import dev.facet.query.otql.Statement.Item;
import dev.facet.query.otql.Statement.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All values that a statement compares with. For one statement and one thread. */
public final class Literals {
  private final List<Literal> all = new ArrayList<>();

  private Literals() {}

  /** Each in the order it is written in, lists taken apart. */
  public static List<Literal> of(Statement statement) {
    Literals literals = new Literals();
    if (statement.operation() instanceof Operation.Select(List<Item> items, var _)) {
      items.forEach(literals::add);
    }
    literals.add(statement.where());
    statement.joins().forEach(join -> literals.add(join.where()));
    return List.copyOf(literals.all);
  }

  private void add(Item item) {
    item.directives().forEach(directive -> add(directive.clause()));
    List<Item> inside = item.selection();
    if (inside != null) {
      inside.forEach(this::add);
    }
  }

  private void add(@Nullable Condition condition) {
    switch (condition) {
      case null -> {}
      case Condition.All(List<Condition> parts) -> parts.forEach(this::add);
      case Condition.Any(List<Condition> parts) -> parts.forEach(this::add);
      case Condition.Not(Condition inner) -> add(inner);
      case Condition.Linked linked -> add(linked.condition());
      case Condition.Scored _ -> {}
      case Condition.Call call -> call.values().forEach(this::add);
      case Condition.Compare compare -> add(compare.value());
      case Condition.In in -> add(in.values());
    }
  }

  private void add(Literal literal) {
    if (literal instanceof Literal.Many(List<Literal> values, var _)) {
      values.forEach(this::add);
    } else {
      all.add(literal);
    }
  }
}
