import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * How fast PostHog's clients see dashboards: a list of 100 of 1 000, by one caller, and one
 * dashboard of 30 tiles whose answers are there, by 64 callers at once; {@code /health} beside it
 * says what the machine gives at the moment. Argument: how many seconds each is asked (10).
 */
final class Boards {
  private static final int EVENTS = 40_000;
  private static final int BATCH = 500;
  private static final int TILES = 30;
  private static final String DASHBOARDS = "/api/projects/1/dashboards/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Server server;
  private final Duration stretch;

  private Boards(Server server, Duration stretch) {
    this.server = server;
    this.stretch = stretch;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    try (Server server = Server.start(Server.fresh("boards"))) {
      new Boards(server, Duration.ofSeconds(seconds)).run();
    }
  }

  private void run() throws Exception {
    long board;
    try (Connection connection = server.connect()) {
      fill(connection);
      board = board(connection);
    }
    for (int turn = 0; turn < 3; turn++) {
      measure("health", "/health", 64);
      measure("retrieve", DASHBOARDS + board + "/", 64);
      measure("list", DASHBOARDS + "?limit=100", 1);
    }
  }

  private static void fill(Connection connection) throws IOException {
    Shop shop = new Shop(Instant.now().minus(Duration.ofDays(30)), Duration.ofDays(30), 5_000);
    for (int i = 0; i < EVENTS; i += BATCH) {
      connection.send("POST", "/batch", Shop.body(shop.events(i, BATCH, EVENTS)));
    }
    connection.send("POST", "/facet/v1/flush", new byte[0]);
    for (int i = 1; i < 1_000; i++) {
      create(connection, DASHBOARDS, "{\"name\": \"Board %d\", \"tags\": [\"t%d\"]}".formatted(i, i % 9));
    }
  }

  /** A dashboard of tiles of several sorts, all of them answered. */
  private static long board(Connection connection) throws IOException {
    long board = create(connection, DASHBOARDS, "{\"name\": \"Thirty tiles\"}");
    for (int i = 0; i < TILES; i++) {
      create(connection, "/api/projects/1/insights/", insight(i, board));
    }
    connection.get(DASHBOARDS + board + "/?refresh=blocking");
    return board;
  }

  private static long create(Connection connection, String path, String body) throws IOException {
    return JSON.readTree(connection.send("POST", path, body.getBytes(UTF_8))).get("id").asLong();
  }

  private static String insight(int i, long board) {
    String event = List.of("$pageview", "product viewed", "order completed").get(i % 3);
    String more =
        switch (i % 4) {
          case 0 -> "";
          case 1 -> ", \"breakdownFilter\": {\"breakdown\": \"$browser\"}";
          case 2 -> ", \"properties\": [{\"key\": \"plan\", \"value\": \"plan %d\"}]".formatted(i % 3);
          default -> ", \"interval\": \"week\", \"compareFilter\": {\"compare\": true}";
        };
    return """
        {"name": "Tile %d", "dashboards": [%d], "query": {"kind": "InsightVizNode", "source":
          {"kind": "TrendsQuery", "dateRange": {"date_from": "-%dd"},
           "series": [{"kind": "EventsNode", "event": "%s"}]%s}}}"""
        .formatted(i, board, 14 + i % 15, event, more);
  }

  /** Asks for one path by so many callers, each as fast as it is answered. */
  private void measure(String name, String path, int callers) throws Exception {
    double before = server.processor();
    long begin = System.nanoTime();
    Caller[] all = new Caller[callers];
    for (int i = 0; i < callers; i++) {
      all[i] = new Caller(path, begin + stretch.toNanos());
    }
    for (Caller caller : all) {
      caller.thread.join();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long[] times = Arrays.stream(all).flatMapToLong(Caller::times).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-8s %6.0f a second, %6d bytes; p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.1f ms;"
            + " server: %.2f ms of processor each%n",
        name,
        times.length / seconds,
        all[0].bytes,
        times[times.length / 2] / 1e6,
        times[times.length * 95 / 100] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6,
        (server.processor() - before) * 1000 / times.length);
  }

  /** One connection with a thread of its own. */
  private final class Caller {
    private final Thread thread;
    private long[] nanos = new long[1024];
    private int count;
    private int bytes;

    Caller(String path, long end) {
      thread = Thread.ofPlatform().start(() -> ask(path, end));
    }

    private void ask(String path, long end) {
      try (Connection connection = server.connect()) {
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
          bytes = connection.get(path).length;
          if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
          }
          nanos[count++] = System.nanoTime() - now;
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    LongStream times() {
      return Arrays.stream(nanos, 0, count);
    }
  }
}
