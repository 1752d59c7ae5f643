package dev.facet.api.oktopost;

import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.model.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of a table, read by the names of its columns. */
record Cells(Table table, List<@Nullable Object> row) {

  /** All rows of a table. */
  static Stream<Cells> of(Table table) {
    return table.rows().stream().map(row -> new Cells(table, row));
  }

  /** The whole number that is all of a table; 0 when it is empty. */
  static long number(Table table) {
    boolean isThere = !table.rows().isEmpty();
    return isThere && table.rows().getFirst().getFirst() instanceof Long number ? number : 0;
  }

  /** A number; 0 for none. */
  double number(String column) {
    return value(column) instanceof Number number ? number.doubleValue() : 0;
  }

  @Nullable Object value(String column) {
    return row.get(table.indexOf(column));
  }

  String text(String column) {
    return OktopostWire.text(value(column));
  }

  String time(String column) {
    return OktopostWire.time(value(column));
  }
}
