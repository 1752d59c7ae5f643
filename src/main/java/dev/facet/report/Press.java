package dev.facet.report;

import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Draws one file at a time, each within a limit. Who waits longer than that for their turn is sent
 * away; a drawing that takes longer is interrupted. Safe for many threads.
 */
public final class Press {
  private final Duration limit;
  private final Semaphore turn = new Semaphore(1, true);

  public Press(Duration limit) {
    this.limit = limit;
  }

  /** What {@code drawing} makes, on a thread of its own. */
  public byte[] print(Supplier<byte[]> drawing) {
    await();
    FutureTask<byte[]> task =
        new FutureTask<>(
            () -> {
              try {
                return drawing.get();
              } finally {
                turn.release();
              }
            });
    Thread thread = Thread.ofVirtual().name("press").start(task);
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw failure("too_slow", "Drawing took longer than " + limit.toSeconds() + " s.");
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw failure("cancelled", "Drawing was cancelled.");
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static RuntimeException cause(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException("Drawing failed", failed);
  }

  private void await() {
    try {
      if (turn.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("cancelled", "Drawing was cancelled.");
    }
    throw new FailureException(
        new Failure.TooMuch(
            "too_busy", null, "Too many files are being drawn: try again later.", limit));
  }

  private static FailureException failure(String code, String message) {
    return new FailureException(new Failure.Upstream(code, message));
  }
}
