package dev.facet.store.duckdb;

import java.sql.SQLException;
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
      connection.commit();
      done = true;
      layout = changed;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
