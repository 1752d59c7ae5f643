package dev.facet.store.duckdb;

import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.model.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of the database and where its values come from.
 *
 * @param name quoted
 * @param read from the rows of a batch: text, whole numbers, numbers, booleans, UUIDs, maps
 */
record StoredColumn(
    String name, String type, Function<List<@Nullable Object>, @Nullable Object> read) {

  /** A column of the dataset itself. */
  static StoredColumn own(Column column, int place) {
    String name = "\"" + column.name() + "\"";
    if (isUuid(column)) {
      return new StoredColumn(
          name, "UUID", row -> row.get(place) instanceof String id ? UUID.fromString(id) : null);
    }
    String type = DuckDbDialect.physicalType(column.type());
    return switch (column.type()) {
      case OBJECT, LIST ->
          new StoredColumn(
              name, type, row -> row.get(place) == null ? null : Values.json(row.get(place)));
      case NUMBER ->
          new StoredColumn(
              name, type, row -> row.get(place) instanceof Number n ? n.doubleValue() : null);
      case TEXT, INTEGER, TIME, BOOLEAN, DATE, TEXTS, NUMBERS, INTEGERS, BOOLEANS, TIMES, DATES ->
          new StoredColumn(name, type, row -> row.get(place));
    };
  }

  /** UUIDs take less than half the room of their text. */
  static boolean isUuid(Column column) {
    return column.type() == Type.TEXT && column.name().equals("uuid");
  }

  /** The values of a key as text. */
  static StoredColumn texts(Layout.Promoted promoted, String key, int place) {
    return new StoredColumn(
        promoted.text(), "VARCHAR", row -> Values.text(property(row.get(place), key)));
  }

  /** The values of a key that are numbers. */
  static StoredColumn numbers(Layout.Promoted promoted, String key, int place) {
    return new StoredColumn(
        promoted.numbers(), "DOUBLE", row -> Values.number(property(row.get(place), key)));
  }

  /** The values, as text, of all keys without columns. */
  static StoredColumn moreTexts(Layout.Stored table, String column, int place) {
    return new StoredColumn(
        Layout.moreTexts(column),
        "MAP(VARCHAR, VARCHAR)",
        row -> others(table, column, row.get(place), Values::text));
  }

  /** The values that are numbers, of all keys without columns. */
  static StoredColumn moreNumbers(Layout.Stored table, String column, int place) {
    return new StoredColumn(
        Layout.moreNumbers(column),
        "MAP(VARCHAR, DOUBLE)",
        row -> others(table, column, row.get(place), Values::number));
  }

  private static @Nullable Object others(
      Layout.Stored table,
      String column,
      @Nullable Object object,
      Function<@Nullable Object, ? extends @Nullable Object> read) {
    Map<String, Object> others = new HashMap<>();
    if (object instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        Object value = read.apply(entry.getValue());
        if (value != null && !table.keys().containsKey(new Layout.Key(column, key))) {
          others.put(key, value);
        }
      }
    }
    return others.isEmpty() ? null : others;
  }

  private static @Nullable Object property(@Nullable Object object, String key) {
    return object instanceof Map<?, ?> map ? map.get(key) : null;
  }
}
