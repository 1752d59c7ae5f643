package dev.facet.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered dashboard; {@link Sheet} adds what is on it.
 *
 * @param revision the number of its newest revision
 * @param contentRevision the newest revision that changed what is on it; null when nothing ever was
 * @param describedAt when what is said about it last changed
 * @param deleted in the trash
 */
public record Dashboard(
    long id,
    long project,
    long revision,
    @Nullable Long contentRevision,
    Registration registration,
    boolean deleted,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant describedAt,
    @Nullable Long describedBy,
    Instant updatedAt,
    @Nullable Long updatedBy,
    @Nullable Instant accessedAt) {

  /** A dashboard that a user was given, and whether it is the one shown first. */
  public record Assigned(Dashboard dashboard, boolean isDefault) {}

  /** This with other things said about it. */
  public Dashboard with(Registration changed) {
    Draft draft = new Draft(this);
    draft.registration = changed;
    return draft.done();
  }

  /** This, described anew by somebody. */
  Dashboard describedBy(@Nullable Long user, Instant at) {
    Draft draft = new Draft(this);
    draft.describedAt = at;
    draft.describedBy = user;
    return draft.done();
  }

  /** This in the trash, or out of it. */
  Dashboard withDeleted(boolean gone) {
    Draft draft = new Draft(this);
    draft.deleted = gone;
    return draft.done();
  }

  /**
   * This with a new newest revision.
   *
   * @param written whether the revision changed what is on it
   */
  Dashboard revised(Revision newest, boolean written) {
    Draft draft = new Draft(this);
    draft.revision = newest.id();
    draft.contentRevision = written ? (Long) newest.id() : contentRevision;
    draft.updatedAt = newest.at();
    draft.updatedBy = newest.author();
    return draft.done();
  }

  /** A copy in the making. */
  private static final class Draft {
    private final Dashboard from;
    private long revision;
    private @Nullable Long contentRevision;
    private Registration registration;
    private boolean deleted;
    private Instant describedAt;
    private @Nullable Long describedBy;
    private Instant updatedAt;
    private @Nullable Long updatedBy;

    Draft(Dashboard from) {
      this.from = from;
      revision = from.revision;
      contentRevision = from.contentRevision;
      registration = from.registration;
      deleted = from.deleted;
      describedAt = from.describedAt;
      describedBy = from.describedBy;
      updatedAt = from.updatedAt;
      updatedBy = from.updatedBy;
    }

    Dashboard done() {
      return new Dashboard(
          from.id,
          from.project,
          revision,
          contentRevision,
          registration,
          deleted,
          from.createdAt,
          from.createdBy,
          describedAt,
          describedBy,
          updatedAt,
          updatedBy,
          from.accessedAt);
    }
  }
}
