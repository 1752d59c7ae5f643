package dev.facet.store.duckdb;

import dev.facet.store.duckdb.Layout.Key;
import dev.facet.store.duckdb.Layout.Place;
import dev.facet.store.duckdb.Layout.Promoted;
import dev.facet.store.duckdb.Layout.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables in which the database keeps its position and layout. */
final class Registry {
  private Registry() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS meta AS SELECT 1 AS version, 0::BIGINT AS position");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS stored_tables"
              + " (project BIGINT, dataset VARCHAR, capacity INTEGER)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS stored_keys (project BIGINT, dataset VARCHAR,"
              + " column_name VARCHAR, key VARCHAR, number INTEGER, has_numbers BOOLEAN)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS project_positions (project BIGINT, position BIGINT)");
      // A store of an earlier release knows only how far all projects are.
      statement.execute(
          "INSERT INTO project_positions SELECT DISTINCT project, (SELECT position FROM meta)"
              + " FROM stored_tables"
              + " WHERE project NOT IN (SELECT project FROM project_positions)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS stored_parts"
              + " (project BIGINT, dataset VARCHAR, number INTEGER)");
      statement.execute(DuckDbDialect.TIME_MACRO);
      statement.execute(DuckDbDialect.BIN_MACRO);
      statement.execute(DuckDbFunctions.MONTHS_MACRO);
    }
  }

  static long position(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT position FROM meta")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  static void setPosition(Connection connection, long position) throws SQLException {
    update(connection, "UPDATE meta SET position = ?", position);
  }

  /** How far each project's data is. */
  static Map<Long, Long> positions(Connection connection) throws SQLException {
    Map<Long, Long> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT project, position FROM project_positions")) {
      while (rows.next()) {
        positions.put(rows.getLong(1), rows.getLong(2));
      }
    }
    return positions;
  }

  static void setPosition(Connection connection, long project, long position) throws SQLException {
    update(connection, "DELETE FROM project_positions WHERE project = ?", project);
    update(connection, "INSERT INTO project_positions VALUES (?, ?)", project, position);
  }

  static Layout layout(Connection connection) throws SQLException {
    Map<Place, Stored> tables = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT project, dataset, capacity FROM stored_tables")) {
      while (rows.next()) {
        Place place = new Place(rows.getLong(1), rows.getString(2));
        tables.put(
            place, new Stored(rows.getInt(3), keys(connection, place), parts(connection, place)));
      }
    }
    return new Layout(tables);
  }

  private static List<Integer> parts(Connection connection, Place place) throws SQLException {
    List<Integer> parts = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT number FROM stored_parts WHERE project = ? AND dataset = ? ORDER BY number")) {
      statement.setLong(1, place.project());
      statement.setString(2, place.dataset());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          parts.add(rows.getInt(1));
        }
      }
    }
    return parts;
  }

  private static Map<Key, Promoted> keys(Connection connection, Place place) throws SQLException {
    Map<Key, Promoted> keys = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name, key, number, has_numbers FROM stored_keys"
                + " WHERE project = ? AND dataset = ?")) {
      statement.setLong(1, place.project());
      statement.setString(2, place.dataset());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.put(
              new Key(rows.getString(1), rows.getString(2)),
              new Promoted(rows.getInt(3), rows.getBoolean(4)));
        }
      }
    }
    return keys;
  }

  static void addTable(Connection connection, Place place, int capacity) throws SQLException {
    update(
        connection,
        "INSERT INTO stored_tables VALUES (?, ?, ?)",
        place.project(),
        place.dataset(),
        capacity);
  }

  static void addPart(Connection connection, Place place, int number) throws SQLException {
    update(
        connection,
        "INSERT INTO stored_parts VALUES (?, ?, ?)",
        place.project(),
        place.dataset(),
        number);
  }

  static void removePart(Connection connection, Place place, int number) throws SQLException {
    update(
        connection,
        "DELETE FROM stored_parts WHERE project = ? AND dataset = ? AND number = ?",
        place.project(),
        place.dataset(),
        number);
  }

  static void addKey(Connection connection, Place place, Key key, Promoted promoted)
      throws SQLException {
    update(
        connection,
        "INSERT INTO stored_keys VALUES (?, ?, ?, ?, ?, ?)",
        place.project(),
        place.dataset(),
        key.column(),
        key.name(),
        promoted.number(),
        promoted.hasNumbers());
  }

  static void setHasNumbers(Connection connection, Place place, Promoted promoted)
      throws SQLException {
    update(
        connection,
        "UPDATE stored_keys SET has_numbers = TRUE"
            + " WHERE project = ? AND dataset = ? AND number = ?",
        place.project(),
        place.dataset(),
        promoted.number());
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
