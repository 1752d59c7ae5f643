package dev.facet.api.facet.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.form.FormEdit;
import dev.facet.dashboard.template.Template;
import dev.facet.dashboard.template.TemplateForm;
import dev.facet.dashboard.template.Templates;
import dev.facet.form.board.DashboardForm;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates of a project, and dashboards made from them. */
public final class TemplatesResource {
  private final Templates templates;
  private final Shown shown;

  public TemplatesResource(Templates templates, Dashboards dashboards, Accounts accounts) {
    this.templates = templates;
    this.shown = new Shown(dashboards, accounts);
  }

  public Response list(Request request) {
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

  /** Makes a dashboard from a template; {@code {"name"}} calls it otherwise. */
  public Response use(Request request) {
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
