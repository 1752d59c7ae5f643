package dev.facet.api.uploadpost;

import dev.facet.api.http.CallLimit;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;

/** Tells a caller how many calls it has left, in headers. */
final class CallsLeft {
  private CallsLeft() {}

  /** The answer with the headers; as it is when the caller is unknown or nothing is counted. */
  static Response tell(Request request, Response response) {
    if (!request.remembers(CallLimit.Standing.class)) {
      return response;
    }
    CallLimit.Standing standing = request.recall(CallLimit.Standing.class);
    return response
        .with("X-RateLimit-Limit", String.valueOf(standing.most()))
        .with("X-RateLimit-Remaining", String.valueOf(Math.max(0, standing.left())))
        .with("X-RateLimit-Reset", String.valueOf(standing.end().plusMillis(999).getEpochSecond()));
  }
}
