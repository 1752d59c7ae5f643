package dev.facet.dashboard;

import dev.facet.dashboard.content.Content;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a dashboard's history. Every write makes one, also when it leaves the content as it
 * was.
 *
 * @param id larger for later ones, whatever the clock said
 * @param parent the one before; null for the first
 * @param author null when nobody in particular
 * @param written whether it changed what is on the dashboard
 * @param restored the earlier revision whose content it brought back; null when it did not
 */
public record Revision(
    long id,
    long dashboard,
    @Nullable Long parent,
    @Nullable Long author,
    Instant at,
    Reason reason,
    boolean written,
    @Nullable Long restored) {

  /** What made a revision. */
  public enum Reason {
    CREATED,
    EDITED,
    DELETED,
    RESTORED,
    /** An earlier revision's content came back. */
    REVERTED,
    /** A text that is also on another dashboard was edited there. */
    TEXT
  }

  /** A revision with the content it made. */
  public record Full(Revision revision, Content content) {}
}
