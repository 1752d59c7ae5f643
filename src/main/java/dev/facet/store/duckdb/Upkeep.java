package dev.facet.store.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;

/**
 * What the store does by itself from time to time: it brings rows in order and writes its log into
 * its file, both when little else is going on. Batches and queries go on meanwhile.
 */
final class Upkeep {
  private static final long IDLE_SECONDS = 5;
  private static final long ROUND_SECONDS = 2;

  /** Sorting takes what loading needs, so it waits until fewer rows a second come in. */
  private static final long CALM_ROWS = 2_000;

  /** It waits no longer when so many parts are closed. */
  private static final int MOST_CLOSED = 16;

  private final Writer writer;
  private final Moves moves;

  /** One sorts at a time; taken before the writer's. */
  private final ReentrantLock sorting = new ReentrantLock();

  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("facet-upkeep").factory());
  private final AtomicLong arrived = new AtomicLong();
  private volatile long lastApplied;
  private volatile boolean checkpointDue;
  private volatile boolean grown = true;

  Upkeep(Writer writer, Moves moves) {
    this.writer = writer;
    this.moves = moves;
  }

  /** From here on the store is kept up. */
  void begin() {
    rounds.scheduleWithFixedDelay(this::round, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  /** So many rows came in. */
  void applied(long rows) {
    lastApplied = System.nanoTime();
    checkpointDue = true;
    arrived.addAndGet(rows);
    grown = true;
  }

  private void round() {
    boolean calm = arrived.getAndSet(0) < CALM_ROWS * ROUND_SECONDS;
    try {
      if (grown) {
        grown = false;
        closeParts(RowOrder::partRows);
      }
      sortOne(calm ? 1 : MOST_CLOSED);
    } catch (SQLException | RuntimeException tryAgain) {
      if (rounds.isShutdown()) {
        return;
      }
      System.getLogger(Upkeep.class.getName())
          .log(System.Logger.Level.WARNING, "Rows could not be brought in order", tryAgain);
    }
    checkpointWhenIdle();
  }

  /** Brings rows of all projects in order, where at least so many are new. */
  void sort(long atLeast) throws SQLException {
    closeParts(order -> atLeast);
    while (sortOne(1)) {
      lastApplied = System.nanoTime();
    }
  }

  private void closeParts(ToLongFunction<RowOrder> least) throws SQLException {
    for (Layout.Place place : writer.layout().tables().keySet()) {
      long atLeast = RowOrder.of(place.dataset()).map(least::applyAsLong).orElse(Long.MAX_VALUE);
      writer.alone(
          connection -> {
            Layout.Stored table = writer.layout().table(place);
            Parts parts = new Parts(connection, place);
            if (table != null && !table.parts().isEmpty() && parts.newest(table) >= atLeast) {
              writer.change((writing, layout) -> layout.with(place, parts.close(table)));
            }
          });
    }
  }

  /** Sorts one part of a table that has at least so many closed ones; false when there is none. */
  private boolean sortOne(int closed) throws SQLException {
    sorting.lock();
    try {
      Layout layout = writer.layout();
      for (Layout.Place place : layout.tables().keySet()) {
        List<Integer> waiting = Parts.closed(Objects.requireNonNull(layout.table(place)));
        if (waiting.size() >= closed) {
          return sort(place, waiting.getFirst());
        }
      }
      return false;
    } finally {
      sorting.unlock();
    }
  }

  private boolean sort(Layout.Place place, int part) throws SQLException {
    changeParts(place, Parts::begin);
    if (!moves.move(place, part)) {
      return false;
    }
    changeParts(place, (parts, table) -> parts.drop(table, part));
    checkpointDue = true;
    return true;
  }

  private interface PartsChange {
    Layout.Stored of(Parts parts, Layout.Stored table) throws SQLException;
  }

  private void changeParts(Layout.Place place, PartsChange change) throws SQLException {
    writer.change(
        (connection, layout) -> {
          Layout.Stored table = Objects.requireNonNull(layout.table(place));
          return layout.with(place, change.of(new Parts(connection, place), table));
        });
  }

  private void checkpointWhenIdle() {
    boolean quiet = System.nanoTime() - lastApplied > TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
    if (!checkpointDue || !quiet) {
      return;
    }
    try {
      writer.aloneIfIdle(
          connection -> {
            try (Statement statement = connection.createStatement()) {
              statement.execute("CHECKPOINT");
              checkpointDue = false;
            }
          });
    } catch (SQLException busy) {
      // A query of an older state is under way: the next round tries again.
      checkpointDue = true;
    }
  }

  /** Ends, and does this when nothing is under way any more. */
  void end(Writer.Task last) throws SQLException {
    rounds.shutdownNow();
    moves.stop();
    sorting.lock();
    try {
      writer.alone(last);
    } finally {
      sorting.unlock();
    }
  }
}
