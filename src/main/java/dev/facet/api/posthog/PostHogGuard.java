package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Permission;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.Credential;
import dev.facet.api.caller.PageSession;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.api.posthog.share.SharedCalls;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Optional;

/**
 * Finds out who calls: by a key in the header, the body or the query string, of which only the
 * first one found is tried, or by our page's session. Remembers the {@link Caller} and, where a
 * route needs a scope in a project, the {@link Project}.
 */
final class PostHogGuard implements Guard {
  /** The code of a key that opens nothing. */
  static final String BAD_KEY = "authentication_failed";

  private static final String FIELD = "personal_api_key";
  private final Keys keys;
  private final PageSession page;
  private final Attempts attempts;
  private final SharedCalls visitors;

  PostHogGuard(Keys keys, PageSession page, Attempts attempts, SharedCalls visitors) {
    this.keys = keys;
    this.page = page;
    this.attempts = attempts;
    this.visitors = visitors;
  }

  private record Presented(String key, String place) {}

  @Override
  public String identify(Request request) {
    Accepted.check(request);
    if (SharedCalls.isCalling(request) && request.hasPathParameter(PostHogRoutes.PROJECT)) {
      return visit(request);
    }
    Caller caller = caller(request);
    request.remember(Caller.class, caller);
    return caller.credential().countedAs();
  }

  @Override
  public void authorize(Request request, Requirement requirement) {
    if (!request.remembers(SharedCalls.Visit.class)
        && requirement instanceof Requirement.Permission(String scope)) {
      check(request, request.recall(Caller.class), Permission.of(scope));
    }
  }

  private String visit(Request request) {
    try {
      SharedCalls.Visit visit = visitors.admit(request);
      request.remember(SharedCalls.Visit.class, visit);
      return "share:" + visit.share().id();
    } catch (FailureException e) {
      attempts.wrongKey(request.origin().address());
      throw e;
    }
  }

  private Caller caller(Request request) {
    Optional<Presented> presented = presented(request);
    if (presented.isEmpty()) {
      return page.caller(request).orElseThrow(PostHogGuard::nobody);
    }
    Optional<Caller> caller = keys.find(presented.get().key());
    if (caller.isEmpty()) {
      attempts.wrongKey(request.origin().address());
      throw badKey(presented.get().place());
    }
    return caller.get();
  }

  private static Optional<Presented> presented(Request request) {
    if (Credential.of(request).orElse(null) instanceof Credential.Bearer(String secret)) {
      return Optional.of(new Presented(secret, "Authorization header"));
    }
    return inBody(request)
        .map(key -> new Presented(key, "body"))
        .or(() -> request.query(FIELD).map(key -> new Presented(key, "query string")));
  }

  private static Optional<String> inBody(Request request) {
    if (!request.method().isWriting()) {
      return Optional.empty();
    }
    return Body.ifReadable(request)
        .map(body -> body.path(FIELD))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  private static void check(Request request, Caller caller, Permission permission) {
    if (PostHogRoutes.isHome(request.path())) {
      request.remember(Project.class, caller.home(permission));
    } else if (request.hasPathParameter(PostHogRoutes.PROJECT)) {
      request.remember(Project.class, project(request, caller, permission));
    } else {
      checkAccount(caller, permission);
    }
  }

  private static Project project(Request request, Caller caller, Permission permission) {
    return request.pathParameter(PostHogRoutes.PROJECT).equals("@current")
        ? caller.home(permission)
        : caller.project(number(request), permission);
  }

  private static long number(Request request) {
    try {
      return request.pathNumber(PostHogRoutes.PROJECT);
    } catch (FailureException e) {
      throw new FailureException(
          new Failure.NotFound("project_not_found", null, "There is no such project."));
    }
  }

  /** What is about no project: open to keys that are not limited to some. */
  private static void checkAccount(Caller caller, Permission permission) {
    boolean limited = !caller.credential().scope().projects().isEmpty();
    if (limited && !permission.object().equals("user")) {
      throw new FailureException(
          new Failure.NotAllowed(
              "project_key",
              false,
              "API keys with scoped projects are only supported on project-based endpoints."));
    }
    if (!caller.credential().scope().gives(permission)) {
      throw new FailureException(
          new Failure.NotAllowed(
              "missing_scope",
              false,
              "The key lacks the scope '" + permission.word() + "'.",
              permission.word()));
    }
  }

  private static FailureException nobody() {
    return new FailureException(
        new Failure.NotAllowed("not_authenticated", true, "No credentials were given."));
  }

  private static FailureException badKey(String place) {
    return new FailureException(
        new Failure.NotAllowed(
            BAD_KEY, true, "Personal API key found in request " + place + " is invalid."));
  }
}
