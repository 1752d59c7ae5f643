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
import java.util.regex.Pattern;

/**
 * The body of a request as a JSON object: JSON as it is, a form with a text for each field (a list
 * where a field comes several times), nothing as an object without fields.
 */
final class Body {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern LOOKS_LIKE_FORM =
      Pattern.compile("\\A[\\w.\\[\\]-]+=.*\\z", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("\\A\"(.*)\"\\z", Pattern.DOTALL);

  private Body() {}

  /** The fields of the body. */
  static Input input(Request request) {
    return new Input(read(request));
  }

  /** As {@link #input}, for what takes JSON only. */
  static Input jsonInput(Request request) {
    return new Input(request.body().length == 0 ? PostHogWire.object() : json(request));
  }

  /** The body, or nothing when there is none that can be read. */
  static Optional<ObjectNode> ifReadable(Request request) {
    try {
      return Optional.of(read(request));
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode read(Request request) {
    if (request.body().length == 0) {
      return PostHogWire.object();
    }
    if (request.contentType().equals(Multipart.TYPE)) {
      String type = request.header("Content-Type").orElse("");
      return object(Multipart.read(type, request.body()), false);
    }
    if (request.contentType().equals(FORM)) {
      return form(text(request), false);
    }
    try {
      return json(request);
    } catch (FailureException e) {
      if (LOOKS_LIKE_FORM.matcher(text(request)).matches()) {
        return form(text(request), true);
      }
      throw e;
    }
  }

  private static ObjectNode json(Request request) {
    if (Json.read(request.body()) instanceof ObjectNode object) {
      return object;
    }
    throw FailureException.invalid(
        "invalid_input", null, "Invalid data. Expected a dictionary, but got another type.");
  }

  private static String text(Request request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  /**
   * @param quoted whether quotes around a value belong to the command it was copied from
   */
  private static ObjectNode form(String text, boolean quoted) {
    return object(Parameters.parse(text).values(), quoted);
  }

  private static ObjectNode object(Map<String, List<String>> fields, boolean quoted) {
    ObjectNode object = PostHogWire.object();
    fields.forEach((name, values) -> object.set(name, field(values, quoted)));
    return object;
  }

  private static JsonNode field(List<String> values, boolean quoted) {
    ArrayNode texts = PostHogWire.array();
    values.forEach(value -> texts.add(quoted ? QUOTED.matcher(value).replaceFirst("$1") : value));
    return texts.size() == 1 ? texts.get(0) : texts;
  }
}
