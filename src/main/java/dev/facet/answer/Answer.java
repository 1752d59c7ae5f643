package dev.facet.answer;

import dev.facet.model.Table;
import dev.facet.plan.Planned;
import java.time.Instant;

/**
 * What a question's answer is.
 *
 * @param planned how the question was understood
 * @param position all records up to this journal position are in it
 * @param cached whether it was computed for an earlier question
 */
public record Answer(
    Table table, Planned planned, long position, Instant computedAt, boolean cached) {

  /** Whether asking again would give the same. */
  boolean isFresh(long current, Instant now) {
    return position == current && now.isBefore(planned.validUntil());
  }

  Answer fromCache() {
    return new Answer(table, planned, position, computedAt, true);
  }
}
