package dev.facet.answer;

import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A store whose data holds still while somebody computes several answers that belong together.
 * Batches wait for that, and holders for batches, but neither longer than the patience: then a
 * screen may show two states of the data rather than hold up what comes in.
 */
public final class SteadyStore implements Store {
  private final Store store;
  private final long patience;

  /** Read by those who hold the data still, written by those who change it. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  public SteadyStore(Store store, Duration patience) {
    this.store = store;
    this.patience = patience.toMillis();
  }

  /** The end of holding still, by the thread that began it. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Holds the data still, as far as patience goes. */
  Hold hold() {
    Lock reading = lock.readLock();
    return await(reading) ? reading::unlock : () -> {};
  }

  private boolean await(Lock wanted) {
    try {
      return wanted.tryLock(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public Table run(long project, Plan plan) {
    return store.run(project, plan);
  }

  @Override
  public void apply(Batch batch) {
    Lock writing = lock.writeLock();
    boolean still = await(writing);
    try {
      store.apply(batch);
    } finally {
      if (still) {
        writing.unlock();
      }
    }
  }

  @Override
  public long position() {
    return store.position();
  }

  @Override
  public long position(long project) {
    return store.position(project);
  }

  @Override
  public void close() {
    store.close();
  }
}
