package dev.facet.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() {
    Guard guard =
        new Guard() {
          @Override
          public String identify(Request request) {
            return request
                .header("Authorization")
                .orElseThrow(
                    () ->
                        new FailureException(
                            new Failure.NotAllowed("no_credential", true, "Say who you are.")));
          }

          @Override
          public void authorize(Request request, Requirement requirement) {}
        };
    RouteGroup strict =
        new RouteGroup("strict", List.of("/"), false, guard, new PlainErrors(), strictRoutes());
    RouteGroup loose =
        new RouteGroup(
            "loose",
            List.of("/loose"),
            true,
            guard,
            new PlainErrors(),
            List.of(
                Route.of(Method.GET, "/loose/things/{id}", Requirement.NOTHING, "", this::thing),
                Route.of(
                    Method.GET,
                    "/loose/mine",
                    Requirement.KNOWN,
                    "",
                    r -> Response.text(200, "mine"))));
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-01T00:00:00Z"));
    server =
        HttpServer.start(
            new HttpServer.Settings("127.0.0.1", 0, null, Proxies.of(List.of("127.0.0.0/8")), 1000),
            new CallLimit(3, clock),
            List.of(strict, loose));
  }

  private List<Route> strictRoutes() {
    return List.of(
        Route.of(Method.GET, "/hello", Requirement.NOTHING, "", r -> Response.text(200, "hello")),
        Route.of(
            Method.GET,
            "/things/special",
            Requirement.NOTHING,
            "",
            r -> Response.text(200, "special")),
        Route.of(Method.GET, "/things/{id}", Requirement.NOTHING, "", this::thing),
        Route.of(Method.DELETE, "/things/{id}", Requirement.NOTHING, "", r -> Response.empty(204)),
        Route.of(
            Method.GET,
            "/files/{path*}",
            Requirement.NOTHING,
            "",
            r -> Response.text(200, r.pathParameter("path"))),
        Route.of(
            Method.GET,
            "/large",
            Requirement.NOTHING,
            "",
            r -> Response.text(200, "x".repeat(5000))),
        Route.of(
            Method.GET,
            "/origin",
            Requirement.NOTHING,
            "",
            r -> Response.text(200, r.origin().toString())),
        Route.of(
            Method.GET,
            "/query",
            Requirement.NOTHING,
            "",
            r -> Response.text(200, r.query().values().toString())),
        Route.of(
            Method.GET,
            "/bug",
            Requirement.NOTHING,
            "",
            r -> {
              throw new IllegalStateException("secret");
            }),
        Route.of(Method.GET, "/slow", Requirement.NOTHING, "", r -> slow()),
        Route.of(Method.GET, "/stream", Requirement.NOTHING, "", r -> stream()),
        Route.of(
                Method.POST,
                "/echo",
                Requirement.NOTHING,
                "",
                r -> Response.bytes(200, "application/x", r.body()))
            .withBodyLimit(100),
        Route.of(
            Method.POST,
            "/json",
            Requirement.NOTHING,
            "",
            r -> Response.json(200, Json.read(r.body()))));
  }

  private Response thing(Request request) {
    return Response.text(200, "thing " + request.pathParameter("id"));
  }

  private Response slow() {
    arrived.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      return Response.text(500, "interrupted");
    }
    return Response.text(200, "done");
  }

  private static Response stream() {
    return Response.stream(
        Response.EVENT_STREAM,
        out -> {
          out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          out.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
        });
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.close();
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> response) {
    return response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8);
  }

  private String get(String path, String... headers) throws IOException, InterruptedException {
    return text(send("GET", path, "", headers));
  }

  @Test
  void a_literal_segment_goes_before_a_parameter() throws Exception {
    assertThat(get("/things/special")).isEqualTo("200 special");
    assertThat(get("/things/7")).isEqualTo("200 thing 7");
    assertThat(get("/things/a%2Fb%20c+d")).isEqualTo("200 thing a/b c+d");
    assertThat(get("/files/a/b.js")).isEqualTo("200 a/b.js");
  }

  @Test
  void a_slash_at_the_end_is_for_groups_that_allow_it() throws Exception {
    assertThat(get("/loose/things/7/")).isEqualTo("200 thing 7");
    assertThat(get("/loose/things/7")).isEqualTo("200 thing 7");
    assertThat(get("/things/7/")).startsWith("404 not_found");
  }

  @Test
  void an_unknown_path_is_not_found() throws Exception {
    assertThat(get("/nowhere")).startsWith("404 not_found");
    assertThat(get("/things")).startsWith("404 not_found");
    assertThat(get("/loose/nowhere")).startsWith("404 not_found");
  }

  @Test
  void another_method_is_told_which_ones_there_are() throws Exception {
    HttpResponse<byte[]> response = send("PUT", "/things/7", "x");
    assertThat(text(response))
        .isEqualTo("405 method_not_allowed: PUT is not possible here; allowed: GET, HEAD, DELETE.");
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, DELETE");
    assertThat(send("OPTIONS", "/things/7", "").statusCode()).isEqualTo(204);
  }

  @Test
  void head_is_get_without_a_body() throws Exception {
    HttpResponse<byte[]> response = send("HEAD", "/hello", "");
    assertThat(text(response)).isEqualTo("200 ");
    assertThat(response.headers().firstValue("Content-Length")).contains("5");
    assertThat(send("HEAD", "/stream", "").statusCode()).isEqualTo(200);
  }

  @Test
  void every_answer_forbids_to_guess_its_type() throws Exception {
    assertThat(send("GET", "/hello", "").headers().firstValue("X-Content-Type-Options"))
        .contains("nosniff");
    assertThat(send("GET", "/nowhere", "").headers().firstValue("X-Content-Type-Options"))
        .contains("nosniff");
  }

  @Test
  void a_bug_shows_its_id_and_nothing_else() throws Exception {
    assertThat(get("/bug")).startsWith("500 bug ").doesNotContain("secret");
  }

  @Test
  void a_body_over_the_limit_is_refused_and_the_server_goes_on() throws Exception {
    assertThat(text(send("POST", "/echo", "x".repeat(100)))).startsWith("200 xxx");
    assertThat(text(send("POST", "/echo", "x".repeat(101)))).startsWith("413 body_too_large");
    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/echo"))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[4_000_000])))
            .build();
    try {
      assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    } catch (IOException e) {
      // The server may hang up on a caller that goes on sending.
    }
    assertThat(get("/hello")).isEqualTo("200 hello");
  }

  @Test
  void json_is_read_whole_or_refused_with_a_place() throws Exception {
    assertThat(text(send("POST", "/json", "{\"a\":[1,2]}"))).isEqualTo("200 {\"a\":[1,2]}");
    assertThat(text(send("POST", "/json", "{\"a\":\n]}")))
        .startsWith("400 malformed_json")
        .contains("line 2");
    assertThat(text(send("POST", "/json", "{} {}"))).startsWith("400 malformed_json");
    assertThat(text(send("POST", "/json", "{\"a\": ")))
        .startsWith("400 malformed_json")
        .contains("Unexpected end-of-input")
        .doesNotContain("Source");
    assertThat(text(send("POST", "/json", "[".repeat(10_000)))).startsWith("400 json_too_deep");
    assertThat(text(send("POST", "/json", ""))).startsWith("400 malformed_json");
  }

  @Test
  void what_is_no_request_gets_a_short_answer() throws Exception {
    assertThat(raw("NONSENSE"))
        .startsWith("HTTP/1.1 400")
        .contains("nosniff")
        .doesNotContain("io.helidon");
    assertThat(raw("GET /" + "x".repeat(70_000) + " HTTP/1.1")).startsWith("HTTP/1.1 4");
    assertThat(raw("BREW /hello HTTP/1.1")).startsWith("HTTP/1.1 501");
    assertThat(get("/hello")).isEqualTo("200 hello");
  }

  @Test
  void a_malformed_escape_is_refused() throws Exception {
    assertThat(raw("GET /query?a=%zz HTTP/1.1")).contains(" 400 ");
    assertThat(get("/query?a=1&b=%C3%A4+x&a=2&c")).isEqualTo("200 {a=[1, 2], b=[ä x], c=[]}");
  }

  private String raw(String line) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request = line + "\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void larger_text_is_packed_when_the_caller_can_unpack() throws Exception {
    HttpResponse<byte[]> packed = send("GET", "/large", "", "Accept-Encoding", "gzip");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(in.readAllBytes()).hasSize(5000);
    }
    assertThat(send("GET", "/large", "").body()).hasSize(5000);
  }

  @Test
  void a_trusted_proxy_says_who_called() throws Exception {
    String origin =
        get(
            "/origin",
            "X-Forwarded-For",
            "6.6.6.6, 9.9.9.9, 127.0.0.2",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "facet.example");
    assertThat(origin).isEqualTo("200 Origin[address=9.9.9.9, url=https://facet.example]");
  }

  @Test
  void a_caller_beyond_the_limit_is_told_when_to_come_back() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(get("/loose/mine", "Authorization", "ada")).isEqualTo("200 mine");
    }
    HttpResponse<byte[]> refused = send("GET", "/loose/mine", "", "Authorization", "ada");
    assertThat(text(refused)).startsWith("429 rate_limited");
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    assertThat(get("/loose/mine", "Authorization", "bob")).isEqualTo("200 mine");
    assertThat(get("/loose/mine")).startsWith("401 no_credential");
  }

  @Test
  void a_stream_arrives_piece_by_piece() throws Exception {
    HttpResponse<byte[]> response = send("GET", "/stream", "");
    assertThat(text(response)).isEqualTo("200 data: 1\n\ndata: 2\n\n");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
  }

  @Test
  void a_request_under_way_ends_before_the_server_does() throws Exception {
    HttpRequest slow =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/slow")).build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(slow, BodyHandlers.ofString());
    arrived.await();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
    release.countDown();
    assertThat(answer.get().body()).isEqualTo("done");
    closed.get();
  }
}
