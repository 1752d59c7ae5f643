import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after it was acknowledged an event is on a chart, while events come in at a steady pace
 * and a dashboard of six charts is asked without a pause by two callers. Arguments: seconds (30),
 * events a second (5000).
 */
final class Visible {
  private static final int BATCH = 500;
  private static final int CALLERS = 2;
  private static final int HISTORY = 200_000;
  private static final int WARM_UP = 5;
  private static final String DASHBOARDS = "/facet/v1/projects/1/dashboards";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server;
  private final int pace;
  private final long total;
  private final List<Told> acknowledged = new ArrayList<>();
  private final List<Told> shown = new ArrayList<>();
  private final List<Long> answers = new ArrayList<>();
  private final AtomicBoolean done = new AtomicBoolean();

  /** How many events were known of, and when. */
  private record Told(long events, long nanos) {}

  private Visible(Server server, int seconds, int pace) {
    this.server = server;
    this.pace = pace;
    this.total = HISTORY + (long) (seconds + WARM_UP) * pace;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    int pace = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    try (Server server = Server.start(Server.fresh("visible"))) {
      new Visible(server, seconds, pace).run();
    }
  }

  private void run() throws Exception {
    Shop shop = new Shop(Instant.now().minus(Duration.ofDays(20)), Duration.ofDays(20), 20_000);
    String board;
    try (Connection connection = server.connect()) {
      for (long i = 0; i < HISTORY; i += BATCH) {
        connection.send("POST", "/batch", Shop.body(shop.events(i, BATCH, total)));
      }
      connection.send("POST", "/facet/v1/flush", new byte[0]);
      JsonNode made = JSON.readTree(connection.send("POST", DASHBOARDS, form().getBytes(UTF_8)));
      board = DASHBOARDS + "/" + made.get("id").asLong() + "/data";
    }
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(Thread.ofPlatform().start(() -> ask(board)));
    }
    send(shop);
    done.set(true);
    for (Thread caller : callers) {
      caller.join();
    }
    tell();
  }

  /** Each batch at its time, or as soon as the one before is acknowledged. */
  private void send(Shop shop) throws IOException {
    long begin = System.nanoTime();
    long step = (long) (1e9 * BATCH / pace);
    try (Connection connection = server.connect()) {
      for (long i = HISTORY; i < total; i += BATCH) {
        byte[] body = Shop.body(shop.events(i, BATCH, total));
        long due = begin + (i - HISTORY) / BATCH * step;
        LockSupport.parkNanos(due - System.nanoTime());
        connection.send("POST", "/batch", body);
        acknowledged.add(new Told(i + BATCH, System.nanoTime()));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%.0f events/s acknowledged%n",
        (total - HISTORY) / ((System.nanoTime() - begin) / 1e9));
  }

  private void ask(String board) {
    try (Connection connection = server.connect()) {
      long events = 0;
      while (!done.get() || events < total) {
        long from = System.nanoTime();
        JsonNode charts = JSON.readTree(connection.get(board)).path("charts");
        long now = System.nanoTime();
        synchronized (shown) {
          events = charts.at("/0/rows/0/1").asLong();
          shown.add(new Told(events, now));
          answers.add(now - from);
        }
        LockSupport.parkNanos(20_000_000);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell() throws IOException {
    int warm = WARM_UP * pace / BATCH;
    long[] lags =
        acknowledged.stream().skip(warm).mapToLong(this::lag).sorted().toArray();
    long[] times = answers.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "on the chart after p50 %.0f ms, p99 %.0f ms, longest %.0f ms (%d batches);"
            + " dashboard %d times, p50 %.0f ms, p99 %.0f ms; server %.1f s of processor, at most %d MiB%n",
        part(lags, 50),
        part(lags, 99),
        part(lags, 100),
        lags.length,
        times.length,
        part(times, 50),
        part(times, 99),
        server.processor(),
        server.resident("VmHWM"));
  }

  /** From the acknowledgement to the first answer that has the events. */
  private long lag(Told batch) {
    return shown.stream()
        .filter(told -> told.events() >= batch.events())
        .mapToLong(Told::nanos)
        .map(nanos -> Math.max(0, nanos - batch.nanos()))
        .min()
        .orElseThrow();
  }

  private static double part(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }

  private static String form() {
    String trend =
        "{\"kind\":\"TrendsQuery\",\"dateRange\":{\"date_from\":\"-30d\"},\"series\":[{\"kind\":\"EventsNode\",\"event\":%s,\"math\":\"%s\"}]%s}";
    List<String> queries =
        List.of(
            trend.formatted("null", "total", ",\"trendsFilter\":{\"display\":\"BoldNumber\"}"),
            trend.formatted("\"$pageview\"", "total", ""),
            trend.formatted("\"$pageview\"", "dau", ""),
            trend.formatted("\"$pageview\"", "total", ",\"breakdownFilter\":{\"breakdown\":\"$browser\"}"),
            trend.formatted("\"order completed\"", "total", ""),
            "{\"kind\":\"FunnelsQuery\",\"dateRange\":{\"date_from\":\"-30d\"},\"series\":["
                + "{\"kind\":\"EventsNode\",\"event\":\"$pageview\"},"
                + "{\"kind\":\"EventsNode\",\"event\":\"order completed\"}]}");
    String cards =
        String.join(
            ",",
            queries.stream().map(q -> "{\"w\":6,\"h\":4,\"charts\":[{\"query\":" + q + "}]}").toList());
    return "{\"name\":\"Live\",\"sections\":[{\"title\":\"\",\"cards\":[" + cards + "]}]}";
  }
}
