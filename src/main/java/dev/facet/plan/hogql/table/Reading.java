package dev.facet.plan.hogql.table;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import dev.facet.plan.hogql.table.Schema.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table in FROM under the name it has there. Remembers which fields are read, and gives rows that
 * have these and no others; no two readings share a column.
 */
public final class Reading {
  private final String name;
  private final Schema schema;
  private final @Nullable String prefix;
  private final Map<String, Expression> read = new LinkedHashMap<>();

  /** A table whose columns keep the names that the schema's rows have. */
  public Reading(String name, Schema schema) {
    this.name = name;
    this.schema = schema;
    this.prefix = null;
  }

  public Reading(String name, Schema schema, String prefix) {
    this.name = name;
    this.schema = schema;
    this.prefix = prefix;
  }

  /** What the statement calls the table. */
  public String name() {
    return name;
  }

  public Schema schema() {
    return schema;
  }

  /** Whether its columns keep the names that the schema's rows have. */
  public boolean isPlain() {
    return prefix == null;
  }

  /** Whether a column is one of this table's. */
  public boolean owns(String column) {
    return prefix != null && column.startsWith(prefix);
  }

  /** What a name that begins in this table means, as a column of {@link #plan}. */
  public Optional<Field> find(List<String> path) {
    return schema
        .field(path)
        .map(field -> new Field(field.key(), column(field), field.length(), field.owner()));
  }

  /** A value over the rows of the schema, as a column of {@link #plan}. */
  public Expression value(String key, Expression value) {
    return column(new Field(key, value));
  }

  private Expression column(Field field) {
    if (prefix == null) {
      return field.value();
    }
    read.putIfAbsent(field.key(), field.value());
    return new Expression.Reference(prefix + field.key(), field.value().type());
  }

  /** The rows with all fields that were looked up until now. */
  public Plan plan() {
    List<Plan.Named> named = new ArrayList<>();
    read.forEach((key, value) -> named.add(new Plan.Named(prefix + key, value)));
    return new Plan.Project(schema.rows(read.values()), named);
  }
}
