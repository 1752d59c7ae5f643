package dev.facet.trial;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends batches of events, each event with a uuid and a person of its own, and remembers which were
 * not acknowledged. Used by many threads.
 */
final class Sender {
  static final String EVENT = "tried";
  static final int BATCH = 20;

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicLong acknowledged = new AtomicLong();
  private final Queue<String> open = new ConcurrentLinkedQueue<>();

  /** Sends what was not acknowledged before, then new batches, until one does not get through. */
  void sendUntilItFails(Tried server) {
    boolean going = true;
    while (going) {
      String again = open.poll();
      going = send(server, again == null ? batch(made.getAndIncrement()) : again);
    }
  }

  /** Sends what was not acknowledged before; false when a batch still is not. */
  boolean resend(Tried server) {
    for (String batch = open.poll(); batch != null; batch = open.poll()) {
      if (!send(server, batch)) {
        return false;
      }
    }
    return true;
  }

  void sendNew(Tried server, int batches) {
    for (int i = 0; i < batches; i++) {
      if (!send(server, batch(made.getAndIncrement()))) {
        throw new AssertionError("A batch was not acknowledged");
      }
    }
  }

  private boolean send(Tried server, String batch) {
    boolean taken = server.acknowledges(batch);
    if (taken) {
      acknowledged.addAndGet(BATCH);
    } else {
      open.add(batch);
    }
    return taken;
  }

  private static String batch(int number) {
    StringJoiner events = new StringJoiner(",");
    for (int i = 0; i < BATCH; i++) {
      String name = "event " + number + "." + i;
      UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
      events.add(
          """
          {"uuid":"%s","event":"%s","distinct_id":"person %d.%d","timestamp":"2026-03-01T10:00:00Z",
           "properties":{"batch":%d,"path":"/some/where","price":1.5}}
          """
              .formatted(uuid, EVENT, number, i, number));
    }
    return "{\"api_key\":\"" + Tried.TOKEN + "\",\"batch\":[" + events + "]}";
  }

  /** How many events were acknowledged. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** How many events there are, acknowledged or not. */
  long all() {
    return (long) made.get() * BATCH;
  }
}
