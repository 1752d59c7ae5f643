package dev.facet.bench;

import dev.facet.answer.Answers;
import dev.facet.answer.Mode;
import dev.facet.answer.Presence;
import dev.facet.answer.Reader;
import dev.facet.answer.Result;
import dev.facet.answer.SteadyStore;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A dashboard of eight tiles that nobody asked for before, against the eight queries by hand on two
 * connections of one thread each. Both keep the file's pages in memory. Arguments: a directory that
 * {@link ShopLoad} filled, and rounds.
 */
public final class ScreenBench {
  private static final int WARM_UP = 10;
  private static final int REPEATED = 5;

  private final Path directory;
  private final int rounds;

  private ScreenBench(Path directory, int rounds) {
    this.directory = directory;
    this.rounds = rounds;
  }

  /** A tile as a question and by hand. */
  private record Tile(Query query, String byHand) {}

  /** How long a screen took, and how much processor time. */
  private record Took(double millis, double processor) {}

  public static void main(String[] args) throws Exception {
    ScreenBench bench = new ScreenBench(Path.of(args[0]), Integer.parseInt(args[1]));
    HandWritten sql;
    try (Connection connection = ByHand.connect(bench.directory, oneThread())) {
      sql = new HandWritten(connection);
    }
    bench.compare("eight tiles of all sorts", 1.0, mixed(sql));
    bench.compare("eight tiles of the same events", 0.8, alike(sql));
    say("resident %d MB, at most %d MB", Memory.resident(), Memory.most());
  }

  private static DuckDbSettings oneThread() {
    DuckDbSettings standard = DuckDbSettings.DEFAULT;
    return new DuckDbSettings(
        1,
        standard.readers(),
        standard.memoryMegabytes(),
        standard.checkpointMegabytes(),
        standard.promotedKeys(),
        standard.queryLimit());
  }

  private static List<Tile> mixed(HandWritten sql) {
    Measure count = new Measure.Count();
    Measure persons = new Measure.Persons();
    Measure revenue = new Measure.OfProperty(Measure.Summary.SUM, Questions.property("price"));
    Filter all = Filter.ALL;
    String page = "$pageview";
    return List.of(
        new Tile(
            Questions.daily(Questions.series(page, count), all, null),
            HandWritten.daily("count(*)", page, "").getFirst()),
        new Tile(
            Questions.daily(Questions.series(page, persons), all, null),
            HandWritten.dailyPersons(page, "").getLast()),
        new Tile(
            Questions.daily(Questions.series(page, count), all, Questions.by("$browser")),
            HandWritten.largest(sql.text("$browser"), page, "", false).getFirst()),
        new Tile(
            Questions.daily(Questions.series("added_to_cart", count), all, null),
            HandWritten.daily("count(*)", "added_to_cart", "").getFirst()),
        new Tile(
            Questions.daily(Questions.series("order_completed", revenue), all, null),
            HandWritten.daily("sum(" + sql.number("price") + ")", "order_completed", "")
                .getFirst()),
        new Tile(
            Questions.total(
                Questions.series("search", count), all, Questions.by("$geoip_country_code")),
            HandWritten.largest(sql.text("$geoip_country_code"), "search", "", true).getFirst()),
        new Tile(
            Questions.weekly("product_viewed", page),
            HandWritten.weekly("product_viewed", page).getLast()),
        new Tile(
            Questions.total(Questions.series("signed_up", persons), all, null),
            HandWritten.total("count(DISTINCT person)", "signed_up", "").getFirst()));
  }

