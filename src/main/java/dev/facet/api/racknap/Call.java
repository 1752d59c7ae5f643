package dev.facet.api.racknap;

import dev.facet.access.Caller;
import dev.facet.api.http.Request;
import dev.facet.dashboard.Actor;
import dev.facet.model.Project;

/** A request about a project by a caller who may make it. */
record Call(Request request, Caller caller, Project project) {

  static Call of(Request request) {
    return new Call(request, request.recall(Caller.class), request.recall(Project.class));
  }

  Actor actor() {
    return Actor.of(caller, project);
  }

  /** The number of the dashboard in the path. */
  long id() {
    return RackNapWire.number(request.pathParameter("id"));
  }
}
