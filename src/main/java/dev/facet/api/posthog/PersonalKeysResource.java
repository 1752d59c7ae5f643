package dev.facet.api.posthog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.ApiKey;
import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Organisation;
import dev.facet.access.Scope;
import dev.facet.access.Tokens;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/personal_api_keys/}: the caller's own keys, managed after a login only. */
record PersonalKeysResource(Keys keys) {
  private static final int MAX_LABEL = 40;
  private static final int MOST = 10;

  /** What a key opens of which nothing was said yet. */
  private static final Scope NONE = new Scope(List.of(), List.of(), List.of());

  Response list(Request request) {
    Caller caller = loggedIn(request);
    ArrayNode all = PostHogWire.array();
    keys.of(caller.user().id()).forEach(key -> all.add(object(key, null)));
    return Response.json(200, all);
  }

  Response create(Request request) {
    Caller caller = loggedIn(request);
    Input input = Body.input(request);
    if (keys.of(caller.user().id()).size() >= MOST) {
      throw FailureException.invalid(
          "invalid_input", null, "You can only have " + MOST + " personal API keys.");
    }
    Keys.Draft draft = new Keys.Draft(label(input), scope(caller, input, NONE), null);
    Keys.Made made = saved(() -> keys.create(caller.user().id(), draft));
    return Response.json(201, object(made.key(), made.secret()));
  }

  private static String label(Input input) {
    if (!input.has("label")) {
      throw FailureException.invalid("required", "label", "This field is required.");
    }
    String label = input.textNotNull("label", MAX_LABEL);
    if (label.isEmpty()) {
      throw FailureException.invalid("blank", "label", "This field may not be blank.");
    }
    return label;
  }

  /** The scope as sent, where something was sent. */
  private static Scope scope(Caller caller, Input input, Scope before) {
    if (before.equals(NONE) && !input.has("scopes")) {
      throw FailureException.invalid("required", "scopes", "This field is required.");
    }
    List<String> words = input.has("scopes") ? input.texts("scopes") : before.words();
    if (words.isEmpty()) {
      throw FailureException.invalid("empty", "scopes", "This list may not be empty.");
    }
    return new Scope(
        words,
        input.has("scoped_teams") ? input.numbers("scoped_teams") : before.projects(),
        input.has("scoped_organizations")
            ? organisations(caller, input.texts("scoped_organizations"))
            : before.organisations());
  }

  private static List<Long> organisations(Caller caller, List<String> uuids) {
    List<Long> ids = new ArrayList<>();
    for (String uuid : uuids) {
      ids.add(
          caller.organisations().stream()
              .filter(one -> one.uuid().toString().equals(uuid))
              .findFirst()
              .map(Organisation::id)
              .orElseThrow(
                  () ->
                      FailureException.invalid(
                          "invalid_input",
                          "scoped_organizations",
                          "You must be a member of all organizations that you are scoping the key"
                              + " to.")));
    }
    return ids;
  }

  Response retrieve(Request request) {
    return Response.json(200, object(find(request, loggedIn(request)), null));
  }

  /** The key that the request came with. */
  Response current(Request request) {
    Caller caller = request.recall(Caller.class);
    if (caller.credential() instanceof Caller.Credential.OfKey(ApiKey key)) {
      return Response.json(200, object(keys.get(caller.user().id(), key.id()), null));
    }
    throw missing();
  }

  Response update(Request request) {
    Caller caller = loggedIn(request);
    ApiKey key = find(request, caller);
    Input input = Body.input(request);
    Keys.Draft draft =
        new Keys.Draft(
            input.has("label") ? label(input) : key.label(),
            scope(caller, input, key.scope()),
            key.expiresAt());
    ApiKey after = saved(() -> keys.change(caller.user().id(), key.id(), draft));
    return Response.json(200, object(after, null));
  }

  Response roll(Request request) {
    Caller caller = loggedIn(request);
    Keys.Made made = keys.roll(caller.user().id(), find(request, caller).id());
    return Response.json(200, object(made.key(), made.secret()));
  }

  Response delete(Request request) {
    Caller caller = loggedIn(request);
    keys.revoke(caller.user().id(), find(request, caller).id());
    return Response.empty(204);
  }

  /** A change of keys, with what it says of projects in this dialect's words. */
  private static <T> T saved(java.util.function.Supplier<T> change) {
    try {
      return change.get();
    } catch (FailureException e) {
      if (e.failure() instanceof Failure.Invalid(String code, String path, String message)
          && path != null) {
        String field = path.replace("projects", "scoped_teams");
        throw FailureException.invalid(code, field.replaceAll("\\[.*", ""), message);
      }
      throw e;
    }
  }

  private ApiKey find(Request request, Caller caller) {
    String id = request.pathParameter("id");
    return keys.of(caller.user().id()).stream()
        .filter(key -> String.valueOf(key.id()).equals(id))
        .findFirst()
        .orElseThrow(PersonalKeysResource::missing);
  }

  private static FailureException missing() {
    return FailureException.notFound("There is no such key.");
  }

  private static Caller loggedIn(Request request) {
    Caller caller = request.recall(Caller.class);
    if (caller.credential() instanceof Caller.Credential.OfSession) {
      return caller;
    }
    throw new FailureException(
        new Failure.NotAllowed(
            "login_needed", false, "This action does not support personal API key access"));
  }

  private static ObjectNode object(ApiKey key, @Nullable String secret) {
    ObjectNode node = PostHogWire.object();
    node.put("id", String.valueOf(key.id()));
    node.put("label", key.label());
    node.put("value", secret);
    node.put("mask_value", key.mask());
    node.put("created_at", PostHogWire.time(key.createdAt()));
    node.put("last_used_at", PostHogWire.time(key.usedAt()));
    node.put("last_rolled_at", PostHogWire.time(key.rolledAt()));
    node.put("user_id", key.user());
    node.set("scopes", PostHogWire.texts(key.scope().words()));
    key.scope().projects().forEach(node.putArray("scoped_teams")::add);
    ArrayNode organisations = node.putArray("scoped_organizations");
    key.scope()
        .organisations()
        .forEach(id -> organisations.add(Tokens.uuid("organisation", id).toString()));
    return node;
  }
}
