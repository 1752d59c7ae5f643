package dev.facet.api.facet;

import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Permission;
import dev.facet.access.Sessions;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.Credential;
import dev.facet.api.caller.PageSession;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Optional;

/**
 * Knows callers by their key or their login. Remembers the {@link Caller} and, where the path names
 * one, the {@link Project}.
 */
final class FacetGuard implements Guard {
  static final String COOKIE = PageSession.COOKIE;
  private final Keys keys;
  private final Sessions sessions;
  private final Attempts attempts;

  FacetGuard(Keys keys, Sessions sessions, Attempts attempts) {
    this.keys = keys;
    this.sessions = sessions;
    this.attempts = attempts;
  }

  @Override
  public String identify(Request request) {
    Caller caller = caller(request);
    request.remember(Caller.class, caller);
    return caller.credential().countedAs();
  }

  @Override
  public void authorize(Request request, Requirement requirement) {
    Caller caller = request.recall(Caller.class);
    if (requirement instanceof Requirement.Permission(String word)) {
      request.remember(Project.class, project(request, caller, Permission.of(word)));
    }
  }

  private static Project project(Request request, Caller caller, Permission permission) {
    return request.hasPathParameter("project")
        ? caller.project(request.pathNumber("project"), permission)
        : caller.home(permission);
  }

  private Caller caller(Request request) {
    Optional<Credential> credential = Credential.of(request);
    return credential.isPresent() ? byKey(credential.get().secret(), request) : byLogin(request);
  }

  private Caller byKey(String key, Request request) {
    Optional<Caller> caller = keys.find(key);
    if (caller.isEmpty()) {
      attempts.wrongKey(request.origin().address());
      throw unknown("unknown_key", "The key is unknown, expired or revoked.");
    }
    return caller.get();
  }

  private Caller byLogin(Request request) {
    return new PageSession(sessions)
        .caller(request)
        .orElseThrow(
            () ->
                unknown(
                    "not_logged_in",
                    "Log in, or send a key in the header Authorization: Bearer KEY."));
  }

  static void requireSameOrigin(Request request) {
    PageSession.requireSameOrigin(request);
  }

  private static FailureException unknown(String code, String message) {
    return new FailureException(new Failure.NotAllowed(code, true, message));
  }
}
