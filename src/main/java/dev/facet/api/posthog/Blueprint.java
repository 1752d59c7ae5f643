package dev.facet.api.posthog;

import dev.facet.api.posthog.wire.Input;
import dev.facet.dashboard.Editor;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import dev.facet.model.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * What a new dashboard is made from.
 *
 * @param dashboard the one to copy, null for none
 * @param deep whether its insights and texts are copied too
 */
record Blueprint(@Nullable Long dashboard, boolean deep) {

  /** Reads {@code use_template}, {@code use_dashboard} and {@code duplicate_tiles}. */
  static Blueprint read(Input input) {
    String template = input.has("use_template") ? input.text("use_template", 400) : null;
    boolean hasTemplate = template != null && !template.isEmpty();
    Long dashboard = input.number("use_dashboard");
    if (hasTemplate && dashboard != null) {
      throw FailureException.invalid(
          "invalid_input", null, "`use_dashboard` and `use_template` cannot be used together");
    }
    if (hasTemplate) {
      throw FailureException.invalid(
          "invalid_input", "use_template", "Invalid template provided: " + template);
    }
    return new Blueprint(dashboard, input.isTruthy("duplicate_tiles"));
  }

  String mode() {
    return dashboard == null ? "default" : "duplicate";
  }

  /**
   * What is on the new dashboard.
   *
   * @param ownFilters whether the request brings filters, which then replace those copied
   */
  Content content(Editor editor, boolean ownFilters) {
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
    Content copy = TileCopies.all(editor, source, deep);
    return ownFilters ? copy.withFilters(Document.EMPTY) : copy;
  }
}
