package dev.facet.api.facet.social;

import static dev.facet.api.facet.social.ProfilesResource.project;
import static dev.facet.api.facet.social.ProfilesResource.username;

import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.ingest.social.Call;
import dev.facet.ingest.social.consent.Consents;
import java.util.Locale;
import java.util.Optional;

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

  /**
   * Leads back to the profile's page, with what came of it. Whoever brings our sealed state back is
   * the person we sent, whatever cookie they carry.
   */
  Response callback(Request request) {
    Optional<String> code = request.query("code").filter(text -> !text.isBlank());
    Consents.Return back = consents.finish(request.query("state").orElse(""), code);
    String page =
        "%s/p/%d/profiles/%s?consent=%s&platform=%s"
            .formatted(
                request.origin().url(),
                back.project(),
                Call.encoded(back.username()),
                back.ending().name().toLowerCase(Locale.ROOT),
                back.platform());
    return Response.empty(303).with("Location", page);
  }
}
