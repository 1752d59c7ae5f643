package dev.facet.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** The catalog as one SQLite file: written ahead, synchronous, for the owner's eyes only. */
record SqliteFile(String url) {
  private static final int BUSY_MILLIS = 10_000;

  /** Makes directory and file when they are missing, and applies the migrations that are. */
  static SqliteFile prepare(Path directory) {
    try {
      create(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the catalog in " + directory, e);
    }
    SqliteFile file = new SqliteFile("jdbc:sqlite:" + directory.resolve("catalog.db"));
    file.migrate();
    return file;
  }

  private static void create(Path directory) throws IOException {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (Files.notExists(directory)) {
      Files.createDirectories(directory);
      if (posix) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
    }
    Path file = directory.resolve("catalog.db");
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    if (posix) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private void migrate() {
    Properties properties = config(TransactionMode.IMMEDIATE).toProperties();
    Map<String, String> driver = new java.util.HashMap<>();
    properties.stringPropertyNames().forEach(n -> driver.put(n, properties.getProperty(n)));
    Flyway.configure(SqliteFile.class.getClassLoader())
        .dataSource(url, "", "")
        .jdbcProperties(driver)
        .locations("classpath:db/catalog")
        // SQLite's integer key is the row's own number; PostgreSQL needs eight bytes said.
        .placeholders(Map.of("id", "INTEGER"))
        // Numbers are given out before the work on them is done.
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** A connection whose transactions take the write lock when they begin. */
  Connection connectToWrite() throws SQLException {
    return DriverManager.getConnection(url, config(TransactionMode.IMMEDIATE).toProperties());
  }

  /** A connection that refuses to write. */
  Connection connectToRead() throws SQLException {
    Connection connection =
        DriverManager.getConnection(url, config(TransactionMode.DEFERRED).toProperties());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    }
    return connection;
  }

  private static SQLiteConfig config(TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    return config;
  }
}
