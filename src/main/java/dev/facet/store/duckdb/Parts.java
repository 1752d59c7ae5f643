package dev.facet.store.duckdb;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows of a project in parts, read through a view. Rows come in to the newest part in the
 * order they arrive. A part that has grown enough is closed by a new one, and later moved into the
 * sorted part, in the dataset's {@link RowOrder}: then a question about one event or profile skips
 * most of the others.
 *
 * <p>Everything happens within the connection's open transaction, and the view is changed together
 * with what it shows: a reader sees each row once if a range is copied and cleared in one
 * transaction, and a crash leaves all as it was before.
 */
record Parts(Connection connection, Place place) {
  /** The number of the part that holds rows in order. */
  static final int SORTED = 0;

  /** About as many rows are sorted at a time as the engine keeps and skips together. */
  private static final long RANGE = 122_880;

  private RowOrder order() {
    return RowOrder.of(place.dataset()).orElseThrow();
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

  /** Makes the part that holds rows in order, when it is not there. */
  Stored begin(Stored table) throws SQLException {
    List<Integer> parts = new ArrayList<>(table.parts());
    if (parts.contains(SORTED)) {
      return table;
    }
    parts.addFirst(SORTED);
    Stored changed = table.with(parts);
    execute("CREATE TABLE " + place.part(SORTED) + " AS FROM " + table.newest(place) + " LIMIT 0");
    Registry.addPart(connection, place, SORTED);
    show(changed);
    return changed;
  }

  /** Forgets a closed part of which all rows have been moved. */
  Stored drop(Stored table, int closed) throws SQLException {
    List<Integer> parts = new ArrayList<>(table.parts());
    parts.remove((Integer) closed);
    Registry.removePart(connection, place, closed);
    Stored changed = table.with(parts);
    show(changed);
    execute("DROP TABLE " + place.part(closed));
    return changed;
  }

  /**
   * Ranges of a closed part's names, of some hundred thousand rows each.
   *
   * @param column the quoted one that holds the names
   * @param from the first name; null for the first of all, whatever it is
   * @param until the first name of the next range; null in the last one
   */
  record Range(String column, @Nullable String from, @Nullable String until) {
    private String where() {
      List<String> conditions = new ArrayList<>();
      if (from != null) {
        conditions.add(column + " >= ?");
      }
      if (until != null) {
        String below = column + " < ?";
        conditions.add(from == null ? "(" + below + " OR " + column + " IS NULL)" : below);
      }
      return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private List<String> bounds() {
      return Stream.of(from, until).flatMap(Stream::ofNullable).toList();
    }
  }

  List<Range> ranges(int closed) throws SQLException {
    List<@Nullable String> starts = starts(place.part(closed));
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      String until = i + 1 < starts.size() ? starts.get(i + 1) : null;
      ranges.add(new Range(order().first(), starts.get(i), until));
    }
    return ranges;
  }

  /** The first names of ranges of rows; null for the first of all, whatever it is. */
  private List<@Nullable String> starts(String part) throws SQLException {
    List<@Nullable String> starts = new ArrayList<>();
    long rows = RANGE;
    try (Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery(
                "SELECT "
                    + order().first()
                    + ", count(*) FROM "
                    + part
                    + " GROUP BY 1 ORDER BY 1 NULLS FIRST")) {
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

  /** Copies a range of a closed part into the sorted one. */
  void copy(int closed, Range range) throws SQLException {
    update(
        "INSERT INTO "
            + place.part(SORTED)
            + " BY NAME SELECT * FROM "
            + place.part(closed)
            + range.where()
            + " ORDER BY "
            + order().by(),
        range);
  }

  /** Takes a range out of a closed part. */
  void clear(int closed, Range range) throws SQLException {
    update("DELETE FROM " + place.part(closed) + range.where(), range);
  }

  private void update(String sql, Range range) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < range.bounds().size(); i++) {
        statement.setString(i + 1, range.bounds().get(i));
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
