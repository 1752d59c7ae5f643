package dev.facet.api.http;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Carries requests and answers between the HTTP library and the dispatcher. */
final class Exchange implements Handler {
  private static final int WORTH_PACKING = 1400;
  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");
  private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
  private final Dispatcher dispatcher;
  private final @Nullable String publicUrl;
  private final Proxies proxies;
  private final Phaser underWay = new Phaser(1);
  private volatile boolean draining;

  Exchange(Dispatcher dispatcher, @Nullable String publicUrl, Proxies proxies) {
    this.dispatcher = dispatcher;
    this.publicUrl = publicUrl;
    this.proxies = proxies;
  }

  @Override
  public void handle(ServerRequest in, ServerResponse out) {
    underWay.register();
    try {
      Method method = method(in.prologue().method().text());
      if (draining || method == null) {
        out.header(HeaderValues.CONNECTION_CLOSE).status(draining ? 503 : 501).send();
        throw new CloseConnectionException("Nothing more is answered on this connection");
      }
      Response response = dispatcher.answer(request(method, in));
      stopIfGone();
      send(response, method, in, out);
    } finally {
      underWay.arriveAndDeregister();
    }
    closeIfAsked(in);
  }

  /** A caller who left is answered nothing; the interruption that stopped the work is over. */
  private static void stopIfGone() {
    if (Incoming.current().filter(Incoming::isEnded).isPresent()) {
      boolean _ = Thread.interrupted();
      throw new CloseConnectionException("The caller has gone");
    }
  }

  /** Helidon 4 keeps the connection open whatever the headers say, until it has been idle. */
  private static void closeIfAsked(ServerRequest in) {
    if (in.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      // A connection closed over unread bytes is reset, and the answer lost with it.
      in.content().consume();
      throw new CloseConnectionException("The client asked for it");
    }
  }

  /** Refuses new requests and waits until those under way have ended, but no longer than this. */
  void drain(Duration patience) {
    draining = true;
    int phase = underWay.arriveAndDeregister();
    try {
      underWay.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      System.getLogger(Exchange.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "Requests still under way after {0} are given up",
              patience);
    }
  }

  private static @Nullable Method method(String text) {
    return switch (text) {
      case "GET" -> Method.GET;
      case "HEAD" -> Method.HEAD;
      case "POST" -> Method.POST;
      case "PUT" -> Method.PUT;
      case "PATCH" -> Method.PATCH;
      case "DELETE" -> Method.DELETE;
      case "OPTIONS" -> Method.OPTIONS;
      default -> null;
    };
  }

  private Request request(Method method, ServerRequest in) {
    return new Request(
        method,
        in.path().rawPath(),
        in.query().rawValue(),
        name -> in.headers().first(HeaderNames.create(name)).orElse(null),
        origin(in),
        limit -> body(in, limit));
  }

  private Origin origin(ServerRequest in) {
    String peer = in.remotePeer().host();
    boolean trusted = proxies.trusts(peer);
    if (!trusted) {
      return new Origin(peer, publicUrl == null ? "http://" + in.authority() : publicUrl);
    }
    String caller = proxies.caller(peer, in.headers().first(FORWARDED_FOR));
    String scheme = in.headers().first(FORWARDED_PROTO).filter("https"::equals).orElse("http");
    String host = in.headers().first(FORWARDED_HOST).orElse(in.authority());
    return new Origin(caller, publicUrl == null ? scheme + "://" + host : publicUrl);
  }

  private static byte[] body(ServerRequest in, int limit) {
    if (!in.content().hasEntity()) {
      return new byte[0];
    }
    if (in.headers().contentLength().orElse(0) > limit) {
      throw tooLarge(limit);
    }
    try (InputStream stream = in.content().inputStream()) {
      byte[] body = stream.readNBytes(limit + 1);
      if (body.length > limit) {
        throw tooLarge(limit);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FailureException tooLarge(int limit) {
    String text =
        limit >= 1 << 20
            ? (limit >> 20) + " MB"
            : limit >= 1 << 10 ? (limit >> 10) + " KB" : limit + " bytes";
    return new FailureException(
        new Failure.TooMuch(
            "body_too_large",
            null,
            "A body has at most " + text + " here; send less at once.",
            null));
  }

  private static void send(Response response, Method method, ServerRequest in, ServerResponse out) {
    out.status(response.status());
    out.header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
    response
        .headers()
        .forEach(header -> out.headers().add(HeaderNames.create(header.name()), header.value()));
    if (!response.has("Cache-Control")) {
      out.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
    switch (response.body()) {
      case Response.Empty empty -> out.send();
      case Response.Bytes bytes -> sendBytes(response, bytes, method, in, out);
      case Response.Stream stream -> sendStream(stream, method, out);
    }
  }

  private static void sendBytes(
      Response response,
      Response.Bytes bytes,
      Method method,
      ServerRequest in,
      ServerResponse out) {
    byte[] body = bytes.plain();
    if (bytes.gzipped() != null || (body.length >= WORTH_PACKING && isText(response))) {
      out.header(HeaderNames.VARY, "Accept-Encoding");
      if (in.headers()
          .first(HeaderNames.ACCEPT_ENCODING)
          .filter(v -> v.contains("gzip"))
          .isPresent()) {
        out.header(HeaderNames.CONTENT_ENCODING, "gzip");
        body = bytes.gzipped() != null ? bytes.gzipped() : Gzip.pack(body);
      }
    }
    if (method == Method.HEAD) {
      out.contentLength(body.length);
      out.send();
    } else {
      out.send(body);
    }
  }

  private static boolean isText(Response response) {
    return response.headers().stream()
        .filter(header -> header.name().equals("Content-Type"))
        .anyMatch(
            header ->
                header.value().startsWith("text/") || header.value().startsWith("application/j"));
  }

  private static void sendStream(Response.Stream stream, Method method, ServerResponse out) {
    if (method == Method.HEAD) {
      out.send();
      return;
    }
    try (OutputStream body = out.outputStream()) {
      stream.writer().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
