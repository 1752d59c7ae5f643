package dev.facet.api.mediarithmics;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out who calls: by a key or an access token in the header, or by our page's session.
 * Remembers the {@link Caller} and the {@link Project}: the datamart of the path, else the home.
 */
final class MediarithmicsGuard implements Guard {
  /** The part of a path that names the project. */
  static final String DATAMART = "datamart";

  private final Keys keys;
  private final Sessions sessions;
  private final Attempts attempts;

  MediarithmicsGuard(Keys keys, Sessions sessions, Attempts attempts) {
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
    if (requirement instanceof Requirement.Permission(String scopes)) {
      request.remember(Project.class, project(request, caller, permission(caller, scopes)));
    }
  }

  private Caller caller(Request request) {
    Optional<Credential> presented = Credential.of(request);
    if (presented.isEmpty()) {
      return new PageSession(sessions).caller(request).orElseThrow(MediarithmicsGuard::nobody);
    }
    String secret = presented.get().secret();
    Optional<Caller> caller =
        keys.find(secret).or(() -> sessions.find(secret, Sessions.Kind.ACCESS));
    if (caller.isEmpty()) {
      attempts.wrongKey(request.origin().address());
      throw unknown("unknown_token", "the token is unknown, expired or revoked.");
    }
    return caller.get();
  }

  private static Project project(Request request, Caller caller, Permission permission) {
    return request.hasPathParameter(DATAMART)
        ? caller.project(request.pathNumber(DATAMART), permission)
        : caller.home(permission);
  }

  /** The first of several scopes, any of which is enough, that the caller has; else the first. */
  private static Permission permission(Caller caller, String scopes) {
    List<Permission> any = Stream.of(scopes.split("\\|")).map(Permission::of).toList();
    return any.stream()
        .filter(caller.credential().scope()::gives)
        .findFirst()
        .orElseGet(any::getFirst);
  }

  private static FailureException nobody() {
    return unknown("not_authenticated", "send a token in the header Authorization.");
  }

  private static FailureException unknown(String code, String message) {
    return new FailureException(new Failure.NotAllowed(code, true, message));
  }
}
