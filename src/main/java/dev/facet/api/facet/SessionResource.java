package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.Sessions;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.PageSession;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.Optional;

/** Logging in and out, and setting up a new server. */
final class SessionResource {
  private final Accounts accounts;
  private final Sessions sessions;
  private final Attempts attempts;

  SessionResource(Accounts accounts, Sessions sessions, Attempts attempts) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.attempts = attempts;
  }

  Response session(Request request) {
    return Response.json(200, FacetWire.session(request.recall(Caller.class)));
  }

  Response me(Request request) {
    return Response.json(200, FacetWire.me(request.recall(Caller.class)));
  }

  Response setupNeeded(Request request) {
    return Response.json(200, FacetWire.object().put("needed", accounts.needsSetup()));
  }

  Response setUp(Request request) {
    FacetGuard.requireSameOrigin(request);
    Fields fields = Fields.of(Json.read(request.body()), "");
    Accounts.SetUp wanted =
        new Accounts.SetUp(
            fields.requiredText("organisation"),
            new Accounts.NewUser(
                fields.requiredText("email"),
                fields.requiredText("name"),
                fields.requiredText("password")),
            new Accounts.NewProject(
                fields.requiredText("project"),
                FacetWire.zone(fields, "timezone"),
                FacetWire.weekStart(fields, "week_start"),
                null));
    fields.done();
    long owner = accounts.setUp(wanted).id();
    return begun(
        201, sessions.begin(owner, Sessions.Kind.PAGE, PageSession.device(request)), request);
  }

  Response logIn(Request request) {
    FacetGuard.requireSameOrigin(request);
    JsonNode body = Json.read(request.body());
    Fields fields = Fields.of(body, "");
    String email = fields.requiredText("email");
    String password = fields.requiredText("password");
    fields.done();
    String address = request.origin().address();
    attempts.beforePassword(address);
    Optional<Sessions.Begun> begun =
        sessions.logIn(email, password, Sessions.Kind.PAGE, PageSession.device(request));
    if (begun.isEmpty()) {
      attempts.wrongPassword(address);
      throw new FailureException(
          new Failure.NotAllowed("wrong_login", true, "E-mail address or password is wrong."));
    }
    return begun(200, begun.get(), request);
  }

  Response logOut(Request request) {
    FacetGuard.requireSameOrigin(request);
    request.cookie(FacetGuard.COOKIE).ifPresent(sessions::logOut);
    return Response.empty(204).with("Set-Cookie", PageSession.noCookie(request));
  }

  private Response begun(int status, Sessions.Begun begun, Request request) {
    Caller caller = sessions.find(begun.token()).orElseThrow();
    return Response.json(status, FacetWire.session(caller))
        .with("Set-Cookie", PageSession.cookie(begun, request));
  }
}
