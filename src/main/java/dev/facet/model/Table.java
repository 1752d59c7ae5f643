package dev.facet.model;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typed columns and rows; every row has one value (or null) for each column, of the column's type.
 *
 * @param more whether there are further rows, beyond those asked for
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows, boolean more) {

  public Table(List<Column> columns, List<List<@Nullable Object>> rows) {
    this(columns, rows, false);
  }

  /** The same rows, with or without further ones. */
  public Table with(boolean further) {
    return new Table(columns, rows, further);
  }

  public Table {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(rows);
  }

  /** The place of a column in each row; a name that is not there is a bug of the caller. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No column " + column + " in " + columns);
  }

  /** Whether the table has a column of this name. */
  public boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }
}
