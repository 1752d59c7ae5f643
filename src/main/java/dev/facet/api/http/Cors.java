package dev.facet.api.http;

import java.time.Duration;

/**
 * What pages of other sites may do with a group of routes. No cookie is ever asked for: whoever
 * calls presents a key.
 *
 * @param methods the methods that may be used
 * @param headers the headers that may be sent
 * @param maxAge how long a browser may remember this
 */
public record Cors(String methods, String headers, Duration maxAge) {

  /** The answer to a browser that asks before it calls. */
  Response preflight() {
    return allow(
        Response.empty(204)
            .with("Access-Control-Allow-Methods", methods)
            .with("Access-Control-Allow-Headers", headers)
            .with("Access-Control-Max-Age", Long.toString(maxAge.toSeconds())));
  }

  /** The answer, to be read by any page. */
  Response allow(Response response) {
    return response.with("Access-Control-Allow-Origin", "*");
  }
}
