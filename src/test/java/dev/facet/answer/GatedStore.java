package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Table;
import dev.facet.plan.Plan;
import dev.facet.store.Batch;
import dev.facet.store.Store;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose computations wait at a gate until the test lets them through. */
final class GatedStore implements Store {
  /** An event that this store cannot compute anything about. */
  static final String BROKEN = "broken";

  private final Store store;
  final Semaphore gate = new Semaphore(0);
  final CountDownLatch arrived = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  final AtomicInteger runs = new AtomicInteger();

  /** Has a permit for each computation that reached the gate. */
  final Semaphore arrivals = new Semaphore(0);

  /** Whether computations go on whoever interrupts them. */
  volatile boolean deaf;

  GatedStore(Store store) {
    this.store = store;
  }

  @Override
  public Table run(long project, Plan plan) {
    runs.incrementAndGet();
    arrived.countDown();
    arrivals.release();
    try {
      if (deaf) {
        gate.acquireUninterruptibly();
      } else {
        gate.acquire();
      }
    } catch (InterruptedException e) {
      cancelled.countDown();
      throw new FailureException(new Failure.Upstream("cancelled", "Cancelled."));
    }
    if (plan.toString().contains(BROKEN)) {
      throw new IllegalStateException("A bug, made for the test");
    }
    return store.run(project, plan);
  }

  @Override
  public void apply(Batch batch) {
    store.apply(batch);
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
