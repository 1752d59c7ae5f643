package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.model.Failure;
import org.jspecify.annotations.Nullable;

/** Failures as {@code {"error": {"code", "message", "path"?}}}. */
final class FacetErrors implements Errors {

  @Override
  public Response failure(Failure failure, Request request) {
    ObjectNode error = error(failure.code(), failure.message(), failure.path());
    if (failure instanceof Failure.Conflict(String code, String message, long given, long current)
        && given != current) {
      error.put("given", given).put("current", current);
    }
    return respond(status(failure), error);
  }

  private static int status(Failure failure) {
    return switch (failure) {
      case Failure.Invalid invalid -> 400;
      case Failure.NotFound missing -> 404;
      case Failure.NotAllowed refused -> refused.unknown() ? 401 : 403;
      case Failure.Conflict conflict -> 409;
      case Failure.TooMuch tooMuch -> tooMuch(tooMuch);
      case Failure.Upstream upstream -> upstream.code().equals("internal") ? 500 : 503;
    };
  }

  private static int tooMuch(Failure.TooMuch failure) {
    if (failure.code().equals("rate_limited")) {
      return 429;
    }
    return failure.retryAfter() == null ? 413 : 503;
  }

  @Override
  public Response bug(String id, Request request) {
    String message = "Something went wrong; the server's log tells more under " + id + ".";
    return respond(500, error("internal", message, null));
  }

  private static ObjectNode error(String code, String message, @Nullable String path) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", code).put("message", message);
    if (path != null) {
      error.put("path", path);
    }
    return error;
  }

  private static Response respond(int status, ObjectNode error) {
    return Response.json(
        status, JsonNodeFactory.instance.objectNode().<ObjectNode>set("error", error));
  }
}
