package dev.facet.dashboard.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that does not change. As extras it holds what only one dialect knows, under the
 * dialect's name, untouched by everybody else.
 */
public record Document(ObjectNode json) {
  /** Holds nothing. */
  public static final Document EMPTY = new Document(JsonNodeFactory.instance.objectNode());

  public Document {
    json = json.deepCopy();
  }

  /** The given tree when it is an object, else an empty one. */
  public static Document of(@Nullable JsonNode node) {
    return node instanceof ObjectNode object ? new Document(object) : EMPTY;
  }

  /** A copy, free to be changed. */
  @Override
  public ObjectNode json() {
    return json.deepCopy();
  }

  /** A field that is there and not null. */
  public Optional<JsonNode> get(String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value.deepCopy());
  }

  /** The field's text, null when there is none. */
  public @Nullable String text(String field) {
    return json.path(field).textValue();
  }

  /** This with another value in a field; null takes the field away. */
  public Document with(String field, @Nullable JsonNode value) {
    ObjectNode copy = json();
    if (value == null) {
      copy.remove(field);
    } else {
      copy.set(field, value);
    }
    return new Document(copy);
  }

  public boolean isEmpty() {
    return json.isEmpty();
  }
}
