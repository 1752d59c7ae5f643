package dev.facet.api.facet.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.access.Sessions;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.PageSession;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;

/** A user's own password and sessions, after a login. */
final class OwnResource {
  private final Sessions sessions;
  private final Attempts attempts;

  OwnResource(Sessions sessions, Attempts attempts) {
    this.sessions = sessions;
    this.attempts = attempts;
  }

  Response sessions(Request request) {
    Caller caller = Office.loggedIn(request);
    ArrayNode results = FacetWire.array();
    sessions.of(caller.user().id(), token(request)).forEach(open -> results.add(shown(open)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  private static ObjectNode shown(Sessions.Open open) {
    Sessions.Device device = open.device();
    return FacetWire.object()
        .put("signed_in_at", open.session().createdAt().toString())
        .put("expires_at", open.session().expiresAt().toString())
        .put("address", device == null ? null : device.address())
        .put("agent", device == null ? null : device.agent())
        .put("current", open.current());
  }

  Response logOutOthers(Request request) {
    sessions.logOutOthers(Office.loggedIn(request).user(), token(request));
    return Response.empty(204);
  }

  /** Asks for the current password: whoever found an open page does not take the account along. */
  Response password(Request request) {
    Caller caller = Office.loggedIn(request);
    Fields fields = Fields.of(Json.read(request.body()), "");
    String current = fields.requiredText("current");
    String password = fields.requiredText("password");
    fields.done();
    String address = request.origin().address();
    attempts.beforePassword(address);
    if (!sessions.changePassword(caller.user(), current, password, token(request))) {
      attempts.wrongPassword(address);
      throw FailureException.invalid(
          "wrong_password", "current", "The current password is another one.");
    }
    return Response.empty(204);
  }

  private static String token(Request request) {
    return request.cookie(PageSession.COOKIE).orElse("");
  }
}
