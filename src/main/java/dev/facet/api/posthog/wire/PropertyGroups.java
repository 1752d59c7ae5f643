package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Property filters of dashboards and tiles: a plain list, or groups of type AND, made plain. */
final class PropertyGroups {
  private static final String PROPERTIES = "properties";

  private PropertyGroups() {}

  /** The filters with their properties as a plain list; anything else is refused. */
  static ObjectNode flattened(ObjectNode filters, String field) {
    JsonNode properties = filters.path(PROPERTIES);
    if (properties.isMissingNode() || properties.isNull() || properties.isArray()) {
      return filters;
    }
    ArrayNode flat = PostHogWire.array();
    flatten(properties, flat, field);
    ObjectNode plain = filters.deepCopy();
    plain.set(PROPERTIES, flat);
    return plain;
  }

  private static void flatten(JsonNode group, ArrayNode flat, String field) {
    boolean isGroup = group.isObject() && group.path("values").isArray();
    if (!isGroup || !group.path("type").asText("AND").equals("AND")) {
      throw Input.refused(
          field,
          "invalid_input",
          "properties must be a list of property filters or a group of type AND.");
    }
    for (JsonNode value : group.get("values")) {
      if (value.has("values")) {
        flatten(value, flat, field);
      } else {
        flat.add(value);
      }
    }
  }
}
