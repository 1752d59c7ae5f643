package dev.facet.api.posthog.wire;

import dev.facet.access.Caller;
import dev.facet.access.Role;
import dev.facet.dashboard.Dashboard;
import dev.facet.model.Project;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do with the objects of a project, in the vendor's levels.
 *
 * @param letIn the numbers of restricted dashboards that the caller was let in to edit
 * @param visits whether it is a visitor of a shared page, to whom everything is restricted
 */
public record Rights(long user, Role role, boolean visits, Set<Long> letIn) {
  /** A dashboard that everyone in the project may edit. */
  public static final int OPEN = 21;

  /** A dashboard that only those let in may edit; as a privilege: may edit. */
  public static final int RESTRICTED = 37;

  /** What a visitor of a shared page may do: look. */
  public static final Rights VISITOR = new Rights(0, Role.VIEWER, true, Set.of());

  public static Rights of(Caller caller, Project project, Set<Long> letIn) {
    return new Rights(caller.user().id(), caller.role(project.organisation()), false, letIn);
  }

  /** Whether the caller may change the dashboard. */
  public boolean mayEdit(Dashboard dashboard) {
    boolean open = dashboard.registration().restrictionLevel() < RESTRICTED;
    return role.atLeast(Role.EDITOR)
        && (open || mayRestrict(dashboard) || letIn.contains(dashboard.id()));
  }

  /** Whether the caller may say who may edit the dashboard. */
  public boolean mayRestrict(Dashboard dashboard) {
    return isOwn(dashboard.createdBy());
  }

  private boolean isOwn(@Nullable Long creator) {
    return role.atLeast(Role.ADMIN) || (role.atLeast(Role.EDITOR) && Objects.equals(creator, user));
  }

  /** The restriction that holds for this caller where {@code said} was said. */
  int restriction(int said) {
    return visits ? RESTRICTED : said;
  }

  int privilege(Dashboard dashboard) {
    return mayEdit(dashboard) ? RESTRICTED : OPEN;
  }

  /** The privilege on what knows no restrictions. */
  int privilege() {
    return role.atLeast(Role.EDITOR) ? RESTRICTED : OPEN;
  }

  /** {@code viewer}, {@code editor} or {@code manager}. */
  String level(@Nullable Long creator) {
    if (isOwn(creator)) {
      return "manager";
    }
    return role.atLeast(Role.EDITOR) ? "editor" : "viewer";
  }
}
