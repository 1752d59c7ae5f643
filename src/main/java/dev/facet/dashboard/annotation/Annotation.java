package dev.facet.dashboard.annotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note at a time. */
public record Annotation(
    long id,
    long project,
    Note note,
    boolean deleted,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant updatedAt) {

  /** What an annotation is about, and who sees it. */
  public enum Scope {
    INSIGHT,
    DASHBOARD,
    PROJECT,
    ORGANISATION
  }

  /** Who made an annotation. */
  public enum Origin {
    PERSON,
    CODE
  }

  /**
   * What it says.
   *
   * @param markedAt the time it is about, null for none yet
   * @param dashboard the dashboard it is on, null for none; {@code insight} likewise
   */
  public record Note(
      @Nullable String content,
      @Nullable Instant markedAt,
      Origin origin,
      Scope scope,
      @Nullable Long dashboard,
      @Nullable Long insight) {
    public static final Note EMPTY = new Note(null, null, Origin.PERSON, Scope.INSIGHT, null, null);
  }
}
