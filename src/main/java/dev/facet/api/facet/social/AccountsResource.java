package dev.facet.api.facet.social;

import static dev.facet.api.facet.social.ProfilesResource.project;
import static dev.facet.api.facet.social.ProfilesResource.username;

import dev.facet.access.Caller;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.ingest.social.Account;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.outbound.Hosts;
import dev.facet.ingest.social.profile.Connection;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.FailureException;
import org.jspecify.annotations.Nullable;

/** The accounts of a profile. Connecting one calls no network. */
final class AccountsResource {
  private static final int LONGEST = 500;
  private static final int LONGEST_TOKEN = 8_000;

  private final Profiles profiles;
  private final Hosts hosts;

  AccountsResource(Profiles profiles, Hosts hosts) {
    this.profiles = profiles;
    this.hosts = hosts;
  }

  Response get(Request request) {
    return Response.json(
        200,
        SocialWire.account(
            profiles.connection(project(request), username(request), platform(request))));
  }

  Response put(Request request) {
    profiles.get(project(request), username(request));
    String platform = Platforms.read(request.pathParameter("platform"), "platform");
    Account account = account(platform, Fields.of(Json.read(request.body()), ""));
    Profiles.Put<Connection> put =
        profiles.connect(project(request), user(request), username(request), account);
    return Response.json(put.isNew() ? 201 : 200, SocialWire.account(put.value()));
  }

  Response delete(Request request) {
    profiles.disconnect(project(request), user(request), username(request), platform(request));
    return Response.empty(204);
  }

  private static long user(Request request) {
    return request.recall(Caller.class).user().id();
  }

  /** One that no network has names no account. */
  static String platform(Request request) {
    String name = request.pathParameter("platform");
    return Platforms.find(name).orElse(name);
  }

  private Account account(String platform, Fields fields) {
    String id = text(fields, "account_id", LONGEST);
    if (id == null) {
      throw Fields.missing(fields.path("account_id"));
    }
    Account account =
        new Account(
            platform,
            id,
            text(fields, "access_token", LONGEST_TOKEN),
            text(fields, "refresh_token", LONGEST_TOKEN),
            text(fields, "handle", LONGEST),
            fields.text("base_url"),
            text(fields, "page_id", LONGEST),
            text(fields, "page_urn", LONGEST));
    fields.done();
    if (account.base() != null) {
      hosts.check(platform, account.base());
    }
    return account;
  }

  /** Tokens and ids travel in headers and addresses: blanks and control characters are mistakes. */
  private static @Nullable String text(Fields fields, String field, int longest) {
    String text = fields.text(field);
    if (text != null && !fits(text, longest)) {
      throw FailureException.invalid(
          "wrong_text",
          fields.path(field),
          "%s has 1 to %d characters, none of them a control character.".formatted(field, longest));
    }
    return text;
  }

  private static boolean fits(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }
}
