import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;

/**
 * How fast {@code /batch} acknowledges: four connections send 500 events a request as fast as they
 * are taken. The first quarter of the requests warms the server up and is not counted. Argument:
 * how many requests (2000).
 */
final class Ingestion {
  private static final int EVENTS = 500;
  private static final int CONNECTIONS = 4;

  private final int requests;
  private final List<byte[]> bodies = new ArrayList<>();
  private final long[] from;
  private final long[] nanos;

  private Ingestion(int requests) {
    this.requests = requests;
    this.from = new long[requests];
    this.nanos = new long[requests];
  }

  public static void main(String[] arguments) throws Exception {
    Ingestion ingestion =
        new Ingestion(arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]));
    try (Server server = Server.start(Server.fresh("ingestion"))) {
      ingestion.prepare();
      ingestion.run(server);
    }
  }

  /** Bodies are made before; every request after them has ids of its own all the same. */
  private void prepare() {
    Shop shop = new Shop(Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(1), 50_000);
    for (int i = 0; i < requests; i++) {
      bodies.add(Packed.pack(Shop.body(shop.events((long) i * EVENTS, EVENTS, (long) requests * EVENTS))));
    }
  }

  private void run(Server server) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CONNECTIONS);
    List<Thread> senders = new ArrayList<>();
    for (int sender = 0; sender < CONNECTIONS; sender++) {
      int first = sender;
      senders.add(Thread.ofPlatform().start(() -> send(server, first, start)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    long acknowledged = System.nanoTime();
    try (Connection connection = server.connect()) {
      connection.send("POST", "/facet/v1/flush", new byte[0]);
    }
    tell(server, acknowledged, System.nanoTime());
  }

  private void send(Server server, int first, CyclicBarrier start) {
    try (Connection connection = server.connect()) {
      start.await();
      for (int i = first; i < requests; i += CONNECTIONS) {
        byte[] body = Packed.unpack(bodies.get(i));
        from[i] = System.nanoTime();
        connection.send("POST", "/batch", body);
        nanos[i] = System.nanoTime() - from[i];
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(Server server, long acknowledged, long visible) throws Exception {
    int warm = requests / 4;
    long begin = Arrays.stream(from, warm, requests).min().orElseThrow();
    long[] times = Arrays.copyOfRange(nanos, warm, requests);
    Arrays.sort(times);
    double events = (double) times.length * EVENTS;
    System.out.printf(
        Locale.ROOT,
        "acknowledged %.0f events/s, visible %.0f events/s; p50 %.1f ms, p99 %.1f ms, longest %.1f ms;"
            + " server: %.1f s of processor, %d MiB at most%n",
        events / ((acknowledged - begin) / 1e9),
        events / ((visible - begin) / 1e9),
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6,
        server.processor(),
        server.resident("VmHWM"));
  }
}
