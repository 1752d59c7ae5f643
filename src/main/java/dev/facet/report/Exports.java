package dev.facet.report;

import dev.facet.dashboard.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files kept for a while for those who had them made: until they expire, and while there is room;
 * the oldest goes first. Nothing survives a restart. Safe for many threads: one lock guards all.
 */
public final class Exports<T> {
  private final InstantSource clock;
  private final Limits limits;
  private final Map<Long, Export<T>> kept = new LinkedHashMap<>();
  private long next;
  private long bytes;

  /**
   * How much is kept.
   *
   * @param count how many files
   * @param bytes how large they are together
   * @param life how long each
   */
  public record Limits(int count, long bytes, Duration life) {}

  /**
   * A kept file.
   *
   * @param about what the maker says of it
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Export<T>(
      long id, Actor actor, T about, Instant createdAt, Instant expiresAt, byte[] content) {}

  /** Numbers go on from the clock's seconds, so that those from before a restart name nothing. */
  public Exports(InstantSource clock, Limits limits) {
    this.clock = clock;
    this.limits = limits;
    this.next = Math.max(1, clock.instant().getEpochSecond());
  }

  /** Keeps a file; for its maker, who finds it again by its number. */
  public synchronized Export<T> keep(Actor actor, T about, byte[] content) {
    Instant now = clock.instant();
    Export<T> export = new Export<>(next++, actor, about, now, now.plus(limits.life()), content);
    kept.put(export.id(), export);
    bytes += content.length;
    drop(now);
    return export;
  }

  public synchronized Optional<Export<T>> find(Actor actor, long id) {
    drop(clock.instant());
    return Optional.ofNullable(kept.get(id)).filter(export -> export.actor().equals(actor));
  }

  /** All of the maker's, newest first. */
  public synchronized List<Export<T>> list(Actor actor) {
    drop(clock.instant());
    return kept.values().stream()
        .filter(export -> export.actor().equals(actor))
        .toList()
        .reversed();
  }

  private void drop(Instant now) {
    Iterator<Export<T>> oldest = kept.values().iterator();
    while (oldest.hasNext()) {
      Export<T> export = oldest.next();
      boolean tooMuch = kept.size() > limits.count() || bytes > limits.bytes();
      if (tooMuch || !now.isBefore(export.expiresAt())) {
        oldest.remove();
        bytes -= export.content().length;
      }
    }
  }
}
