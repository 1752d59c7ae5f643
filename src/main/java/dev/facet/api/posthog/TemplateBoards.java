package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.template.TemplateContent;
import dev.facet.api.posthog.template.TemplatesResource;
import dev.facet.api.posthog.wire.DashboardInput;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.dashboard.DashboardSearch;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Sheet;
import dev.facet.dashboard.template.Template;
import dev.facet.dashboard.template.Templates;
import java.util.List;
import java.util.Optional;

/** Dashboards made from templates: one that is sent along, or one of a product. */
record TemplateBoards(Dashboards dashboards, Templates templates, DashboardView view) {
  private static final int MAX_TAG = 400;

  /** {@code create_from_template_json}. Fields of a dashboard alone make a dashboard of them. */
  Response fromJson(Call call) {
    Input input = Body.unlessForm(call.request());
    boolean isPlain = !input.has("template") && !input.node().isEmpty();
    ObjectNode template =
        isPlain ? PostHogWire.object() : TemplatesResource.checked(input.at("template"));
    Registration said = new DashboardInput(input).registration(Registration.DEFAULT);
    Sheet sheet =
        dashboards.write(
            call.actor(),
            editor ->
                editor.create(
                    isPlain ? said : TemplateContent.registration(Registration.DEFAULT, template),
                    TemplateContent.make(editor, template)));
    return Response.json(200, view.show(call.onlooker(), sheet, null, DashboardView.Look.of(call)));
  }

  /** {@code create_unlisted_dashboard}: each product has one at most. */
  Response unlisted(Call call) {
    String tag = call.input().text("tag", MAX_TAG);
    if (tag == null || tag.isEmpty()) {
      return error(400, "tag is required");
    }
    Optional<Template> template = templates.ofProduct(tag);
    if (template.isEmpty()) {
      return error(400, "Unknown template tag: " + tag);
    }
    Optional<Sheet> made =
        dashboards.write(
            call.actor(),
            editor -> {
              DashboardSearch twins =
                  new DashboardSearch().creationMode("unlisted").anyTag(List.of(tag)).limit(1);
              if (editor.read().list(twins).total() > 0) {
                return Optional.empty();
              }
              ObjectNode body = template.get().body();
              Registration registration =
                  TemplateContent.registration(Registration.DEFAULT, body)
                      .edit()
                      .creationMode("unlisted")
                      .tags(List.of(tag))
                      .done();
              return Optional.of(editor.create(registration, TemplateContent.make(editor, body)));
            });
    return made.map(
            sheet ->
                Response.json(
                    201, view.show(call.onlooker(), sheet, null, DashboardView.Look.of(call))))
        .orElseGet(() -> error(409, "Unlisted dashboard with tag '" + tag + "' already exists"));
  }

  /** An answer outside the usual shape of errors, as clients know it. */
  private static Response error(int status, String text) {
    return Response.json(status, PostHogWire.object().put("error", text));
  }
}
