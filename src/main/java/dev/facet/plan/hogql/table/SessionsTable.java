package dev.facet.plan.hogql.table;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.event.SessionRows;
import dev.facet.query.PropertyRef.SessionValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sessions}: a row for each session that events name. */
public record SessionsTable() implements Schema {

  static Expression reference(SessionValue value) {
    Type type =
        switch (value.kind()) {
          case TEXT -> Type.TEXT;
          case WHOLE -> Type.INTEGER;
          case FLAG -> Type.BOOLEAN;
          case TIME -> Type.TIME;
        };
    return new Expression.Reference(SessionRows.column(value), type);
  }

  @Override
  public Optional<Field> field(List<String> path) {
    String name = path.getFirst();
    if (name.equals("session_id") || name.equals("id")) {
      Expression id = new Expression.Reference(SessionRows.ID, Type.TEXT);
      return Optional.of(new Field("session_id", id));
    }
    return SessionValue.of(name)
        .map(value -> new Field(SessionRows.column(value), reference(value)));
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("session_id"));
    columns.addAll(SessionValue.keys());
    return columns;
  }

  @Override
  public Plan rows(Collection<Expression> read) {
    Set<SessionValue> values = EnumSet.noneOf(SessionValue.class);
    for (SessionValue value : SessionValue.values()) {
      if (read.contains(reference(value))) {
        values.add(value);
      }
    }
    return SessionRows.of(values);
  }
}
