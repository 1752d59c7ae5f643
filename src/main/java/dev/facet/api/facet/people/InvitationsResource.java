package dev.facet.api.facet.people;

import dev.facet.access.Caller;
import dev.facet.access.Members;
import dev.facet.access.Sessions;
import dev.facet.access.User;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.PageSession;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.Optional;

/** Links by which people choose a password. Their secret comes in bodies, never in addresses. */
final class InvitationsResource {
  private final Members members;
  private final Sessions sessions;
  private final Attempts attempts;

  InvitationsResource(Members members, Sessions sessions, Attempts attempts) {
    this.members = members;
    this.sessions = sessions;
    this.attempts = attempts;
  }

  Response show(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    Optional<User> user = members.invited(fields.requiredText("secret"));
    fields.done();
    return Response.json(200, FacetWire.person(user.orElseThrow(() -> unknown(request))));
  }

  /** Chooses the password and logs in. */
  Response accept(Request request) {
    PageSession.requireSameOrigin(request);
    Fields fields = Fields.of(Json.read(request.body()), "");
    String secret = fields.requiredText("secret");
    String password = fields.requiredText("password");
    fields.done();
    User user = members.accept(secret, password).orElseThrow(() -> unknown(request));
    Sessions.Begun begun =
        sessions.begin(user.id(), Sessions.Kind.PAGE, PageSession.device(request));
    Caller caller = sessions.find(begun.token()).orElseThrow();
    return Response.json(200, FacetWire.session(caller))
        .with("Set-Cookie", PageSession.cookie(begun, request));
  }

  private FailureException unknown(Request request) {
    attempts.wrongKey(request.origin().address());
    return new FailureException(
        new Failure.NotFound(
            "invitation_not_found",
            "secret",
            "This link was used before or is too old. Ask whoever sent it for another."));
  }
}
