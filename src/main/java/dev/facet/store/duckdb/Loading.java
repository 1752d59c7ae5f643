package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.store.Batch;
import dev.facet.store.Batch.Change;
import dev.facet.store.Repeats;
import dev.facet.store.duckdb.Layout.Place;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Makes the changes of one batch within the connection's open transaction. */
final class Loading {
  private final DuckDBConnection connection;
  private final int promotedKeys;
  private final boolean mayChangeParts;
  private Layout layout;

  /** Rows that are there already have to change while some of them are being moved. */
  static final class PartsInMotion extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * @param mayChangeParts whether no rows move from part to part meanwhile: else a batch that only
   *     adds rows is loaded, and any other ends in {@link PartsInMotion}
   */
  Loading(DuckDBConnection connection, int promotedKeys, Layout layout, boolean mayChangeParts) {
    this.connection = connection;
    this.promotedKeys = promotedKeys;
    this.layout = layout;
    this.mayChangeParts = mayChangeParts;
  }

  /** Makes the changes and gives the layout they lead to. */
  Layout load(Batch batch) throws SQLException {
    Pending pending = new Pending();
    for (Change change : batch.changes()) {
      if (!pending.add(change)) {
        flush(pending);
        pending = new Pending();
        pending.add(change);
      }
    }
    flush(pending);
    Registry.setPosition(connection, batch.position());
    return layout;
  }

  private void flush(Pending pending) throws SQLException {
    for (Map.Entry<Long, Map<Long, Long>> merges : pending.merges().entrySet()) {
      merge(merges.getKey(), merges.getValue());
    }
    for (Pending.Rows rows : pending.rows()) {
      if (!rows.rows().isEmpty()) {
        put(rows);
      }
    }
  }

  private void merge(long project, Map<Long, Long> moves) throws SQLException {
    Object[] from = moves.keySet().toArray();
    Object[] into = moves.values().toArray();
    for (String events : tables(Place.of(project, Datasets.EVENTS))) {
      update(
          "UPDATE "
              + events
              + " SET person = m.into_person FROM (SELECT unnest(?::BIGINT[]) AS from_person,"
              + " unnest(?::BIGINT[]) AS into_person) m WHERE person = m.from_person",
          bigints(from),
          bigints(into));
    }
    for (String persons : tables(Place.of(project, Datasets.PERSONS))) {
      update(
          "DELETE FROM " + persons + " WHERE person IN (SELECT unnest(?::BIGINT[]))",
          bigints(from));
    }
    mergeMembers(project, bigints(from), bigints(into));
  }

  /** Who is in a cohort twice now stays in it once. */
  private void mergeMembers(long project, Array from, Array into) throws SQLException {
    Place members = Place.of(project, Datasets.COHORT_PEOPLE);
    if (layout.table(members) == null) {
      return;
    }
    String table = members.table();
    update(
        "INSERT INTO "
            + table
            + " (cohort_id, person) SELECT DISTINCT t.cohort_id, m.into_person FROM "
            + table
            + " t JOIN (SELECT unnest(?::BIGINT[]) AS from_person,"
            + " unnest(?::BIGINT[]) AS into_person) m ON t.person = m.from_person"
            + " WHERE (t.cohort_id, m.into_person) NOT IN (SELECT (cohort_id, person) FROM "
            + table
            + ")",
        from,
        into);
    update(
        "DELETE FROM "
            + table
            + " WHERE person IN (SELECT from_person FROM (SELECT unnest(?::BIGINT[]) AS from_person,"
            + " unnest(?::BIGINT[]) AS into_person) WHERE from_person <> into_person)",
        from,
        into);
  }

  /** The tables that hold the rows of a place, to be changed. */
  private List<String> tables(Place place) {
    Layout.Stored table = layout.table(place);
    if (table != null && !table.parts().isEmpty() && !mayChangeParts) {
      throw new PartsInMotion();
    }
    return table == null ? List.of() : table.tables(place);
  }

  private Array bigints(Object[] numbers) throws SQLException {
    return connection.createArrayOf("BIGINT", numbers);
  }

