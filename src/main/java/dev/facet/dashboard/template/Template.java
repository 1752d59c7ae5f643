package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint of a dashboard.
 *
 * @param project whose it is, null for one that comes with the server
 * @param name unique among a project's templates that are not deleted
 * @param body what is on the dashboard, as a dialect wrote it
 */
public record Template(
    UUID id,
    @Nullable Long project,
    String name,
    ObjectNode body,
    boolean deleted,
    Instant createdAt,
    @Nullable Long createdBy) {

  public Template {
    body = body.deepCopy();
  }

  /** A copy, free to be changed. */
  @Override
  public ObjectNode body() {
    return body.deepCopy();
  }

  /** This with another body and name. */
  public Template with(String newName, ObjectNode newBody, boolean newDeleted) {
    return new Template(id, project, newName, newBody, newDeleted, createdAt, createdBy);
  }
}
