package dev.facet.api.posthog.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Set;

/** How a shared page is to look: switches and a theme. */
final class ShareSettings {
  static final String THEME = "theme";
  static final String HIDE_DETAILS = "hideExtraDetails";

  /** What may be switched on. */
  static final List<String> SWITCHES =
      List.of("whitelabel", "noHeader", "showInspector", "legend", "detailed", HIDE_DETAILS);

  private static final Set<String> THEMES = Set.of("light", "dark", "system");

  private ShareSettings() {}

  /** The settings known here, without nulls; a wrong type is refused. */
  static ObjectNode read(JsonNode given) {
    if (!given.isObject()) {
      throw invalid();
    }
    ObjectNode settings = PostHogWire.object();
    for (String name : SWITCHES) {
      JsonNode value = given.path(name);
      if (value.isBoolean()) {
        settings.set(name, value);
      } else if (!value.isNull() && !value.isMissingNode()) {
        throw invalid();
      }
    }
    JsonNode theme = given.path(THEME);
    if (theme.isTextual() && THEMES.contains(theme.textValue())) {
      settings.set(THEME, theme);
    } else if (!theme.isNull() && !theme.isMissingNode()) {
      throw invalid();
    }
    return settings;
  }

  private static FailureException invalid() {
    return FailureException.invalid("invalid_input", "settings", "Invalid settings format");
  }
}
