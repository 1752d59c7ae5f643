package dev.facet.answer;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The threads that compute, and how many questions may wait for them. Threads of the platform:
 * engines block them in native code.
 */
final class Workers implements AutoCloseable {
  private static final Duration RETRY = Duration.ofSeconds(2);
  private final ExecutorService threads;
  private final Semaphore places;
  private final int size;

  Workers(int parallel, int queued) {
    this.threads =
        Executors.newFixedThreadPool(
            parallel, Thread.ofPlatform().name("answer-", 0).daemon(true).factory());
    this.size = parallel + queued;
    this.places = new Semaphore(size);
  }

  /** Takes places for the questions of one screen; a TooMuch failure when they are not free. */
  void admit(int questions) {
    if (!places.tryAcquire(Math.min(questions, size))) {
      throw new FailureException(
          new Failure.TooMuch(
              "busy",
              null,
              "Too many questions wait for an answer; try again in %d seconds."
                  .formatted(RETRY.toSeconds()),
              RETRY));
    }
  }

  void release(int questions) {
    places.release(Math.min(questions, size));
  }

  Future<?> submit(Runnable work) {
    return threads.submit(work);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
