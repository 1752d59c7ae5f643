package dev.facet.api.facet.assignment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Dashboards;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;

/** {@code …/users/{user}/dashboards}: what a user was given, in the order it was. */
public record AssignmentsResource(Dashboards dashboards, Accounts accounts) {

  public Response list(Request request) {
    long user = user(request);
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    dashboards
        .read(actor(request), reader -> reader.assigned(user))
        .forEach(assigned -> results.add(shown(assigned)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("results", results);
    return Response.json(200, body.put("total", results.size()).putNull("next"));
  }

  public Response assign(Request request) {
    long user = user(request);
    Fields fields = Fields.of(Json.read(request.body()), "");
    Boolean asDefault = fields.has("is_default") ? (Boolean) fields.flag("is_default") : null;
    fields.done();
    long id = request.pathNumber("id");
    boolean isDefault =
        dashboards.write(
            actor(request),
            editor -> {
              editor.assign(id, user, asDefault);
              return editor.read().assigned(user).stream()
                  .anyMatch(each -> each.dashboard().id() == id && each.isDefault());
            });
    return Response.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("user", user)
            .put("dashboard", id)
            .put("is_default", isDefault));
  }

  public Response unassign(Request request) {
    long user = user(request);
    dashboards.write(
        actor(request),
        editor -> {
          editor.unassign(request.pathNumber("id"), user);
          return user;
        });
    return Response.empty(204);
  }

  /** The user of the path, who must belong to the project's organisation. */
  private long user(Request request) {
    long user = request.pathNumber("user");
    long organisation = request.recall(Project.class).organisation();
    if (accounts.members(organisation).stream().noneMatch(each -> each.user().id() == user)) {
      throw new FailureException(
          new Failure.NotFound("user_not_found", null, "There is no user " + user + "."));
    }
    return user;
  }

  private static Actor actor(Request request) {
    return Actor.of(request.recall(Caller.class), request.recall(Project.class));
  }

  private static ObjectNode shown(Dashboard.Assigned assigned) {
    Dashboard dashboard = assigned.dashboard();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", dashboard.id())
        .put("name", dashboard.registration().name())
        .put("type", dashboard.registration().type())
        .put("is_default", assigned.isDefault());
  }
}
