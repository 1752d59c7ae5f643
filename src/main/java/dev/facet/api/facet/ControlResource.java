package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.ApiKey;
import dev.facet.access.Keys;
import dev.facet.access.Scope;
import dev.facet.access.User;
import dev.facet.api.caller.Attempts;
import dev.facet.api.caller.Credential;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * What the operator's command line asks of a running server. The credential is derived from the
 * server's own secret: who can read the data directory has it, nobody else.
 */
final class ControlResource {
  private final Accounts accounts;
  private final Keys keys;
  private final Attempts attempts;
  private final String credential;

  ControlResource(Accounts accounts, Keys keys, Attempts attempts, String credential) {
    this.accounts = accounts;
    this.keys = keys;
    this.attempts = attempts;
    this.credential = credential;
  }

  Response keys(Request request) {
    admit(request);
    List<ApiKey> all = keys.all();
    Map<Long, User> users = accounts.users(all.stream().map(ApiKey::user).distinct().toList());
    ArrayNode results = FacetWire.array();
    for (ApiKey key : all) {
      User user = users.get(key.user());
      ObjectNode node = results.addObject().put("id", key.id()).put("label", key.label());
      node.put("user", user == null ? "" : user.email()).put("mask", key.mask());
      key.scope().words().forEach(node.putArray("scopes")::add);
      key.scope().projects().forEach(node.putArray("projects")::add);
    }
    return Response.json(200, FacetWire.list(results, all.size(), null));
  }

  Response createKey(Request request) {
    admit(request);
    Fields fields = Fields.of(Json.read(request.body()), "");
    String email = fields.requiredText("user");
    Keys.Draft draft =
        new Keys.Draft(
            fields.requiredText("label"),
            new Scope(
                fields.list("scopes", Fields::text),
                fields.list("projects", FacetWire::number),
                List.of()),
            null);
    fields.done();
    User user =
        accounts
            .user(email)
            .orElseThrow(
                () ->
                    FailureException.invalid(
                        "unknown_user", "user", "There is no user " + email + "."));
    Keys.Made made = keys.issue(null, user.id(), draft);
    return Response.json(
        201, FacetWire.object().put("id", made.key().id()).put("key", made.secret()));
  }

  Response revokeKey(Request request) {
    admit(request);
    long id = request.pathNumber("id");
    ApiKey key =
        keys.all().stream()
            .filter(candidate -> candidate.id() == id)
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("There is no key " + id + "."));
    keys.revoke(null, key.user(), id);
    return Response.empty(204);
  }

  private void admit(Request request) {
    byte[] given =
        Credential.of(request).map(Credential::secret).orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, credential.getBytes(StandardCharsets.UTF_8))) {
      attempts.wrongKey(request.origin().address());
      throw new FailureException(
          new Failure.NotAllowed(
              "unknown_key", true, "Only the command line on the server's machine may ask this."));
    }
  }
}
