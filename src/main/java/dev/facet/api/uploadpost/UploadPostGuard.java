package dev.facet.api.uploadpost;

import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Permission;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.Credential;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Optional;

/** Finds out who calls, by a key. Remembers the {@link Caller} and its {@link Project}. */
final class UploadPostGuard implements Guard {
  private final Keys keys;
  private final Attempts attempts;

  UploadPostGuard(Keys keys, Attempts attempts) {
    this.keys = keys;
    this.attempts = attempts;
  }

  @Override
  public String identify(Request request) {
    if (request.header("Authorization").isEmpty()) {
      throw unknown("Authorization header required: send Authorization: Apikey and a key.");
    }
    Optional<Caller> caller =
        Credential.of(request).flatMap(UploadPostGuard::key).flatMap(keys::find);
    if (caller.isEmpty()) {
      attempts.wrongKey(request.origin().address());
      throw unknown("Invalid or expired token");
    }
    request.remember(Caller.class, caller.get());
    return caller.get().credential().countedAs();
  }

  @Override
  public void authorize(Request request, Requirement requirement) {
    if (requirement instanceof Requirement.Permission(String scope)) {
      Caller caller = request.recall(Caller.class);
      request.remember(Project.class, caller.home(Permission.of(scope)));
    }
  }

  private static Optional<String> key(Credential credential) {
    return switch (credential) {
      case Credential.ApiKey(String secret) -> Optional.of(secret);
      case Credential.Bearer(String secret) -> Optional.of(secret);
      case Credential.Basic _, Credential.Raw _ -> Optional.empty();
    };
  }

  private static FailureException unknown(String message) {
    return new FailureException(new Failure.NotAllowed("not_authenticated", true, message));
  }
}
