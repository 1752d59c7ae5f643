package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Parameters;
import dev.facet.api.http.Request;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of a request as a JSON object: JSON as it is, a form with a text for each field (a list
 * where a field comes several times), nothing as an object without fields.
 */
final class Body {
  /** The code of a body whose type nothing here reads. */
  static final String UNSUPPORTED = "unsupported_media_type";

  /** A body without a type is taken for JSON. */
  private static final Set<String> JSON = Set.of("", "application/json");

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern LOOKS_LIKE_FORM =
      Pattern.compile("\\A[\\w.\\[\\]-]+=.*\\z", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("\\A\"(.*)\"\\z", Pattern.DOTALL);

  private Body() {}

  /** The fields of the body. */
  static Input input(Request request) {
    return read(request);
  }

  /** As {@link #input}, for what takes no form that says it is one. */
  static Input unlessForm(Request request) {
    if (isForm(request)) {
      throw unsupported(request);
    }
    return read(request);
  }

  /** As {@link #input}, for what takes JSON only. */
  static Input jsonInput(Request request) {
    if (request.body().length == 0) {
      return new Input(PostHogWire.object());
    }
    if (isForm(request)) {
      throw unsupported(request);
    }
    return new Input(json(request));
  }

  /** The body, or nothing when there is none that can be read. */
  static Optional<ObjectNode> ifReadable(Request request) {
    try {
      return Optional.of(read(request).node());
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private static Input read(Request request) {
    if (request.body().length == 0) {
      return new Input(PostHogWire.object());
    }
    if (request.contentType().equals(Multipart.TYPE)) {
      String type = request.header("Content-Type").orElse("");
      return form(Multipart.read(type, request.body()), false);
    }
    if (request.contentType().equals(FORM)) {
      return form(Parameters.parse(text(request)).values(), false);
    }
    try {
      return new Input(json(request));
    } catch (FailureException e) {
      if (LOOKS_LIKE_FORM.matcher(text(request)).matches()) {
        return form(Parameters.parse(text(request)).values(), true);
      }
      throw e;
    }
  }

  private static boolean isForm(Request request) {
    return request.contentType().equals(FORM) || request.contentType().equals(Multipart.TYPE);
  }

  private static FailureException unsupported(Request request) {
    return FailureException.invalid(
        UNSUPPORTED, null, "Unsupported media type \"" + request.contentType() + "\" in request.");
  }

  private static ObjectNode json(Request request) {
    if (!JSON.contains(request.contentType())) {
      throw unsupported(request);
    }
    JsonNode body = Json.read(request.body());
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw FailureException.invalid(
        "invalid_input",
        null,
        "Invalid data. Expected a dictionary, but got " + Input.type(body) + ".");
  }

  private static String text(Request request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  /**
   * @param quoted whether quotes around a value belong to the command it was copied from
   */
  private static Input form(Map<String, List<String>> fields, boolean quoted) {
    ObjectNode object = PostHogWire.object();
    fields.forEach((name, values) -> object.set(name, field(values, quoted)));
    return new Input(object, true);
  }

  private static JsonNode field(List<String> values, boolean quoted) {
    ArrayNode texts = PostHogWire.array();
    values.forEach(value -> texts.add(quoted ? QUOTED.matcher(value).replaceFirst("$1") : value));
    return texts.size() == 1 ? texts.get(0) : texts;
  }
}
