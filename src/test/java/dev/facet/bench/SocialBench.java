package dev.facet.bench;

import dev.facet.form.QueryForm;
import dev.facet.model.Micros;
import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.store.duckdb.ByHand;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reports about posts, clicks and profiles as the planner writes them against the best SQL by hand,
 * over the same tables, threads and memory limit, in turns and planned anew each time. Arguments: a
 * directory that {@link SocialLoad} filled, rounds, and {@code -v} to see each query's plan with
 * times.
 */
public final class SocialBench {
  private static final int WARM_UP = 5;
  private static final LocalDate TODAY = SocialLoad.START.plusDays(SocialLoad.DAYS - 1);
  private static final Instant NOW = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
  private static final Definitions DEFINITIONS =
      new Definitions(ZoneOffset.UTC, DayOfWeek.MONDAY, Filter.ALL);

  private final DuckDbStore store;
  private final Connection connection;
  private final Statement hand;
  private final int rounds;

  private SocialBench(DuckDbStore store, Connection connection, Statement hand, int rounds) {
    this.store = store;
    this.connection = connection;
    this.hand = hand;
    this.rounds = rounds;
  }

  /** A question and the ways to write it by hand. */
  private record Pair(String name, String query, List<String> byHand) {}

  public static void main(String[] args) throws SQLException {
    Path directory = Path.of(args[0]);
    boolean verbose = args.length > 2 && args[2].equals("-v");
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT);
        Connection connection = ByHand.connect(directory, DuckDbSettings.DEFAULT);
        Statement hand = connection.createStatement()) {
      SocialBench bench = new SocialBench(store, connection, hand, Integer.parseInt(args[1]));
      for (Pair pair : pairs(new SocialSql(connection))) {
        bench.compare(pair, verbose);
      }
      say("resident %d MB, at most %d MB", Memory.resident(), Memory.most());
    }
  }

  private static long micros(int daysAgo) {
    return Micros.of(TODAY.minusDays(daysAgo).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static List<Pair> pairs(SocialSql sql) {
    String figures = "\"metrics\": [\"impressions\", \"engagements\", \"clicks\"]";
    long until = micros(-1);
    return List.of(
        new Pair(
            "posts by network, 30 days",
            report("posts", "network", figures, 30),
            sql.posts("platform", micros(30), until, TODAY)),
        new Pair(
            "posts by network, all year",
            report("posts", "network", figures, 400),
            sql.posts("platform", micros(400), until, TODAY)),
        new Pair(
            "posts by day, 90 days",
            report("posts", "date", figures, 90),
            sql.posts(SocialSql.day("published_at"), micros(90), until, TODAY)),
        new Pair(
            "posts by campaign, one network, 30 days",
            report(
                "posts",
                "campaign",
                figures
                    + ", \"filters\": [{\"field\": \"network\", \"operator\": \"in\", \"values\": [\"linkedin\"]}]",
                30),
            sql.posts("campaign", micros(30), until, TODAY, "platform = 'linkedin'")),
        new Pair(
            "how many posts by network, 30 days",
            report("posts", "network", "\"metrics\": [\"posts\"]", 30),
            sql.count("platform", micros(30), until)),
        new Pair(
            "clicks by day, 30 days",
            report(
                "clicks",
                "date",
                "\"metrics\": [\"clicks\", \"conversions\", \"unique_visitors\"]",
                30),
            sql.clicks(SocialSql.day("at"), micros(30), until)),
        new Pair(
            "clicks by country, all year",
            report(
                "clicks",
                "geo_country",
                "\"metrics\": [\"clicks\", \"conversions\", \"unique_visitors\"]",
                400),
            sql.clicks("geo_country", micros(400), until)),
        new Pair(
            "followers by network, 30 days",
            report(
                "profile_snapshots",
                "network",
                "\"metrics\": [\"followers\", \"followers_added\"]",
                30),
            sql.followers(TODAY.minusDays(30), TODAY)));
  }

  private static String report(String dataset, String dimension, String rest, int days) {
    return "{\"kind\": \"ReportQuery\", \"dataset\": \"%s\", \"dimensions\": [\"%s\"], %s, \"date_range\": {\"date_from\": \"-%dd\"}}"
        .formatted(dataset, dimension, rest, days);
  }

  private Planned planned(String query) {
    return Planner.plan(
        QueryForm.read(dev.facet.catalog.Json.read(query), "query"), DEFINITIONS, NOW, null);
  }

  private void compare(Pair pair, boolean verbose) throws SQLException {
    if (verbose) {
      analyze(pair);
    }
    List<double[]> times = new ArrayList<>();
    for (int way = 0; way <= pair.byHand().size(); way++) {
      times.add(new double[rounds]);
    }
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int way = 0; way < times.size(); way++) {
        long started = System.nanoTime();
        if (way == 0) {
          Planned planned = planned(pair.query());
          Table rows = planned.shape().apply(store.run(1, planned.plan()));
          assert !rows.rows().isEmpty();
        } else {
          drain(pair.byHand().get(way - 1));
        }
        if (round >= 0) {
          times.get(way)[round] = (System.nanoTime() - started) / 1e6;
        }
      }
    }
    double[] medians = times.stream().mapToDouble(SocialBench::median).toArray();
    say(
        "%-42s ratio %.2f  planned %.1f ms  by hand %s",
        pair.name(),
        medians[0] / Arrays.stream(medians).skip(1).min().orElseThrow(),
        medians[0],
        Arrays.stream(medians)
            .skip(1)
            .mapToObj(millis -> String.format(Locale.ROOT, "%.1f", millis))
            .toList());
  }

  private void drain(String sql) throws SQLException {
    try (ResultSet rows = hand.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        rows.getObject(columns);
      }
    }
  }

  /** What both ways find, and where the time of the planner's way goes. */
  private void analyze(Pair pair) throws SQLException {
    Planned planned = planned(pair.query());
    Table rows = planned.shape().apply(store.run(1, planned.plan()));
    say("%s", rows.rows().subList(0, Math.min(3, rows.rows().size())));
    for (String sql : pair.byHand()) {
      try (ResultSet found = hand.executeQuery(sql + " ORDER BY 2 DESC LIMIT 3")) {
        while (found.next()) {
          say("  %s %s", found.getString(1), found.getString(2));
        }
      }
    }
    say("%s", store.explain(1, planned.plan()).text());
    say("%s", ByHand.analyzed(connection, store, planned.plan()));
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void say(String format, @Nullable Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
