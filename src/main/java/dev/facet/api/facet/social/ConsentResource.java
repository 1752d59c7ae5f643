package dev.facet.api.facet.social;

import static dev.facet.api.facet.social.ProfilesResource.project;
import static dev.facet.api.facet.social.ProfilesResource.username;

import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.ingest.social.consent.Consents;
import dev.facet.ingest.social.profile.Held;
import dev.facet.model.FailureException;

/** Sending a person to a network for leave, and their coming back. */
final class ConsentResource {
  static final String CALLBACK = "/facet/v1/connect/callback";

  private final Consents consents;

  ConsentResource(Consents consents) {
    this.consents = consents;
  }

  Response authorize(Request request) {
    String address =
        consents.address(
            project(request),
            username(request),
            AccountsResource.platform(request),
            request.origin().url() + CALLBACK);
    return Response.json(200, SocialWire.object().put("url", address));
  }

  /** Whoever brings our sealed state back is the person we sent, whatever cookie they carry. */
  Response callback(Request request) {
    String state = request.query("state").orElse("");
    String code =
        request
            .query("code")
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        "consent_refused",
                        "code",
                        "The network sent no code: leave was not given. Start anew to try again."));
    Held held = consents.finish(state, code);
    return Response.text(
        200,
        "The account of %s at %s is connected. You can close this window."
            .formatted(held.username(), held.connection().platform()));
  }
}
