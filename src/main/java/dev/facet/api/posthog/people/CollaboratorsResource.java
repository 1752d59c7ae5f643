package dev.facet.api.posthog.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Tokens;
import dev.facet.access.User;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.collaborator.Collaborator;
import dev.facet.dashboard.collaborator.Collaborators;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code …/dashboards/{id}/collaborators/}: who else may edit a restricted dashboard. */
public record CollaboratorsResource(
    Dashboards dashboards, Collaborators collaborators, Accounts accounts) {
  private static final Set<String> LEVELS = Set.of("21", "37");

  public Response list(Call call) {
    List<Collaborator> all = collaborators.of(dashboard(call).id());
    Map<Long, User> users = accounts.users(all.stream().map(Collaborator::user).toList());
    ArrayNode list = PostHogWire.array();
    all.forEach(one -> list.add(object(one, users.get(one.user()))));
    return Response.json(200, list);
  }

  public Response add(Call call) {
    Dashboard dashboard = restrictable(call);
    Input input = call.input();
    String uuid = input.text("user_uuid", 100);
    if (uuid == null) {
      throw FailureException.invalid("required", "user_uuid", "This field is required.");
    }
    int level =
        input.has("level") ? Integer.parseInt(input.choice("level", LEVELS)) : Collaborator.EDITS;
    User user = member(call, uuid);
    Collaborator added = collaborators.add(call.project().id(), dashboard.id(), user.id(), level);
    return Response.json(201, object(added, user));
  }

  public Response remove(Call call) {
    Dashboard dashboard = restrictable(call);
    User user = member(call, call.request().pathParameter("user"));
    collaborators.remove(dashboard.id(), user.id());
    return Response.empty(204);
  }

  private Dashboard dashboard(Call call) {
    return dashboards.read(call.actor(), reader -> reader.get(call.id())).dashboard();
  }

  private Dashboard restrictable(Call call) {
    Dashboard dashboard = dashboard(call);
    if (!call.rights().mayRestrict(dashboard)) {
      throw new FailureException(
          new Failure.NotAllowed(
              "restricted", false, "Only the dashboard owner and project admins can do this."));
    }
    return dashboard;
  }

  private User member(Call call, String uuid) {
    return accounts.members(call.project().organisation()).stream()
        .map(Accounts.Member::user)
        .filter(user -> user.uuid().toString().equals(uuid))
        .findFirst()
        .orElseThrow(
            () -> FailureException.invalid("does_not_exist", "user_uuid", "User does not exist."));
  }

  private static ObjectNode object(Collaborator one, @Nullable User user) {
    ObjectNode node = PostHogWire.object();
    node.put("id", Tokens.uuid("collaborator:" + one.dashboard(), one.user()).toString());
    node.put("dashboard_id", one.dashboard());
    node.set("user", PostHogWire.user(user));
    node.put("level", one.level());
    node.put("added_at", PostHogWire.time(one.addedAt()));
    node.put("updated_at", PostHogWire.time(one.updatedAt()));
    return node;
  }
}
