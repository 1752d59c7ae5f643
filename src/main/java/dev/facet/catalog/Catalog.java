package dev.facet.catalog;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The database of definitions. Readers see one consistent state each and never wait; writers take
 * turns, guarded by {@link #turn}, and return only when their work is on the disk.
 */
public final class Catalog implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int READERS = 8;

  private final ConnectionPool writers;
  private final ConnectionPool readers;
  private final Jdbi write;
  private final Jdbi read;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicLong version = new AtomicLong();

  /** What the current thread reads in. */
  private final ScopedValue<Transaction> reading = ScopedValue.newInstance();

  private Catalog(ConnectionPool writers, ConnectionPool readers) {
    this.writers = writers;
    this.readers = readers;
    this.write = Jdbi.create(writers);
    this.read = Jdbi.create(readers);
  }

  /**
   * Opens {@code catalog.db} in this directory, makes it when it is missing, and brings it up to
   * date.
   */
  public static Catalog open(Path directory) {
    SqliteFile file = SqliteFile.prepare(directory);
    return new Catalog(
        new ConnectionPool(1, PATIENCE, file::connectToWrite),
        new ConnectionPool(READERS, PATIENCE, file::connectToRead));
  }

  /**
   * Runs {@code work} as one transaction that changes definitions; an exception undoes all of it.
   */
  public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    T result = inTurn(work);
    version.incrementAndGet();
    return result;
  }

  /** As {@link #write}, for marks that change no definition ("last used at"): caches stay valid. */
  public <T extends @Nullable Object> T mark(Function<Transaction, T> work) {
    return inTurn(work);
  }

  /**
   * Runs {@code work} on one consistent state; a statement that writes fails. Within another read
   * it sees the same state, over the same connection: were it to wait for one of its own, those who
   * read could all wait for each other.
   */
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    if (reading.isBound()) {
      return work.apply(reading.get());
    }
    try (Handle handle = read.open()) {
      return handle.inTransaction(
          h -> {
            Transaction transaction = new Transaction(h);
            return ScopedValue.where(reading, transaction).call(() -> work.apply(transaction));
          });
    }
  }

  /**
   * Grows with each committed {@link #write}: what was read while it was n holds as long as it is
   * n.
   */
  public long definitionsVersion() {
    return version.get();
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  private <T extends @Nullable Object> T inTurn(Function<Transaction, T> work) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("A transaction was begun inside another");
    }
    await();
    try (Handle handle = write.open()) {
      return handle.inTransaction(h -> work.apply(new Transaction(h)));
    } finally {
      turn.unlock();
    }
  }

  private void await() {
    try {
      if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  static FailureException busy() {
    return new FailureException(
        new Failure.TooMuch(
            "catalog_busy",
            null,
            "Too many changes wait for the catalog; try again.",
            Duration.ofSeconds(1)));
  }
}
