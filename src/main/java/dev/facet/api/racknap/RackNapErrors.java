package dev.facet.api.racknap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.model.Failure;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Failures as {@code {success, code, error, meta}}. */
final class RackNapErrors implements Errors {
  /** The codes of failures that have a name of their own here. */
  private static final Set<String> NAMED =
      Set.of("dashboard_not_found", "user_not_found", "invalid_widget_type", "duplicate_dashboard");

  private static final Set<String> FILTERS = Set.of("$filter", "$orderby");

  private final InstantSource clock;

  RackNapErrors(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Response failure(Failure failure, Request request) {
    String code = NAMED.contains(failure.code()) ? failure.code() : code(failure);
    return respond(status(failure), code.toUpperCase(Locale.ROOT), message(failure), null);
  }

  @Override
  public Response bug(String id, Request request) {
    return respond(500, "INTERNAL_ERROR", "Something went wrong: the server's log tells more.", id);
  }

  @Override
  public Response wrongMethod(Set<Method> allowed, Request request) {
    return respond(405, "METHOD_NOT_ALLOWED", request.method() + " is not possible here.", null);
  }

  private static int status(Failure failure) {
    return switch (failure) {
      case Failure.Invalid _ -> 400;
      case Failure.NotFound _ -> 404;
      case Failure.NotAllowed refused -> refused.unknown() ? 401 : 403;
      case Failure.Conflict _ -> 409;
      case Failure.TooMuch tooMuch ->
          isRate(tooMuch) ? 429 : tooMuch.retryAfter() == null ? 413 : 503;
      case Failure.Upstream _ -> 503;
    };
  }

  private static String code(Failure failure) {
    return switch (failure) {
      case Failure.Invalid invalid ->
          isFilter(invalid.path()) ? "invalid_filter" : "validation_error";
      case Failure.NotFound _ -> "not_found";
      case Failure.NotAllowed refused -> refused.unknown() ? "unauthorized" : "forbidden";
      case Failure.Conflict _ -> "conflict";
      case Failure.TooMuch tooMuch -> tooMuch(tooMuch);
      case Failure.Upstream _ -> "service_unavailable";
    };
  }

  private static String tooMuch(Failure.TooMuch failure) {
    if (isRate(failure)) {
      return "rate_limited";
    }
    return failure.retryAfter() == null ? "too_large" : "service_unavailable";
  }

  private static boolean isRate(Failure.TooMuch failure) {
    return failure.code().equals("rate_limited");
  }

  private static boolean isFilter(@Nullable String path) {
    return path != null && FILTERS.contains(path);
  }

  private static String message(Failure failure) {
    return switch (failure) {
      case Failure.NotFound missing when missing.code().equals("dashboard_not_found") ->
          "Dashboard does not exist";
      case Failure.Invalid invalid when invalid.path() != null ->
          invalid.path() + ": " + invalid.message();
      default -> failure.message();
    };
  }

  /**
   * @param id of the request, null for a new one
   */
  private Response respond(int status, String code, String message, @Nullable String id) {
    ObjectNode body = RackNapWire.object().put("success", false).put("code", status);
    body.putObject("error").put("type", code).put("code", code).put("message", message);
    String request = id == null ? UUID.randomUUID().toString().replace("-", "") : id;
    body.putObject("meta")
        .put("timestamp", RackNapWire.instant(clock.instant()))
        .put("requestId", "req_" + request);
    return Response.json(status, body);
  }
}
