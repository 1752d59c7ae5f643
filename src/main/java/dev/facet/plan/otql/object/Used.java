package dev.facet.plan.otql.object;

import dev.facet.dataset.object.ObjectLink;
import dev.facet.dataset.object.ObjectType;
import dev.facet.query.otql.Condition;
import dev.facet.query.otql.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the objects of one type.
 *
 * @param columns beside those of the fields
 */
public record Used(ObjectType type, Set<String> fields, Set<String> columns) {

  public Used(ObjectType type) {
    this(type, new HashSet<>(), new TreeSet<>());
  }

  public Used field(String field) {
    fields.add(field);
    return this;
  }

  public Used fields(List<String> more) {
    fields.addAll(more);
    return this;
  }

  public Used link(ObjectLink link) {
    columns.addAll(link.on());
    return this;
  }

  public Used columns(List<String> more) {
    columns.addAll(more);
    return this;
  }

  /** What a condition about the objects reads. */
  public Used condition(@Nullable Condition condition) {
    switch (condition) {
      case null -> {}
      case Condition.All(List<Condition> parts) -> parts.forEach(this::condition);
      case Condition.Any(List<Condition> parts) -> parts.forEach(this::condition);
      case Condition.Not(Condition inner) -> condition(inner);
      case Condition.Linked linked -> type.link(linked.link().text()).ifPresent(this::link);
      case Condition.Scored scored -> field(scored.field());
      case Condition.Call called -> field(called.field());
      case Condition.Compare compared -> field(compared.field());
      case Condition.In in -> field(in.field());
    }
    return this;
  }

  private void field(Name name) {
    fields.add(name.text());
  }
}
