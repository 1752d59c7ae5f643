package dev.facet.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.catalog.Json;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Values;
import dev.facet.query.DateText;
import dev.facet.query.Definitions.Variable;
import dev.facet.query.Definitions.Variable.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Variables of queries as JSON: {@code {"type", "default_value", "values", "code_name"}}, {@code
 * values} being what a variable of type List may be.
 */
public final class VariableForm {
  private VariableForm() {}

  /** What the text of a query calls a variable of this name. */
  public static String codeName(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_').replaceAll("[^\\p{L}\\p{N}_]", "");
  }

  /** The variable that a draft says; a default value of another type is refused. */
  public static Variable read(Definition definition) {
    Fields body = Fields.of(Json.read(definition.draft().body()), "");
    String word = body.requiredText("type");
    Kind kind = Kind.of(word).orElseThrow(() -> Fields.notOneOf("type", word, Kind.words()));
    List<String> values = body.list("values", Fields::text);
    Object value = value(body.node("default_value"), kind, values);
    String codeName = body.requiredText("code_name");
    body.done();
    if (codeName.isEmpty()) {
      throw FailureException.invalid(
          "invalid_input", "name", "A name has at least one letter or digit.");
    }
    return new Variable(definition.uuid().toString(), codeName, kind, value);
  }

  private static @Nullable Object value(@Nullable JsonNode node, Kind kind, List<String> values) {
    if (node == null || kind != Kind.STRING && node.isTextual() && node.textValue().isEmpty()) {
      return null;
    }
    Object value =
        switch (kind) {
          case STRING -> node.isTextual() ? node.textValue() : null;
          case NUMBER -> Values.canonical(Values.number(plain(node)));
          case BOOLEAN -> truth(node);
          case LIST -> node.isTextual() ? listed(node.textValue(), values) : null;
          case DATE -> node.isTextual() ? date(node.textValue()) : null;
        };
    if (value == null) {
      throw FailureException.invalid(
          "invalid_input",
          "default_value",
          node + " is no value for a variable of type " + kind.word() + ".");
    }
    return value;
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.isTextual() ? node.textValue() : null;
  }

  private static @Nullable Boolean truth(JsonNode node) {
    return switch (node.isValueNode() ? node.asText() : "") {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static String listed(String value, List<String> values) {
    if (!values.isEmpty() && !values.contains(value)) {
      throw Fields.notOneOf("default_value", value, values);
    }
    return value;
  }

  private static String date(String value) {
    DateText.parse(value, "default_value");
    return value;
  }

  /** Refuses a variable that is called as another one is. */
  static void check(Variable variable, List<Definition> others) {
    boolean taken =
        others.stream()
            .filter(each -> each.kind() == Definition.Kind.VARIABLE)
            .anyMatch(each -> read(each).codeName().equals(variable.codeName()));
    if (taken) {
      throw FailureException.invalid(
          "unique",
          "name",
          "There is a variable called " + variable.codeName() + " already; choose another name.");
    }
  }
}
