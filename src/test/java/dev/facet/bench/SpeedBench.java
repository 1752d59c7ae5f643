package dev.facet.bench;

import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.Query;
import dev.facet.store.duckdb.ByHand;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Questions as the planner writes them against the best SQL by hand, over the same tables, threads
 * and memory limit, in turns. Arguments: a directory that {@link ShopLoad} filled, rounds, a part
 * of the names of those to compare, and {@code -v} to see each query's plan with times.
 */
public final class SpeedBench {
  private static final int WARM_UP = 20;

  private final DuckDbStore store;
  private final Statement hand;
  private final int rounds;

  private SpeedBench(DuckDbStore store, Statement hand, int rounds) {
    this.store = store;
    this.hand = hand;
    this.rounds = rounds;
  }

  /** A question and the ways to write it by hand. */
  private record Pair(String name, double goal, Query query, List<String> byHand) {}

  public static void main(String[] args) throws SQLException {
    Path directory = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    boolean verbose = args.length > 3 && args[3].equals("-v");
    String names = args.length > 2 ? args[2] : "";
    try (DuckDbStore store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT);
        Connection connection = ByHand.connect(directory, DuckDbSettings.DEFAULT);
        Statement hand = connection.createStatement()) {
      SpeedBench bench = new SpeedBench(store, hand, rounds);
      for (Pair pair : pairs(new HandWritten(connection))) {
        if (pair.name().contains(names)) {
          bench.compare(pair, verbose);
        }
      }
      say("resident %d MB, at most %d MB", Memory.resident(), Memory.most());
    }
  }

  private static List<Pair> pairs(HandWritten sql) {
    Measure count = new Measure.Count();
    Measure persons = new Measure.Persons();
    String most = "$pageview";
    String browser = sql.text("$browser");
    List<Pair> pairs = new ArrayList<>(otql(sql));
    pairs.addAll(
        List.of(
            new Pair(
                "daily trend",
                1.2,
                Questions.daily(Questions.series(most, count), Filter.ALL, null),
                HandWritten.daily("count(*)", most, "")),
            new Pair(
                "unique users by day",
                1.2,
                Questions.daily(Questions.series(most, persons), Filter.ALL, null),
                HandWritten.dailyPersons(most, "")),
            new Pair(
                "breakdown by browser",
                1.2,
                Questions.daily(
                    Questions.series(most, count), Filter.ALL, Questions.by("$browser")),
                HandWritten.largest(browser, most, "", false)),
            new Pair(
                "breakdown by path (2000 values)",
                1.2,
                Questions.daily(
                    Questions.series(most, count), Filter.ALL, Questions.by("$pathname")),
                HandWritten.largest(sql.text("$pathname"), most, "", false)),
            new Pair(
                "unique users by browser",
                1.2,
                Questions.daily(
                    Questions.series(most, persons), Filter.ALL, Questions.by("$browser")),
                HandWritten.largestOfPersons(browser, most)),
            new Pair(
                "funnel of three steps",
                1.5,
                Questions.funnel("product_viewed", "added_to_cart", "order_completed"),
                HandWritten.funnel("product_viewed", "added_to_cart", "order_completed")),
            new Pair(
                "weekly retention",
                1.5,
                Questions.weekly(most, most),
                HandWritten.weekly(most, most)),
            new Pair(
                "weekly retention, other event",
                1.5,
                Questions.weekly("product_viewed", most),
                HandWritten.weekly("product_viewed", most)),
            new Pair(
                "activities by day and channel",
                1.2,
                Questions.activities(),
                sql.activities("channel_id"))));
    return pairs;
  }

  private static List<Pair> otql(HandWritten sql) {
    String ordered = "name = \"order_completed\"";
    String firefox = sql.text("$browser") + " = 'Firefox'";
    String month = Questions.MONTH;
    return List.of(
        new Pair(
            "OTQL: how many ordered",
            1.3,
            Questions.otql(
                "SELECT @count{} FROM UserPoint WHERE events { %s AND %s }"
                    .formatted(ordered, month)),
            HandWritten.total("count(DISTINCT person)", "order_completed", "")),
        new Pair(
            "OTQL: how many with a browser",
            1.3,
            Questions.otql(
                "SELECT @count{} FROM UserPoint WHERE events"
                    + " { name = \"$pageview\" AND $browser = \"Firefox\" AND %s }"
                        .formatted(month)),
            HandWritten.total("count(DISTINCT person)", "$pageview", firefox)),
        new Pair(
            "OTQL: values of a field",
            1.2,
            Questions.otql(
                "SELECT { $browser @map } FROM UserEvent WHERE name = \"$pageview\" AND %s"
                    .formatted(month)),
            HandWritten.most(sql.text("$browser"), "$pageview")));
  }

  private void compare(Pair pair, boolean verbose) throws SQLException {
    Planned planned = Questions.planned(pair.query());
    if (verbose) {
      analyze(planned, pair.byHand());
    }
    List<double[]> times = new ArrayList<>();
    List<double[]> work = new ArrayList<>();
    for (int way = 0; way <= pair.byHand().size(); way++) {
      times.add(new double[rounds]);
      work.add(new double[rounds]);
    }
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int way = 0; way < times.size(); way++) {
        long worked = Processor.nanos();
        long started = System.nanoTime();
        if (way == 0) {
          Table rows = planned.shape().apply(store.run(1, planned.plan()));
          assert !rows.rows().isEmpty();
        } else {
          drain(pair.byHand().get(way - 1));
        }
        if (round >= 0) {
          times.get(way)[round] = (System.nanoTime() - started) / 1e6;
          work.get(way)[round] = (Processor.nanos() - worked) / 1e6;
        }
      }
    }
    double[] medians = times.stream().mapToDouble(SpeedBench::median).toArray();
    double[] processor = work.stream().mapToDouble(SpeedBench::median).toArray();
    say(
        "%-32s goal %.1f  ratio %.2f, of processor time %.2f  planned %.1f ms  by hand %s",
        pair.name(),
        pair.goal(),
        medians[0] / best(medians),
        processor[0] / best(processor),
        medians[0],
        Arrays.stream(medians)
            .skip(1)
            .mapToObj(millis -> String.format(Locale.ROOT, "%.1f", millis))
            .toList());
  }

  private static double best(double[] medians) {
    return Arrays.stream(medians).skip(1).min().orElseThrow();
  }

  private void drain(String sql) throws SQLException {
    try (ResultSet rows = hand.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        rows.getObject(columns);
      }
    }
  }

  /** The plan with times of the planner's SQL and of each by hand. */
  private void analyze(Planned planned, List<String> byHand) throws SQLException {
    say("%s", store.explain(1, planned.plan()).text());
    say("%s", ByHand.analyzed(hand.getConnection(), store, planned.plan()));
    for (String sql : byHand) {
      say("%s", sql);
      try (ResultSet rows = hand.executeQuery("EXPLAIN ANALYZE " + sql)) {
        while (rows.next()) {
          say("%s", rows.getString(2));
        }
      }
    }
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
