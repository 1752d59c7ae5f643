package dev.facet.api.oktopost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.api.oktopost.wire.Stretch;
import dev.facet.model.Failure;
import java.util.Set;

/**
 * Failures as {@code {Result: false, Errors}}: {@code {API: {Error}}} for the call, {@code {Param:
 * {get}}} for a parameter, an empty list for a path that is not there.
 */
final class OktopostErrors implements Errors {

  @Override
  public Response failure(Failure failure, Request request) {
    return switch (failure) {
      case Failure.Invalid invalid ->
          invalid.path() == null || invalid.code().equals(Stretch.PAGE_SIZE)
              ? call(400, invalid.message())
              : parameter(invalid.path(), invalid.message());
      case Failure.NotFound missing ->
          // Nobody has been let in: there was no route.
          request.remembers(Caller.class) ? call(404, missing.message()) : noPath();
      case Failure.NotAllowed refused -> call(refused.unknown() ? 401 : 403, refused.message());
      case Failure.Conflict conflict -> call(409, conflict.message());
      case Failure.TooMuch tooMuch -> call(status(tooMuch), tooMuch.message());
      case Failure.Upstream upstream -> call(503, upstream.message());
    };
  }

  @Override
  public Response bug(String id, Request request) {
    return call(500, "Something went wrong: the server's log tells more under " + id + ".");
  }

  @Override
  public Response wrongMethod(Set<Method> allowed, Request request) {
    return call(405, request.method() + " is not possible here: what is here is only read.");
  }

  private static int status(Failure.TooMuch failure) {
    if (failure.code().equals("rate_limited")) {
      return 429;
    }
    return failure.retryAfter() == null ? 413 : 503;
  }

  private static Response call(int status, String text) {
    ObjectNode errors = OktopostWire.object();
    errors.putObject("API").put("Error", text);
    return failed(status, errors);
  }

  private static Response parameter(String name, String text) {
    ObjectNode errors = OktopostWire.object();
    String told = text.contains(name) ? text : "Parameter " + name + ": " + text;
    errors.putObject("Param").put("get", told);
    return failed(400, errors);
  }

  private static Response noPath() {
    ObjectNode body = OktopostWire.object().put("Result", false);
    body.putArray("Errors");
    return Response.json(404, body);
  }

  private static Response failed(int status, ObjectNode errors) {
    ObjectNode body = OktopostWire.object().put("Result", false);
    body.set("Errors", errors);
    return Response.json(status, body);
  }
}
