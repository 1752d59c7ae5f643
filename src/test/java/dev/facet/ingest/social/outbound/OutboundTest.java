package dev.facet.ingest.social.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one way out: whom it calls, and what it makes of answers. */
class OutboundTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Hosts LISTED = Hosts.of(List.of("127.0.0.1"));
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static Reply send(
      Hosts hosts, Lookup lookup, @Nullable String base, Call call, Duration limit) {
    try (Outbound outbound = new Outbound(hosts, lookup)) {
      return outbound.to(base).send(call, limit);
    }
  }

  private static Reply reply(String bytes) throws IOException {
    try (RawServer server = new RawServer(bytes, false)) {
      return send(LISTED, InetAddress::getAllByName, server.url(), call(), LONG);
    }
  }

  private static Call call() {
    return Call.get("https://graph.facebook.com", "/v23.0/me").with("fields", "a b");
  }

  private static NetworkException refused(Runnable sending) {
    NetworkException e = catchThrowableOfType(NetworkException.class, sending::run);
    return Objects.requireNonNull(e, "nothing was refused");
  }

  private static NetworkException failure(String bytes, boolean hangs, Duration limit)
      throws IOException {
    try (RawServer server = new RawServer(bytes, hangs)) {
      return refused(() -> send(LISTED, InetAddress::getAllByName, server.url(), call(), limit));
    }
  }

  @Test
  void the_base_takes_the_place_of_the_host_and_may_have_a_prefix() throws Exception {
    try (RawServer server = new RawServer(OK + "Content-Length: 2\r\n\r\n{}", false)) {
      Call call = call().header("Authorization", "Bearer t");
      send(LISTED, InetAddress::getAllByName, server.url() + "/stub/", call, LONG);
      assertThat(server.requests().getFirst())
          .startsWith("GET /stub/v23.0/me?fields=a%20b HTTP/1.1\n")
          .contains("Host: 127.0.0.1:" + server.port(), "User-Agent: Facet/", "Bearer t");
    }
  }

  @Test
  void bodies_are_read_by_length_in_chunks_and_to_the_end() throws Exception {
    assertThat(reply(OK + "Content-Length: 7\r\n\r\n{\"a\":1}rest").body().path("a").asInt())
        .isEqualTo(1);
    assertThat(
            reply(OK + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\n{\"a\r\n4\r\n\":2}\r\n0\r\n\r\n")
                .body()
                .path("a")
                .asInt())
        .isEqualTo(2);
    assertThat(reply(OK + "X-A: 1\r\nx-a: 2\r\n\r\n{\"a\":3}").body().path("a").asInt())
        .isEqualTo(3);
  }

  @Test
  void headers_have_small_letters_and_the_last_one_counts() throws Exception {
    Reply reply = reply("HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nRETRY-AFTER: 7\r\n\r\n");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers()).containsEntry("retry-after", "7");
    assertThat(reply.body().isMissingNode()).isTrue();
  }

  @Test
  void what_is_no_json_is_missing() throws Exception {
    assertThat(reply(OK + "\r\n<html>").body().isMissingNode()).isTrue();
    assertThat(reply(OK + "\r\n" + "[".repeat(200)).body().isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":",
        "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
      })
  void what_breaks_off_or_is_no_http_is_tried_again(String bytes) throws Exception {
    assertThat(failure(bytes, false, LONG).kind()).isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    NetworkException e =
        failure("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n", false, LONG);
    assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(e).hasMessageContaining("redirect");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"})
  void silence_ends_at_the_limit(String bytes) throws Exception {
    NetworkException e = failure(bytes, true, Duration.ofMillis(200));
    assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
    assertThat(e).hasMessageContaining("nothing came back");
  }

  @Test
  void answers_have_a_largest_size() throws Exception {
    long tooMuch = ReplyReader.LARGEST + 1L;
    String announced = OK + "Content-Length: " + tooMuch + "\r\n\r\n";
    String chunk = OK + "Transfer-Encoding: chunked\r\n\r\n" + Long.toHexString(tooMuch) + "\r\n";
    String head = OK + "X: " + "y".repeat(70_000);
    for (String bytes : List.of(announced, chunk, head)) {
      NetworkException e = failure(bytes, true, LONG);
      assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST);
      assertThat(e).hasMessageContaining("larger");
    }
  }

  @Test
  void a_name_that_leads_into_a_private_network_is_not_called() throws Exception {
    try (RawServer server = new RawServer(OK + "\r\n{}", false)) {
      Lookup inside = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      Call call = Call.get("https://graph.facebook.com:" + server.port(), "/me");
      NetworkException e = refused(() -> send(LISTED, inside, null, call, LONG));
      assertThat(e).hasMessageContaining("private network");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_name_is_looked_up_once_for_each_call_and_checked_every_time() throws Exception {
    Queue<InetAddress> answers = new ArrayDeque<>();
    answers.add(InetAddress.getLoopbackAddress());
    answers.add(InetAddress.getByName("8.8.8.8"));
    Lookup rebinding = host -> new InetAddress[] {answers.remove()};
    Call call = Call.get("https://graph.facebook.com", "/me");
    NetworkException e = refused(() -> send(LISTED, rebinding, null, call, LONG));
    assertThat(e).hasMessageContaining("private network");
    assertThat(answers).hasSize(1);
  }

  @Test
  void one_address_nearby_among_several_is_enough_to_refuse() throws Exception {
    InetAddress far = InetAddress.getByName("8.8.8.8");
    Lookup mixed = host -> new InetAddress[] {far, InetAddress.getLoopbackAddress()};
    Call call = Call.get("https://graph.facebook.com", "/me");
    assertThat(refused(() -> send(LISTED, mixed, null, call, LONG)))
        .hasMessageContaining("private network");
  }

  @Test
  void only_listed_hosts_are_called_without_encryption() throws Exception {
    try (RawServer server = new RawServer(OK + "\r\n{}", false)) {
      Hosts none = Hosts.of(List.of());
      NetworkException e =
          refused(() -> send(none, InetAddress::getAllByName, server.url(), call(), LONG));
      assertThat(e.kind()).isEqualTo(Kind.BAD_REQUEST);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_token_cannot_add_headers() throws Exception {
    try (RawServer server = new RawServer(OK + "\r\n{}", false)) {
      Call call = call().header("Authorization", "Bearer a\r\nX-Evil: secret-token");
      NetworkException e =
          refused(() -> send(LISTED, InetAddress::getAllByName, server.url(), call, LONG));
      assertThat(e.getMessage()).contains("control character").doesNotContain("secret-token");
      assertThat(server.requests()).isEmpty();
    }
  }
}
