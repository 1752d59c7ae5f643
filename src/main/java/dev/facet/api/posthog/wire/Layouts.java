package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.content.Card;
import dev.facet.dashboard.content.Place;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code layouts} of tiles, and places on the grid. Layouts are kept as they were sent and shown so
 * as long as the card lies where they say; a card that was moved elsewhere shows its place.
 */
final class Layouts {
  static final String FIELD = "layouts";
  private static final int LOWEST = 100_000;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,6}(\\.0*)?");

  private Layouts() {}

  /**
   * How a card lies.
   *
   * @param top the row its section begins at, sections being shown one below the other
   */
  static ObjectNode of(Card card, int top) {
    JsonNode kept = Extras.get(card.extras(), FIELD);
    Place place = card.place();
    if (place == null) {
      return kept instanceof ObjectNode object ? object : PostHogWire.object();
    }
    Place shown = place.at(place.x(), place.y() + top);
    return kept instanceof ObjectNode object && shown.equals(place(object)) ? object : of(shown);
  }

  /** The layouts that say this place. */
  static ObjectNode of(Place place) {
    ObjectNode layouts = PostHogWire.object();
    ObjectNode wide = layouts.putObject("sm");
    wide.put("x", place.x());
    wide.put("y", place.y());
    wide.put("w", place.w());
    wide.put("h", place.h());
    return layouts;
  }

  /** The card as layouts put it. */
  static Card put(Card card, ObjectNode layouts, int top) {
    Place place = place(layouts);
    Place own = place == null ? null : place.at(place.x(), Math.max(0, place.y() - top));
    return card.withPlace(own).withExtras(Extras.with(card.extras(), FIELD, layouts));
  }

  /** Where a card lies at a screen size, within its section; null when nobody said. */
  static @Nullable Place place(Card card, String size) {
    return size.equals("sm") ? card.place() : place(Extras.get(card.extras(), FIELD).path(size), 1);
  }

  /** The place layouts say; null when they say none. */
  private static @Nullable Place place(JsonNode layouts) {
    return place(layouts.path("sm"), Place.COLUMNS);
  }

  private static @Nullable Place place(JsonNode wide, int columns) {
    Integer x = whole(wide.path("x"));
    Integer y = whole(wide.path("y"));
    Integer w = whole(wide.path("w"));
    Integer h = whole(wide.path("h"));
    if (x == null || y == null || w == null || h == null) {
      return null;
    }
    int width = Math.clamp(w, 1, columns);
    return new Place(
        Math.clamp(x, 0, columns - width),
        Math.clamp(y, 0, LOWEST),
        width,
        Math.clamp(h, 1, LOWEST));
  }

  /** A number, be it written as text; null when it is none. */
  static @Nullable Integer whole(JsonNode value) {
    String text = value.isValueNode() ? value.asText().strip() : "";
    return WHOLE.matcher(text).matches() ? (Integer) (int) Double.parseDouble(text) : null;
  }
}
