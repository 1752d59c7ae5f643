package dev.facet.ingest.social;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a network.
 *
 * @param method GET or POST
 * @param host the network's own address, such as {@code https://api.x.com}
 * @param path with its leading slash, percent-encoded where the network wants it so
 * @param query names and values in order, not yet encoded
 * @param headers without a token in any log
 * @param body JSON or form text of a POST, null for none
 */
public record Call(
    String method,
    String host,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String body) {
  public Call {
    query = new LinkedHashMap<>(query);
    headers = new LinkedHashMap<>(headers);
  }

  /** The method and where to, without query and headers: tokens travel in both. */
  @Override
  public String toString() {
    return method + " " + host + path;
  }
}
