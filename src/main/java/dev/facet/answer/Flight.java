package dev.facet.answer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One computation under way and those who wait for it; guarded by itself. */
final class Flight {
  private final CompletableFuture<Result> landing = new CompletableFuture<>();
  private int waiting;
  private @Nullable Future<?> work;
  private boolean started;
  private boolean abandoned;

  /** Joins those who wait; false when the last of them has left before. */
  synchronized boolean join() {
    if (abandoned) {
      return false;
    }
    waiting++;
    return true;
  }

  /** True for the one who is to start the work. */
  synchronized boolean start() {
    boolean first = !started;
    started = true;
    return first;
  }

  /** The work to stop when nobody waits any more. */
  synchronized void carriedBy(Future<?> carrier) {
    work = carrier;
    if (abandoned) {
      carrier.cancel(true);
    }
  }

  /** Leaves; true for the last one to leave before the landing, which stops the work. */
  synchronized boolean leave() {
    waiting--;
    abandoned = waiting == 0 && !landing.isDone();
    if (abandoned && work != null) {
      work.cancel(true);
    }
    return abandoned;
  }

  CompletableFuture<Result> landing() {
    return landing;
  }
}
