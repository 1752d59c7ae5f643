package dev.facet.api.posthog.capture;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The project token of a call: in its head, or in its events and their properties, all the same;
 * where the body names none, in the {@code Authorization} header or the address.
 */
final class CaptureTokens {
  private static final int LONGEST = 64;
  private static final String BEARER = "Bearer ";

  private CaptureTokens() {}

  /** The one token of the call, which may still be unknown. */
  static String of(CaptureRequest request, CaptureJson json) {
    Set<String> tokens = new HashSet<>();
    add(tokens, field(json.head()));
    boolean inEvents = tokens.isEmpty();
    for (Map<String, @Nullable Object> event : json.events()) {
      Object own = field(event);
      add(tokens, own == null && inEvents ? inProperties(event) : own);
    }
    String credential = request.headerText("Authorization");
    if (tokens.isEmpty() && credential.startsWith(BEARER)) {
      add(tokens, credential.substring(BEARER.length()).strip());
    }
    if (tokens.isEmpty()) {
      add(tokens, request.query().apply("token"));
    }
    return only(tokens);
  }

  private static @Nullable Object field(Map<String, @Nullable Object> fields) {
    Object key = fields.get("api_key");
    Object token = key == null ? fields.get("token") : key;
    return token == null ? fields.get("$token") : token;
  }

  private static @Nullable Object inProperties(Map<String, @Nullable Object> event) {
    return event.get("properties") instanceof Map<?, ?> properties ? properties.get("token") : null;
  }

  private static void add(Set<String> tokens, @Nullable Object token) {
    if (token instanceof String text) {
      tokens.add(text);
    } else if (token != null) {
      throw CaptureFailures.badToken("API key is not valid: not_string");
    }
  }

  private static String only(Set<String> tokens) {
    if (tokens.isEmpty()) {
      throw CaptureFailures.badToken("event submitted without an api_key");
    }
    if (tokens.size() > 1) {
      throw CaptureFailures.badToken("batch submitted with inconsistent api_key values");
    }
    String token = tokens.iterator().next();
    String fault = fault(token);
    if (fault != null) {
      throw CaptureFailures.badToken("API key is not valid: " + fault);
    }
    return token;
  }

  private static @Nullable String fault(String token) {
    if (token.isBlank()) {
      return "empty";
    }
    if (token.length() > LONGEST) {
      return "too_long";
    }
    if (!token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      return "not_ascii";
    }
    return token.startsWith("phx_") ? "personal_api_key" : null;
  }
}
