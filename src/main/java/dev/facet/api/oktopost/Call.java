package dev.facet.api.oktopost;

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

  /** The id in the path. */
  String id() {
    return request.pathParameter("id");
  }
}
