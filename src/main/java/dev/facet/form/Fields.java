package dev.facet.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object; a field with null is as good as absent. Whoever reads calls
 * {@link #done} at the end, which refuses the fields that nobody asked for. Not for use by several
 * threads.
 */
public final class Fields {
  /** Codes of failures whose sentence says what is wrong with a field, but not which. */
  private static final Set<String> NAMELESS =
      Set.of("required", "wrong_type", "invalid_choice", "out_of_range", "row_count");

  private final JsonNode node;
  private final String path;
  private final Set<String> known = new HashSet<>();

  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The fields of an object; anything else at this place is refused. */
  public static Fields of(JsonNode node, String path) {
    if (!node.isObject()) {
      throw wrongType(path, "an object", node);
    }
    return new Fields(node, path);
  }

  /** The fields of an object that is not there. */
  public static Fields none() {
    return new Fields(JsonNodeFactory.instance.objectNode(), "");
  }

  /** The path of a field of this object. */
  public String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** The field as it is, null when absent or null. */
  public @Nullable JsonNode node(String field) {
    known.add(field);
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  /** Whether the field is there and not null; it stays to be read. */
  public boolean has(String field) {
    return node.hasNonNull(field);
  }

  public @Nullable String text(String field) {
    JsonNode value = node(field);
    if (value != null && !value.isTextual()) {
      throw wrongType(path(field), "text", value);
    }
    return value == null ? null : value.textValue();
  }

  public String requiredText(String field) {
    String text = text(field);
    if (text == null) {
      throw missing(path(field));
    }
    return text;
  }

  public boolean flag(String field) {
    JsonNode value = node(field);
    if (value != null && !value.isBoolean()) {
      throw wrongType(path(field), "true or false", value);
    }
    return value != null && value.booleanValue();
  }

  public @Nullable Integer integer(String field) {
    JsonNode value = node(field);
    if (value != null && !(value.isIntegralNumber() && value.canConvertToInt())) {
      throw wrongType(path(field), "a whole number", value);
    }
    return value == null ? null : value.intValue();
  }

  public @Nullable Long number(String field) {
    JsonNode value = node(field);
    if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
      throw wrongType(path(field), "a whole number", value);
    }
    return value == null ? null : value.longValue();
  }

  /** The object in a field, whatever its fields. */
  public @Nullable ObjectNode tree(String field) {
    JsonNode value = node(field);
    if (value != null && !value.isObject()) {
      throw wrongType(path(field), "an object", value);
    }
    return (ObjectNode) value;
  }

  /** An element of a list of texts. */
  public static String text(JsonNode value, String path) {
    if (!value.isTextual()) {
      throw wrongType(path, "text", value);
    }
    return value.textValue();
  }

  /** The fields of the object in a field, empty when absent. */
  public Optional<Fields> object(String field) {
    JsonNode value = node(field);
    return value == null ? Optional.empty() : Optional.of(of(value, path(field)));
  }

  /** Each element of the list in a field, read with its path; empty when absent. */
  public <T> List<T> list(String field, BiFunction<JsonNode, String, T> element) {
    JsonNode value = node(field);
    return value == null ? List.of() : list(value, path(field), element);
  }

  /** Each element of a list, read with its path. */
  public static <T> List<T> list(
      JsonNode value, String path, BiFunction<JsonNode, String, T> element) {
    if (!value.isArray()) {
      throw wrongType(path, "a list", value);
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      elements.add(element.apply(value.get(i), path + "[" + i + "]"));
    }
    return elements;
  }

  /** One of an enum's constants, written in lower case; {@code otherwise} when absent. */
  public <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
    String text = text(field);
    if (text == null) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (lower(constant).equals(text)) {
        return constant;
      }
    }
    throw notOneOf(
        path(field), text, List.of(type.getEnumConstants()).stream().map(Fields::lower).toList());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What a field holds of which only the type is looked at. */
  enum Shape {
    FLAG("true or false"),
    TEXT("text"),
    NUMBER("a number"),
    LIST("a list"),
    OBJECT("an object");

    private final String expected;

    Shape(String expected) {
      this.expected = expected;
    }

    private boolean fits(JsonNode value) {
      return switch (this) {
        case FLAG -> value.isBoolean();
        case TEXT -> value.isTextual();
        case NUMBER -> value.isNumber();
        case LIST -> value.isArray();
        case OBJECT -> value.isObject();
      };
    }
  }

  /** Fields that may be there, of this type, and say nothing about the answer. */
  Fields pass(Shape shape, String... fields) {
    for (String field : fields) {
      JsonNode value = node(field);
      if (value != null && !shape.fits(value)) {
        throw wrongType(path(field), shape.expected, value);
      }
    }
    return this;
  }

  /** The names of the fields that are there. */
  List<String> names() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Fields that may be there and say nothing about the answer. */
  public Fields ignore(Set<String> fields) {
    known.addAll(fields);
    return this;
  }

  /** Refuses what nobody asked for. */
  public void done() {
    for (var names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw FailureException.invalid(
            "unknown_field",
            path(name),
            "There is no field \"" + name + "\" here" + Nearest.hint(name, known) + ".");
      }
    }
  }

  /** A value that is none of those allowed. */
  public static FailureException notOneOf(String path, String given, List<String> allowed) {
    return FailureException.invalid(
        "invalid_choice", path, "\"" + given + "\" is none of " + String.join(", ", allowed) + ".");
  }

  /** A field that is not there and must be. */
  public static FailureException missing(String path) {
    return FailureException.invalid("required", path, "This field is required.");
  }

  /**
   * What failed, with the field's path in the sentence where the sentence does not name the field.
   */
  public static String named(Failure failure) {
    return failure instanceof Failure.Invalid(String code, String path, String message)
            && path != null
            && NAMELESS.contains(code)
        ? path + ": " + message
        : failure.message();
  }

  /** A value of another type than the one expected. */
  public static FailureException wrongType(String path, String expected, JsonNode given) {
    String name = given.getNodeType().name().toLowerCase(Locale.ROOT);
    return FailureException.invalid(
        "wrong_type", path.isEmpty() ? null : path, "Expected " + expected + ", got " + name + ".");
  }
}
