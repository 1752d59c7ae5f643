package dev.facet.store.duckdb;

import java.nio.file.Path;

/**
 * The database files cannot be opened: damaged, or of another format. Moving the directory aside,
 * opening again and applying the journal from its beginning gives the same data back.
 */
public final class UnreadableStoreException extends RuntimeException {
  private final transient Path directory;

  UnreadableStoreException(Path directory, Throwable cause) {
    super("The store in " + directory + " cannot be opened: " + cause.getMessage(), cause);
    this.directory = directory;
  }

  public Path directory() {
    return directory;
  }
}
