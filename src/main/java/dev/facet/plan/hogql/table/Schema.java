package dev.facet.plan.hogql.table;

import dev.facet.plan.Expression;
import dev.facet.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a table offers to be read. */
public interface Schema {

  /** What a name that begins in this table means. */
  Optional<Field> field(List<String> path);

  /** The columns that {@code *} stands for. */
  List<String> columns();

  /** Further names that {@link #field} knows, for people who misspell one. */
  default List<String> more() {
    return List.of();
  }

  /** What can follow one of the further names. */
  default List<String> members(String name) {
    return List.of("id", "properties", "created_at", "distinct_id", "person_id");
  }

  /** Its rows, with all columns that these values of fields read. */
  Plan rows(Collection<Expression> read);

  /**
   * What the beginning of a dotted name means in a table.
   *
   * @param key tells it from the other fields of the table
   * @param value over the rows of the table's schema
   * @param length how many parts of the name it takes
   * @param owner whose properties they are, as property types are filed, null when it is no object
   *     of properties or nobody knows
   */
  record Field(String key, Expression value, int length, @Nullable String owner) {
    public Field(String key, Expression value) {
      this(key, value, 1, null);
    }
  }
}
