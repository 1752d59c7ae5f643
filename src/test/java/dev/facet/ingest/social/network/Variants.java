package dev.facet.ingest.social.network;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Other ways to say the same, and ways to say nonsense. */
final class Variants {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final List<JsonNode> NONSENSE =
      List.of(
          NullNode.getInstance(),
          TextNode.valueOf("nonsense"),
          TextNode.valueOf(""),
          BooleanNode.TRUE,
          MAKE.arrayNode().addNull(),
          MAKE.objectNode().put("other", 1));

  private Variants() {}

  /** Numbers as text, fields in the other order, and fields that nobody expects. */
  static JsonNode alike(JsonNode node) {
    if (node.isNumber()) {
      return TextNode.valueOf(node.asText());
    }
    if (node instanceof ArrayNode array) {
      ArrayNode same = MAKE.arrayNode();
      array.forEach(element -> same.add(alike(element)));
      return same;
    }
    return node instanceof ObjectNode object ? turned(object) : node;
  }

  private static ObjectNode turned(ObjectNode object) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
    Collections.reverse(fields);
    ObjectNode same = MAKE.objectNode().put("a_new_field", "of 2027");
    fields.forEach(field -> same.set(field.getKey(), alike(field.getValue())));
    same.putObject("another_new_field").putNull("nothing");
    return same;
  }

  /** Lists without what was in them. */
  static JsonNode emptied(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node.isArray() ? MAKE.arrayNode() : node;
    }
    ObjectNode same = MAKE.objectNode();
    object.properties().forEach(field -> same.set(field.getKey(), emptied(field.getValue())));
    return same;
  }

  /** Each part of it in turn replaced by something that does not belong there. */
  static List<JsonNode> nonsense(JsonNode whole) {
    List<JsonNode> variants = new ArrayList<>();
    for (JsonPointer place : places(whole, JsonPointer.empty())) {
      for (JsonNode strange : NONSENSE) {
        variants.add(replaced(whole, place, strange));
      }
    }
    return variants;
  }

  private static List<JsonPointer> places(JsonNode node, JsonPointer here) {
    List<JsonPointer> places = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonPointer place = here.appendProperty(field.getKey());
      places.add(place);
      places.addAll(places(field.getValue(), place));
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      JsonPointer place = here.appendIndex(i);
      places.add(place);
      places.addAll(places(node.path(i), place));
    }
    return places;
  }

  private static JsonNode replaced(JsonNode whole, JsonPointer place, JsonNode strange) {
    JsonNode copy = whole.deepCopy();
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), strange);
    } else if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), strange);
    }
    return copy;
  }
}
