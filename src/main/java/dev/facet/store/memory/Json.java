package dev.facet.store.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.facet.model.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What functions of JSON texts compute. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** What is malformed is missing. */
  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException malformed) {
      return MissingNode.getInstance();
    }
  }

  /** The JSON of a value; of a list with its numbers as JSON has them. */
  static @Nullable String of(Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number) ? Numbers.json(number) : null;
      case List<?> list -> Values.json(list);
      default -> Values.json(value);
    };
  }

  static @Nullable String key(String text, String key) {
    return write(parse(text).get(key));
  }

  static @Nullable String element(String text, long place) {
    JsonNode list = parse(text);
    long index = place < 0 ? list.size() + place : place - 1;
    return list.isArray() && index >= 0 && index < list.size()
        ? write(list.get((int) index))
        : null;
  }

  static @Nullable String text(String text) {
    JsonNode node = parse(text);
    return node.isTextual() ? node.textValue() : write(node);
  }

  private static @Nullable String write(@Nullable JsonNode node) {
    if (node == null || node.isMissingNode() || node.isNull()) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    write(out, node);
    return out.toString();
  }

  private static void write(StringBuilder out, JsonNode node) {
    switch (node.getNodeType()) {
      case ARRAY -> {
        String separator = "[";
        for (JsonNode element : node) {
          write(out.append(separator), element);
          separator = ",";
        }
        out.append(node.isEmpty() ? "[]" : "]");
      }
      case OBJECT -> {
        String separator = "{";
        for (var entry : node.properties()) {
          out.append(separator).append(Values.json(entry.getKey())).append(':');
          write(out, entry.getValue());
          separator = ",";
        }
        out.append(node.isEmpty() ? "{}" : "}");
      }
      case STRING -> out.append(Values.json(node.textValue()));
      case NUMBER ->
          out.append(node.isIntegralNumber() ? node.asText() : Numbers.json(node.doubleValue()));
      case BOOLEAN, NULL, BINARY, MISSING, POJO -> out.append(node.asText());
    }
  }

  static @Nullable String type(String text) {
    return switch (parse(text).getNodeType()) {
      case ARRAY -> "list";
      case OBJECT -> "object";
      case STRING -> "text";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  static @Nullable Object size(String text) {
    JsonNode node = parse(text);
    return node.isMissingNode() || node.isNull() ? null : (Object) (long) node.size();
  }

  /** The list of plain values that the text says. */
  static @Nullable Object list(String text) {
    return Values.canonical(MAPPER.convertValue(parse(text), List.class));
  }

  static @Nullable Object keys(String text) {
    JsonNode node = parse(text);
    List<@Nullable Object> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return node.isMissingNode() || node.isNull() ? null : keys;
  }
}
