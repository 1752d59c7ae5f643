package dev.facet.dataset;

import dev.facet.model.Column;
import java.util.List;

/**
 * A typed table that every project has one of. Rows are told apart by the {@code key} columns;
 * {@code time} names the column that says when a row happened, empty for rows that are states
 * rather than happenings.
 */
public record Dataset(String name, List<Column> columns, List<String> key, String time) {

  public Dataset {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The column of this name; a name that is not there is a bug of the caller. */
  public Column column(String column) {
    return columns.get(indexOf(column));
  }

  /** The place of the column in rows of this dataset. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Dataset " + name + " has no column " + column);
  }
}
