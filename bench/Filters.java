import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How fast RackNap's clients see lists: 1 000 dashboards of five widgets, narrowed down by filters,
 * by one caller; first with nothing changing, then after a change before each list. Argument: how
 * many seconds each is asked (10).
 */
final class Filters {
  private static final int BOARDS = 1_000;
  private static final String ALL = "/api/dashboards";
  private static final List<String> TYPES =
      List.of("mrr", "arr", "arpa", "revenue_chart", "churn_rate");
  private static final List<String> FILTERS =
      List.of(
          "type eq 'sales' and widgetCount gt 2",
          "contains(tolower(name),'board 7') or endswith(description,'9')",
          "createdAt gt 2020-01-01T00:00:00Z and not (type in ('sales','executive'))",
          "length(name) ge 9 and refreshInterval le 60 and startswith(id,'dashboard_1')");

  private final Server server;
  private final Duration stretch;

  private Filters(Server server, Duration stretch) {
    this.server = server;
    this.stretch = stretch;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
    try (Server server = Server.start(Server.fresh("filters"))) {
      new Filters(server, Duration.ofSeconds(seconds)).run();
    }
  }

  private void run() throws IOException {
    try (Connection connection = server.connect()) {
      for (int i = 1; i <= BOARDS; i++) {
        connection.send("POST", ALL, board(i).getBytes(UTF_8));
      }
      for (int turn = 0; turn < 3; turn++) {
        measure("unchanged", connection, false);
        measure("changed", connection, true);
      }
    }
  }

  private static String board(int i) {
    StringBuilder widgets = new StringBuilder();
    for (String type : TYPES) {
      widgets.append(widgets.isEmpty() ? "" : ",").append("{\"type\":\"" + type + "\"}");
    }
    return "{\"name\":\"Board %d\",\"description\":\"Number %d\",\"type\":\"%s\",\"widgets\":[%s]}"
        .formatted(i, i, List.of("sales", "executive", "custom").get(i % 3), widgets);
  }

  /** Lists by the filters in turns; before each list another dashboard changes, or nothing does. */
  private void measure(String name, Connection connection, boolean changing) throws IOException {
    long[] nanos = new long[1 << 16];
    int count = 0;
    long end = System.nanoTime() + stretch.toNanos();
    while (System.nanoTime() < end && count < nanos.length) {
      if (changing) {
        String body = "{\"description\":\"Change " + count + "\"}";
        connection.send("PUT", ALL + "/dashboard_" + (1 + count % BOARDS), body.getBytes(UTF_8));
      }
      String filter = URLEncoder.encode(FILTERS.get(count % FILTERS.size()), UTF_8);
      long begin = System.nanoTime();
      connection.get(ALL + "?$top=100&$filter=" + filter);
      nanos[count++] = System.nanoTime() - begin;
    }
    long[] times = Arrays.stream(nanos, 0, count).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-9s %6d lists; p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.1f ms%n",
        name,
        count,
        times[count / 2] / 1e6,
        times[count * 95 / 100] / 1e6,
        times[count * 99 / 100] / 1e6,
        times[count - 1] / 1e6);
  }
}
