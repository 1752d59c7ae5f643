package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.model.Failure;
import java.util.regex.Pattern;

/**
 * Failures as {@code {success: false, message}}; those of history, status and media also have the
 * message as {@code error}, which is what their callers read.
 */
final class UploadPostErrors implements Errors {
  /** The code of a network that did not give what only it has. */
  static final String NETWORK = "network";

  private static final Pattern READ_AS_ERROR =
      Pattern.compile("/api/uploadposts/(history|status|media)\\b");

  @Override
  public Response failure(Failure failure, Request request) {
    return told(status(failure), failure.message(), request);
  }

  @Override
  public Response bug(String id, Request request) {
    return told(
        500, "Something went wrong: the server's log tells more under " + id + ".", request);
  }

  private static int status(Failure failure) {
    return switch (failure) {
      case Failure.Invalid _ -> 400;
      case Failure.NotFound _ -> 404;
      case Failure.NotAllowed refused -> refused.unknown() ? 401 : 403;
      case Failure.Conflict _ -> 409;
      case Failure.TooMuch tooMuch -> status(tooMuch);
      case Failure.Upstream upstream -> upstream.code().equals(NETWORK) ? 500 : 503;
    };
  }

  private static int status(Failure.TooMuch failure) {
    if (failure.code().equals("rate_limited")) {
      return 429;
    }
    return failure.retryAfter() == null ? 413 : 503;
  }

  private static Response told(int status, String message, Request request) {
    ObjectNode body = UploadPostWire.object().put("success", false).put("message", message);
    if (READ_AS_ERROR.matcher(request.path()).find()) {
      body.put("error", message);
    }
    return CallsLeft.tell(request, Response.json(status, body));
  }
}
