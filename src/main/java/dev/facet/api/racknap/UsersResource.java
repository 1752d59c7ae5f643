package dev.facet.api.racknap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Registration;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;

/** {@code /api/dashboards/user/{userId}}: what a user was given. */
record UsersResource(Dashboards dashboards, Accounts accounts) {

  Response list(Call call) {
    long user = user(call);
    ObjectNode body = RackNapWire.object().put("userId", user);
    ArrayNode all = body.putArray("dashboards");
    dashboards
        .read(call.actor(), reader -> reader.assigned(user))
        .forEach(assigned -> all.add(shown(assigned)));
    return Response.json(200, body);
  }

  /** The user of the path, who must be one of the organisation. */
  private long user(Call call) {
    String id = call.request().pathParameter("userId");
    return accounts.members(call.project().organisation()).stream()
        .map(member -> member.user().id())
        .filter(user -> Long.toString(user).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.NotFound("user_not_found", null, "User does not exist")));
  }

  private static ObjectNode shown(Dashboard.Assigned assigned) {
    Dashboard dashboard = assigned.dashboard();
    Registration said = dashboard.registration();
    return RackNapWire.object()
        .put("id", RackNapWire.id(dashboard.id()))
        .put("name", RackNapWire.text(said.name()))
        .put("type", said.type())
        .put("isDefault", assigned.isDefault());
  }
}
