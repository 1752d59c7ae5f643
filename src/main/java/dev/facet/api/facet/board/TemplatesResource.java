package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.api.http.Response;
import dev.facet.api.http.Route;
import dev.facet.dashboard.Actor;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.dashboard.form.FormView;
import dev.facet.dashboard.template.Template;
import dev.facet.dashboard.template.TemplateBody;
import dev.facet.dashboard.template.TemplateForm;
import dev.facet.dashboard.template.Templates;
import dev.facet.form.Fields;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates of a project, and dashboards made from them. */
public final class TemplatesResource {
  private final Templates templates;
  private final Shown shown;

  private TemplatesResource(Templates templates, Dashboards dashboards, Accounts accounts) {
    this.templates = templates;
    this.shown = new Shown(dashboards, accounts);
  }

  /** All that can be asked about templates. */
  public static List<Route> routes(Templates templates, Dashboards dashboards, Accounts accounts) {
    TemplatesResource resource = new TemplatesResource(templates, dashboards, accounts);
    Requirement read = Requirement.scope("dashboard:read");
    Requirement make = Requirement.scope("dashboard:write");
    Requirement write = Requirement.scope("dashboard_template:write");
    String all = "/facet/v1/projects/{project}/templates";
    String one = all + "/{template}";
    return List.of(
        Route.of(Method.GET, all, read, "Templates of dashboards", resource::list),
        Route.of(Method.POST, all, write, "Keep a dashboard as a template", resource::save),
        Route.of(Method.DELETE, one, write, "Take a template away", resource::delete),
        Route.of(
            Method.POST,
            one + "/dashboards",
            make,
            "Make a dashboard from a template",
            resource::use));
  }

  Response list(Request request) {
    List<Template> all = templates.all(BoardRequest.actor(request).project());
    ArrayNode results = FacetWire.array();
    all.forEach(template -> results.add(entry(template)));
    return Response.json(200, FacetWire.list(results, all.size(), null));
  }

  private static ObjectNode entry(Template template) {
    ObjectNode entry =
        FacetWire.object()
            .put("id", template.id().toString())
            .put("name", template.name())
            .put("description", TemplateForm.description(template));
    TemplateForm.tags(template).forEach(entry.putArray("tags")::add);
    return entry.put("built_in", template.project() == null);
  }

  /** Keeps what is on {@code dashboard} as a template of this {@code name}. */
  Response save(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    Long id = fields.number("dashboard");
    String name = fields.requiredText("name").strip();
    String said = fields.text("description");
    fields.done();
    if (id == null || name.isEmpty()) {
      throw Fields.missing(id == null ? "dashboard" : "name");
    }
    if (name.length() > DashboardForm.MAX_NAME) {
      throw FailureException.invalid(
          "max_length", "name", "Give at most " + DashboardForm.MAX_NAME + " characters.");
    }
    Actor actor = BoardRequest.actor(request);
    DashboardForm form =
        shown.dashboards().read(actor, reader -> FormView.of(reader, reader.get(id)));
    String description = said == null ? Objects.toString(form.description(), "") : said;
    ObjectNode body = TemplateBody.of(form, description);
    return Response.json(201, entry(created(actor, name, body)));
  }

  /** A name that is taken is told at the field that has it here. */
  private Template created(Actor actor, String name, ObjectNode body) {
    try {
      return templates.create(actor, name, body);
    } catch (FailureException e) {
      Failure failure = e.failure();
      throw failure instanceof Failure.Invalid invalid
          ? FailureException.invalid(invalid.code(), "name", invalid.message())
          : e;
    }
  }

  /** Takes away a template of the project. */
  Response delete(Request request) {
    Template template = template(request);
    templates.change(
        BoardRequest.actor(request),
        template.id(),
        before -> before.with(before.name(), before.body(), true));
    return Response.empty(204);
  }

  /** Makes a dashboard from a template; {@code {"name"}} calls it otherwise. */
  Response use(Request request) {
    DashboardForm form = TemplateForm.of(template(request), name(request));
    return shown.changed(201, request, editor -> FormEdit.create(editor, form));
  }

  private static @Nullable String name(Request request) {
    if (request.body().length == 0) {
      return null;
    }
    return DashboardForm.read(Json.read(request.body()), (query, path) -> {}).name();
  }

  private Template template(Request request) {
    long project = BoardRequest.actor(request).project();
    return id(request.pathParameter("template"))
        .flatMap(id -> templates.find(project, id))
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.NotFound(
                        "template_not_found", null, "There is no such template.")));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
