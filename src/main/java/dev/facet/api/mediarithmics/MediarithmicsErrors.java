package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.api.mediarithmics.wire.OtqlWire;
import dev.facet.model.Failure;
import dev.facet.query.otql.Mistake;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Failures as {@code {status, error, error_code, error_id}}. */
final class MediarithmicsErrors implements Errors {

  private record Error(int status, String code, String sentence) {}

  @Override
  public Response failure(Failure failure, Request request) {
    ObjectNode body = body(error(failure), UUID.randomUUID().toString());
    Optional<Mistake> mistake = Mistake.of(failure);
    if (mistake.isPresent()) {
      body.set("data", OtqlWire.checked(mistake));
    }
    return Response.json(error(failure).status(), body);
  }

  @Override
  public Response bug(String id, Request request) {
    return respond(
        new Error(500, "INTERNAL_ERROR", "Something went wrong: the server's log tells more."), id);
  }

  @Override
  public Response wrongMethod(Set<Method> allowed, Request request) {
    String sentence = "Method not allowed: " + request.method() + " is not possible here.";
    return respond(new Error(405, "METHOD_NOT_ALLOWED", sentence), UUID.randomUUID().toString());
  }

  private static Error error(Failure failure) {
    return switch (failure) {
      case Failure.Invalid invalid ->
          new Error(400, "BAD_REQUEST", "Invalid request: " + placed(invalid));
      case Failure.NotFound missing ->
          new Error(404, "NOT_FOUND", "Not found: " + missing.message());
      case Failure.NotAllowed refused ->
          refused.unknown()
              ? new Error(401, "UNAUTHORIZED", "Not authenticated: " + refused.message())
              : new Error(403, "FORBIDDEN", "Not allowed: " + refused.message());
      case Failure.Conflict conflict ->
          new Error(409, "CONFLICT", "Conflict: " + conflict.message());
      case Failure.TooMuch tooMuch -> tooMuch(tooMuch);
      case Failure.Upstream upstream ->
          new Error(503, "SERVICE_UNAVAILABLE", "Not available: " + upstream.message());
    };
  }

  private static String placed(Failure.Invalid invalid) {
    return invalid.path() == null ? invalid.message() : invalid.path() + ": " + invalid.message();
  }

  private static Error tooMuch(Failure.TooMuch failure) {
    if (failure.code().equals("rate_limited")) {
      return new Error(429, "TOO_MANY_REQUESTS", "Too many requests: " + failure.message());
    }
    return failure.retryAfter() == null
        ? new Error(413, "BAD_REQUEST", "Too large: " + failure.message())
        : new Error(503, "SERVICE_UNAVAILABLE", "Busy: " + failure.message());
  }

  private static Response respond(Error error, String id) {
    return Response.json(error.status(), body(error, id));
  }

  private static ObjectNode body(Error error, String id) {
    return MediarithmicsWire.object()
        .put("status", "error")
        .put("error", error.sentence())
        .put("error_code", error.code())
        .put("error_id", id);
  }
}
