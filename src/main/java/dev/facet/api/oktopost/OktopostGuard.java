package dev.facet.api.oktopost;

import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Organisation;
import dev.facet.access.Permission;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.Credential;
import dev.facet.api.http.Guard;
import dev.facet.api.http.Request;
import dev.facet.api.http.Requirement;
import dev.facet.api.oktopost.wire.OktopostWire;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Optional;

/**
 * Finds out who calls: by an account's id and a key of one of its users. Remembers the {@link
 * Caller}, the {@link Organisation} that the account is and its {@link Project}.
 */
final class OktopostGuard implements Guard {
  private final Keys keys;
  private final Attempts attempts;

  OktopostGuard(Keys keys, Attempts attempts) {
    this.keys = keys;
    this.attempts = attempts;
  }

  @Override
  public String identify(Request request) {
    if (!(Credential.of(request).orElse(null) instanceof Credential.Basic given)) {
      throw unknown("Send the account's id and a key as Basic credentials.");
    }
    Optional<Caller> caller = keys.find(given.secret());
    Optional<Organisation> account = caller.flatMap(who -> account(who, given.name()));
    if (caller.isEmpty() || account.isEmpty()) {
      attempts.wrongKey(request.origin().address());
      throw unknown("The account's id or the key is wrong.");
    }
    request.remember(Caller.class, caller.get());
    request.remember(Organisation.class, account.get());
    return caller.get().credential().countedAs();
  }

  @Override
  public void authorize(Request request, Requirement requirement) {
    if (requirement instanceof Requirement.Permission(String scope)) {
      Caller caller = request.recall(Caller.class);
      long account = request.recall(Organisation.class).id();
      request.remember(Project.class, project(caller, account, Permission.of(scope)));
    }
  }

  private static Optional<Organisation> account(Caller caller, String id) {
    return caller.organisations().stream()
        .filter(organisation -> OktopostWire.accountId(organisation.id()).equals(id))
        .filter(organisation -> caller.credential().scope().reachesOrganisation(organisation.id()))
        .findFirst();
  }

  /** The key's first project in the account, else the account's first. */
  private static Project project(Caller caller, long organisation, Permission permission) {
    Optional<Project> project =
        caller
            .home()
            .filter(home -> home.organisation() == organisation)
            .or(
                () ->
                    caller.projects().stream()
                        .filter(each -> each.organisation() == organisation)
                        .findFirst());
    long id = project.orElseThrow(() -> FailureException.notFound("There is no project yet.")).id();
    return caller.project(id, permission);
  }

  private static FailureException unknown(String message) {
    return new FailureException(new Failure.NotAllowed("not_authenticated", true, message));
  }
}
