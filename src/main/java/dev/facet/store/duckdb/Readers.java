package dev.facet.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries on threads and connections of their own, so that whoever waits can stop waiting: a
 * call into the engine holds its thread until it is done. Safe for use by many threads.
 */
final class Readers implements AutoCloseable {
  private static final Duration CANCEL_AGAIN = Duration.ofMillis(20);

  private final DuckDbSettings settings;
  private final BlockingQueue<DuckDBConnection> free;
  private final List<DuckDBConnection> all = new ArrayList<>();
  private final ExecutorService threads;

  /** What to do with a connection. */
  interface Work<T> {
    T with(Reading reading) throws SQLException;
  }

  Readers(DuckDBConnection parent, DuckDbSettings settings) throws SQLException {
    this.settings = settings;
    this.free = new ArrayBlockingQueue<>(settings.readers());
    for (int i = 0; i < settings.readers(); i++) {
      all.add((DuckDBConnection) parent.duplicate());
    }
    free.addAll(all);
    this.threads =
        Executors.newFixedThreadPool(
            settings.readers(), Thread.ofPlatform().daemon().name("facet-query-", 1).factory());
  }

  /** One piece of work on a connection, which another thread can stop. */
  static final class Reading {
    private final DuckDBConnection connection;
    private volatile @Nullable Statement running;
    private volatile boolean stopped;

    private Reading(DuckDBConnection connection) {
      this.connection = connection;
    }

    Connection connection() {
      return connection;
    }

    /** Says that the statement is about to run. */
    void running(Statement statement) {
      running = statement;
      if (stopped) {
        throw Failures.cancelled();
      }
    }

    private void stop() {
      stopped = true;
      Statement statement = running;
      if (statement == null) {
        return;
      }
      try {
        statement.cancel();
      } catch (SQLException doneMeanwhile) {
        running = null;
      }
    }
  }

  /** Waits for a connection and the work; interrupting the caller stops the work. */
  <T> T read(Work<T> work) {
    long deadline = System.nanoTime() + settings.queryLimit().toNanos();
    try {
      DuckDBConnection connection =
          free.poll(settings.queryLimit().toNanos(), TimeUnit.NANOSECONDS);
      if (connection == null) {
        throw Failures.tooLong(settings);
      }
      Reading reading = new Reading(connection);
      Future<T> result = threads.submit(() -> run(work, reading));
      return await(result, reading, deadline);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failures.cancelled();
    }
  }

  private <T> T run(Work<T> work, Reading reading) throws SQLException {
    try {
      return work.with(reading);
    } finally {
      reading.running = null;
      free.add(reading.connection);
    }
  }

  private <T> T await(Future<T> result, Reading reading, long deadline)
      throws InterruptedException {
    try {
      return result.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw translated(failed);
    } catch (TimeoutException tooLong) {
      stop(result, reading);
      throw Failures.tooLong(settings);
    } catch (InterruptedException stopped) {
      stop(result, reading);
      throw stopped;
    }
  }

  private RuntimeException translated(ExecutionException failed) {
    return switch (failed.getCause()) {
      case SQLException error -> Failures.of(error, settings);
      case RuntimeException error -> error;
      case null, default -> new IllegalStateException(failed);
    };
  }

  /** Cancels until it is done: a cancellation that comes before the engine has begun is lost. */
  private static void stop(Future<?> result, Reading reading) {
    boolean interrupted = false;
    while (!result.isDone()) {
      reading.stop();
      try {
        result.get(CANCEL_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException again) {
        interrupted = true;
      } catch (ExecutionException | TimeoutException expected) {
        continue;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws SQLException {
    threads.shutdown();
    for (DuckDBConnection connection : all) {
      connection.close();
    }
  }
}
