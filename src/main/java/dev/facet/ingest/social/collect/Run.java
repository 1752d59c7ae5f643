package dev.facet.ingest.social.collect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the history.
 *
 * @param endedAt null while it goes on
 * @param outcome by platform; null while it goes on, or when it was interrupted
 */
public record Run(
    long id,
    LocalDate day,
    Cause cause,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Map<String, Result> outcome) {
  public Run {
    outcome = outcome == null ? null : Map.copyOf(outcome);
  }

  /** By platform; empty when there are none, or none yet. */
  public Map<String, Result> results() {
    return outcome == null ? Map.of() : outcome;
  }

  /** How far it came. */
  public Status status() {
    if (endedAt == null) {
      return Status.RUNNING;
    }
    return outcome == null ? Status.INTERRUPTED : Status.DONE;
  }

  /** How far a collection came. */
  public enum Status {
    RUNNING,
    DONE,
    /** The server stopped before its end. */
    INTERRUPTED
  }

  /** Who wanted it. */
  public enum Cause {
    CLOCK,
    REQUEST
  }

  /**
   * What became of one account.
   *
   * @param kind null when it was collected
   * @param error null when it was collected
   */
  public record Result(@Nullable String kind, @Nullable String error) {
    public boolean ok() {
      return kind == null;
    }
  }
}
