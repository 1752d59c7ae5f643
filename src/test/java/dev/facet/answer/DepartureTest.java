package dev.facet.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.api.http.CallLimit;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Guard;
import dev.facet.api.http.HttpServer;
import dev.facet.api.http.Method;
import dev.facet.api.http.Proxies;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.api.http.RouteGroup;
import dev.facet.model.Failure;
import dev.facet.model.Grain;
import dev.facet.query.DateRange;
import dev.facet.query.Definitions;
import dev.facet.query.Filter;
import dev.facet.query.LifecycleQuery;
import dev.facet.query.Measure;
import dev.facet.query.Query;
import dev.facet.query.Series;
import dev.facet.store.memory.MemoryStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers who close their connection in the middle, on real sockets. */
class DepartureTest {
  private static final Query VISITS =
      new LifecycleQuery(
          new Series("visit", null, new Measure.Count(), Filter.ALL),
          DateRange.DEFAULT,
          Grain.DAY,
          Filter.ALL,
          false);

  private final GatedStore store = new GatedStore(new MemoryStore());
  private final Answers answers =
      new Answers(
          new SteadyStore(store, Duration.ofSeconds(1)),
          InstantSource.system(),
          new Answers.Limits(2, 10, Duration.ofSeconds(60), 1_000_000),
          gone -> HttpServer.watch(gone)::close);
  private final HttpServer server =
      HttpServer.start(
          new HttpServer.Settings("127.0.0.1", 0, null, Proxies.of(List.of()), 100),
          new CallLimit(0, InstantSource.system()),
          List.of(
              new RouteGroup(
                  "test", List.of("/"), true, Guard.NONE, new Plain(), List.of(route()))));

  private static final class Plain implements Errors {
    @Override
    public Response failure(Failure failure, Request request) {
      return Response.text(500, failure.message());
    }

    @Override
    public Response bug(String id, Request request) {
      return Response.text(500, id);
    }
  }

  private Route route() {
    Reader reader = Reader.of(1, new Definitions(ZoneOffset.UTC, DayOfWeek.SUNDAY, Filter.ALL));
    return Route.of(
        Method.GET,
        "/ask",
        Requirement.NOTHING,
        "Ask",
        request -> {
          List<Result> results = answers.answer(reader, List.of(VISITS), Mode.FORCE);
          return Response.text(200, results.getFirst().getClass().getSimpleName());
        });
  }

  @AfterEach
  void stop() {
    store.gate.release(100);
    server.close();
    answers.close();
  }

  private Socket ask(String... more) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    send(socket);
    for (String text : more) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
    return socket;
  }

  private static void send(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write("GET /ask HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static BufferedReader in(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Reads one answer and gives its body. */
  private static String body(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    char[] body = new char[length];
    assertThat(in.read(body)).isEqualTo(length);
    return new String(body);
  }

  @Test
  void the_work_of_a_caller_who_left_is_stopped_in_the_engine() throws Exception {
    Socket socket = ask();
    store.arrived.await();
    socket.close();
    store.cancelled.await();
    assertThat(store.runs).hasValue(1);
  }

  @Test
  void who_asked_the_same_still_gets_the_answer() throws Exception {
    Socket leaving = ask();
    store.arrived.await();
    try (Socket staying = ask()) {
      leaving.close();
      store.gate.release(2);
      assertThat(body(in(staying))).isEqualTo("Answered");
    }
  }

  @Test
  void a_connection_that_was_watched_serves_what_comes_next() throws Exception {
    try (Socket socket = ask("GET /ask HTTP/1.1\r\nHost: he", "re\r\n\r\n")) {
      BufferedReader in = in(socket);
      store.gate.release(2);
      assertThat(body(in)).isEqualTo("Answered");
      assertThat(body(in)).isEqualTo("Answered");
      send(socket);
      store.gate.release(1);
      assertThat(body(in)).isEqualTo("Answered");
      assertThat(store.runs).hasValue(3);
    }
  }
}
