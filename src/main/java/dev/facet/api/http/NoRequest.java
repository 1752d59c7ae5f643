package dev.facet.api.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/** Answers what is no HTTP request, or one that is malformed, before any dialect sees it. */
final class NoRequest implements DirectHandler {

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF)
        .header(HeaderValues.CONTENT_TYPE_TEXT_PLAIN)
        .keepAlive(false)
        .entity(status.reasonPhrase())
        .build();
  }
}
