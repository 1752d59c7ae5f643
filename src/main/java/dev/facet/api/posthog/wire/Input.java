package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request's body, coerced as the vendor's serializers do: a number is good for
 * text, "true" for true, "3" for 3. What cannot be coerced is refused with the field's name.
 *
 * @param isForm whether it came as a form, where objects and lists are texts
 */
public record Input(ObjectNode node, boolean isForm) {
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
  private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,18})(\\.0*)?");

  /** The fields of an object that came as JSON. */
  public Input(ObjectNode node) {
    this(node, false);
  }

  /** Whether the field was sent, be it null. */
  public boolean has(String field) {
    return node.has(field);
  }

  /** Whether the field was sent and says something: no null, no empty text, list or object. */
  public boolean isTruthy(String field) {
    JsonNode value = node.path(field);
    boolean empty = value.isContainerNode() && value.isEmpty();
    boolean blank = value.isTextual() && value.textValue().isEmpty();
    boolean no = value.isBoolean() && !value.booleanValue();
    return node.hasNonNull(field) && !empty && !blank && !no;
  }

  /** The field as sent, missing when it was not. */
  public JsonNode at(String field) {
    return node.path(field);
  }

  /** The field as its sender meant it: forms send objects and lists as text. */
  JsonNode meant(String field) {
    return isForm ? unpacked(node.path(field)) : node.path(field);
  }

  /** A text without blanks around it, null when it was sent as null or not at all. */
  public @Nullable String text(String field, int max) {
    JsonNode value = node.path(field);
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw refused(field, "invalid_input", "Not a valid string.");
    }
    String text = value.asText().strip();
    if (text.indexOf('\0') >= 0) {
      throw refused(field, "invalid_input", "Null characters are not allowed.");
    }
    if (text.codePointCount(0, text.length()) > max) {
      throw refused(
          field, "max_length", "Ensure this field has no more than " + max + " characters.");
    }
    return text;
  }

  /** As {@link #text}, but it must be there and not null. */
  public String textNotNull(String field, int max) {
    if (!has(field)) {
      throw refused(field, "required", "This field is required.");
    }
    String text = text(field, max);
    if (text == null) {
      throw notNull(field);
    }
    return text;
  }

  /**
   * A text with the blanks around it.
   *
   * @param named the field a refusal names
   */
  String rawText(String field, String named, int max) {
    JsonNode value = node.path(field);
    if (!value.isTextual() && !value.isNumber()) {
      throw refused(named, "invalid_input", "Not a valid string.");
    }
    String text = value.asText();
    if (text.codePointCount(0, text.length()) > max) {
      throw refused(named, "max_length", "Text body cannot exceed " + max + " characters");
    }
    return text;
  }

  public boolean flag(String field) {
    return Input.flag(node.path(field), field);
  }

  /** Whether the field was sent and is true. */
  public boolean isOn(String field) {
    return has(field) && flag(field);
  }

  /** A flag that may be null. */
  public @Nullable Boolean flagOrNull(String field) {
    return node.hasNonNull(field) ? (Boolean) flag(field) : null;
  }

  private static boolean flag(JsonNode value, String field) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isNull()) {
      throw notNull(field);
    }
    String word = value.isValueNode() ? value.asText().toLowerCase(Locale.ROOT) : "";
    if (TRUE.contains(word)) {
      return true;
    }
    if (FALSE.contains(word)) {
      return false;
    }
    throw refused(field, "invalid_input", "Must be a valid boolean.");
  }

  /** A whole number, null when it was sent as null or not at all. */
  public @Nullable Long number(String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isMissingNode() ? null : (Long) number(value, field);
  }

  /** A whole number, as such or as text. */
  public static long number(JsonNode value, String field) {
    boolean isPlain = value.isTextual() || value.isNumber();
    Matcher whole = WHOLE.matcher(isPlain ? value.asText().strip() : "");
    if (!whole.matches()) {
      throw refused(field, "invalid_input", "A valid integer is required.");
    }
    return Long.parseLong(whole.group(1));
  }

  /** An object, null when it was sent as null or not at all. */
  public @Nullable ObjectNode object(String field, String otherwise) {
    JsonNode value = meant(field);
    if (value.isNull() || value.isMissingNode() || (isForm && value.asText("-").isEmpty())) {
      return null;
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw refused(field, "invalid_input", otherwise);
  }

  private static JsonNode unpacked(JsonNode value) {
    String text = value.isTextual() ? value.textValue().strip() : "";
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return value;
    }
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (FailureException e) {
      return value;
    }
  }

  /** The texts of a list. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(field)) {
      if (!element.isTextual() && !element.isNumber()) {
        throw refused(field, "invalid_input", "Not a valid string.");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  /** The whole numbers of a list. */
  public List<Long> numbers(String field) {
    List<Long> numbers = new ArrayList<>();
    list(field).forEach(element -> numbers.add(number(element, field)));
    return numbers;
  }

  /**
   * The elements of a list; none when it was sent as null or not at all. In a form one text alone
   * is a list of it.
   */
  public Iterable<JsonNode> list(String field) {
    JsonNode value = meant(field);
    if (value.isNull() || value.isMissingNode() || value.isArray()) {
      return value;
    }
    if (isForm && value.isTextual()) {
      return List.of(value);
    }
    throw refused(
        field, "not_a_list", "Expected a list of items but got type \"" + type(value) + "\".");
  }

  /** What the vendor calls the type of a value. */
  public static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "dict";
      case ARRAY -> "list";
      case NULL -> "NoneType";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "int" : "float";
      default -> "str";
    };
  }

  /** One of these words. */
  public String choice(String field, Set<String> words) {
    JsonNode value = node.path(field);
    if (value.isNull()) {
      throw notNull(field);
    }
    String word = value.isContainerNode() ? value.toString() : value.asText();
    if (!words.contains(word)) {
      throw refused(field, "invalid_choice", "\"" + word + "\" is not a valid choice.");
    }
    return word;
  }

  /** Refuses a field that was sent as null. */
  public static FailureException notNull(String field) {
    return refused(field, "null", "This field may not be null.");
  }

  /** A field that is refused. */
  public static FailureException refused(String field, String code, String message) {
    return FailureException.invalid(code, field, message);
  }
}
