package dev.facet.api.facet.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.Members;
import dev.facet.access.Permission;
import dev.facet.access.Role;
import dev.facet.api.facet.FacetWire;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The users of the caller's organisation. Admins change them. */
final class UsersResource {
  private static final Permission DASHBOARDS = Permission.toRead("dashboard");
  private static final Permission CHANGE = Permission.toWrite("user");

  private final Members members;

  UsersResource(Members members) {
    this.members = members;
  }

  /** Whoever sees dashboards also sees who makes them. */
  Response list(Request request) {
    boolean looks = request.recall(Caller.class).credential().scope().gives(DASHBOARDS);
    long organisation = Office.reading(request, looks ? DASHBOARDS : Permission.toRead("user"));
    ArrayNode results = FacetWire.array();
    members.list(organisation).forEach(member -> results.add(member(member)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  /** With a password that the caller thought of, or else with a link to choose one. */
  Response create(Request request) {
    long organisation = Office.handingOutLogins(request, CHANGE);
    Caller caller = request.recall(Caller.class);
    Fields fields = Fields.of(Json.read(request.body()), "");
    Role role = role(fields).orElse(Role.EDITOR);
    String email = fields.requiredText("email").strip();
    String name = fields.requiredText("name").strip();
    @Nullable String password = fields.text("password");
    fields.done();
    if (password == null) {
      Members.Invitee invitee = new Members.Invitee(email, name, role);
      return Response.json(201, invited(members.invite(caller, organisation, invitee), request));
    }
    Accounts.NewUser wanted = new Accounts.NewUser(email, name, password);
    return Response.json(201, member(members.create(caller, organisation, role, wanted)));
  }

  /** Changes the role, and whether the user's password, sessions and keys open anything. */
  Response change(Request request) {
    long organisation = Office.managing(request, CHANGE);
    Fields fields = Fields.of(Json.read(request.body()), "");
    @Nullable Role role = role(fields).orElse(null);
    @Nullable Boolean active = fields.has("active") ? (Boolean) fields.flag("active") : null;
    fields.done();
    return Response.json(
        200,
        member(
            members.change(
                request.recall(Caller.class),
                organisation,
                request.pathNumber("id"),
                new Members.Change(role, active))));
  }

  /** Ends the user's part in this organisation, not in others. */
  Response remove(Request request) {
    long organisation = Office.managing(request, CHANGE);
    members.remove(request.recall(Caller.class), organisation, request.pathNumber("id"));
    return Response.empty(204);
  }

  /** A link to choose a new password by; the old one opens nothing any more. */
  Response reset(Request request) {
    long organisation = Office.handingOutLogins(request, CHANGE);
    Members.Invited invited =
        members.reset(request.recall(Caller.class), organisation, request.pathNumber("id"));
    return Response.json(200, invited(invited, request));
  }

  private static Optional<Role> role(Fields fields) {
    String word = fields.text("role");
    if (word == null) {
      return Optional.empty();
    }
    List<String> words = Arrays.stream(Role.values()).map(Role::word).toList();
    return Optional.of(
        Role.of(word).orElseThrow(() -> Fields.notOneOf(fields.path("role"), word, words)));
  }

  private static ObjectNode member(Accounts.Member member) {
    return FacetWire.user(member.user())
        .put("role", member.role().word())
        .put("active", member.user().active())
        .put("invited", member.invited());
  }

  /** The secret stands behind a #: browsers send that to nobody, and no log has it. */
  private static ObjectNode invited(Members.Invited invited, Request request) {
    return member(invited.member())
        .put("link", request.origin().url() + "/welcome#" + invited.secret())
        .put("link_expires_at", invited.until().toString());
  }
}
