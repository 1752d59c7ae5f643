package dev.facet.api.http;

import dev.facet.model.FailureException;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A running server: one virtual thread for each connection, all requests through one table of
 * routes.
 */
public final class HttpServer implements AutoCloseable {
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_HEADERS = 64 * 1024;
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration DRAIN_TIME = Duration.ofSeconds(15);
  private static final Duration LAST_GRACE = Duration.ofMillis(500);

  private final WebServer server;
  private final Exchange exchange;

  /**
   * Where and how to listen.
   *
   * @param port 0 for any free one
   * @param publicUrl the address callers know the server by, null to go by each request's Host
   *     header
   */
  public record Settings(
      String host, int port, @Nullable String publicUrl, Proxies proxies, int maxConnections) {}

  private HttpServer(WebServer server, Exchange exchange) {
    this.server = server;
    this.exchange = exchange;
  }

  /**
   * Starts to accept requests. A port that is taken is an IllegalStateException or
   * UncheckedIOException.
   */
  public static HttpServer start(Settings settings, CallLimit limit, List<RouteGroup> groups) {
    Exchange exchange =
        new Exchange(
            new Dispatcher(new Router(groups), limit), settings.publicUrl(), settings.proxies());
    WebServer server =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(LAST_GRACE)
            .idleConnectionTimeout(IDLE_TIMEOUT)
            .maxTcpConnections(settings.maxConnections())
            .connectionOptions(socket -> socket.readTimeout(READ_TIMEOUT).tcpNoDelay(true))
            .protocolsDiscoverServices(false)
            .contentEncoding(
                bodies ->
                    bodies.contentEncodingsDiscoverServices(false).addContentEncoding(new AsSent()))
            .addConnectionSelector(new Incoming.Connections(http1()))
            .directHandlers(
                direct ->
                    List.of(EventType.values())
                        .forEach(type -> direct.addHandler(type, new NoRequest())))
            .routing(routing -> routing.any(exchange))
            .build()
            .start();
    if (!server.isRunning() || server.port() < 0) {
      throw FailureException.invalid(
          "configuration",
          "server.port",
          "Port %d of %s is taken or not allowed; choose another with --port."
              .formatted(settings.port(), settings.host()));
    }
    return new HttpServer(server, exchange);
  }

  private static ServerConnectionSelector http1() {
    Http1Config settings =
        Http1Config.builder().maxPrologueLength(MAX_LINE).maxHeadersSize(MAX_HEADERS).build();
    return Http1ConnectionSelector.builder().config(settings).build();
  }

  /**
   * Looks out for the caller whose request this thread works on: {@code gone} runs when they close
   * the connection before the watch is closed. On any other thread nobody is there to go.
   */
  public static Watch watch(Runnable gone) {
    return Incoming.current().<Watch>map(incoming -> incoming.watch(gone)).orElse(() -> {});
  }

  /** A look-out. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * Lets requests under way end, refuses new ones, then stops. Takes at most {@link #DRAIN_TIME}
   * and a little.
   */
  @Override
  public void close() {
    exchange.drain(DRAIN_TIME);
    server.stop();
  }

  /**
   * Hands packed bodies over as they came, for routes to unpack within their limits; otherwise the
   * library refuses what it has no decoder for.
   */
  private static final class AsSent implements ContentEncoding {
    @Override
    public Set<String> ids() {
      return Set.of("gzip", "x-gzip", "deflate", "identity", "br", "zstd");
    }

    @Override
    public boolean supportsEncoding() {
      return false;
    }

    @Override
    public boolean supportsDecoding() {
      return true;
    }

    @Override
    public ContentDecoder decoder() {
      return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder() {
      return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
      return "as-sent";
    }

    @Override
    public String type() {
      return "as-sent";
    }
  }

  /** Answers what is no HTTP request, or one that is malformed, before any dialect sees it. */
  private static final class NoRequest implements DirectHandler {

    @Override
    public TransportResponse handle(
        TransportRequest request,
        EventType type,
        Status status,
        ServerResponseHeaders headers,
        String message) {
      return TransportResponse.builder()
          .status(status)
          .headers(headers)
          .header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF)
          .header(HeaderValues.CONTENT_TYPE_TEXT_PLAIN)
          .keepAlive(false)
          .entity(status.reasonPhrase())
          .build();
    }
  }
}
