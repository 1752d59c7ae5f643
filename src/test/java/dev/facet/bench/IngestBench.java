package dev.facet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.facet.api.http.CallLimit;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Guard;
import dev.facet.api.http.HttpServer;
import dev.facet.api.http.Proxies;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.http.RouteGroup;
import dev.facet.api.posthog.capture.CaptureRoutes;
import dev.facet.ingest.EventIds;
import dev.facet.ingest.Ingest;
import dev.facet.model.Event;
import dev.facet.model.Failure;
import dev.facet.model.Project;
import dev.facet.model.Table;
import dev.facet.model.Values;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.duckdb.DuckDbSettings;
import dev.facet.store.duckdb.DuckDbStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * How fast events are acknowledged and become visible. Arguments: {@code journal} (no store),
 * {@code store} (into DuckDB) or {@code http} (the whole way from {@code /batch}), then how many
 * requests of 500 events, then how many senders.
 */
public final class IngestBench {
  private static final int EVENTS = 500;
  private static final int PERSONS = 50_000;

  private final int requests;
  private final int senders;

  private IngestBench(int requests, int senders) {
    this.requests = requests;
    this.senders = senders;
  }

  public static void main(String[] arguments) throws Exception {
    IngestBench bench =
        new IngestBench(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Path data = Files.createTempDirectory("facet-bench");
    try (Store store = arguments[0].equals("journal") ? new Nowhere() : duckDb(data);
        Ingest ingest = Ingest.open(data, store)) {
      if (arguments[0].equals("http")) {
        bench.overHttp(ingest);
      } else {
        bench.run("accept", ingest, i -> ingest.accept(1, events(i)));
      }
    }
  }

  private static Store duckDb(Path data) {
    return DuckDbStore.open(data.resolve("store"), DuckDbSettings.DEFAULT);
  }

  private interface Sending {
    void send(int request) throws Exception;
  }

  private void overHttp(Ingest ingest) throws Exception {
    CaptureRoutes capture =
        new CaptureRoutes(
            token -> Optional.of(new Project(1, 1, "Web", ZoneOffset.UTC, DayOfWeek.SUNDAY, token)),
            ingest::accept,
            InstantSource.system(),
            new EventIds(InstantSource.system(), new Random(1)));
    RouteGroup root =
        new RouteGroup("root", List.of("/"), false, Guard.NONE, new Silent(), List.of());
    try (HttpServer server =
        HttpServer.start(
            new HttpServer.Settings("127.0.0.1", 0, null, Proxies.of(List.of()), 1000),
            new CallLimit(1, InstantSource.system()),
            List.of(root, capture.group()))) {
      List<byte[]> bodies = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        bodies.add(body(i));
      }
      System.out.printf(Locale.ROOT, "a body has %d bytes%n", bodies.getFirst().length);
      ThreadLocal<Socket> sockets = ThreadLocal.withInitial(() -> connect(server.port()));
      run("http", ingest, i -> post(sockets.get(), bodies.get(i)));
    }
  }

  private static Socket connect(int port) {
    try {
      return new Socket("127.0.0.1", port);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void post(Socket socket, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST /batch HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(UTF_8));
    out.write(body);
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String head = new String(in.readNBytes(12), UTF_8);
    if (!head.endsWith("200")) {
      throw new IllegalStateException(head);
    }
    int last = 0;
    while (last != '}') {
      last = in.read();
    }
  }

  private void run(String name, Ingest ingest, Sending sending) throws Exception {
    long[] nanos = new long[requests];
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Future<?>> done = new ArrayList<>();
      for (int sender = 0; sender < senders; sender++) {
        int first = sender;
        done.add(
            threads.submit(
                () -> {
                  for (int i = first; i < requests; i += senders) {
                    long from = System.nanoTime();
                    sending.send(i);
                    nanos[i] = System.nanoTime() - from;
                  }
                  return true;
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    double acknowledged = seconds(start);
    ingest.flush();
    double visible = seconds(start);
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s: %d events from %d senders; acknowledged %.0f/s, visible %.0f/s; p50 %.1f ms, p99 %.1f ms%n",
        name,
        requests * EVENTS,
        senders,
        requests * EVENTS / acknowledged,
        requests * EVENTS / visible,
        nanos[requests / 2] / 1e6,
        nanos[requests * 99 / 100] / 1e6);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<Event> events(int request) {
    Random random = new Random(request);
    Instant now = Instant.now();
    List<Event> events = new ArrayList<>(EVENTS);
    for (int i = 0; i < EVENTS; i++) {
      events.add(
          new Event(
              new UUID(random.nextLong(), random.nextLong()),
              "event " + random.nextInt(20),
              "user-" + random.nextInt(PERSONS),
              now.minusSeconds(random.nextInt(86_400)),
              now,
              properties(random)));
    }
    return events;
  }

  private static Map<String, Object> properties(Random random) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("$current_url", "https://shop.example.com/products/" + random.nextInt(5000));
    properties.put("$browser", "Browser " + random.nextInt(6));
    properties.put("$browser_version", 100L + random.nextInt(20));
    properties.put("$os", "System " + random.nextInt(5));
    properties.put("$session_id", new UUID(random.nextLong(), random.nextLong()).toString());
    properties.put("$lib", "web");
    properties.put("$lib_version", "1.2.3");
    properties.put("$screen_width", 1920L);
    properties.put("$screen_height", 1080L);
    properties.put("$referrer", "https://search.example.com/");
    properties.put("price", random.nextInt(10_000) / 100.0);
    properties.put("quantity", (long) random.nextInt(5));
    properties.put("plan", "plan " + random.nextInt(4));
    properties.put("country", "C" + random.nextInt(80));
    properties.put("signed_in", random.nextBoolean());
    return properties;
  }

  private static byte[] body(int request) {
    List<@Nullable Object> batch = new ArrayList<>();
    for (Event event : events(request)) {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("event", event.name());
      json.put("distinct_id", event.distinctId());
      json.put("uuid", event.uuid().toString());
      json.put("timestamp", event.time().toString());
      json.put("properties", event.properties());
      batch.add(json);
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("api_key", "phc_bench");
    body.put("batch", batch);
    return Values.json(body).getBytes(UTF_8);
  }

  private static final class Silent implements Errors {
    @Override
    public Response failure(Failure failure, Request request) {
      return Response.text(500, failure.message());
    }

    @Override
    public Response bug(String id, Request request) {
      return Response.text(500, id);
    }
  }

  /** Takes everything and keeps nothing. */
  private static final class Nowhere implements Store {
    private volatile long position;

    @Override
    public Table run(long project, Plan plan) {
      return new Table(plan.columns(), List.of());
    }

    @Override
    public void apply(Batch batch) {
      position = batch.position();
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public void close() {
      position = 0;
    }
  }
}