  private void put(Pending.Rows change) throws SQLException {
    Place place = Place.of(change.project(), change.dataset());
    boolean isNew = layout.table(place) == null;
    List<List<@Nullable Object>> rows = change.rows();
    if (!change.upsert()) {
      rows = withoutRepeats(place, change.dataset(), rows, isNew);
    } else if (!isNew) {
      deleteByKey(place, change.dataset(), rows);
    }
    if (!rows.isEmpty()) {
      Promotion promotion = promotion(place, change.dataset());
      layout = promotion.makeRoom(layout, rows);
      new Staging(connection, promotion.into(layout), promotion.columns(layout)).insert(rows);
    }
  }

  private Promotion promotion(Place place, Dataset dataset) {
    return new Promotion(connection, promotedKeys, place, dataset, mayChangeParts);
  }

  private List<List<@Nullable Object>> withoutRepeats(
      Place place, Dataset dataset, List<List<@Nullable Object>> rows, boolean isNew)
      throws SQLException {
    Repeats repeats = new Repeats(dataset);
    if (!isNew) {
      addPresent(repeats, place, dataset, rows);
    }
    List<List<@Nullable Object>> kept = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      if (repeats.isNew(row)) {
        kept.add(row);
      }
    }
    return kept;
  }

  /**
   * Tells which keys of the rows are in the table already, looking no further than repeats can be.
   */
  private void addPresent(
      Repeats repeats, Place place, Dataset dataset, List<List<@Nullable Object>> rows)
      throws SQLException {
    String time = dataset.time().isEmpty() ? "0::BIGINT" : "\"" + dataset.time() + "\"";
    String keys =
        dataset.key().stream().map(key -> plain(dataset, key)).collect(Collectors.joining(", "));
    String sql =
        "SELECT "
            + time
            + ", "
            + keys
            + " FROM "
            + place.table()
            + " WHERE "
            + time
            + " BETWEEN ? AND ? AND "
            + hasKey(dataset);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      long first = rows.stream().mapToLong(repeats::timeOf).min().orElse(0);
      long last = rows.stream().mapToLong(repeats::timeOf).max().orElse(0);
      statement.setLong(1, first - Repeats.WITHIN);
      statement.setLong(2, last + Repeats.WITHIN);
      bindKeys(statement, 3, dataset, rows);
      try (ResultSet present = statement.executeQuery()) {
        while (present.next()) {
          repeats.addPresent(key(present, dataset), present.getLong(1));
        }
      }
    }
  }

  private static List<@Nullable Object> key(ResultSet present, Dataset dataset)
      throws SQLException {
    List<@Nullable Object> key = new ArrayList<>();
    for (int i = 0; i < dataset.key().size(); i++) {
      key.add(present.getObject(i + 2));
    }
    return key;
  }

  private void deleteByKey(Place place, Dataset dataset, List<List<@Nullable Object>> rows)
      throws SQLException {
    for (String table : tables(place)) {
      String sql = "DELETE FROM " + table + " WHERE " + hasKey(dataset);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        bindKeys(statement, 1, dataset, rows);
        statement.executeUpdate();
      }
    }
  }

  /** A key column as it is in rows. */
  private static String plain(Dataset dataset, String key) {
    String name = "\"" + key + "\"";
    return StoredColumn.isUuid(dataset.column(key)) ? name + "::VARCHAR" : name;
  }

  /** Whether a row's key is among those bound by {@link #bindKeys}. */
  private static String hasKey(Dataset dataset) {
    List<String> names = dataset.key().stream().map(key -> "\"" + key + "\"").toList();
    List<String> arrays =
        dataset.key().stream()
            .map(key -> StoredColumn.own(dataset.column(key), 0).type())
            .map(
                type ->
                    type.equals("UUID")
                        ? "unnest(?::VARCHAR[]::UUID[])"
                        : "unnest(?::" + type + "[])")
            .toList();
    // Columns side by side: as one value each they would be compared with every row stored.
    String columns = String.join(", ", names);
    return (names.size() == 1 ? columns : "(" + columns + ")")
        + " IN (SELECT "
        + String.join(", ", arrays)
        + ")";
  }

  private void bindKeys(
      PreparedStatement statement, int first, Dataset dataset, List<List<@Nullable Object>> rows)
      throws SQLException {
    for (int i = 0; i < dataset.key().size(); i++) {
      int place = dataset.indexOf(dataset.key().get(i));
      String type = DuckDbDialect.physicalType(dataset.columns().get(place).type());
      @Nullable Object[] values = new @Nullable Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row).get(place);
      }
      statement.setArray(first + i, connection.createArrayOf(type, values));
    }
  }

  private void update(String sql, Array... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setArray(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
