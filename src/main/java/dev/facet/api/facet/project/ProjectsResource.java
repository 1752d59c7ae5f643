package dev.facet.api.facet.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.Permission;
import dev.facet.access.Role;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.facet.people.Office;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.form.FilterForm;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The projects of the caller's organisation. Admins make and change them. */
final class ProjectsResource {
  private static final String FILTERS = "test_account_filters";
  private static final int LONGEST_NAME = 200;

  private final Accounts accounts;

  ProjectsResource(Accounts accounts) {
    this.accounts = accounts;
  }

  Response list(Request request) {
    Caller caller = request.recall(Caller.class);
    boolean tokens = caller.credential().scope().gives(Permission.toRead("project"));
    ArrayNode results = FacetWire.array();
    caller.projects().forEach(p -> results.add(tokens ? project(p) : FacetWire.project(p)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  Response create(Request request) {
    long organisation = Office.managing(request, Permission.toWrite("project"));
    Fields fields = Fields.of(Json.read(request.body()), "");
    Accounts.NewProject wanted =
        new Accounts.NewProject(
            name(fields),
            FacetWire.zone(fields, "timezone"),
            FacetWire.weekStart(fields, "week_start"),
            null);
    fields.done();
    long user = request.recall(Caller.class).user().id();
    return Response.json(201, project(accounts.createProject(organisation, user, wanted)));
  }

  Response get(Request request) {
    return Response.json(200, whole(request.recall(Project.class)));
  }

  /** Fields that are left out stay as they are. */
  Response change(Request request) {
    Project before = request.recall(Project.class);
    Caller caller = request.recall(Caller.class);
    caller.requireRole(before.organisation(), Role.ADMIN);
    Fields fields = Fields.of(Json.read(request.body()), "");
    Project after =
        new Project(
            before.id(),
            before.organisation(),
            fields.has("name") ? name(fields) : before.name(),
            fields.has("timezone") ? FacetWire.zone(fields, "timezone") : before.zone(),
            fields.has("week_start")
                ? FacetWire.weekStart(fields, "week_start")
                : before.weekStart(),
            before.token());
    @Nullable String filters = filters(fields);
    fields.done();
    accounts.changeProject(caller.user().id(), after, filters);
    return Response.json(200, whole(after));
  }

  private static String name(Fields fields) {
    String name = fields.requiredText("name").strip();
    if (name.length() > LONGEST_NAME) {
      throw FailureException.invalid(
          "too_long",
          fields.path("name"),
          "A project's name has at most " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private static @Nullable String filters(Fields fields) {
    JsonNode filters = fields.node(FILTERS);
    if (filters == null) {
      return null;
    }
    if (!filters.isArray()) {
      throw Fields.wrongType(fields.path(FILTERS), "a list", filters);
    }
    FilterForm.read(filters, fields.path(FILTERS));
    return filters.toString();
  }

  private ObjectNode whole(Project project) {
    byte[] filters = accounts.testAccountFilters(project.id()).getBytes(StandardCharsets.UTF_8);
    return project(project).set(FILTERS, Json.read(filters));
  }

  /** With the token: it lets events in and nothing out. */
  private static ObjectNode project(Project project) {
    return FacetWire.project(project).put("token", project.token());
  }
}
