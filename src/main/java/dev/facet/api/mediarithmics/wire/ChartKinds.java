package dev.facet.api.mediarithmics.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.form.board.ChartTypes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The vendor's names of chart types, which go by any case, and ours. */
final class ChartKinds {
  private ChartKinds() {}

  /** Our name; null for a type that nobody knows. */
  static @Nullable String core(String type, JsonNode options) {
    String variant = options.path("type").asText().toLowerCase(Locale.ROOT);
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "bars" -> variant.equals("bar") ? "bars" : "columns";
      case "area" -> variant.equals("line") ? "line" : "area";
      case "line", "pie", "radar", "metric", "table" -> type.toLowerCase(Locale.ROOT);
      case ChartTypes.TEXT -> ChartTypes.TEXT;
      default -> null;
    };
  }

  /** The vendor's name of one of our types, or of what comes nearest to it. */
  static String vendor(String type) {
    return switch (type) {
      case "columns", "bars", "stickiness", "lifecycle", "bridge" -> "Bars";
      case "line", "area" -> "Area";
      case "pie" -> "Pie";
      case "radar" -> "Radar";
      case "metric" -> "Metric";
      case ChartTypes.TEXT -> ChartTypes.TEXT;
      default -> "Table";
    };
  }
}
