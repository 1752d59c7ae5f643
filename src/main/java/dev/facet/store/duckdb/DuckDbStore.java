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
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;

/**
 * Keeps datasets in one DuckDB file. All changes go through one {@link Writer}; readers have
 * connections of their own and see the last committed state.
 */
public final class DuckDbStore implements Store {
  private static final String FILE = "facet.duckdb";

  /** Planning a million characters takes the engine some seconds, during which nothing stops it. */
  private static final int MOST_TEXT = 3_500_000;

  private final DuckDbSettings settings;
  private final Writer writer;
  private final DuckDBConnection patterns;
  private final DuckDbDialect dialect;
  private final Readers readers;
  private final Moves moves;
  private final Upkeep upkeep;

  private volatile long position;

  /** By project; changed by the writer only. */
  private final Map<Long, Long> positions = new ConcurrentHashMap<>();

  private DuckDbStore(DuckDBConnection connection, DuckDbSettings settings, Runnable halfway)
      throws SQLException {
    this.settings = settings;
    this.writer = new Writer(connection);
    this.position = Registry.position(connection);
    this.positions.putAll(Registry.positions(connection));
    this.patterns = (DuckDBConnection) connection.duplicate();
    this.dialect = new DuckDbDialect(new Patterns(patterns));
    this.readers = new Readers(connection, settings);
    this.moves = new Moves((DuckDBConnection) connection.duplicate(), halfway);
    this.upkeep = new Upkeep(writer, moves);
    upkeep.begin();
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

  /**
   * What the layout does not know is read as missing, and asked again only when the layout changed
   * meanwhile: many questions are about what no row has, and the registry holds all projects.
   */
  @Override
  public Table run(long project, Plan plan) {
    long turns = writer.turns();
    ProjectTables tables = new ProjectTables(writer.layout(), project);
    Sql sql = written(plan, tables);
    if (!tables.missed()) {
      return readers.read(reading -> run(reading, sql, plan));
    }
    if (Writer.isSettled(turns)) {
      Table found = readers.read(reading -> run(reading, sql, plan));
      if (writer.turns() == turns) {
        return found;
      }
    }
    return readers.read(reading -> runWithLayout(reading, project, plan));
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
    return SqlWriter.write(plan, dialect, new ProjectTables(writer.layout(), project));
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
    try {
      writer.alone(
          connection -> {
            if (batch.position() > position) {
              commit(batch);
            }
          });
    } catch (SQLException error) {
      throw Failures.of(error, settings);
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
    upkeep.applied(batch.changes().stream().mapToLong(DuckDbStore::rows).sum());
  }

  private void load(Batch batch, boolean mayChangeParts) throws SQLException {
    writer.change(
        (connection, layout) -> {
          Layout changed =
              new Loading(connection, settings.promotedKeys(), layout, mayChangeParts).load(batch);
          for (long project : batch.projects()) {
            Registry.setPosition(connection, project, batch.position());
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

  @Override
  public long position() {
    return position;
  }

  @Override
  public long position(long project) {
    return positions.getOrDefault(project, 0L);
  }

  /**
   * Brings rows of all projects in order, where at least so many are new. Batches and queries go on
   * meanwhile. The store does this itself from time to time.
   */
  public void sort(long atLeast) {
    try {
      upkeep.sort(atLeast);
    } catch (SQLException error) {
      throw Failures.of(error, settings);
    }
  }

  @Override
  public void close() {
    try {
      upkeep.end(
          connection -> {
            moves.close();
            readers.close();
            patterns.close();
            writer.close();
          });
    } catch (SQLException error) {
      throw Failures.of(error, settings);
    }
  }
}
