package dev.facet.api.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What comes in on one connection, piece by piece. While somebody waits for an answer, the next
 * piece is read ahead: when there is none, the caller has gone. Belongs to the connection's thread,
 * beside which one other reads ahead.
 */
final class Incoming implements Supplier<byte @Nullable []> {
  private static final ThreadLocal<@Nullable Incoming> CURRENT = new ThreadLocal<>();

  private final DataReader source;
  private @Nullable CompletableFuture<Piece> ahead;
  private volatile boolean awaited;
  private volatile boolean ended;

  /** Some bytes, null at the end. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Piece(byte @Nullable [] bytes) {}

  private Incoming(DataReader source) {
    this.source = source;
  }

  /** What comes in on the connection that this thread looks after from now on. */
  static Incoming begin(DataReader source) {
    Incoming incoming = new Incoming(source);
    CURRENT.set(incoming);
    return incoming;
  }

  /** What comes in on the connection that this thread looks after, if it does. */
  static Optional<Incoming> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Whether nothing more will come. */
  boolean isEnded() {
    return ended;
  }

  @Override
  public byte @Nullable [] get() {
    CompletableFuture<Piece> reading = ahead;
    if (reading == null) {
      return next();
    }
    ahead = null;
    awaited = true;
    try {
      return reading.get().bytes();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("The server is stopping", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
    }
  }

  private byte @Nullable [] next() {
    try {
      source.ensureAvailable();
    } catch (DataReader.InsufficientDataAvailableException end) {
      ended = true;
      return null;
    }
    return source.readBytes(source.available());
  }

  /** Runs {@code gone} when the caller goes away before the watch is closed. */
  Watch watch(Runnable gone) {
    Watch watch = new Watch(gone);
    if (ahead == null) {
      awaited = false;
      ahead = new CompletableFuture<>();
      CompletableFuture<Piece> reading = ahead;
      Thread.ofVirtual().name("http-ahead").start(() -> read(reading));
    }
    var _ =
        ahead.whenComplete(
            (piece, failed) -> {
              if (failed != null || piece.bytes() == null) {
                watch.left();
              }
            });
    return watch;
  }

  private void read(CompletableFuture<Piece> reading) {
    while (!reading.isDone()) {
      try {
        reading.complete(new Piece(next()));
      } catch (RuntimeException e) {
        // Nobody waits for the next request yet: there is no hurry.
        if (awaited || !isTimeout(e)) {
          ended = true;
          reading.completeExceptionally(e);
        }
      }
    }
  }

  private static boolean isTimeout(@Nullable Throwable e) {
    return e != null && (e instanceof SocketTimeoutException || isTimeout(e.getCause()));
  }

  /** Looks out for the caller. */
  static final class Watch implements HttpServer.Watch {
    private final Runnable gone;
    private boolean closed;

    private Watch(Runnable gone) {
      this.gone = gone;
    }

    private synchronized void left() {
      if (!closed) {
        closed = true;
        gone.run();
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
    }
  }

  /**
   * Makes connections whose callers can be seen to go away: all comes in through {@link Incoming}.
   */
  record Connections(ServerConnectionSelector http) implements ServerConnectionSelector {

    @Override
    public int bytesToIdentifyConnection() {
      return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
      return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
      return http.supportedApplicationProtocols();
    }

    /** Called on the thread that looks after the connection until its end. */
    @Override
    public ServerConnection connection(ConnectionContext context) {
      DataReader reader = new DataReader(Incoming.begin(context.dataReader()));
      return http.connection(new Context(context, reader));
    }

    /** The same connection with another reader. */
    private record Context(ConnectionContext same, DataReader dataReader)
        implements ConnectionContext {

      @Override
      public ListenerContext listenerContext() {
        return same.listenerContext();
      }

      @Override
      public ExecutorService executor() {
        return same.executor();
      }

      @Override
      public DataWriter dataWriter() {
        return same.dataWriter();
      }

      @Override
      public Router router() {
        return same.router();
      }

      @Override
      public Optional<ProxyProtocolData> proxyProtocolData() {
        return same.proxyProtocolData();
      }

      @Override
      public HelidonSocket serverSocket() {
        return same.serverSocket();
      }

      @Override
      public PeerInfo remotePeer() {
        return same.remotePeer();
      }

      @Override
      public PeerInfo localPeer() {
        return same.localPeer();
      }

      @Override
      public boolean isSecure() {
        return same.isSecure();
      }

      @Override
      public String socketId() {
        return same.socketId();
      }

      @Override
      public String childSocketId() {
        return same.childSocketId();
      }
    }
  }
}
