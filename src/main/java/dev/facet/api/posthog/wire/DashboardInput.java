package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.content.Content;
import dev.facet.dashboard.content.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a request says about a dashboard, laid over what was said before. */
public record DashboardInput(Input input) {
  private static final int MAX_NAME = 400;
  private static final int MAX_TEXT = 1 << 20;
  private static final Set<String> RESTRICTIONS =
      Set.of(String.valueOf(Rights.OPEN), String.valueOf(Rights.RESTRICTED));

  /** The registration with the fields that were sent. */
  public Registration registration(Registration before) {
    checkIdle();
    Registration.Edit edit = before.edit();
    if (input.has("name")) {
      edit.name(input.text("name", MAX_NAME));
    }
    if (input.has("description")) {
      edit.description(input.textNotNull("description", MAX_TEXT));
    }
    if (input.has("pinned")) {
      edit.pinned(input.flag("pinned"));
    }
    if (input.has("tags")) {
      edit.tags(tags(input));
    }
    if (restricts()) {
      edit.restrictionLevel(Integer.parseInt(input.choice("restriction_level", RESTRICTIONS)));
    }
    return edit.done();
  }

  /** Fields that change nothing here have to make sense all the same. */
  private void checkIdle() {
    input.text("_create_in_folder", MAX_TEXT);
    boolean _ = input.isOn("delete_insights");
  }

  /** Whether the request says who may edit. */
  public boolean restricts() {
    return input.has("restriction_level");
  }

  /** Trimmed, in lower case, without those that say nothing. */
  public static List<String> tags(Input input) {
    if (input.at("tags").isNull()) {
      throw Input.notNull("tags");
    }
    return input.texts("tags").stream().map(DashboardInput::tag).filter(t -> !t.isEmpty()).toList();
  }

  /** A tag as it is kept: trimmed, in lower case. */
  public static String tag(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The content with the fields that were sent; empty filters and variables are as if they were not
   * sent, as with the vendor.
   */
  public Content content(Content before) {
    Content content = before;
    ObjectNode filters = filters(input, "filters");
    if (!filters.isEmpty()) {
      content = content.withFilters(Document.of(filters));
    }
    ObjectNode variables = input.object("variables", "Variables must be a dictionary");
    if (variables != null && !variables.isEmpty()) {
      content = content.withVariables(Document.of(variables));
    }
    if (input.has("breakdown_colors")) {
      content = with(content, "breakdown_colors", colors());
    }
    if (input.has("data_color_theme_id")) {
      Long theme = input.number("data_color_theme_id");
      JsonNode value = theme == null ? input.node().nullNode() : input.node().numberNode(theme);
      content = with(content, "data_color_theme_id", value);
    }
    if (input.has("quick_filter_ids")) {
      ArrayNode ids = PostHogWire.texts(input.texts("quick_filter_ids"));
      content = with(content, "quick_filter_ids", ids);
    }
    return content;
  }

  private static Content with(Content content, String field, JsonNode value) {
    return content.withExtras(Extras.with(content.extras(), field, value));
  }

  /**
   * Filters of a dashboard or tile, their properties made a plain list; null when null was sent.
   */
  static ObjectNode filters(Input input, String field) {
    ObjectNode filters = input.object(field, "Filters must be a dictionary");
    return filters == null ? PostHogWire.object() : PropertyGroups.flattened(filters, field);
  }

  private JsonNode colors() {
    JsonNode colors = input.meant("breakdown_colors");
    if (colors.isNull()) {
      return colors;
    }
    if (!colors.isArray()) {
      throw Input.refused(
          "breakdown_colors", "not_a_list", "Must be a list of breakdown colors or null.");
    }
    for (int i = 0; i < colors.size(); i++) {
      checkColor(colors.get(i), "breakdown_colors[" + i + "]");
    }
    return colors;
  }

  private static void checkColor(JsonNode color, String path) {
    if (!color.isObject()) {
      throw Input.refused(path, "invalid_input", "Must be an object.");
    }
    for (String field : List.of("breakdownValue", "colorToken")) {
      if (!color.has(field)) {
        throw Input.refused(path + "." + field, "required", "This field is required.");
      }
    }
    if (!color.get("breakdownValue").isTextual()) {
      throw Input.refused(path + ".breakdownValue", "invalid_input", "Not a valid string.");
    }
    JsonNode token = color.get("colorToken");
    if (!token.isTextual() && !token.isNull()) {
      throw Input.refused(path + ".colorToken", "invalid_input", "Not a valid string.");
    }
  }
}
