package dev.facet.ingest.social.outbound;

import java.time.Duration;

/** When something must be over, by the machine's own time. */
final class Deadline {
  private final long end;

  Deadline(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean isOver() {
    return left().isZero();
  }
}
