package dev.facet.api.facet.people;

import dev.facet.access.Caller;
import dev.facet.access.Organisation;
import dev.facet.access.Permission;
import dev.facet.access.Role;
import dev.facet.api.http.Request;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;

/** Who asks, and for which organisation. */
public final class Office {
  private Office() {}

  /** The caller's home organisation, when the caller may read this in it. */
  public static long reading(Request request, Permission permission) {
    Caller caller = request.recall(Caller.class);
    long organisation =
        caller
            .homeOrganisation()
            .map(Organisation::id)
            .orElseThrow(() -> FailureException.notFound("You are in no organisation."));
    caller.require(organisation, permission);
    return organisation;
  }

  /** As {@link #reading}, for those who answer for the organisation. */
  public static long managing(Request request, Permission permission) {
    long organisation = reading(request, permission);
    request.recall(Caller.class).requireRole(organisation, Role.ADMIN);
    return organisation;
  }

  /**
   * As {@link #managing}, for what hands out a login: it opens all that its user may do, so that a
   * key which opens less must not begin one.
   */
  static long handingOutLogins(Request request, Permission permission) {
    long organisation = managing(request, permission);
    if (!request.recall(Caller.class).credential().scope().isWhole()) {
      throw new FailureException(
          new Failure.NotAllowed(
              "missing_scope",
              false,
              "A login would open more than this key does: log in, or use a key with the scope *"
                  + " that is not limited to projects or organisations.",
              "*"));
    }
    return organisation;
  }

  /** The caller, who logged in: what is refused to keys, so that none makes a stronger one. */
  static Caller loggedIn(Request request) {
    Caller caller = request.recall(Caller.class);
    if (caller.credential() instanceof Caller.Credential.OfSession) {
      return caller;
    }
    throw new FailureException(
        new Failure.NotAllowed(
            "login_needed", false, "Keys and passwords are managed after a login, not by keys."));
  }
}