  private static List<Tile> alike(HandWritten sql) {
    Measure count = new Measure.Count();
    Measure persons = new Measure.Persons();
    Measure width =
        new Measure.OfProperty(Measure.Summary.AVG, Questions.property("$screen_width"));
    String page = "$pageview";
    Filter desktop = Questions.is("$device_type", "Desktop");
    String where = sql.text("$device_type") + " = 'Desktop'";
    List<Tile> tiles = new ArrayList<>();
    tiles.add(
        new Tile(
            Questions.daily(Questions.series(page, count), desktop, null),
            HandWritten.daily("count(*)", page, where).getFirst()));
    tiles.add(
        new Tile(
            Questions.daily(Questions.series(page, persons), desktop, null),
            HandWritten.dailyPersons(page, where).getLast()));
    tiles.add(
        new Tile(
            Questions.daily(Questions.series(page, width), desktop, null),
            HandWritten.daily("avg(" + sql.number("$screen_width") + ")", page, where).getFirst()));
    tiles.add(
        new Tile(
            Questions.total(Questions.series(page, count), desktop, null),
            HandWritten.total("count(*)", page, where).getFirst()));
    for (String key : List.of("$browser", "$os")) {
      tiles.add(
          new Tile(
              Questions.daily(Questions.series(page, count), desktop, Questions.by(key)),
              HandWritten.largest(sql.text(key), page, where, false).getFirst()));
    }
    for (String key : List.of("$browser", "$geoip_country_code")) {
      tiles.add(
          new Tile(
              Questions.total(Questions.series(page, count), desktop, Questions.by(key)),
              HandWritten.largest(sql.text(key), page, where, true).getFirst()));
    }
    return tiles;
  }

  /** Each round opens the store once for either, as both have settings of their own. */
  private void compare(String name, double goal, List<Tile> tiles) throws Exception {
    List<Took> planned = new ArrayList<>();
    List<Took> byHand = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      planned.addAll(planned(tiles));
      byHand.addAll(byHand(tiles));
    }
    double[] millis = {
      median(planned.stream().mapToDouble(Took::millis).toArray()),
      median(byHand.stream().mapToDouble(Took::millis).toArray())
    };
    double[] processor = {
      median(planned.stream().mapToDouble(Took::processor).toArray()),
      median(byHand.stream().mapToDouble(Took::processor).toArray())
    };
    say(
        "%-32s goal %.1f  ratio %.2f, of processor time %.2f  planned %.1f ms  by hand %.1f ms",
        name, goal, millis[0] / millis[1], processor[0] / processor[1], millis[0], millis[1]);
  }

  private List<Took> planned(List<Tile> tiles) {
    List<Query> queries = tiles.stream().map(Tile::query).toList();
    Reader reader = Reader.of(1, Questions.DEFINITIONS);
    Answers.Limits limits = new Answers.Limits(2, 100, Duration.ofSeconds(60), 10_000_000);
    List<Took> took = new ArrayList<>();
    try (SteadyStore store =
            new SteadyStore(
                DuckDbStore.open(directory, DuckDbSettings.DEFAULT), Duration.ofMillis(250));
        Answers answers = new Answers(store, () -> Questions.NOW, limits, Presence.ALWAYS)) {
      for (int i = -WARM_UP; i < REPEATED; i++) {
        long worked = Processor.nanos();
        long started = System.nanoTime();
        List<Result> results = answers.answer(reader, queries, Mode.FORCE);
        if (i >= 0) {
          took.add(took(started, worked));
        }
        if (!results.stream().allMatch(Result.Answered.class::isInstance)) {
          throw new IllegalStateException(results.toString());
        }
      }
    }
    return took;
  }

  private List<Took> byHand(List<Tile> tiles) throws Exception {
    List<Took> took = new ArrayList<>();
    try (Connection one = ByHand.connect(directory, oneThread());
        Connection other = ByHand.connect(directory, oneThread());
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = -WARM_UP; i < REPEATED; i++) {
        Queue<String> open = new ConcurrentLinkedQueue<>(tiles.stream().map(Tile::byHand).toList());
        long worked = Processor.nanos();
        long started = System.nanoTime();
        List<Future<?>> both = new ArrayList<>();
        for (Connection connection : List.of(one, other)) {
          both.add(threads.submit(() -> drain(connection, open)));
        }
        for (Future<?> each : both) {
          each.get();
        }
        if (i >= 0) {
          took.add(took(started, worked));
        }
      }
    }
    return took;
  }

  private static int drain(Connection connection, Queue<String> open) throws SQLException {
    int rows = 0;
    try (Statement statement = connection.createStatement()) {
      for (String sql = open.poll(); sql != null; sql = open.poll()) {
        rows += rows(statement, sql);
      }
    }
    return rows;
  }

  private static int rows(Statement statement, String sql) throws SQLException {
    int rows = 0;
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        result.getObject(columns);
        rows++;
      }
    }
    return rows;
  }

  private static Took took(long started, long worked) {
    return new Took((System.nanoTime() - started) / 1e6, (Processor.nanos() - worked) / 1e6);
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
