package dev.facet.api.posthog;

import dev.facet.api.posthog.template.TemplateContent;
import dev.facet.api.posthog.wire.Input;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.dashboard.template.Template;
import dev.facet.dashboard.template.Templates;
import dev.facet.model.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * What a new dashboard is made from.
 *
 * @param dashboard the one to copy, null for none
 * @param deep whether its insights and texts are copied too
 * @param template the one to fill it from, null for none
 */
record Blueprint(@Nullable Long dashboard, boolean deep, @Nullable Template template) {
  private static final int MAX_NAME = 400;

  /** Reads {@code use_template}, {@code use_dashboard} and {@code duplicate_tiles}. */
  static Blueprint read(Input input, Templates templates, long project) {
    String name = input.text("use_template", MAX_NAME);
    boolean hasTemplate = name != null && !name.isEmpty();
    if (hasTemplate && input.has("use_dashboard") && !input.at("use_dashboard").isNull()) {
      throw FailureException.invalid(
          "invalid_input", null, "`use_dashboard` and `use_template` cannot be used together");
    }
    Template template = name == null || name.isEmpty() ? null : template(name, templates, project);
    return new Blueprint(
        input.number("use_dashboard"),
        Boolean.TRUE.equals(input.flagOrNull("duplicate_tiles")),
        template);
  }

  private static Template template(String name, Templates templates, long project) {
    return templates
        .named(project, name)
        .orElseThrow(
            () ->
                FailureException.invalid(
                    "invalid_input", "use_template", "Invalid template provided: " + name));
  }

  /** What is said about the new dashboard where the request says nothing. */
  Registration registration(Registration said) {
    Registration all =
        template == null ? said : TemplateContent.registration(said, template.body());
    return all.edit().creationMode(mode()).done();
  }

  private String mode() {
    if (template != null) {
      return "template";
    }
    return dashboard == null ? "default" : "duplicate";
  }

  /**
   * What is on the new dashboard.
   *
   * @param ownFilters whether the request brings filters, which then replace those copied
   */
  Content content(Editor editor, boolean ownFilters) {
    Content content =
        template != null ? TemplateContent.make(editor, template.body()) : copied(editor);
    return ownFilters ? content.withFilters(Document.EMPTY) : content;
  }

  private Content copied(Editor editor) {
    if (dashboard == null) {
      return Content.EMPTY;
    }
    Content source =
        editor
            .read()
            .find(dashboard)
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        "invalid_input", "use_dashboard", "Invalid value provided"))
            .content();
    return TileCopies.all(editor, source, deep);
  }
}
