package dev.facet.query.text.odata;

import dev.facet.query.text.odata.Expression.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that rows have. */
public final class Schema {
  private final Map<String, ValueType> fields = new LinkedHashMap<>();

  /** This with one more field; used while the schema is made. */
  public Schema with(String name, ValueType type) {
    fields.put(name, type);
    return this;
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The names of the fields, in the order they were given. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name)).map(type -> new Field(name, type));
  }
}
