package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Errors;
import dev.facet.api.http.Method;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Failure;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What went wrong, in the vendor's words: {@code type, code, detail, attr}. */
final class PostHogErrors implements Errors {
  private static final String VALIDATION = "validation_error";
  private static final String REQUEST = "invalid_request";
  private static final String AUTHENTICATION = "authentication_error";
  private static final String SERVER = "server_error";

  /** Codes that clients know; everything else is {@code invalid_input} to them. */
  private static final Set<String> KNOWN =
      Set.of(
          "required",
          "null",
          "blank",
          "max_length",
          "min_length",
          "invalid_choice",
          "does_not_exist",
          "unique",
          "not_a_list",
          "empty",
          "min_value",
          "max_value");

  private record Error(int status, String type, String code, String detail, @Nullable String attr) {
    Error(int status, String type, String code, String detail) {
      this(status, type, code, detail, null);
    }
  }

  @Override
  public Response failure(Failure failure, Request request) {
    Response response = response(error(failure));
    return response.status() == 401 ? response.with("WWW-Authenticate", "Bearer") : response;
  }

  @Override
  public Response bug(String id, Request request) {
    return response(new Error(500, SERVER, "error", "A server error occurred."))
        .with("X-Error-Id", id);
  }

  @Override
  public Response wrongMethod(Set<Method> allowed, Request request) {
    String detail = "Method \"" + request.method() + "\" not allowed.";
    return response(new Error(405, REQUEST, "method_not_allowed", detail));
  }

  /** The error object for a failure, for answers that carry one inside. */
  static ObjectNode body(Failure failure) {
    return body(error(failure));
  }

  private static Response response(Error error) {
    return Response.json(error.status(), body(error));
  }

  private static ObjectNode body(Error error) {
    ObjectNode node = PostHogWire.object();
    node.put("type", error.type());
    node.put("code", error.code());
    node.put("detail", error.detail());
    node.put("attr", error.attr());
    return node;
  }

  private static Error error(Failure failure) {
    return switch (failure) {
      case Failure.Invalid invalid -> invalid(invalid);
      case Failure.NotFound missing -> new Error(404, REQUEST, "not_found", text(missing));
      case Failure.NotAllowed refused -> refused.unknown() ? unknown(refused) : refused(refused);
      case Failure.Conflict conflict -> new Error(409, REQUEST, "conflict", conflict.message());
      case Failure.TooMuch tooMuch -> tooMuch(tooMuch);
      case Failure.Upstream upstream ->
          new Error(503, SERVER, "service_unavailable", upstream.message());
    };
  }

  private static Error invalid(Failure.Invalid invalid) {
    return switch (invalid.code()) {
      case "malformed_json", "json_too_deep", "malformed_form" ->
          new Error(400, REQUEST, "parse_error", "JSON parse error - " + invalid.message());
      case Body.UNSUPPORTED -> new Error(415, REQUEST, invalid.code(), invalid.message());
      case Accepted.NONE -> new Error(406, REQUEST, invalid.code(), invalid.message());
      default -> {
        String code = KNOWN.contains(invalid.code()) ? invalid.code() : "invalid_input";
        yield new Error(400, VALIDATION, code, invalid.message(), attr(invalid.path()));
      }
    };
  }

  /** {@code query.series[0].math} is {@code query__series__0__math} there. */
  private static @Nullable String attr(@Nullable String path) {
    return path == null ? null : path.replace("]", "").replace("[", "__").replace(".", "__");
  }

  private static String text(Failure.NotFound missing) {
    return switch (missing.code()) {
      case "project_not_found" -> "Project not found.";
      case "organisation_not_found" -> "Organization not found.";
      case "subject_not_found" -> missing.message();
      default -> "Not found.";
    };
  }

  private static Error unknown(Failure.NotAllowed refused) {
    String code = refused.code();
    return code.equals(PostHogGuard.BAD_KEY)
        ? new Error(401, AUTHENTICATION, "authentication_failed", refused.message())
        : new Error(
            401,
            AUTHENTICATION,
            "not_authenticated",
            "Authentication credentials were not provided.");
  }

  private static Error refused(Failure.NotAllowed refused) {
    String subject = refused.subject();
    String detail =
        switch (refused.code()) {
          case "missing_scope" -> "API key missing required scope '" + subject + "'";
          case "project_not_in_key" ->
              "API key does not have access to the requested project: ID " + subject + ".";
          case "organisation_not_in_key" ->
              "API key does not have access to the requested organization: ID " + subject + ".";
          default -> refused.message();
        };
    return new Error(403, AUTHENTICATION, "permission_denied", detail);
  }

  private static Error tooMuch(Failure.TooMuch tooMuch) {
    Duration wait = tooMuch.retryAfter();
    if (tooMuch.code().equals("body_too_large")) {
      return new Error(413, REQUEST, "request_too_large", tooMuch.message());
    }
    if (wait == null) {
      return new Error(400, VALIDATION, tooMuch.code(), tooMuch.message(), attr(tooMuch.path()));
    }
    if (tooMuch.code().equals("rate_limited")) {
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      String detail =
          "Request was throttled. Expected available in %d second%s."
              .formatted(seconds, seconds == 1 ? "" : "s");
      return new Error(429, "throttled_error", "throttled", detail);
    }
    return new Error(503, SERVER, tooMuch.code(), tooMuch.message());
  }
}
