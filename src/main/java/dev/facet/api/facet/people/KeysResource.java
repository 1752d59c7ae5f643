package dev.facet.api.facet.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.ApiKey;
import dev.facet.access.Caller;
import dev.facet.access.Keys;
import dev.facet.access.Members;
import dev.facet.access.Permission;
import dev.facet.access.Scope;
import dev.facet.access.User;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys for programs: a user's own, and for those who answer for the organisation everybody's. Only
 * a login makes or revokes them: no key can make a stronger one.
 */
final class KeysResource {
  private static final Permission USERS = Permission.toWrite("user");

  private final Keys keys;
  private final Accounts accounts;
  private final Members members;

  KeysResource(Keys keys, Accounts accounts, Members members) {
    this.keys = keys;
    this.accounts = accounts;
    this.members = members;
  }

  /** The user's own; with {@code all} those of the whole organisation. */
  Response list(Request request) {
    Caller caller = Office.loggedIn(request);
    List<ApiKey> shown =
        FacetWire.flag(request, "all")
            ? keys.ofOrganisation(Office.managing(request, USERS))
            : keys.of(caller.user().id());
    Map<Long, User> users = accounts.users(shown.stream().map(ApiKey::user).distinct().toList());
    ArrayNode results = FacetWire.array();
    for (ApiKey key : shown) {
      User user = users.get(key.user());
      results.add(key(key).set("user", user == null ? null : FacetWire.person(user)));
    }
    return Response.json(200, FacetWire.list(results, shown.size(), null));
  }

  Response create(Request request) {
    Caller caller = Office.loggedIn(request);
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

  /** One's own; of others those who answer for the organisation, when it is theirs alone. */
  Response revoke(Request request) {
    Caller caller = Office.loggedIn(request);
    long id = request.pathNumber("id");
    boolean own = keys.of(caller.user().id()).stream().anyMatch(key -> key.id() == id);
    if (own) {
      keys.revoke(caller.user().id(), id);
    } else {
      revokeOthers(request, caller, id);
    }
    return Response.empty(204);
  }

  private void revokeOthers(Request request, Caller caller, long id) {
    long organisation = Office.managing(request, USERS);
    ApiKey key =
        keys.ofOrganisation(organisation).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no key " + id + "."));
    members.requireChangeable(caller, organisation, key.user());
    keys.revoke(caller.user().id(), key.user(), id);
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
