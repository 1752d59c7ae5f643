package dev.facet.ingest.social;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a network.
 *
 * @param method GET or POST
 * @param host the network's own address, such as {@code https://api.x.com}
 * @param path with its leading slash, percent-encoded where the network wants it so
 * @param query percent-encoded, without the question mark; empty for none
 * @param headers of the network; may hold a token
 * @param body JSON or form text of a POST, null for none
 */
public record Call(
    String method,
    String host,
    String path,
    String query,
    Map<String, String> headers,
    @Nullable String body) {
  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call get(String host, String path) {
    return new Call("GET", host, path, "", Map.of(), null);
  }

  /** A POST of JSON. */
  public static Call post(String host, String path, String json) {
    return new Call("POST", host, path, "", Map.of("Content-Type", "application/json"), json);
  }

  /** With a parameter more; {@code , : ( )} stay as they are, as they may in a query. */
  public Call with(String name, Object value) {
    String legible =
        encoded(value.toString())
            .replace("%2C", ",")
            .replace("%3A", ":")
            .replace("%28", "(")
            .replace("%29", ")");
    return withEncoded(name, legible);
  }

  /** With a parameter more whose value is percent-encoded as the network wants it. */
  public Call withEncoded(String name, String value) {
    String more = encoded(name) + "=" + value;
    return new Call(method, host, path, query.isEmpty() ? more : query + "&" + more, headers, body);
  }

  public Call header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Call(method, host, path, query, more, body);
  }

  /** The path and, where there is one, the query: what follows the host or what replaces it. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** Percent-encoded but for letters, digits and {@code - . _ ~}. */
  public static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (octet & 0xff);
      if (letter < 0x80 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0)) {
        encoded.append(letter);
      } else {
        encoded.append('%').append(String.format("%02X", octet & 0xff));
      }
    }
    return encoded.toString();
  }

  /** The method and where to, without query and headers: tokens travel in both. */
  @Override
  public String toString() {
    return method + " " + host + path;
  }
}
