package dev.facet.api.facet;

import dev.facet.access.Caller;
import dev.facet.access.Permission;
import dev.facet.access.share.Share.Subject;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.model.Project;

/** All charts of a dashboard in one request, for callers who may ask. */
final class DataResource {
  private static final Permission DASHBOARDS = Permission.toRead("dashboard");
  private static final Permission QUERIES = Permission.toRead("query");

  private final Screens screens;

  DataResource(Screens screens) {
    this.screens = screens;
  }

  Response data(Request request) {
    Caller caller = request.recall(Caller.class);
    boolean asks = caller.credential().scope().gives(QUERIES);
    Project project = caller.project(request.pathNumber("project"), asks ? QUERIES : DASHBOARDS);
    Screens.Address address =
        new Screens.Address(
            new Actor(project.id(), caller.user().id()),
            Subject.dashboard(request.pathNumber("id")),
            request.rawQuery());
    return screens.respond(request, project, address, () -> View.read(request));
  }
}
