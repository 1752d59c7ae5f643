package dev.facet.dashboard.collaborator;

import java.time.Instant;

/**
 * A user who is let in to a restricted dashboard.
 *
 * @param level 21 to look, 37 to edit
 */
public record Collaborator(
    long dashboard, long user, int level, Instant addedAt, Instant updatedAt) {
  /** The level of those who may edit. */
  public static final int EDITS = 37;
}
