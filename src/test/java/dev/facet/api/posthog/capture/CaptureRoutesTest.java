package dev.facet.api.posthog.capture;

import static dev.facet.api.posthog.capture.CaptureCalls.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.api.http.CallLimit;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Guard;
import dev.facet.api.http.HttpServer;
import dev.facet.api.http.Proxies;
import dev.facet.api.http.RouteGroup;
import dev.facet.model.Event;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureRoutesTest {
  private static final String EVENT = json("{'api_key':'phc_t','event':'e','distinct_id':'u'}");
  private static final Project PROJECT =
      new Project(3, 1, "Web", ZoneOffset.UTC, DayOfWeek.SUNDAY, "phc_t");

  private final List<Event> taken = Collections.synchronizedList(new ArrayList<>());
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile @Nullable Failure failure;
  private HttpServer server;

  @BeforeEach
  void start() {
    InstantSource clock = InstantSource.fixed(CaptureCalls.NOW);
    CaptureRoutes capture =
        new CaptureRoutes(
            token -> Optional.of(PROJECT).filter(p -> p.token().equals(token)),
            this::take,
            clock,
            () -> CaptureCalls.MADE);
    Errors errors = new CaptureErrors();
    RouteGroup root = new RouteGroup("root", List.of("/"), false, Guard.NONE, errors, List.of());
    server =
        HttpServer.start(
            new HttpServer.Settings("127.0.0.1", 0, null, Proxies.of(List.of()), 1000),
            new CallLimit(3, clock),
            List.of(root, capture.group()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void take(long project, List<Event> events) {
    Failure now = failure;
    if (now != null) {
      throw new FailureException(now);
    }
    taken.addAll(events);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/batch",
        "/batch/",
        "/e",
        "/e/",
        "/i/v0/e",
        "/i/v0/e/",
        "/capture/",
        "/track",
        "/engage/"
      })
  void events_are_taken_with_and_without_a_slash_at_the_end(String path) throws Exception {
    HttpResponse<String> response = post(path, EVENT);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":1}");
    assertThat(taken).hasSize(1);
  }

  @Test
  void events_are_taken_from_the_address() throws Exception {
    String data = Base64.getUrlEncoder().encodeToString(EVENT.getBytes(UTF_8));
    HttpResponse<String> response = send(request("/e/?data=" + data).GET());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(taken).hasSize(1);
  }

  @Test
  void a_beacon_is_answered_with_nothing() throws Exception {
    HttpResponse<String> response = post("/e/?beacon=1", EVENT);
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(taken).hasSize(1);
  }

  @Test
  void an_unknown_token_is_answered_alike_and_its_events_dropped() throws Exception {
    HttpResponse<String> response = post("/batch", EVENT.replace("phc_t", "phc_nobody"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(taken).isEmpty();
  }

  @Test
  void the_newest_protocol_answers_for_each_event() throws Exception {
    HttpResponse<String> response =
        send(
            request("/i/v1/analytics/events")
                .header("Authorization", "Bearer phc_t")
                .POST(
                    BodyPublishers.ofString(json("{'batch':[{'event':'e','distinct_id':'u'}]}"))));
    assertThat(response.body())
        .isEqualTo(json("{'results':{'" + CaptureCalls.MADE + "':{'result':'ok'}}}"));
  }

  @Test
  void pages_of_any_origin_may_call() throws Exception {
    HttpResponse<String> asked =
        send(
            request("/e/")
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Headers", "content-type,x-odd")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://shop.example");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
        .contains("content-type,x-odd");
    HttpResponse<String> refused = post("/e/", "[]");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void refusals_are_plain_text() throws Exception {
    HttpResponse<String> response = post("/batch", "[]");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("request holds no event");
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(post("/batch", EVENT.replace("phc_t", "phx_secret")).statusCode()).isEqualTo(401);
    assertThat(post("/e", "x".repeat(3 << 20)).statusCode()).isEqualTo(413);
  }

  @Test
  void a_bad_event_refuses_the_whole_batch() throws Exception {
    HttpResponse<String> response =
        post("/batch", "[" + EVENT + "," + json("{'event':'e','api_key':'phc_t'}") + "]");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("event submitted without a distinct_id");
    assertThat(taken).isEmpty();
  }

  @Test
  void clients_are_told_to_try_again_when_the_server_cannot() throws Exception {
    failure = new Failure.TooMuch("too_far_behind", null, "…", Duration.ofSeconds(5));
    HttpResponse<String> behind = post("/batch", EVENT);
    assertThat(behind.statusCode()).isEqualTo(429);
    assertThat(behind.body()).isEqualTo("rate limited");
    assertThat(behind.headers().firstValue("Retry-After")).contains("5");
    failure = new Failure.Upstream("journal_unavailable", "…");
    HttpResponse<String> full = post("/batch", EVENT);
    assertThat(full.statusCode()).isEqualTo(503);
    assertThat(full.body()).isEqualTo("transient error, please retry");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
