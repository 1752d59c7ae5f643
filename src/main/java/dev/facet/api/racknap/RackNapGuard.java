package dev.facet.api.racknap;

import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Permission;
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
 * Finds out who calls: by a key in the header, or by our page's session. Remembers the {@link
 * Caller} and the {@link Project}, which is the caller's home.
 */
final class RackNapGuard implements Guard {
  private final Keys keys;
  private final PageSession page;
  private final Attempts attempts;

  RackNapGuard(Keys keys, PageSession page, Attempts attempts) {
    this.keys = keys;
    this.page = page;
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
    if (requirement instanceof Requirement.Permission(String scope)) {
      request.remember(Project.class, caller.home(Permission.of(scope)));
    }
  }

  private Caller caller(Request request) {
    if (Credential.of(request).orElse(null) instanceof Credential.Bearer(String secret)) {
      return byKey(secret, request);
    }
    return page.caller(request)
        .orElseThrow(() -> unknown("Send a key in the header Authorization: Bearer KEY."));
  }

  private Caller byKey(String secret, Request request) {
    Optional<Caller> caller = keys.find(secret);
    if (caller.isEmpty()) {
      attempts.wrongKey(request.origin().address());
      throw unknown("The key is unknown, expired or revoked.");
    }
    return caller.get();
  }

  private static FailureException unknown(String message) {
    return new FailureException(new Failure.NotAllowed("unauthorized", true, message));
  }
}
