package dev.facet.answer;

/** Tells when whoever waits on the calling thread has gone away. */
@FunctionalInterface
public interface Presence {
  /** Nobody goes away. */
  Presence ALWAYS = gone -> () -> {};

  /**
   * Looks out for whoever waits on this thread.
   *
   * @param gone run once, on any thread, when they leave before the watch is closed
   */
  Watch watch(Runnable gone);

  /** A look-out; after it was closed, nothing is run any more. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
