package dev.facet.store.duckdb;

import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import dev.facet.store.sql.Sql;
import dev.facet.store.sql.SqlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * Keeps datasets in one DuckDB file. The lock guards the writing connection; readers have
 * connections of their own and see the last committed state.
 */
public final class DuckDbStore implements Store {
  private static final String FILE = "facet.duckdb";
  private static final long IDLE_SECONDS = 5;
  private static final long UPKEEP_SECONDS = 2;

  /**
   * How many rows a part has when it is closed: enough for most names to have pages of their own.
   */
  private static final long PART_ROWS = 1_000_000;

  /** Sorting takes what loading needs, so it waits until fewer rows a second come in. */
  private static final long CALM_ROWS = 2_000;

  /** It waits no longer when so many parts are closed. */
  private static final int MOST_CLOSED = 16;

  /** Planning a million characters takes the engine some seconds, during which nothing stops it. */
  private static final int MOST_TEXT = 3_500_000;

  private final DuckDbSettings settings;
  private final DuckDBConnection writer;
  private final DuckDBConnection patterns;
  private final DuckDbDialect dialect;
  private final Readers readers;
  private final Moves moves;

  /** One sorts at a time; taken before {@link #writing}. */
  private final ReentrantLock sorting = new ReentrantLock();

  private final ReentrantLock writing = new ReentrantLock();
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("facet-upkeep").factory());
  private volatile Layout layout;
  private volatile long position;

  /** By project; changed by the writer only. */
  private final Map<Long, Long> positions = new ConcurrentHashMap<>();

  private volatile long lastApplied;
  private final AtomicLong arrived = new AtomicLong();
  private volatile boolean checkpointDue;
  private volatile boolean grown = true;

  private DuckDbStore(DuckDBConnection writer, DuckDbSettings settings, Runnable halfway)
      throws SQLException {
    this.writer = writer;
    this.settings = settings;
    this.layout = Registry.layout(writer);
    this.position = Registry.position(writer);
    this.positions.putAll(Registry.positions(writer));
    this.patterns = (DuckDBConnection) writer.duplicate();
    this.dialect = new DuckDbDialect(new Patterns(patterns));
    this.readers = new Readers(writer, settings);
    this.moves = new Moves((DuckDBConnection) writer.duplicate(), halfway);
    upkeep.scheduleWithFixedDelay(this::keepUp, UPKEEP_SECONDS, UPKEEP_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Opens the store in the directory, making both when they are not there.
   *
   * @throws UnreadableStoreException when there are files that do not open
   */
  public static DuckDbStore open(Path directory, DuckDbSettings settings) {
    return open(directory, settings, () -> {});
  }

  /**
   * @param halfway run in the middle of each move of rows: who does not return holds it open
   */
  static DuckDbStore open(Path directory, DuckDbSettings settings, Runnable halfway) {
    try {
      Files.createDirectories(directory);
      DuckDBConnection connection = connect(directory, settings);
      Registry.create(connection);
      close(connection);
      return new DuckDbStore(connection, settings, halfway);
    } catch (SQLException error) {
      if (String.valueOf(error.getMessage()).contains("Could not set lock on file")) {
        throw new IllegalStateException(
            "Another process uses the store in " + directory + ".", error);
      }
      throw new UnreadableStoreException(directory, error);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  static DuckDBConnection connect(Path directory, DuckDbSettings settings) throws SQLException {
    Properties options = new Properties();
    options.setProperty("threads", String.valueOf(settings.threads()));
    options.setProperty("memory_limit", settings.memoryMegabytes() + "MB");
    options.setProperty("checkpoint_threshold", settings.checkpointMegabytes() + "MB");
    options.setProperty("preserve_insertion_order", "false");
    options.setProperty("temp_directory", directory.resolve("spill").toString());
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    return (DuckDBConnection)
        DriverManager.getConnection("jdbc:duckdb:" + directory.resolve(FILE), options);
  }

  /** From here on no statement reaches the file system, and none can change that. */
  private static void close(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET enable_external_access = false");
    }
  }

  @Override
  public Table run(long project, Plan plan) {
    ProjectTables tables = new ProjectTables(layout, project);
    Sql sql = written(plan, tables);
    return tables.missed()
        ? readers.read(reading -> runWithLayout(reading, project, plan))
        : readers.read(reading -> run(reading, sql, plan));
  }

  /** The engine does not let go of a text before it has planned it, so the text is bounded. */
  private Sql written(Plan plan, ProjectTables tables) {
    Sql sql = SqlWriter.write(plan, dialect, tables);
    if (sql.text().length() > MOST_TEXT) {
      throw Failures.tooLong(sql.text().length(), MOST_TEXT);
    }
    return sql;
  }

  /** The SQL a plan runs as on the tables there are now, for people to read. */
  public Sql explain(long project, Plan plan) {
    return SqlWriter.write(plan, dialect, new ProjectTables(layout, project));
  }

  private static Table run(Readers.Reading reading, Sql sql, Plan plan) throws SQLException {
    PreparedStatement statement = reading.prepared(sql.text());
    Results.bind(statement, sql.parameters());
    reading.running(statement);
    try (ResultSet rows = statement.executeQuery()) {
      return Results.read(rows, plan.columns());
    }
  }

  /**
   * Reads the layout in the transaction of the query: what was missing may be there by the time the
   * query runs.
   */
  private Table runWithLayout(Readers.Reading reading, long project, Plan plan)
      throws SQLException {
    Connection connection = reading.connection();
    connection.setAutoCommit(false);
    try {
      ProjectTables tables = new ProjectTables(Registry.layout(connection), project);
      return run(reading, written(plan, tables), plan);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void apply(Batch batch) {
    writing.lock();
    try {
      if (batch.position() > position) {
        commit(batch);
      }
    } catch (SQLException error) {
      throw Failures.of(error, settings);
    } finally {
      writing.unlock();
    }
  }

  private void commit(Batch batch) throws SQLException {
    if (!moves.tryBetween(() -> load(batch, true))) {
      try {
        load(batch, false);
      } catch (Loading.PartsInMotion wait) {
        moves.between(() -> load(batch, true));
      }
    }
    batch.projects().forEach(project -> positions.put(project, batch.position()));
    position = batch.position();
    lastApplied = System.nanoTime();
    checkpointDue = true;
    arrived.addAndGet(batch.changes().stream().mapToLong(DuckDbStore::rows).sum());
    grown = true;
  }

  private void load(Batch batch, boolean mayChangeParts) throws SQLException {
    change(
        () -> {
          Layout changed =
              new Loading(writer, settings.promotedKeys(), layout, mayChangeParts).load(batch);
          for (long project : batch.projects()) {
            Registry.setPosition(writer, project, batch.position());
          }
          return changed;
        });
  }

  private static long rows(Batch.Change change) {
    return switch (change) {
      case Batch.Change.Append append -> append.rows().size();
      case Batch.Change.Upsert upsert -> upsert.rows().size();
      case Batch.Change.Merge ignored -> 1;
    };
  }

  private interface Work {
    Layout layout() throws SQLException;
  }

  /** Does the work in one transaction and publishes the layout it leads to. */
  private void change(Work work) throws SQLException {
    writer.setAutoCommit(false);
    boolean done = false;
    try {
      Layout changed = work.layout();
      writer.commit();
      done = true;
      layout = changed;
    } finally {
      if (!done) {
        writer.rollback();
      }
      writer.setAutoCommit(true);
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long position(long project) {
    return positions.getOrDefault(project, 0L);
  }

  private void keepUp() {
    boolean calm = arrived.getAndSet(0) < CALM_ROWS * UPKEEP_SECONDS;
    try {
      if (grown) {
        grown = false;
        closeParts(PART_ROWS);
      }
      sortOne(calm ? 1 : MOST_CLOSED);
    } catch (SQLException | RuntimeException tryAgain) {
      if (upkeep.isShutdown()) {
        return;
      }
      System.getLogger(DuckDbStore.class.getName())
          .log(System.Logger.Level.WARNING, "Events could not be brought in order", tryAgain);
    }
    checkpointWhenIdle();
  }

  /**
   * Brings the events of all projects that have at least so many new ones in order. Batches and
   * queries go on meanwhile. The store does this itself from time to time.
   */
  public void sort(long atLeast) {
    try {
      closeParts(atLeast);
      while (sortOne(1)) {
        lastApplied = System.nanoTime();
      }
    } catch (SQLException error) {
      throw Failures.of(error, settings);
    }
  }

  private void closeParts(long atLeast) throws SQLException {
    for (Layout.Place place : layout.tables().keySet()) {
      writing.lock();
      try {
        Layout.Stored table = layout.table(place);
        Parts parts = new Parts(writer, place);
        if (table != null && !table.parts().isEmpty() && parts.newest(table) >= atLeast) {
          change(() -> layout.with(place, parts.close(table)));
        }
      } finally {
        writing.unlock();
      }
    }
  }

  /** Sorts one part of a table that has at least so many closed ones; false when there is none. */
  private boolean sortOne(int closed) throws SQLException {
    sorting.lock();
    try {
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
    Parts parts = new Parts(writer, place);
    changeParts(place, parts::begin);
    if (!moves.move(place, part)) {
      return false;
    }
    changeParts(place, table -> parts.drop(table, part));
    checkpointDue = true;
    return true;
  }

  private interface PartsChange {
    Layout.Stored of(Layout.Stored table) throws SQLException;
  }

  private void changeParts(Layout.Place place, PartsChange change) throws SQLException {
    writing.lock();
    try {
      change(() -> layout.with(place, change.of(Objects.requireNonNull(layout.table(place)))));
    } finally {
      writing.unlock();
    }
  }

  private void checkpointWhenIdle() {
    boolean quiet = System.nanoTime() - lastApplied > TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
    if (!checkpointDue || !quiet || !writing.tryLock()) {
      return;
    }
    try (Statement statement = writer.createStatement()) {
      statement.execute("CHECKPOINT");
      checkpointDue = false;
    } catch (SQLException busy) {
      // A query of an older state is under way: the next round tries again.
      checkpointDue = true;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    upkeep.shutdownNow();
    moves.stop();
    sorting.lock();
    writing.lock();
    try {
      moves.close();
      readers.close();
      patterns.close();
      writer.close();
    } catch (SQLException error) {
      throw Failures.of(error, settings);
    } finally {
      writing.unlock();
      sorting.unlock();
    }
  }
}
