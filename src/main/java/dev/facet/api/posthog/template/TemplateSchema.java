package dev.facet.api.posthog.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The JSON schema of templates, which clients can read too. Checks the few keywords the schema
 * uses: {@code type, required, properties, items, minItems, enum, anyOf}.
 */
final class TemplateSchema {
  private static final ObjectNode SCHEMA = read();

  private TemplateSchema() {}

  static ObjectNode schema() {
    return SCHEMA.deepCopy();
  }

  private static ObjectNode read() {
    try (InputStream in = TemplateSchema.class.getResourceAsStream("/templates/schema.json")) {
      if (in == null) {
        throw new IllegalStateException("The schema of templates is missing");
      }
      return (ObjectNode) Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The template as an object; one that breaks the schema is refused with what it breaks. */
  static ObjectNode checked(JsonNode template) {
    Optional<String> wrong =
        template.isMissingNode()
            ? Optional.of("'template' is a required property")
            : wrong(template, SCHEMA);
    if (wrong.isPresent()) {
      throw FailureException.invalid("invalid_input", null, wrong.get());
    }
    return (ObjectNode) template;
  }

  /** What the value breaks of the schema, in the words of the usual checker. */
  private static Optional<String> wrong(JsonNode value, JsonNode schema) {
    if (schema.has("anyOf")) {
      boolean fits = stream(schema.get("anyOf")).anyMatch(one -> wrong(value, one).isEmpty());
      return fits
          ? Optional.empty()
          : Optional.of(shown(value) + " is not valid under any of the given schemas");
    }
    if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
      return Optional.of(shown(value) + " is not one of " + shown(schema.get("enum")));
    }
    if (schema.has("type") && !hasType(value, schema.get("type"))) {
      return Optional.of(shown(value) + " is not of type " + types(schema.get("type")));
    }
    return value.isObject() ? wrongInObject(value, schema) : wrongInList(value, schema);
  }

  private static Optional<String> wrongInObject(JsonNode value, JsonNode schema) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        return Optional.of("'" + name.asText() + "' is a required property");
      }
    }
    return schema.path("properties").properties().stream()
        .filter(property -> value.has(property.getKey()))
        .flatMap(property -> wrong(value.get(property.getKey()), property.getValue()).stream())
        .findFirst();
  }

  private static Optional<String> wrongInList(JsonNode value, JsonNode schema) {
    if (!value.isArray()) {
      return Optional.empty();
    }
    if (value.size() < schema.path("minItems").asInt()) {
      return Optional.of(shown(value) + " is too short");
    }
    return stream(value).flatMap(item -> wrong(item, schema.path("items")).stream()).findFirst();
  }

  private static boolean hasType(JsonNode value, JsonNode type) {
    return type.isArray()
        ? stream(type).anyMatch(one -> hasType(value, one))
        : switch (type.asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> value.isNull();
        };
  }

  private static String types(JsonNode type) {
    return type.isArray()
        ? String.join(", ", stream(type).map(TemplateSchema::types).toList())
        : "'" + type.asText() + "'";
  }

  private static String shown(JsonNode value) {
    String text = value.toString().replace('"', '\'');
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
