package dev.facet.model;

/** How work that waits for nothing still ends when its thread is interrupted. */
public final class Interruption {
  private Interruption() {}

  /**
   * Goes on unless the thread is interrupted, which it stays.
   *
   * @throws FailureException Upstream with code {@code cancelled}
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new FailureException(
          new Failure.Upstream("cancelled", "The query was cancelled before it was done."));
    }
  }
}
