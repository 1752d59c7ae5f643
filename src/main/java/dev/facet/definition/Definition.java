package dev.facet.definition;

import dev.facet.access.Tokens;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people of a project defined.
 *
 * @param id one number for all kinds
 */
public record Definition(
    long id,
    long project,
    Kind kind,
    Draft draft,
    Instant createdAt,
    @Nullable Long createdBy,
    Instant updatedAt) {

  /** What can be defined. */
  public enum Kind {
    ACTION,
    COHORT,
    VARIABLE,
    /** The text of a query under a number. */
    QUERY
  }

  /**
   * What somebody says of it.
   *
   * @param body a JSON object with what is particular to the kind: see {@link ActionForm}, {@link
   *     CohortForm}, {@link VariableForm}, {@link QueryTextForm}
   */
  public record Draft(@Nullable String name, String description, String body, boolean deleted) {
    public static final Draft EMPTY = new Draft(null, "", "{}", false);

    public Draft withName(@Nullable String other) {
      return new Draft(other, description, body, deleted);
    }

    public Draft withDescription(String other) {
      return new Draft(name, other, body, deleted);
    }

    public Draft withBody(String other) {
      return new Draft(name, description, other, deleted);
    }

    public Draft withDeleted(boolean gone) {
      return new Draft(name, description, body, gone);
    }

    /** The name, empty for none. */
    public String label() {
      return name == null ? "" : name;
    }
  }

  /** The uuid that stands for it where a dialect shows uuids. */
  public UUID uuid() {
    return Tokens.uuid("definition", id);
  }
}
