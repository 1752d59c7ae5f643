package dev.facet.store.duckdb;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * The connection that changes the store, and the layout its changes led to. The lock guards the
 * connection; anybody may look at the layout.
 */
final class Writer implements AutoCloseable {
  private final DuckDBConnection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile Layout layout;

  /** How often the layout began or ended to change: odd while the database may be ahead of it. */
  private final AtomicLong turns = new AtomicLong();

  Writer(DuckDBConnection connection) throws SQLException {
    this.connection = connection;
    this.layout = Registry.layout(connection);
  }

  /** What is done while nothing else changes the store. */
  interface Task {
    void run(DuckDBConnection connection) throws SQLException;
  }

  /** What changes the store; gives the layout it leads to. */
  interface Work {
    Layout layout(DuckDBConnection connection, Layout now) throws SQLException;
  }

  /** The layout after the last change. */
  Layout layout() {
    return layout;
  }

  /**
   * Tells whether the layout was that of the database all the time: it was when this gives the same
   * number before the layout is looked at and after the database was read, and {@link #isSettled}
   * holds of it.
   */
  long turns() {
    return turns.get();
  }

  static boolean isSettled(long turns) {
    return turns % 2 == 0;
  }

  /** Waits for its turn. */
  void alone(Task task) throws SQLException {
    lock.lock();
    try {
      task.run(connection);
    } finally {
      lock.unlock();
    }
  }

  /** The same if nobody is writing; else nothing. */
  void aloneIfIdle(Task task) throws SQLException {
    if (!lock.tryLock()) {
      return;
    }
    try {
      task.run(connection);
    } finally {
      lock.unlock();
    }
  }

  /** Does the work in one transaction and publishes the layout it leads to. */
  void change(Work work) throws SQLException {
    alone(writing -> publish(work));
  }

  private void publish(Work work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      Layout changed = work.layout(connection, layout);
      commit(changed);
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private void commit(Layout changed) throws SQLException {
    if (changed.equals(layout)) {
      connection.commit();
      return;
    }
    turns.incrementAndGet();
    try {
      connection.commit();
      layout = changed;
    } finally {
      turns.incrementAndGet();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
