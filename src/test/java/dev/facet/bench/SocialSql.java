package dev.facet.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The best SQL for reports about posts and clicks that was found by hand. */
final class SocialSql {
  private final Map<String, Integer> columns = new HashMap<>();

  SocialSql(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT key, number FROM stored_keys WHERE project = 1"
                    + " AND dataset IN ('post_snapshots', 'profile_snapshots')")) {
      while (rows.next()) {
        columns.put(rows.getString(1), rows.getInt(2));
      }
    }
  }

  private String number(String key) {
    return "n" + columns.get(key);
  }

  /** The day of a time, in UTC. */
  static String day(String column) {
    return "\"" + column + "\" // 86400000000";
  }

  /** Impressions, engagements and clicks of posts, each with its newest snapshot until today. */
  List<String> posts(String key, long from, long until, LocalDate today, String... filters) {
    String chosen =
        "WITH p AS MATERIALIZED (SELECT post_id, %s AS k FROM posts_1 WHERE published_at >= %d AND published_at < %d%s)"
            .formatted(key, from, until, filters.length == 0 ? "" : " AND " + filters[0]);
    String clicks =
        ", c AS (SELECT post_id, count(*) AS clicks FROM clicks_1"
            + " WHERE post_id IN (SELECT post_id FROM p) GROUP BY 1)";
    String shown =
        " SELECT k, sum(seen), sum(acted) + sum(clicks), sum(clicks) FROM p"
            + " LEFT JOIN s USING (post_id) LEFT JOIN c USING (post_id) GROUP BY 1";
    String due =
        " FROM post_snapshots_1 WHERE date <= '%s' AND post_id IN (SELECT post_id FROM p)"
            .formatted(today);
    String seen = "coalesce(%s, %s)".formatted(number("impressions"), number("views"));
    String acted =
        "coalesce(%s, 0) + coalesce(%s, %s, 0) + coalesce(%s, coalesce(%s, 0) + coalesce(%s, 0))"
            .formatted(
                number("likes"),
                number("comments"),
                number("replies"),
                number("shares"),
                number("reposts"),
                number("quotes"));
    String byValue =
        ", s AS (SELECT post_id, m.seen AS seen, m.acted AS acted FROM (SELECT post_id,"
            + " arg_max({seen: %s, acted: %s}, date) AS m".formatted(seen, acted)
            + due
            + " GROUP BY 1))";
    String byPlace =
        ", s AS (SELECT post_id, %s AS seen, %s AS acted".formatted(seen, acted)
            + due
            + " QUALIFY row_number() OVER (PARTITION BY post_id ORDER BY date DESC) = 1)";
    String byDate =
        ", d AS (SELECT post_id, max(date) AS date"
            + due
            + " GROUP BY 1), s AS (SELECT post_id, %s AS seen, %s AS acted".formatted(seen, acted)
            + " FROM post_snapshots_1 JOIN d USING (post_id, date))";
    String bySingles =
        ", s AS (SELECT post_id, arg_max_null(%s, date) AS seen, arg_max(%s, date) AS acted"
                .formatted(seen, acted)
            + due
            + " GROUP BY 1)";
    return List.of(
        chosen + byValue + clicks + shown,
        chosen + byPlace + clicks + shown,
        chosen + byDate + clicks + shown,
        chosen + bySingles + clicks + shown);
  }

  /** How many posts. */
  List<String> count(String key, long from, long until) {
    return List.of(
        "SELECT %s, count(*) FROM posts_1 WHERE published_at >= %d AND published_at < %d GROUP BY 1"
            .formatted(key, from, until));
  }

  /** Clicks, conversions and different visitors. */
  List<String> clicks(String key, long from, long until) {
    String rows =
        " FROM clicks_1 WHERE \"at\" >= %d AND \"at\" < %d GROUP BY 1".formatted(from, until);
    return List.of(
        "SELECT %s, count(*), count(converted_at), count(DISTINCT visitor_id)".formatted(key)
            + rows);
  }

  /** The last followers of each profile in the dates, and by how many they became more. */
  List<String> followers(LocalDate from, LocalDate to) {
    String rows = " FROM profile_snapshots_1 WHERE %s IS NOT NULL".formatted(number("followers"));
    return List.of(
        "WITH b AS (SELECT profile, platform, arg_max(%s, date) AS base"
                .formatted(number("followers"))
            + rows
            + " AND date < '%s' GROUP BY 1, 2)".formatted(from)
            + ", p AS (SELECT profile, platform, %s AS f".formatted(number("followers"))
            + ", lag(f) OVER (PARTITION BY profile, platform ORDER BY date) AS previous"
            + ", row_number() OVER (PARTITION BY profile, platform ORDER BY date DESC) AS place"
            + rows
            + " AND date >= '%s' AND date <= '%s')".formatted(from, to)
            + " SELECT platform, sum(f) FILTER (place = 1), sum(f - coalesce(previous, base))"
            + " FROM p LEFT JOIN b USING (profile, platform) GROUP BY 1");
  }
}
