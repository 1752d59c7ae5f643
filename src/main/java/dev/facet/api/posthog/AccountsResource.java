package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.Organisation;
import dev.facet.access.Permission;
import dev.facet.access.Role;
import dev.facet.access.Scope;
import dev.facet.api.http.Json;
import dev.facet.api.http.Paging;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.AccountWire;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.ProjectInput;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /api/users/@me/}, {@code /api/projects/} and {@code /api/organizations/}: who and where.
 */
record AccountsResource(Accounts accounts) {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  Response me(Request request) {
    return Response.json(200, AccountWire.me(request.recall(Caller.class)));
  }

  Response projects(Request request) {
    Caller caller = request.recall(Caller.class);
    return page(request, caller.projects().stream().map(this::project).toList());
  }

  Response project(Call call) {
    return Response.json(200, project(call.project()));
  }

  /** Admins change projects: name, time zone, start of the week, test accounts. */
  Response update(Call call) {
    call.caller().requireRole(call.project().organisation(), Role.ADMIN);
    ProjectInput said = new ProjectInput(call.input());
    Project after = said.project(call.project());
    accounts.changeProject(call.caller().user().id(), after, said.testAccountFilters());
    return Response.json(200, project(after));
  }

  private ObjectNode project(Project project) {
    byte[] filters = accounts.testAccountFilters(project.id()).getBytes(StandardCharsets.UTF_8);
    JsonNode list = Json.read(filters);
    return AccountWire.project(project, list);
  }

  Response organisations(Request request) {
    Caller caller = request.recall(Caller.class);
    return page(
        request,
        reached(caller)
            .map(organisation -> AccountWire.organisation(organisation, caller))
            .toList());
  }

  /** The organisations that the credential is for. */
  private static Stream<Organisation> reached(Caller caller) {
    Scope scope = caller.credential().scope();
    return caller.organisations().stream().filter(each -> scope.reachesOrganisation(each.id()));
  }

  /** By uuid, or {@code @current}. */
  Response organisation(Request request) {
    Caller caller = request.recall(Caller.class);
    String id = request.pathParameter("id");
    Stream<Organisation> among =
        id.equals("@current")
            ? reached(caller)
            : caller.organisations().stream().filter(each -> each.uuid().toString().equals(id));
    Organisation found =
        among
            .findFirst()
            .orElseThrow(
                () ->
                    new FailureException(
                        new Failure.NotFound(
                            "organisation_not_found", null, "There is no such organisation.")));
    caller.require(found.id(), new Permission("organization", false));
    return Response.json(200, AccountWire.organisation(found, caller));
  }

  private static Response page(Request request, List<ObjectNode> all) {
    Paging paging = Paging.lenient(request, USUAL_PAGE, LARGEST_PAGE);
    List<ObjectNode> shown = all.stream().skip(paging.offset()).limit(paging.limit()).toList();
    return Response.json(
        200,
        PostHogWire.page(
            all.size(),
            paging.next(request, all.size()).orElse(null),
            paging.previous(request).orElse(null),
            shown));
  }
}
