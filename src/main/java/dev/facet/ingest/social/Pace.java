package dev.facet.ingest.social;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time as a conversation with a network lives through it. */
public interface Pace {
  Instant now();

  /** Lets a while pass. */
  void pause(Duration length) throws InterruptedException;

  /** Goes by a clock and really waits. */
  static Pace of(InstantSource clock) {
    return new Pace() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public void pause(Duration length) throws InterruptedException {
        Thread.sleep(length);
      }
    };
  }
}
