package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.dashboard.Text;
import dev.facet.dashboard.content.Chart.Source;
import org.jspecify.annotations.Nullable;

/** Tiles as the vendor shows them. */
public final class TileWire {
  private TileWire() {}

  /** A tile that shows an insight; {@code insight} is what {@link InsightWire} makes of it. */
  public static ObjectNode ofInsight(Tile tile, int order, ObjectNode insight, Outcome outcome) {
    ObjectNode node = tile(tile, insight, null);
    node.put("order", order);
    node.set("last_refresh", insight.get("last_refresh"));
    node.set("is_cached", insight.get("is_cached"));
    if (outcome instanceof Outcome.Unusable unusable) {
      ObjectNode error = node.putObject("error");
      error.put("type", "validation_error");
      error.put("message", unusable.failure().message());
    }
    return node;
  }

  /** A tile that shows a text. */
  public static ObjectNode ofText(Tile tile, int order, ObjectNode text) {
    ObjectNode node = tile(tile, null, text);
    node.put("order", order);
    node.putNull("last_refresh");
    node.put("is_cached", false);
    return node;
  }

  private static ObjectNode tile(
      Tile tile, @Nullable ObjectNode insight, @Nullable ObjectNode text) {
    ObjectNode node = PostHogWire.object();
    node.put("id", tile.id());
    node.set("layouts", tile.layouts());
    node.put("color", tile.card().color());
    node.set("filters_overrides", tile.filters());
    node.set("show_description", orNull(tile, "show_description"));
    node.set("transparent_background", orNull(tile, "transparent_background"));
    node.set("insight", insight);
    node.set("text", text);
    node.putNull("button_tile");
    node.putNull("widget");
    return node;
  }

  private static @Nullable JsonNode orNull(Tile tile, String field) {
    JsonNode value = Extras.get(tile.chart().extras(), field);
    return value.isMissingNode() ? null : value;
  }

  /**
   * A text card.
   *
   * @param text who wrote it when, null when only its body is known
   */
  public static ObjectNode text(
      Source.OfText source, @Nullable Text text, People people, long project) {
    ObjectNode node = PostHogWire.object();
    node.put("id", source.text());
    node.put("body", source.body());
    node.set("created_by", text == null ? null : people.show(text.createdBy()));
    node.put("last_modified_at", text == null ? null : PostHogWire.time(text.modifiedAt()));
    node.set("last_modified_by", text == null ? null : people.show(text.modifiedBy()));
    node.put("team", project);
    return node;
  }
}
