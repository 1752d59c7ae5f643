package dev.facet.bench;

import dev.facet.dataset.Datasets;
import dev.facet.model.Grain;
import dev.facet.model.Micros;
import dev.facet.model.Project;
import dev.facet.plan.Planned;
import dev.facet.plan.Planner;
import dev.facet.query.Breakdown;
import dev.facet.query.DateBound;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.Measure;
import dev.facet.query.PropertyRef;
import dev.facet.query.Series;
import dev.facet.query.TrendQuery;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How fast batches of events with 15 properties load, and how a daily trend over 30 of 365 days
 * compares with the same question as SQL by hand. Arguments: a directory, how many events to load
 * when it is empty, rows a batch.
 */
public final class StoreBench {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final LocalDateTime FROM = LocalDateTime.parse("2025-09-01T00:00:00");
  private static final int DAYS = 30;
  private static final int ROUNDS = 15;

  private final Random random = new Random(1);
  private final long events;
  private final int batch;

  private StoreBench(long events, int batch) {
    this.events = events;
    this.batch = batch;
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    StoreBench bench = new StoreBench(Long.parseLong(args[1]), Integer.parseInt(args[2]));
    try (Store store = DuckDbStore.open(directory, DuckDbSettings.DEFAULT)) {
      if (store.position() == 0) {
        bench.load(store);
      }
      for (boolean breakdown : new boolean[] {false, true}) {
        for (Measure measure : List.of(new Measure.Count(), new Measure.Persons())) {
          bench.trend(store, measure, breakdown);
        }
      }
      say("resident %d MB", resident());
    }
    bench.byHand(directory);
  }

  private void load(Store store) {
    long loaded = 0;
    long busy = 0;
    long slowest = 0;
    for (long position = 1; loaded < events; position++) {
      List<List<@Nullable Object>> rows = rows(loaded);
      long started = System.nanoTime();
      store.apply(new Batch(position, List.of(new Batch.Change.Append(1, Datasets.EVENTS, rows))));
      long took = System.nanoTime() - started;
      busy += took;
      slowest = Math.max(slowest, took);
      loaded += rows.size();
      if (loaded % 1_000_000 < batch) {
        say(
            "%d events, %.0f a second, slowest batch %d ms, resident %d MB",
            loaded, loaded / (busy / 1e9), slowest / 1_000_000, resident());
        slowest = 0;
      }
    }
  }

  private List<List<@Nullable Object>> rows(long first) {
    List<List<@Nullable Object>> rows = new ArrayList<>(batch);
    for (long i = first; i < first + batch; i++) {
      long time = Micros.of(START) + i * (365 * Micros.DAY / events) + random.nextInt(1_000_000);
      long person = random.nextInt(100_000);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(new UUID(random.nextLong(), random.nextLong()).toString());
      row.add(random.nextInt(3) == 0 ? "event " + random.nextInt(20) : "$pageview");
      row.add("user-" + person);
      row.add(time);
      row.add(person);
      row.add(time);
      row.add(properties());
      rows.add(row);
    }
    return rows;
  }

  private Map<String, @Nullable Object> properties() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("$browser", "Browser " + random.nextInt(8));
    properties.put("$os", "System " + random.nextInt(5));
    properties.put("$current_url", "https://shop.example.com/product/" + random.nextInt(2000));
    properties.put("$pathname", "/product/" + random.nextInt(2000));
    properties.put("$referrer", "https://search.example.com/");
    properties.put("$device_type", random.nextBoolean() ? "Desktop" : "Mobile");
    properties.put("$screen_height", 600L + random.nextInt(900));
    properties.put("$screen_width", 800L + random.nextInt(1600));
    properties.put("$lib", "web");
    properties.put("$lib_version", "1." + random.nextInt(30));
    properties.put("$session_id", Long.toHexString(random.nextLong()));
    properties.put("price", random.nextInt(20_000) / 100.0);
    properties.put("quantity", (long) random.nextInt(5));
    properties.put("plan", random.nextInt(3) == 0 ? "paid" : "free");
    properties.put("beta", random.nextBoolean());
    return properties;
  }

  private void trend(Store store, Measure measure, boolean breakdown) {
    DateRange range =
        new DateRange(
            new DateBound.Absolute(FROM, null, true),
            new DateBound.Absolute(FROM.plusDays(DAYS - 1), null, true),
            false);
    TrendQuery query =
        new TrendQuery(
            List.of(new Series("$pageview", null, measure, Filter.ALL)),
            range,
            Grain.DAY,
            Filter.ALL,
            false,
            List.of(),
            breakdown
                ? new Breakdown(
                    new PropertyRef(PropertyRef.Source.EVENT, "$browser"), 25, false, false)
                : null,
            null,
            false,
            false,
            1);
    Project project = new Project(1, 1, "Bench", ZoneOffset.UTC, DayOfWeek.SUNDAY, "token");
    Planned planned =
        Planner.plan(query, Definitions.of(project), START.plusSeconds(364L * 86_400), null);
    int[] rows = new int[1];
    say(
        "%s%s: %s, %d rows",
        measure,
        breakdown ? " by browser" : "",
        median(() -> rows[0] = store.run(1, planned.plan()).rows().size()),
        rows[0]);
  }

  private void byHand(Path directory) throws SQLException {
    Properties options = new Properties();
    options.setProperty("threads", String.valueOf(DuckDbSettings.DEFAULT.threads()));
    options.setProperty("memory_limit", DuckDbSettings.DEFAULT.memoryMegabytes() + "MB");
    long from = Micros.of(FROM.toInstant(ZoneOffset.UTC));
    String days =
        " FROM events_1 WHERE event = '$pageview' AND timestamp >= %d AND timestamp < %d GROUP BY ALL"
            .formatted(from, from + DAYS * Micros.DAY);
    String day = "(timestamp - %d) // 86400000000 AS day".formatted(from);
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:duckdb:" + directory.resolve("facet.duckdb"), options);
        Statement statement = connection.createStatement()) {
      String browser = browserColumn(statement);
      for (String sql :
          List.of(
              "SELECT " + day + ", count(*)" + days,
              "SELECT " + day + ", count(DISTINCT person)" + days,
              "SELECT " + day + ", " + browser + ", count(*)" + days,
              largest("SELECT " + day + ", " + browser + " AS value, count(*) AS n" + days),
              "SELECT " + day + ", " + browser + ", count(DISTINCT person)" + days)) {
        say("by hand, %s: %s", sql, median(() -> drain(statement, sql)));
      }
    }
  }

  /** The same answer as a breakdown gives: the 25 largest values, the rest as one. */
  private static String largest(String counts) {
    return "WITH counts AS ("
        + counts
        + "), kept AS (SELECT value FROM counts GROUP BY 1 ORDER BY sum(n) DESC LIMIT 25)"
        + " SELECT day, CASE WHEN value IN (FROM kept) THEN value ELSE 'other' END, sum(n)"
        + " FROM counts GROUP BY ALL";
  }

  private static String browserColumn(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT number FROM stored_keys WHERE key = '$browser'")) {
      rows.next();
      return "p" + rows.getInt(1);
    }
  }

  private static void drain(Statement statement, String sql) {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getLong(1);
      }
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
  }

  private static String median(Runnable work) {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long started = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - started) / 1e6;
    }
    Arrays.sort(millis);
    return String.format(
        Locale.ROOT, "median %.1f ms, best %.1f ms", millis[ROUNDS / 2], millis[0]);
  }

  private static long resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException notOnThisSystem) {
      return 0;
    }
  }

  private static void say(String format, @Nullable Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
