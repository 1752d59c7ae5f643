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
