package dev.facet.dashboard.collaborator;

import dev.facet.catalog.Catalog;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets users in to restricted dashboards, and out again. */
public final class Collaborators {
  private final Catalog catalog;
  private final InstantSource clock;

  public Collaborators(Catalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /** The numbers of a project's dashboards that a user is let in to edit. */
  public Set<Long> edits(long project, long user) {
    return new HashSet<>(
        catalog.read(transaction -> new CollaboratorRows(transaction).edits(project, user)));
  }

  /** Those let in to a dashboard, in the order they were. */
  public List<Collaborator> of(long dashboard) {
    return catalog.read(transaction -> new CollaboratorRows(transaction).of(dashboard));
  }

  /** Lets a user in, or changes how far. */
  public Collaborator add(long project, long dashboard, long user, int level) {
    Instant now = clock.instant();
    return catalog.write(
        transaction -> {
          CollaboratorRows rows = new CollaboratorRows(transaction);
          rows.put(project, new Collaborator(dashboard, user, level, now, now));
          return rows.of(dashboard).stream()
              .filter(one -> one.user() == user)
              .findFirst()
              .orElseThrow();
        });
  }

  /** Lets a user out again. */
  public void remove(long dashboard, long user) {
    boolean done =
        catalog.write(transaction -> new CollaboratorRows(transaction).delete(dashboard, user));
    if (!done) {
      throw FailureException.notFound("There is no collaborator " + user + ".");
    }
  }
}
