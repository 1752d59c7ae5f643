package dev.facet.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered dashboard; {@link Sheet} adds what is on it.
 *
 * @param revision the number of its newest revision
 * @param deleted in the trash
 */
public record Dashboard(
    long id,
    long project,
    long revision,
    Registration registration,
    boolean deleted,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant updatedAt,
    @Nullable Long updatedBy,
    @Nullable Instant accessedAt) {

  /** This with other things said about it. */
  public Dashboard with(Registration changed) {
    return new Dashboard(
        id,
        project,
        revision,
        changed,
        deleted,
        createdAt,
        createdBy,
        updatedAt,
        updatedBy,
        accessedAt);
  }
}
