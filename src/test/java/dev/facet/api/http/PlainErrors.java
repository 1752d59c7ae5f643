package dev.facet.api.http;

import dev.facet.model.Failure;

/** Shows a failure as its kind, code and sentence in plain text. */
final class PlainErrors implements Errors {
  @Override
  public Response failure(Failure failure, Request request) {
    int status =
        switch (failure) {
          case Failure.Invalid invalid -> 400;
          case Failure.NotFound missing -> 404;
          case Failure.NotAllowed refused -> refused.unknown() ? 401 : 403;
          case Failure.Conflict conflict -> 409;
          case Failure.TooMuch tooMuch -> tooMuch.code().equals("body_too_large") ? 413 : 429;
          case Failure.Upstream upstream -> 502;
        };
    return Response.text(status, failure.code() + ": " + failure.message());
  }

  @Override
  public Response bug(String id, Request request) {
    return Response.text(500, "bug " + id);
  }
}
