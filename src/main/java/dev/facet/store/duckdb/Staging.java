package dev.facet.store.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows by way of a temporary table that has only the columns these rows fill. Measured: a
 * third less processor time than a spooled JSON file, and unlike appending to the table itself it
 * does not pay for every column that stays null.
 *
 * @param into the quoted name of the table
 */
record Staging(DuckDBConnection connection, String into, List<StoredColumn> columns) {
  private static final String TABLE = "staging";

  void insert(List<List<@Nullable Object>> rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE " + TABLE + " (" + definitions() + ")");
      fill(rows);
      String names = columns.stream().map(StoredColumn::name).collect(Collectors.joining(", "));
      statement.execute(
          "INSERT INTO " + into + " (" + names + ") SELECT " + names + " FROM " + TABLE);
      statement.execute("DROP TABLE " + TABLE);
    }
  }

  private String definitions() {
    return columns.stream()
        .map(column -> column.name() + " " + column.type())
        .collect(Collectors.joining(", "));
  }

  private void fill(List<List<@Nullable Object>> rows) throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("temp", "main", TABLE)) {
      for (List<@Nullable Object> row : rows) {
        appender.beginRow();
        for (StoredColumn column : columns) {
          append(appender, column.read().apply(row));
        }
        appender.endRow();
      }
    }
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String text -> appender.append(text);
      case Long number -> appender.append(number.longValue());
      case Double number -> appender.append(number.doubleValue());
      case Boolean bool -> appender.append(bool.booleanValue());
      case UUID uuid -> appender.append(uuid);
      case Map<?, ?> map -> appender.append(map);
      case Collection<?> list -> appender.append(list);
      default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
    }
  }
}
