package dev.facet.api.facet.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.access.Permission;
import dev.facet.access.share.Share.Subject;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.form.Fields;
import dev.facet.model.Project;

/** All charts of a dashboard in one request, and what they may be narrowed down to. */
public record DataResource(Screens screens, ValueLists lists) {
  private static final Permission DASHBOARDS = Permission.toRead("dashboard");
  private static final Permission QUERIES = Permission.toRead("query");

  /** All its charts, looked at as the address says. */
  public Response data(Request request) {
    Project project = project(request);
    Screens.Address address =
        new Screens.Address(
            actor(request, project),
            Subject.dashboard(request.pathNumber("id")),
            request.rawQuery());
    return screens.respond(request, project, address, () -> Look.of(request.query()));
  }

  /** The answer to {@code {"query"}}, looked at as the address says. */
  public Response preview(Request request) {
    Project project = request.recall(Caller.class).project(request.pathNumber("project"), QUERIES);
    Fields fields = Fields.of(Json.read(request.body()), "");
    ObjectNode query = fields.tree("query");
    if (query == null) {
      throw Fields.missing(fields.path("query"));
    }
    fields.done();
    return screens.preview(project, query, Look.of(request.query()));
  }

  /** The values of one of its filters. */
  public Response values(Request request) {
    Project project = project(request);
    return lists.of(
        project, actor(request, project), request.pathNumber("id"), request.pathParameter("name"));
  }

  /** The project in the path, for who may read its dashboards or ask it anything. */
  static Project project(Request request) {
    Caller caller = request.recall(Caller.class);
    boolean asks = caller.credential().scope().gives(QUERIES);
    return caller.project(request.pathNumber("project"), asks ? QUERIES : DASHBOARDS);
  }

  static Actor actor(Request request, Project project) {
    return Actor.of(request.recall(Caller.class), project);
  }
}
