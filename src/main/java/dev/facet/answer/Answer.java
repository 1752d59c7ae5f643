package dev.facet.answer;

import dev.facet.model.Table;
import dev.facet.plan.Planned;
import dev.facet.transform.Figure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a question's answer is.
 *
 * @param planned how the question was understood
 * @param position all records up to this journal position are in it
 * @param cached whether it was computed for an earlier question
 * @param figure what a tree of datasets gives, which the table is the first level of; null for all
 *     other questions
 */
public record Answer(
    Table table,
    Planned planned,
    long position,
    Instant computedAt,
    boolean cached,
    @Nullable Figure figure) {

  public Answer(Table table, Planned planned, long position, Instant computedAt, boolean cached) {
    this(table, planned, position, computedAt, cached, null);
  }

  /** Whether asking again would give the same. */
  boolean isFresh(long current, Instant now) {
    return position == current && now.isBefore(planned.validUntil());
  }

  Answer fromCache() {
    return new Answer(table, planned, position, computedAt, true, figure);
  }
}
