package dev.facet.api.uploadpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.http.Json;
import dev.facet.api.http.Response;
import dev.facet.api.uploadpost.wire.UploadPostWire;
import dev.facet.form.Fields;
import dev.facet.ingest.social.Platforms;
import dev.facet.ingest.social.profile.Connection;
import dev.facet.ingest.social.profile.Connection.Status;
import dev.facet.ingest.social.profile.Profile;
import dev.facet.ingest.social.profile.Profiles;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code …/users}: the profiles of a project and where they are connected. */
record UsersResource(Profiles profiles) {
  private static final String PLAN = "self-hosted";

  Response list(Call call) {
    ObjectNode body = UploadPostWire.success().put("plan", PLAN).putNull("limit");
    ArrayNode list = body.putArray("profiles");
    profiles
        .list(call.project().id())
        .forEach(profile -> list.add(shown(profile, local(profile.createdAt()))));
    return Response.json(200, body);
  }

  Response retrieve(Call call) {
    Profile profile = find(call, call.request().pathParameter("user"));
    ObjectNode body = UploadPostWire.success();
    body.set("profile", shown(profile, local(profile.createdAt())));
    return Response.json(200, body);
  }

  private Profile find(Call call, String username) {
    return profiles
        .find(call.project().id(), username)
        .orElseThrow(() -> FailureException.notFound("Profile not found"));
  }

  Response create(Call call) {
    String username = username(call);
    if (profiles.find(call.project().id(), username).isPresent()) {
      throw exists(username);
    }
    Profiles.Put<Profile> put = profiles.put(call.project().id(), username, null);
    if (!put.isNew()) {
      throw exists(username);
    }
    Profile profile = put.value();
    Instant made = profile.createdAt();
    String time =
        made == null
            ? null
            : DateTimeFormatter.RFC_1123_DATE_TIME.format(made.atZone(ZoneOffset.UTC));
    ObjectNode body = UploadPostWire.success();
    body.set("profile", shown(profile, time));
    return Response.json(201, body);
  }

  private static FailureException exists(String username) {
    return new FailureException(
        new Failure.Conflict(
            "profile_exists", "A profile \"" + username + "\" exists already.", 0, 0));
  }

  Response delete(Call call) {
    String username = username(call);
    find(call, username);
    profiles.delete(call.project().id(), username);
    return Response.json(200, UploadPostWire.success().put("message", "Profile deleted"));
  }

  private static String username(Call call) {
    return Fields.of(Json.read(call.request().body()), "").requiredText("username").strip();
  }

  private static @Nullable String local(@Nullable Instant at) {
    return at == null
        ? null
        : at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC).toLocalDateTime().toString();
  }

  private static ObjectNode shown(Profile profile, @Nullable String createdAt) {
    ObjectNode node = UploadPostWire.object().put("username", profile.username());
    node.put("created_at", createdAt);
    ObjectNode accounts = node.putObject("social_accounts");
    for (String platform : Platforms.ALL) {
      profile
          .account(platform)
          .ifPresentOrElse(
              account -> accounts.set(platform, account(account)),
              () -> accounts.put(platform, ""));
    }
    return node;
  }

  private static ObjectNode account(Connection account) {
    String handle = account.handle() == null ? account.accountId() : account.handle();
    ObjectNode node = UploadPostWire.object();
    node.put("display_name", handle);
    node.put("username", handle);
    node.put("social_images", "");
    node.put("handle", handle);
    node.putArray("capabilities").add("analytics");
    node.put("reauth_required", account.status() == Status.RECONNECT);
    return node;
  }
}
