package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import dev.facet.model.Column;
import dev.facet.model.Type;
import dev.facet.model.Values;
import dev.facet.store.duckdb.Layout.Key;
import dev.facet.store.duckdb.Layout.Place;
import dev.facet.store.duckdb.Layout.Promoted;
import dev.facet.store.duckdb.Layout.Stored;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Gives a table the columns that rows need: its own when it is new, and those of keys seen for the
 * first time. Rows stored before lacked the key, so null is what they have to say.
 */
final class Promotion {
  private final DuckDBConnection connection;
  private final int promotedKeys;
  private final Place place;
  private final Dataset dataset;
  private final boolean mayChangeParts;

  /** Keys of the rows at hand with a value, and whether one of the values is a number. */
  private final Map<Key, Boolean> seen = new LinkedHashMap<>();

  /**
   * @param mayChangeParts whether parts that are there may get columns
   */
  Promotion(
      DuckDBConnection connection,
      int promotedKeys,
      Place place,
      Dataset dataset,
      boolean mayChangeParts) {
    this.mayChangeParts = mayChangeParts;
    this.connection = connection;
    this.promotedKeys = promotedKeys;
    this.place = place;
    this.dataset = dataset;
  }

  /** Makes the table and columns that are missing; gives the layout that knows them. */
  Layout makeRoom(Layout layout, List<List<@Nullable Object>> rows) throws SQLException {
    look(rows);
    Stored before = layout.table(place);
    Stored table = before == null ? begun() : before;
    List<StoredColumn> added = new ArrayList<>();
    for (Map.Entry<Key, Boolean> entry : seen.entrySet()) {
      table = withKey(table, entry.getKey(), entry.getValue(), added);
    }
    if (before == null) {
      create(table, added);
    } else {
      add(table, added);
    }
    if (!table.parts().isEmpty() && (before == null || !added.isEmpty())) {
      new Parts(connection, place).show(table);
    }
    return layout.with(place, table);
  }

  private Stored begun() {
    List<Integer> parts =
        RowOrder.of(dataset).isPresent() ? List.of(Parts.SORTED + 1) : List.<Integer>of();
    return new Stored(promotedKeys, Map.of(), parts);
  }

  private void add(Stored table, List<StoredColumn> added) throws SQLException {
    if (!added.isEmpty() && !table.parts().isEmpty() && !mayChangeParts) {
      throw new Loading.PartsInMotion();
    }
    for (String part : table.tables(place)) {
      for (StoredColumn column : added) {
        execute("ALTER TABLE " + part + " ADD COLUMN " + definition(column));
      }
    }
  }

  private void look(List<List<@Nullable Object>> rows) {
    for (int i = 0; i < dataset.columns().size(); i++) {
      if (dataset.columns().get(i).type() == Type.OBJECT) {
        String column = dataset.columns().get(i).name();
        for (List<@Nullable Object> row : rows) {
          look(column, row.get(i));
        }
      }
    }
  }

  private void look(String column, @Nullable Object object) {
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (value != null) {
              look(new Key(column, String.valueOf(name)), value);
            }
          });
    }
  }

  private void look(Key key, Object value) {
    if (!seen.getOrDefault(key, false)) {
      seen.put(key, Values.number(value) != null);
    }
  }

  private Stored withKey(Stored table, Key key, boolean number, List<StoredColumn> added)
      throws SQLException {
    Promoted known = table.keys().get(key);
    if (known == null && !table.isFull()) {
      Promoted promoted = new Promoted(table.keys().size() + 1, number);
      added.add(StoredColumn.texts(promoted, key.name(), 0));
      if (number) {
        added.add(StoredColumn.numbers(promoted, key.name(), 0));
      }
      Registry.addKey(connection, place, key, promoted);
      return table.with(key, promoted);
    }
    if (known != null && number && !known.hasNumbers()) {
      Promoted promoted = new Promoted(known.number(), true);
      added.add(StoredColumn.numbers(promoted, key.name(), 0));
      Registry.setHasNumbers(connection, place, promoted);
      return table.with(key, promoted);
    }
    return table;
  }

  private void create(Stored table, List<StoredColumn> added) throws SQLException {
    List<String> definitions = new ArrayList<>();
    for (Column column : dataset.columns()) {
      definitions.add(definition(StoredColumn.own(column, 0)));
      if (column.type() == Type.OBJECT) {
        definitions.add(Layout.moreTexts(column.name()) + " MAP(VARCHAR, VARCHAR)");
        definitions.add(Layout.moreNumbers(column.name()) + " MAP(VARCHAR, DOUBLE)");
      }
    }
    added.forEach(column -> definitions.add(definition(column)));
    execute("CREATE TABLE " + table.newest(place) + " (" + String.join(", ", definitions) + ")");
    Registry.addTable(connection, place, promotedKeys);
    for (int part : table.parts()) {
      Registry.addPart(connection, place, part);
    }
  }

  private static String definition(StoredColumn column) {
    return column.name() + " " + column.type();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The quoted name of the table that new rows go to. */
  String into(Layout layout) {
    Stored table = layout.table(place);
    return table == null ? place.table() : table.newest(place);
  }

  /** The columns to fill for the rows looked at; all others of the table are null. */
  List<StoredColumn> columns(Layout layout) {
    Stored table = layout.table(place);
    List<StoredColumn> columns = new ArrayList<>();
    for (int i = 0; i < dataset.columns().size(); i++) {
      Column column = dataset.columns().get(i);
      columns.add(StoredColumn.own(column, i));
      if (column.type() == Type.OBJECT && table != null) {
        addKeys(columns, table, column.name(), i);
      }
    }
    return columns;
  }

  private void addKeys(List<StoredColumn> columns, Stored table, String column, int place) {
    boolean more = false;
    for (Map.Entry<Key, Boolean> entry : seen.entrySet()) {
      Key key = entry.getKey();
      Promoted promoted = table.keys().get(key);
      if (!key.column().equals(column)) {
        continue;
      }
      if (promoted == null) {
        more = true;
        continue;
      }
      columns.add(StoredColumn.texts(promoted, key.name(), place));
      if (entry.getValue()) {
        columns.add(StoredColumn.numbers(promoted, key.name(), place));
      }
    }
    if (more) {
      columns.add(StoredColumn.moreTexts(table, column, place));
      columns.add(StoredColumn.moreNumbers(table, column, place));
    }
  }
}
