package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.ApiKey;
import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Scope;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's own keys. Only a login makes or revokes them: no key can make a stronger one. */
final class KeysResource {
  private final Keys keys;

  KeysResource(Keys keys) {
    this.keys = keys;
  }

  Response list(Request request) {
    List<ApiKey> own = keys.of(loggedIn(request).user().id());
    ArrayNode results = FacetWire.array();
    own.forEach(key -> results.add(key(key)));
    return Response.json(200, FacetWire.list(results, own.size(), null));
  }

  Response create(Request request) {
    Caller caller = loggedIn(request);
    Fields fields = Fields.of(Json.read(request.body()), "");
    Keys.Draft draft =
        new Keys.Draft(
            fields.requiredText("label"),
            new Scope(
                fields.list("scopes", Fields::text),
                fields.list("projects", FacetWire::number),
                List.of()),
            instant(fields, "expires_at"));
    fields.done();
    Keys.Made made = keys.create(caller.user().id(), draft);
    return Response.json(201, key(made.key()).put("key", made.secret()));
  }

  Response revoke(Request request) {
    keys.revoke(loggedIn(request).user().id(), request.pathNumber("id"));
    return Response.empty(204);
  }

  private static Caller loggedIn(Request request) {
    Caller caller = request.recall(Caller.class);
    if (caller.credential() instanceof Caller.Credential.OfSession) {
      return caller;
    }
    throw new FailureException(
        new Failure.NotAllowed(
            "login_needed", false, "Keys are managed after a login, not by keys."));
  }

  private static @Nullable Instant instant(Fields fields, String field) {
    String text = fields.text(field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw FailureException.invalid(
          "wrong_type",
          fields.path(field),
          "Give an instant such as 2026-03-01T12:00:00Z, not '" + text + "'.");
    }
  }

  private static ObjectNode key(ApiKey key) {
    ObjectNode node =
        FacetWire.object().put("id", key.id()).put("label", key.label()).put("mask", key.mask());
    key.scope().words().forEach(node.putArray("scopes")::add);
    key.scope().projects().forEach(node.putArray("projects")::add);
    return node.put("created_at", key.createdAt().toString())
        .put("used_at", key.usedAt() == null ? null : key.usedAt().toString())
        .put("expires_at", key.expiresAt() == null ? null : key.expiresAt().toString());
  }
}
