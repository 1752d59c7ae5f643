package dev.facet.api.posthog.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Offer;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a shared page is to look: switches and a theme. */
final class ShareSettings {
  static final String THEME = "theme";
  static final String HIDE_DETAILS = "hideExtraDetails";

  /** What may be switched on. */
  static final List<String> SWITCHES =
      List.of("whitelabel", "noHeader", "showInspector", "legend", "detailed", HIDE_DETAILS);

  /** What visitors may be let choose; a matter of our own page. */
  private static final List<String> OFFERS = Offer.settings();

  private static final Set<String> THEMES = Set.of("light", "dark", "system");

  private ShareSettings() {}

  /** The settings known here, without nulls; a wrong type is refused. */
  static ObjectNode read(JsonNode given) {
    if (!given.isObject()) {
      throw invalid();
    }
    ObjectNode settings = PostHogWire.object();
    for (String name : Stream.concat(SWITCHES.stream(), OFFERS.stream()).toList()) {
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
