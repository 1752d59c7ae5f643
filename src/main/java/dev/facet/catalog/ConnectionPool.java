package dev.facet.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Open connections, at most {@code size} at a time; the semaphore counts those that may still be
 * taken.
 */
final class ConnectionPool implements ConnectionFactory, AutoCloseable {
  private final Semaphore free;
  private final Duration patience;
  private final Opener opener;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /** Opens one more connection. */
  interface Opener {
    Connection open() throws SQLException;
  }

  ConnectionPool(int size, Duration patience, Opener opener) {
    this.free = new Semaphore(size, true);
    this.patience = patience;
    this.opener = opener;
  }

  @Override
  public Connection openConnection() throws SQLException {
    await();
    boolean opened = false;
    try {
      Connection connection = take();
      opened = true;
      return connection;
    } finally {
      if (!opened) {
        free.release();
      }
    }
  }

  @Override
  public void closeConnection(@Nullable Connection connection) throws SQLException {
    if (connection != null && !connection.isClosed()) {
      idle.push(connection);
    }
    free.release();
    if (closed) {
      closeIdle();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      closeIdle();
    } catch (SQLException e) {
      throw new IllegalStateException("The catalog did not close cleanly", e);
    }
  }

  private Connection take() throws SQLException {
    if (closed) {
      throw new SQLException("The catalog is closed");
    }
    Connection connection = idle.poll();
    return connection == null ? opener.open() : connection;
  }

  private void await() {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Catalog.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Catalog.busy();
    }
  }

  private void closeIdle() throws SQLException {
    for (Connection c = idle.poll(); c != null; c = idle.poll()) {
      c.close();
    }
  }
}
