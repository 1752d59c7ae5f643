package dev.facet.dashboard.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts the defaults of a template's variables where clients left placeholders: any text that is
 * just {@code {VARIABLE_ID}}.
 */
public final class TemplateVariables {
  private TemplateVariables() {}

  /** The template with no placeholder of a variable left. */
  public static ObjectNode filled(ObjectNode template) {
    Map<String, ObjectNode> defaults = new HashMap<>();
    for (JsonNode variable : template.path("variables")) {
      if (variable.path("default") instanceof ObjectNode entity) {
        defaults.put("{" + variable.path("id").asText() + "}", entity);
      }
    }
    ObjectNode copy = template.deepCopy();
    if (!defaults.isEmpty()) {
      for (JsonNode tile : copy.path("tiles")) {
        fill(tile, defaults, false);
      }
    }
    return copy;
  }

  /**
   * @param inQuery whether an entity must become a series of a query
   */
  private static void fill(JsonNode node, Map<String, ObjectNode> defaults, boolean inQuery) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        boolean within = inQuery || field.getKey().equals("query");
        field.setValue(filled(field.getValue(), defaults, within));
      }
    } else if (node.isArray()) {
      var list = (ArrayNode) node;
      for (int i = 0; i < list.size(); i++) {
        list.set(i, filled(list.get(i), defaults, inQuery));
      }
    }
  }

  private static JsonNode filled(
      JsonNode value, Map<String, ObjectNode> defaults, boolean inQuery) {
    ObjectNode entity = value.isTextual() ? defaults.get(value.textValue()) : null;
    if (entity != null) {
      return inQuery ? series(entity) : entity.deepCopy();
    }
    fill(value, defaults, inQuery);
    return value;
  }

  /** {@code {"id": …, "type": "events"}} as a node of a query. */
  private static ObjectNode series(ObjectNode entity) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    boolean action = entity.path("type").asText().equals("actions");
    node.put("kind", action ? "ActionsNode" : "EventsNode");
    node.set(action ? "id" : "event", entity.path("id").deepCopy());
    for (Map.Entry<String, JsonNode> field : entity.properties()) {
      if (!field.getKey().equals("id") && !field.getKey().equals("type")) {
        node.set(field.getKey(), field.getValue());
      }
    }
    return node;
  }
}
