package dev.facet.form.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.query.DateText;
import dev.facet.query.Definitions.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values that whoever asks gives to variables: {@code {"<id or name>": value}}, the value by itself
 * or as dashboards keep it ({@code {"code_name", "value", "isNull"}}). A variable that there is not
 * and a value of another type are refused with their path.
 */
public final class GivenVariables {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Variable> defined;

  private GivenVariables(Map<String, Variable> defined) {
    this.defined = defined;
  }

  /**
   * The values as dashboards keep them.
   *
   * @param defined the variables there are, by their names in queries
   * @param path where they were given
   */
  public static ObjectNode read(JsonNode given, Map<String, Variable> defined, String path) {
    if (!given.isObject()) {
      throw Fields.wrongType(path, "an object of values by variable", given);
    }
    GivenVariables variables = new GivenVariables(defined);
    ObjectNode kept = NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      String at = path + "." + entry.getKey();
      Variable variable = variables.find(entry.getKey(), entry.getValue(), at);
      kept.set(variable.id(), kept(variable, entry.getValue(), at));
    }
    return kept;
  }

  /** One that was deleted and made again is found by its name. */
  private Variable find(String key, JsonNode given, String path) {
    return defined.values().stream()
        .filter(each -> each.id().equals(key))
        .findFirst()
        .or(() -> Optional.ofNullable(defined.get(key)))
        .or(() -> Optional.ofNullable(defined.get(given.path("code_name").asText())))
        .orElseThrow(() -> unknown(key, path));
  }

  private FailureException unknown(String key, String path) {
    String known = String.join(", ", defined.keySet().stream().sorted().toList());
    return FailureException.invalid(
        "unknown_variable",
        path,
        "There is no variable '%s'; %s."
            .formatted(key, known.isEmpty() ? "the project has none" : "there are " + known));
  }

  private static ObjectNode kept(Variable variable, JsonNode given, String path) {
    JsonNode said = given.isObject() ? given.path("value") : given;
    boolean isNull = given.path("isNull").asBoolean();
    JsonNode value = isNull ? null : value(variable.kind(), said, path);
    ObjectNode kept = NODES.objectNode();
    kept.put("code_name", variable.codeName());
    kept.put("variableId", variable.id());
    kept.set("value", value);
    if (value == null) {
      kept.put("isNull", true);
    }
    return kept;
  }

  private static @Nullable JsonNode value(Variable.Kind kind, JsonNode said, String path) {
    boolean isEmpty = said.isTextual() && said.textValue().isEmpty();
    if (said.isNull() || (isEmpty && kind != Variable.Kind.STRING)) {
      return null;
    }
    JsonNode value =
        switch (kind) {
          case STRING -> said.isTextual() ? said : null;
          case NUMBER -> number(said);
          case BOOLEAN -> truth(said);
          case LIST -> said.isTextual() || isTexts(said) ? said : null;
          case DATE -> date(said, path);
        };
    if (value == null) {
      throw Fields.wrongType(path, "a value of type " + kind.word(), said);
    }
    return value;
  }

  private static @Nullable JsonNode number(JsonNode said) {
    if (!said.isTextual()) {
      return said.isNumber() ? said : null;
    }
    try {
      double number = Double.parseDouble(said.textValue().strip());
      return Double.isFinite(number) ? NODES.numberNode(number) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable JsonNode truth(JsonNode said) {
    return switch (said.isValueNode() ? said.asText() : "") {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      default -> null;
    };
  }

  private static boolean isTexts(JsonNode said) {
    return said.isArray()
        && StreamSupport.stream(said.spliterator(), false).allMatch(JsonNode::isTextual);
  }

  private static @Nullable JsonNode date(JsonNode said, String path) {
    if (!said.isTextual()) {
      return null;
    }
    DateText.parse(said.textValue(), path);
    return said;
  }
}
