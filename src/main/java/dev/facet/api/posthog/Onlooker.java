package dev.facet.api.posthog;

import dev.facet.api.posthog.wire.Rights;
import dev.facet.dashboard.Actor;
import dev.facet.model.Project;

/** Who looks at a project's dashboards: a caller, or a visitor of a shared page. */
public record Onlooker(Project project, Actor actor, Rights rights) {

  /** Somebody who followed a link. */
  public static Onlooker visitor(Project project) {
    return new Onlooker(project, new Actor(project.id(), null), Rights.VISITOR);
  }
}
