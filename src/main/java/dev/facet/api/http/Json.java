package dev.facet.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.facet.model.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON of requests and answers: at most {@link #MAX_DEPTH} levels deep, read whole or refused with
 * a place.
 */
public final class Json {
  public static final int MAX_DEPTH = 100;

  /** Reads and writes for every dialect. */
  public static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(20 * 1024 * 1024)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** A number, whole ones without a point. */
  public static JsonNode number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
    return whole
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }

  /** The JSON text of a value, in UTF-8. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a body; what is no JSON is an Invalid failure with code {@code malformed_json}. */
  public static JsonNode read(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node instanceof MissingNode) {
        throw malformed("The body is empty; it must be JSON.");
      }
      return node;
    } catch (StreamConstraintsException e) {
      throw FailureException.invalid(
          "json_too_deep",
          null,
          "The JSON has more than %d levels or an oversized value; flatten it."
              .formatted(MAX_DEPTH));
    } catch (JsonProcessingException e) {
      throw malformed(sentence(e));
    } catch (IOException e) {
      throw malformed("The body is no UTF-8 text, so it is no JSON.");
    }
  }

  private static String sentence(JsonProcessingException e) {
    var at = e.getLocation();
    String where =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    String reason = e.getOriginalMessage().replaceFirst("(?s) \\(start marker at .*", "");
    return "The body is no JSON%s: %s.".formatted(where, reason);
  }

  private static FailureException malformed(String message) {
    return FailureException.invalid("malformed_json", null, message);
  }
}
