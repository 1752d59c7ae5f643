package dev.facet.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The best SQL for each question that was found by hand, over the tables as they are. */
final class HandWritten {
  private static final String DAY =
      "(timestamp - %d) // 86400000000".formatted(Questions.FROM_MICROS);
  private final Map<String, Integer> columns = new HashMap<>();

  HandWritten(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT key, number FROM stored_keys WHERE project = 1 AND dataset = 'events'")) {
      while (rows.next()) {
        columns.put(rows.getString(1), rows.getInt(2));
      }
    }
  }

  String text(String key) {
    return "p" + columns.get(key);
  }

  String number(String key) {
    return "n" + columns.get(key);
  }

  private static String where(String event) {
    return " FROM events_1 WHERE event = '%s' AND timestamp >= %d AND timestamp < %d"
        .formatted(event, Questions.FROM_MICROS, Questions.UNTIL_MICROS);
  }

  private static String with(String filter) {
    return filter.isEmpty() ? "" : " AND " + filter;
  }

  /** An aggregate by day. */
  static List<String> daily(String aggregate, String event, String filter) {
    return List.of(
        "SELECT " + DAY + " AS day, " + aggregate + where(event) + with(filter) + " GROUP BY 1");
  }

  /** An aggregate of all days. */
  static List<String> total(String aggregate, String event, String filter) {
    return List.of("SELECT " + aggregate + where(event) + with(filter));
  }

  /** The 50 most frequent values of a column. */
  static List<String> most(String column, String event) {
    return List.of(
        "SELECT "
            + column
            + ", count(*) AS n"
            + where(event)
            + " GROUP BY 1 ORDER BY n DESC, 1 LIMIT 50");
  }

  /** Distinct persons by day: as such, and as a set that is counted. */
  static List<String> dailyPersons(String event, String filter) {
    String rows = where(event) + with(filter);
    return List.of(
        "SELECT " + DAY + " AS day, count(DISTINCT person)" + rows + " GROUP BY 1",
        "SELECT day, count(*) FROM (SELECT DISTINCT "
            + DAY
            + " AS day, person"
            + rows
            + ") GROUP BY 1",
        "SELECT day, count(*) FROM (SELECT "
            + DAY
            + " AS day, person"
            + rows
            + " GROUP BY 1, 2) GROUP BY 1");
  }

  /** The 25 largest values of a column and the rest as one, by day unless {@code total}. */
  static List<String> largest(String column, String event, String filter, boolean total) {
    String day = total ? "0" : DAY;
    String counts =
        "SELECT "
            + day
            + " AS day, "
            + column
            + " AS value, count(*) AS n"
            + where(event)
            + with(filter)
            + " GROUP BY ALL";
    return List.of(
        "WITH counts AS MATERIALIZED ("
            + counts
            + "), kept AS (SELECT value FROM counts GROUP BY 1 ORDER BY sum(n) DESC LIMIT 25)"
            + " SELECT day, CASE WHEN value IN (FROM kept) THEN value ELSE 'other' END, sum(n)"
            + " FROM counts GROUP BY ALL");
  }

  /** The same of distinct persons: in one pass over the events, and in two. */
  static List<String> largestOfPersons(String column, String event) {
    String rows = where(event);
    String kept =
        "kept AS MATERIALIZED (SELECT value FROM (SELECT "
            + column
            + " AS value, count(DISTINCT person) AS n"
            + rows
            + " GROUP BY 1) ORDER BY n DESC LIMIT 25)";
    return List.of(
        "WITH "
            + kept
            + " SELECT "
            + DAY
            + " AS day, CASE WHEN "
            + column
            + " IN (FROM kept) THEN "
            + column
            + " ELSE 'other' END AS value, count(DISTINCT person)"
            + rows
            + " GROUP BY ALL",
        "WITH "
            + kept
            + " SELECT day, value, count(*) FROM (SELECT DISTINCT "
            + DAY
            + " AS day, CASE WHEN "
            + column
            + " IN (FROM kept) THEN "
            + column
            + " ELSE 'other' END AS value, person"
            + rows
            + ") GROUP BY ALL",
        "WITH sets AS MATERIALIZED (SELECT DISTINCT "
            + DAY
            + " AS day, "
            + column
            + " AS value, person"
            + rows
            + "), kept AS MATERIALIZED (SELECT value FROM sets GROUP BY 1"
            + " ORDER BY count(DISTINCT person) DESC LIMIT 25)"
            + " SELECT day, CASE WHEN value IN (FROM kept) THEN value ELSE 'other' END AS value,"
            + " count(DISTINCT person) FROM sets GROUP BY ALL");
  }

  /**
   * Sessions and their users by the day they began at and the first value of a property, 100 rows:
   * of all sessions there are, and of those of persons who were seen in the month.
   */
  List<String> activities(String key) {
    String session = text("$session_id");
    String value = text(key);
    String whole =
        "SELECT person, %s AS session, min(timestamp) AS began, arg_min(%s, timestamp) AS value"
            .formatted(session, value);
    String month =
        "timestamp >= %d AND timestamp < %d"
            .formatted(Questions.FROM_MICROS, Questions.UNTIL_MICROS);
    String counted =
        "SELECT (began - %d) // 86400000000 AS day, value, count(*), count(DISTINCT person)"
                .formatted(Questions.FROM_MICROS)
            + " FROM sessions WHERE began >= %d AND began < %d AND value IS NOT NULL"
                .formatted(Questions.FROM_MICROS, Questions.UNTIL_MICROS)
            + " GROUP BY ALL ORDER BY 1, 2 LIMIT 100";
    String all =
        "WITH sessions AS (%s FROM events_1 WHERE %s IS NOT NULL GROUP BY ALL) %s"
            .formatted(whole, session, counted);
    String ofPersonsSeen =
        ("WITH sessions AS (%s FROM events_1 WHERE %s IS NOT NULL"
                + " AND person IN (SELECT person FROM events_1 WHERE %s) GROUP BY ALL) %s")
            .formatted(whole, session, month, counted);
    return List.of(all, ofPersonsSeen);
  }

  /** Five weeks of cohorts: as sets that are joined, and as one set of bits a person. */
  static List<String> weekly(String target, String returning) {
    // The week (from Sunday) of the last day is the last of five.
    long first = Questions.FROM_MICROS - 86_400_000_000L;
    String week = "(timestamp - %d) // 604800000000".formatted(first);
    String time =
        "timestamp >= %d AND timestamp < %d".formatted(first, first + 5 * 604_800_000_000L);
    String sets =
        "WITH a AS MATERIALIZED (SELECT DISTINCT person, "
            + week
            + " AS w FROM events_1 WHERE event = '"
            + target
            + "' AND "
            + time
            + "), b AS MATERIALIZED ("
            + (target.equals(returning)
                ? "FROM a"
                : "SELECT DISTINCT person, "
                    + week
                    + " AS w FROM events_1 WHERE event = '"
                    + returning
                    + "' AND "
                    + time)
            + ") SELECT w, 0 AS i, count(*) FROM a GROUP BY 1"
            + " UNION ALL SELECT a.w, b.w - a.w, count(*) FROM a JOIN b USING (person)"
            + " WHERE b.w > a.w GROUP BY 1, 2";
    String bits =
        "WITH p AS MATERIALIZED (SELECT bit_or(CASE WHEN event = '"
            + target
            + "' THEN 1 << ("
            + week
            + ") ELSE 0 END) AS a, bit_or(CASE WHEN event = '"
            + returning
            + "' THEN 1 << ("
            + week
            + ") ELSE 0 END) AS b FROM events_1 WHERE event IN ('"
            + target
            + "', '"
            + returning
            + "') AND "
            + time
            + " GROUP BY person), m AS MATERIALIZED (SELECT a, b, count(*) AS n FROM p GROUP BY 1, 2)"
            + " SELECT i.range AS w, j.range - i.range, sum(n) FROM m, range(5) i, range(5) j"
            + " WHERE (a >> i.range) & 1 = 1 AND j.range >= i.range"
            + " AND (j.range = i.range OR (b >> j.range) & 1 = 1) GROUP BY ALL";
    return List.of(sets, bits);
  }

  /**
   * How many persons get to each of three steps within two weeks, with the mean and the median of
   * the time between: the latest first step an event can follow, found by windows.
   */
  static List<String> funnel(String first, String second, String third) {
    long window = 14 * 86_400_000_000L;
    String over = " OVER (PARTITION BY person ORDER BY timestamp ROWS UNBOUNDED PRECEDING)";
    String steps =
        "SELECT person, timestamp, CASE event WHEN '%s' THEN 0 WHEN '%s' THEN 1 ELSE 2 END AS step"
                .formatted(first, second)
            + " FROM events_1 WHERE event IN ('%s', '%s', '%s')".formatted(first, second, third)
            + " AND timestamp >= %d AND timestamp < %d"
                .formatted(Questions.FROM_MICROS, Questions.UNTIL_MICROS);
    String one =
        "SELECT *, max(CASE WHEN step = 0 THEN timestamp END)"
            + over
            + " AS a FROM ("
            + steps
            + ")";
    String two =
        "SELECT *, max(CASE WHEN step = 1 AND timestamp - a <= "
            + window
            + " THEN a END)"
            + over
            + " AS b, max(CASE WHEN step = 1 AND timestamp - a <= "
            + window
            + " THEN timestamp END)"
            + over
            + " AS bt FROM ("
            + one
            + ")";
    String levels =
        "SELECT person, max(CASE WHEN step = 2 AND timestamp - b <= "
            + window
            + " THEN 3 WHEN step = 1 AND timestamp - a <= "
            + window
            + " THEN 2 WHEN step = 0 THEN 1 END) AS level,"
            + " min(CASE WHEN step = 1 AND timestamp - a <= "
            + window
            + " THEN timestamp - a END) AS t1,"
            + " min(CASE WHEN step = 2 AND timestamp - b <= "
            + window
            + " THEN timestamp - bt END) AS t2 FROM ("
            + two
            + ") GROUP BY person";
    return List.of(
        "SELECT level, count(*), avg(t1), median(t1), avg(t2), median(t2) FROM ("
            + levels
            + ") WHERE level IS NOT NULL GROUP BY 1");
  }
}
