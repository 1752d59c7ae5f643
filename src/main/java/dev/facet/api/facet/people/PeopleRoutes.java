package dev.facet.api.facet.people;

import static dev.facet.api.http.Method.DELETE;
import static dev.facet.api.http.Method.GET;
import static dev.facet.api.http.Method.PATCH;
import static dev.facet.api.http.Method.POST;
import static dev.facet.api.http.Method.PUT;
import static dev.facet.api.http.Requirement.KNOWN;
import static dev.facet.api.http.Requirement.NOTHING;

import dev.facet.access.Accounts;
import dev.facet.access.Keys;
import dev.facet.access.Members;
import dev.facet.access.Sessions;
import dev.facet.api.caller.Attempts;
import dev.facet.api.http.Route;
import java.util.ArrayList;
import java.util.List;

/** The index of people and of what is theirs. */
public final class PeopleRoutes {
  private static final String V1 = "/facet/v1";
  private static final String USERS = V1 + "/users";
  private static final String USER = USERS + "/{id}";
  private static final String INVITATION = V1 + "/invitation";
  private static final String KEYS = V1 + "/keys";
  private static final String SESSIONS = V1 + "/sessions";

  private PeopleRoutes() {}

  /** What the resources work with. */
  public record Parts(
      Accounts accounts, Members members, Keys keys, Sessions sessions, Attempts attempts) {}

  public static List<Route> of(Parts parts) {
    List<Route> routes = new ArrayList<>(users(new UsersResource(parts.members())));
    routes.addAll(
        invitations(new InvitationsResource(parts.members(), parts.sessions(), parts.attempts())));
    routes.addAll(keys(new KeysResource(parts.keys(), parts.accounts(), parts.members())));
    OwnResource own = new OwnResource(parts.sessions(), parts.attempts());
    routes.add(Route.of(GET, SESSIONS, KNOWN, "Where the user is logged in", own::sessions));
    routes.add(Route.of(DELETE, SESSIONS, KNOWN, "Log out everywhere else", own::logOutOthers));
    routes.add(Route.of(PUT, V1 + "/password", KNOWN, "Change one's password", own::password));
    return routes;
  }

  private static List<Route> users(UsersResource users) {
    return List.of(
        Route.of(GET, USERS, KNOWN, "The organisation's users", users::list),
        Route.of(POST, USERS, KNOWN, "Make or invite a user", users::create),
        Route.of(PATCH, USER, KNOWN, "Change a user", users::change),
        Route.of(DELETE, USER, KNOWN, "End a user's part", users::remove),
        Route.of(POST, USER + "/reset", KNOWN, "A link to choose a new password", users::reset));
  }

  private static List<Route> invitations(InvitationsResource invitations) {
    return List.of(
        Route.of(POST, INVITATION, NOTHING, "Whom a link to a password is for", invitations::show),
        Route.of(
            POST, INVITATION + "/accept", NOTHING, "Choose a password by it", invitations::accept));
  }

  private static List<Route> keys(KeysResource keys) {
    return List.of(
        Route.of(GET, KEYS, KNOWN, "The user's keys, or everybody's", keys::list),
        Route.of(POST, KEYS, KNOWN, "Make a key", keys::create),
        Route.of(DELETE, KEYS + "/{id}", KNOWN, "Revoke a key", keys::revoke));
  }
}
