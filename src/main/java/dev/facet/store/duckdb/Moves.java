package dev.facet.store.duckdb;

import dev.facet.store.duckdb.Layout.Place;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * Moves rows from closed parts into order on a connection of its own, so that rows keep coming in.
 * A range of rows moves in one transaction; only a batch that changes rows or columns that are
 * there waits for the end of it. Moves are made by one thread at a time.
 */
final class Moves implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Runnable halfway;

  /** Held while a range moves, and while something changes all parts. Fair: both get their turn. */
  private final ReentrantLock parts = new ReentrantLock(true);

  private volatile boolean closed;

  /**
   * @param halfway run when a range is in both parts, before that is committed
   */
  Moves(DuckDBConnection connection, Runnable halfway) {
    this.connection = connection;
    this.halfway = halfway;
  }

  /** What changes all parts. */
  interface Change {
    void make() throws SQLException;
  }

  /** Makes the change when no range is being moved. */
  void between(Change change) throws SQLException {
    parts.lock();
    try {
      change.make();
    } finally {
      parts.unlock();
    }
  }

  /** The same if no range is being moved or about to be; false when one is. */
  boolean tryBetween(Change change) throws SQLException {
    if (parts.hasQueuedThreads() || !parts.tryLock()) {
      return false;
    }
    try {
      change.make();
      return true;
    } finally {
      parts.unlock();
    }
  }

  /** Moves all rows of a closed part; false when there was no time for all. */
  boolean move(Place place, int part) throws SQLException {
    Parts from = new Parts(connection, place);
    for (Parts.Range range : from.ranges(part)) {
      if (closed) {
        return false;
      }
      between(() -> move(from, part, range));
    }
    return true;
  }

  private void move(Parts from, int part, Parts.Range range) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      from.copy(part, range);
      halfway.run();
      from.clear(part, range);
      connection.commit();
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** No range is moved any more from here on. */
  void stop() {
    closed = true;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
