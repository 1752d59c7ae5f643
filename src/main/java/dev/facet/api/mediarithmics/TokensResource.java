package dev.facet.api.mediarithmics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Sessions;
import dev.facet.access.Sessions.Begun;
import dev.facet.access.Sessions.Kind;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.PageSession;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.mediarithmics.wire.MediarithmicsWire;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.Optional;

/** {@code /v1/authentication/…}: tokens for an hour, and tokens that give such tokens. */
record TokensResource(Sessions sessions, Attempts attempts) {

  /** For e-mail and password, or a refresh token. */
  Response access(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    String refresh = fields.text("refresh_token");
    Begun begun =
        refresh == null ? logIn(request, fields, Kind.ACCESS) : refreshed(request, refresh);
    ObjectNode data = MediarithmicsWire.object();
    data.put("access_token", begun.token())
        .put("expires_in", Kind.ACCESS.life().toSeconds())
        .putNull("refresh_token");
    return MediarithmicsWire.single(data);
  }

  Response refresh(Request request) {
    Fields fields = Fields.of(Json.read(request.body()), "");
    Begun begun = logIn(request, fields, Kind.REFRESH);
    return MediarithmicsWire.single(MediarithmicsWire.object().put("refresh_token", begun.token()));
  }

  private Begun logIn(Request request, Fields fields, Kind kind) {
    String email = fields.requiredText("email");
    String password = fields.requiredText("password");
    String address = request.origin().address();
    attempts.beforePassword(address);
    Optional<Begun> begun = sessions.logIn(email, password, kind, PageSession.device(request));
    if (begun.isEmpty()) {
      attempts.wrongPassword(address);
      throw refused("wrong_login", "e-mail address or password is wrong.");
    }
    return begun.get();
  }

  private Begun refreshed(Request request, String token) {
    return sessions
        .find(token, Kind.REFRESH)
        .map(caller -> sessions.begin(caller.user().id(), Kind.ACCESS))
        .orElseThrow(
            () -> {
              attempts.wrongKey(request.origin().address());
              return refused("unknown_token", "the refresh token is unknown or expired.");
            });
  }

  private static FailureException refused(String code, String message) {
    return new FailureException(new Failure.NotAllowed(code, true, message));
  }
}
