package dev.facet.store.duckdb;

import dev.facet.dataset.Dataset;
import dev.facet.dataset.Datasets;
import dev.facet.store.duckdb.Layout.Place;
import dev.facet.store.duckdb.Layout.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of a project in parts, read through a view. Events come in to the newest part in
 * the order they arrive. A part that has grown enough is closed by a new one, and later moved into
 * the sorted part, by name and time: then a question about one event skips most of the others.
 *
 * <p>Everything happens within the connection's open transaction, and the view is changed together
 * with what it shows: a reader sees each row once, and a crash leaves all as it was before.
 */
record Parts(Connection connection, Place place) {
  /** The number of the part that holds rows in order. */
  static final int SORTED = 0;

  /** About as many rows are sorted at a time as the engine keeps and skips together. */
  private static final long RANGE = 122_880;

  /** Whether a dataset's rows are kept in parts. */
  static boolean areMadeOf(Dataset dataset) {
    return dataset.equals(Datasets.EVENTS);
  }

  /** Makes a view of parts that are there. */
  void show(Stored table) throws SQLException {
    String parts =
        table.tables(place).stream()
            .map(part -> "FROM " + part)
            .collect(Collectors.joining(" UNION ALL BY NAME "));
    execute("CREATE OR REPLACE VIEW " + place.table() + " AS " + parts);
  }

  /** How many rows the newest part has. */
  long newest(Stored table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table.newest(place))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Begins a new newest part. */
  Stored close(Stored table) throws SQLException {
    List<Integer> parts = new ArrayList<>(table.parts());
    parts.add(parts.getLast() + 1);
    Stored changed = table.with(parts);
    execute(
        "CREATE TABLE " + changed.newest(place) + " AS FROM " + table.newest(place) + " LIMIT 0");
    Registry.addPart(connection, place, parts.getLast());
    show(changed);
    return changed;
  }

  /** The parts that are closed and not in order, the oldest first. */
  static List<Integer> closed(Stored table) {
    List<Integer> parts = table.parts();
    return parts.isEmpty()
        ? List.of()
        : parts.subList(parts.contains(SORTED) ? 1 : 0, parts.size() - 1);
  }

  /** Moves the rows of a closed part into the sorted one. */
  Stored sort(Stored table, int closed) throws SQLException {
    List<Integer> parts = new ArrayList<>(table.parts());
    parts.remove((Integer) closed);
    if (!parts.contains(SORTED)) {
      parts.addFirst(SORTED);
      execute("CREATE TABLE " + place.part(SORTED) + " AS FROM " + place.part(closed) + " LIMIT 0");
      Registry.addPart(connection, place, SORTED);
    }
    List<@Nullable String> starts = starts(place.part(closed));
    for (int i = 0; i < starts.size(); i++) {
      move(closed, starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null);
    }
    Registry.removePart(connection, place, closed);
    Stored changed = table.with(parts);
    show(changed);
    execute("DROP TABLE " + place.part(closed));
    return changed;
  }

  /** The first names of ranges of events; null for the first of all, whatever it is. */
  private List<@Nullable String> starts(String part) throws SQLException {
    List<@Nullable String> starts = new ArrayList<>();
    long rows = RANGE;
    try (Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery(
                "SELECT event, count(*) FROM " + part + " GROUP BY 1 ORDER BY 1 NULLS FIRST")) {
      while (names.next()) {
        if (rows >= RANGE) {
          starts.add(starts.isEmpty() ? null : names.getString(1));
          rows = 0;
        }
        rows += names.getLong(2);
      }
    }
    return starts;
  }

  private void move(int closed, @Nullable String from, @Nullable String until) throws SQLException {
    List<String> bounds = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    if (from != null) {
      conditions.add("event >= ?");
      bounds.add(from);
    }
    if (until != null) {
      conditions.add(from == null ? "(event < ? OR event IS NULL)" : "event < ?");
      bounds.add(until);
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    String sql =
        "INSERT INTO "
            + place.part(SORTED)
            + " BY NAME SELECT * FROM "
            + place.part(closed)
            + where
            + " ORDER BY event, \"timestamp\"";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < bounds.size(); i++) {
        statement.setString(i + 1, bounds.get(i));
      }
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
