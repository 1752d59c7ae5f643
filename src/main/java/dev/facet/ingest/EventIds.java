package dev.facet.ingest;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes ids for events that came without one: uuids in order of time (version 7). */
public final class EventIds implements Supplier<UUID> {
  private final InstantSource clock;
  private final RandomGenerator random;

  public EventIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public UUID get() {
    long high = clock.millis() << 16 | 0x7000L | random.nextLong() & 0x0FFFL;
    long low = random.nextLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low);
  }
}
