package dev.facet.api.posthog.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.User;
import dev.facet.access.share.Share;
import dev.facet.access.share.Share.Subject;
import dev.facet.access.share.SharePassword;
import dev.facet.access.share.Shares;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code …/sharing/}: who may see a dashboard or insight by a link. */
public final class SharingResource {
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 1000;
  private static final int MAX_NOTE = 100;

  private final Shares shares;
  private final Accounts accounts;
  private final Shared shared;

  public SharingResource(Shares shares, Accounts accounts, Shared shared) {
    this.shares = shares;
    this.accounts = accounts;
    this.shared = shared;
  }

  /** The share as it is; one that was never changed is shown with a token that opens nothing. */
  public Response show(Call call) {
    Subject subject = shared.subject(call);
    return Response.json(
        200, shares.find(call.project().id(), subject).map(this::object).orElseGet(this::none));
  }

  private ObjectNode none() {
    ObjectNode node = PostHogWire.object();
    node.putNull("created_at");
    node.put("enabled", false);
    node.put("access_token", shares.freshToken());
    node.putNull("settings");
    node.put("password_required", false);
    node.putArray("share_passwords");
    return node;
  }

  private ObjectNode object(Share share) {
    ObjectNode node = PostHogWire.object();
    node.put("created_at", PostHogWire.time(share.createdAt()));
    node.put("enabled", share.enabled());
    node.put("access_token", share.token());
    node.set("settings", share.settings().isEmpty() ? null : share.settings());
    node.put("password_required", share.locked());
    node.set("share_passwords", passwords(share));
    return node;
  }

  private ArrayNode passwords(Share share) {
    List<SharePassword> all = shares.passwords(share.project(), share.subject());
    Map<Long, User> users =
        accounts.users(
            all.stream()
                .map(SharePassword::createdBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    ArrayNode list = PostHogWire.array();
    for (SharePassword password : all) {
      list.add(password(password, users.get(password.createdBy())).put("is_active", true));
    }
    return list;
  }

  private static ObjectNode password(SharePassword password, @Nullable User creator) {
    ObjectNode node = PostHogWire.object();
    node.put("id", password.id());
    node.put("created_at", PostHogWire.time(password.createdAt()));
    node.put("note", password.note());
    node.put("created_by_email", creator == null ? null : creator.email());
    return node;
  }

  public Response change(Call call) {
    Subject subject = shared.editable(call);
    Input input = call.input();
    Shares.Change change =
        new Shares.Change(
            input.has("enabled") ? (Boolean) input.flag("enabled") : null,
            input.has("settings") ? settings(input) : null,
            input.has("password_required") ? (Boolean) input.flag("password_required") : null);
    return Response.json(
        200,
        object(shares.change(call.project().id(), call.caller().user().id(), subject, change)));
  }

  private static ObjectNode settings(Input input) {
    JsonNode settings = input.at("settings");
    return settings.isNull() ? PostHogWire.object() : ShareSettings.read(settings);
  }

  public Response refresh(Call call) {
    return Response.json(200, object(shares.rotate(call.project().id(), shared.editable(call))));
  }

  public Response addPassword(Call call) {
    Subject subject = shared.editable(call);
    Share share = shares.find(call.project().id(), subject).orElse(null);
    if (share == null || !share.locked()) {
      return error(400, "Password protection must be enabled before adding passwords");
    }
    Input input = call.input();
    String text = input.text("raw_password", LONGEST_PASSWORD);
    String note = input.text("note", MAX_NOTE);
    if (text != null && text.codePointCount(0, text.length()) < SHORTEST_PASSWORD) {
      return error(400, "A password needs at least " + SHORTEST_PASSWORD + " characters");
    }
    Shares.Made made =
        shares.addPassword(share, text, note == null ? "" : note, call.caller().user().id());
    ObjectNode node = password(made.password(), call.caller().user());
    return Response.json(201, node.put("password", made.text()));
  }

  public Response removePassword(Call call) {
    Subject subject = shared.editable(call);
    try {
      shares.removePassword(call.project().id(), subject, call.request().pathNumber("password"));
    } catch (FailureException unknown) {
      return error(404, "Password not found");
    }
    return Response.empty(204);
  }

  /** An answer outside the usual shape of errors, as clients know it. */
  private static Response error(int status, String text) {
    return Response.json(status, PostHogWire.object().put("error", text));
  }
}
