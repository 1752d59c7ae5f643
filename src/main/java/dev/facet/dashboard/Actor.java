package dev.facet.dashboard;

import dev.facet.access.Caller;
import dev.facet.access.Role;
import dev.facet.model.Project;
import org.jspecify.annotations.Nullable;

/**
 * Who looks or changes, and in which project.
 *
 * @param user null for nobody in particular, such as a visitor of a shared page: sees no private
 *     dashboard
 * @param role what the user may do there; admins also change dashboards restricted to others
 */
public record Actor(long project, @Nullable Long user, Role role) {
  /** An editor, or nobody in particular. */
  public Actor(long project, @Nullable Long user) {
    this(project, user, Role.EDITOR);
  }

  /** The caller, in a project that was looked up for them. */
  public static Actor of(Caller caller, Project project) {
    return new Actor(project.id(), caller.user().id(), caller.role(project.organisation()));
  }
}
