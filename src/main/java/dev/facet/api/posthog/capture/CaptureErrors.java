package dev.facet.api.posthog.capture;

import dev.facet.api.http.Errors;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.model.Failure;

/**
 * Refusals of ingestion calls: plain text, and a status that tells clients whether to try again.
 */
final class CaptureErrors implements Errors {

  @Override
  public Response failure(Failure failure, Request request) {
    Response response =
        switch (failure) {
          case Failure.Invalid invalid -> Response.text(400, invalid.message());
          case Failure.NotFound notFound -> Response.text(404, notFound.message());
          case Failure.NotAllowed refused ->
              Response.text(refused.unknown() ? 401 : 403, refused.message());
          case Failure.Conflict conflict -> Response.text(409, conflict.message());
          case Failure.TooMuch tooMuch ->
              tooMuch.retryAfter() == null
                  ? Response.text(413, tooMuch.message())
                  : Response.text(429, "rate limited");
          case Failure.Upstream upstream -> Response.text(503, "transient error, please retry");
        };
    return CaptureRoutes.open(response, request);
  }

  @Override
  public Response bug(String id, Request request) {
    Response response = Response.text(500, "an error was logged under " + id);
    return CaptureRoutes.open(response, request);
  }
}
