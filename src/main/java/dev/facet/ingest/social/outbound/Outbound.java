package dev.facet.ingest.social.outbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.Line;
import dev.facet.ingest.social.NetworkException;
import dev.facet.ingest.social.NetworkException.Kind;
import dev.facet.ingest.social.Reply;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls networks, for all accounts. Safe for use by many threads. */
public final class Outbound implements AutoCloseable {
  private static final int DEEPEST = 100;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private final Dialler dialler;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("facet-outbound").daemon().factory());

  public Outbound(Hosts hosts, Lookup lookup) {
    this.dialler = new Dialler(hosts, lookup);
  }

  /**
   * The line to a network.
   *
   * @param base what takes the place of every host of the network, null for the network's own
   */
  public Line to(@Nullable String base) {
    return (call, limit) -> send(call, address(base, call), limit);
  }

  private static URI address(@Nullable String base, Call call) {
    String root = base == null ? call.host() : base.replaceAll("/+$", "");
    try {
      return URI.create(root + call.target());
    } catch (IllegalArgumentException e) {
      throw failure(Kind.BAD_REQUEST, "the address of the call is malformed.");
    }
  }

  private Reply send(Call call, URI address, Duration limit) {
    Deadline deadline = new Deadline(limit);
    try (Socket socket = new Socket()) {
      ScheduledFuture<?> end =
          watch.schedule(() -> hangUp(socket), deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      try {
        return checked(exchange(socket, call, address, deadline));
      } finally {
        end.cancel(false);
      }
    } catch (IOException e) {
      throw told(e, deadline, limit);
    }
  }

  private Reply exchange(Socket socket, Call call, URI address, Deadline deadline)
      throws IOException {
    byte[] request = RequestText.of(call, address);
    try (Socket dialled = dialler.dial(socket, address, deadline)) {
      dialled.getOutputStream().write(request);
      dialled.getOutputStream().flush();
      ReplyReader.Raw raw = new ReplyReader(dialled.getInputStream()).read();
      return new Reply(raw.status(), raw.headers(), json(raw.body()));
    }
  }

  private static Reply checked(Reply reply) {
    if (reply.status() >= 300 && reply.status() < 400) {
      throw failure(
          Kind.BAD_REQUEST,
          "the answer is a redirect (%d), which is not followed.".formatted(reply.status()));
    }
    return reply;
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static NetworkException told(IOException e, Deadline deadline, Duration limit) {
    if (deadline.isOver()) {
      return failure(Kind.TRANSIENT, "nothing came back within %d s.".formatted(limit.toSeconds()));
    }
    return switch (e) {
      case Refusal refusal -> failure(Kind.BAD_REQUEST, String.valueOf(refusal.getMessage()));
      case UnknownHostException _ -> failure(Kind.TRANSIENT, "its host has no address.");
      default -> failure(Kind.TRANSIENT, "the connection failed or broke off.");
    };
  }

  private static NetworkException failure(Kind kind, String message) {
    return new NetworkException(kind, message, null);
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      System.getLogger(Outbound.class.getName())
          .log(System.Logger.Level.DEBUG, "A connection did not close", e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
