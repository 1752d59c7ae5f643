package dev.facet.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** JSON as the catalog keeps it: compact text. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Text that the catalog stored. */
  public static JsonNode read(String stored) {
    try {
      return MAPPER.readTree(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The catalog holds text that is no JSON", e);
    }
  }

  public static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree could not be written", e);
    }
  }

  /** A list of words as a JSON array. */
  public static String words(Collection<String> words) {
    return write(MAPPER.valueToTree(words));
  }

  /** A JSON array of words as a list. */
  public static List<String> words(String stored) {
    return StreamSupport.stream(read(stored).spliterator(), false).map(JsonNode::asText).toList();
  }

  /** A list of numbers as a JSON array. */
  public static String numbers(Collection<Long> numbers) {
    return write(MAPPER.valueToTree(numbers));
  }

  /** A JSON array of numbers as a list. */
  public static List<Long> numbers(String stored) {
    return StreamSupport.stream(read(stored).spliterator(), false).map(JsonNode::asLong).toList();
  }
}
