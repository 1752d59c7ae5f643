package dev.facet.api.racknap.widget;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.api.racknap.RackNapWire;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A widget as sent.
 *
 * @param path where it stands in the request
 * @param id null when not said
 * @param title null when not said
 * @param size null when not said
 */
public record WidgetInput(
    String path, @Nullable String id, String type, @Nullable String title, @Nullable Size size) {
  private static final int MOST = 500;
  private static final int LONGEST_SHOWN = 60;

  /** The widgets of a body; null when it has no such field. */
  public static @Nullable List<WidgetInput> read(Fields body) {
    if (!body.has("widgets")) {
      return null;
    }
    List<WidgetInput> all = body.list("widgets", WidgetInput::read);
    if (all.size() > MOST) {
      throw FailureException.invalid(
          "too_many", "widgets", "Give at most %d widgets, not %d.".formatted(MOST, all.size()));
    }
    requireOwnIds(all);
    return all;
  }

  private static WidgetInput read(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    String size = fields.text("size");
    return new WidgetInput(
        path,
        id(fields),
        fields.requiredText("type"),
        RackNapWire.shortText(fields, "title"),
        size == null ? null : size(fields, size));
  }

  private static Size size(Fields fields, String word) {
    return Size.of(word)
        .orElseThrow(() -> Fields.notOneOf(fields.path("size"), word, Size.words()));
  }

  private static @Nullable String id(Fields fields) {
    String id = RackNapWire.shortText(fields, "id");
    if (id != null && id.isBlank()) {
      throw FailureException.invalid(
          "blank", fields.path("id"), "Give an id that is not blank, or none.");
    }
    return id;
  }

  private static void requireOwnIds(List<WidgetInput> all) {
    Set<String> seen = new HashSet<>();
    for (WidgetInput each : all) {
      if (each.id() != null && !seen.add(each.id())) {
        throw FailureException.invalid(
            "duplicate", each.path() + ".id", "Another widget has the id \"" + each.id() + "\".");
      }
    }
  }

  private static String shown(String word) {
    return word.length() <= LONGEST_SHOWN ? word : word.substring(0, LONGEST_SHOWN) + "…";
  }

  /** The failure of a type that is not in the catalogue. */
  FailureException unsupported() {
    return FailureException.invalid(
        "invalid_widget_type",
        path + ".type",
        "Widget type is not supported: there are %s, not \"%s\"."
            .formatted(String.join(", ", WidgetType.words()), shown(type)));
  }
}
