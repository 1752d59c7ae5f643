package dev.facet.plan;

import dev.facet.model.Table;

/**
 * From the rows a store computed to the rows a reader sees: gaps filled, numbers named, rows
 * ordered.
 */
public interface Shape {

  /** The reader's table. */
  Table apply(Table rows);

  /**
   * What a reader is shown of that table: it may have a row more, which says that there are more.
   */
  default Table page(Table table) {
    return table;
  }
}
