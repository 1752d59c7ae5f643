package dev.facet.store.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries on connections of their own, of which the one used last is taken: its memory and
 * prepared statements are warm. A call into the engine holds its thread until it is done, so a
 * guard looks after those who were interrupted or have taken too long; virtual threads, which share
 * the few real ones, have one lent. Safe for use by many threads.
 */
final class Readers implements AutoCloseable {
  private static final Duration CANCEL_AGAIN = Duration.ofMillis(20);

  private final DuckDbSettings settings;
  private final BlockingDeque<Seat> free = new LinkedBlockingDeque<>();
  private final List<Seat> all = new ArrayList<>();
  private final Cores cores;
  private final Set<Reading> guarded = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService guard =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("facet-query-guard").factory());

  /** What to do with a connection. */
  interface Work<T> {
    T with(Reading reading) throws SQLException;
  }

  Readers(DuckDBConnection parent, DuckDbSettings settings) throws SQLException {
    this.settings = settings;
    this.cores = new Cores(settings.threads());
    for (int i = 1; i <= settings.readers(); i++) {
      all.add(new Seat((DuckDBConnection) parent.duplicate(), "facet-query-" + i));
    }
    free.addAll(all);
    guard.scheduleWithFixedDelay(
        () -> guarded.forEach(Reading::check),
        CANCEL_AGAIN.toMillis(),
        CANCEL_AGAIN.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** A connection, its thread and the statements prepared on it. */
  private static final class Seat {
    private static final int PREPARED = 64;

    private final DuckDBConnection connection;
    private final ExecutorService thread;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    private Seat(DuckDBConnection connection, String name) {
      this.connection = connection;
      this.thread =
          Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }

    private PreparedStatement prepared(String sql) throws SQLException {
      PreparedStatement known = prepared.get(sql);
      if (known != null) {
        return known;
      }
      PreparedStatement statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
      if (prepared.size() > PREPARED) {
        Iterator<PreparedStatement> eldest = prepared.values().iterator();
        eldest.next().close();
        eldest.remove();
      }
      return statement;
    }

    private void forget() throws SQLException {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
    }

    private void close() throws SQLException {
      thread.shutdown();
      connection.close();
    }
  }

  /** One piece of work on a connection, which another thread can stop. */
  static final class Reading {
    private final Seat seat;
    private final Thread reader = Thread.currentThread();
    private final long deadline;
    private @Nullable Statement running;
    private boolean stopped;

    private Reading(Seat seat, long deadline) {
      this.seat = seat;
      this.deadline = deadline;
    }

    Connection connection() {
      return seat.connection;
    }

    /** The statement of this text, which stays open for the next one who needs it. */
    PreparedStatement prepared(String sql) throws SQLException {
      return seat.prepared(sql);
    }

    /** Says that the statement is about to run. */
    synchronized void running(Statement statement) {
      running = statement;
      if (stopped) {
        throw Failures.cancelled();
      }
    }

    /** From here on nothing on the connection belongs to this reading. */
    private synchronized void done() {
      running = null;
    }

    private boolean isLate() {
      return System.nanoTime() - deadline > 0;
    }

    /** Stops the work of a reader that was interrupted or has taken too long. */
    private void check() {
      if (reader.isInterrupted() || isLate()) {
        stop();
      }
    }

    private synchronized void stop() {
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
      Seat seat = free.pollFirst(settings.queryLimit().toNanos(), TimeUnit.NANOSECONDS);
      if (seat == null) {
        throw Failures.tooLong(settings);
      }
      Reading reading = new Reading(seat, deadline);
      if (!Thread.currentThread().isVirtual()) {
        return guarded(work, reading);
      }
      Future<T> result = seat.thread.submit(() -> run(work, reading));
      return await(result, reading, deadline);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failures.cancelled();
    }
  }

  private <T> T guarded(Work<T> work, Reading reading) {
    guarded.add(reading);
    try {
      return run(work, reading);
    } catch (SQLException error) {
      throw reading.isLate() ? Failures.tooLong(settings) : Failures.of(error, settings);
    } finally {
      guarded.remove(reading);
    }
  }

  private <T> T run(Work<T> work, Reading reading) throws SQLException {
    try {
      cores.enter(reading.connection());
      return work.with(reading);
    } catch (SQLException failed) {
      reading.seat.forget();
      throw failed;
    } finally {
      cores.leave();
      reading.done();
      free.addFirst(reading.seat);
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
    guard.shutdownNow();
    for (Seat seat : all) {
      seat.close();
    }
  }
}
