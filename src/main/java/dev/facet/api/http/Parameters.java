package dev.facet.api.http;

import dev.facet.model.FailureException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named values of a query string or form, in their order; a name may have several. */
public record Parameters(Map<String, List<String>> values) {
  public static final Parameters NONE = new Parameters(Map.of());
  private static final int MAX_COUNT = 1000;

  /** Reads {@code a=1&b=2}; a malformed escape is an Invalid failure. */
  public static Parameters parse(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    String[] pairs = text.split("&", MAX_COUNT + 1);
    if (pairs.length > MAX_COUNT) {
      throw FailureException.invalid(
          "too_many_parameters", null, "A request has at most " + MAX_COUNT + " parameters.");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!pair.isEmpty()) {
        values.computeIfAbsent(name, n -> new java.util.ArrayList<>(1)).add(value);
      }
    }
    return new Parameters(values);
  }

  /** The first value of this name. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getFirst);
  }

  /** All values of this name, none when it is not there. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw FailureException.invalid(
          "malformed_escape", null, "The address has a percent sign without two hex digits.");
    }
  }
}
