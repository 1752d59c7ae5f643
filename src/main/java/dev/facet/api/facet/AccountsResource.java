package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Accounts;
import dev.facet.access.Caller;
import dev.facet.access.Organisation;
import dev.facet.access.Permission;
import dev.facet.access.Role;
import dev.facet.api.http.Json;
import dev.facet.api.http.Request;
import dev.facet.api.http.Response;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The users and projects of the caller's organisation. Admins change them. */
final class AccountsResource {
  private static final Permission DASHBOARDS = Permission.toRead("dashboard");

  private final Accounts accounts;

  AccountsResource(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whoever sees dashboards also sees who makes them. */
  Response users(Request request) {
    boolean looks = request.recall(Caller.class).credential().scope().gives(DASHBOARDS);
    long organisation = organisation(request, looks ? DASHBOARDS : Permission.toRead("user"));
    ArrayNode results = FacetWire.array();
    accounts.members(organisation).forEach(member -> results.add(member(member)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  Response createUser(Request request) {
    long organisation = organisation(request, Permission.toWrite("user"));
    Fields fields = Fields.of(Json.read(request.body()), "");
    Role role = role(fields).orElse(Role.EDITOR);
    Accounts.NewUser wanted =
        new Accounts.NewUser(
            fields.requiredText("email"),
            fields.requiredText("name"),
            fields.requiredText("password"));
    fields.done();
    requireAbove(request, organisation, role);
    long id = accounts.createUser(organisation, role, wanted).id();
    return Response.json(201, member(find(organisation, id)));
  }

  /** Changes the role, and whether the user's password, sessions and keys open anything. */
  Response changeUser(Request request) {
    long organisation = organisation(request, Permission.toWrite("user"));
    Accounts.Member member = find(organisation, request.pathNumber("id"));
    Fields fields = Fields.of(Json.read(request.body()), "");
    Role role = role(fields).orElse(member.role());
    boolean active = fields.has("active") ? fields.flag("active") : member.user().active();
    fields.done();
    requireAbove(request, organisation, member.role());
    requireAbove(request, organisation, role);
    if (role != Role.OWNER || !active) {
      requireAnotherOwner(organisation, member);
    }
    accounts.setRole(organisation, member.user().id(), role);
    if (active != member.user().active()) {
      requireOwn(organisation, member);
      accounts.setActive(member.user().id(), active);
    }
    return Response.json(200, member(find(organisation, member.user().id())));
  }

  /** Ends the user's part in this organisation, not in others. */
  Response removeUser(Request request) {
    long organisation = organisation(request, Permission.toWrite("user"));
    Accounts.Member member = find(organisation, request.pathNumber("id"));
    requireAbove(request, organisation, member.role());
    requireAnotherOwner(organisation, member);
    accounts.leave(organisation, member.user().id());
    return Response.empty(204);
  }

  Response projects(Request request) {
    Caller caller = request.recall(Caller.class);
    boolean tokens = caller.credential().scope().gives(Permission.toRead("project"));
    ArrayNode results = FacetWire.array();
    caller.projects().forEach(p -> results.add(tokens ? project(p) : FacetWire.project(p)));
    return Response.json(200, FacetWire.list(results, results.size(), null));
  }

  Response createProject(Request request) {
    long organisation = organisation(request, Permission.toWrite("project"));
    Fields fields = Fields.of(Json.read(request.body()), "");
    Accounts.NewProject wanted =
        new Accounts.NewProject(
            fields.requiredText("name"),
            FacetWire.zone(fields, "timezone"),
            FacetWire.weekStart(fields, "week_start"),
            null);
    fields.done();
    return Response.json(201, project(accounts.createProject(organisation, wanted)));
  }

  /** The caller's home organisation, when the caller may do this in it. */
  private static long organisation(Request request, Permission permission) {
    Caller caller = request.recall(Caller.class);
    long organisation =
        caller
            .homeOrganisation()
            .map(Organisation::id)
            .orElseThrow(() -> FailureException.notFound("You are in no organisation."));
    caller.require(organisation, permission);
    if (permission.writes()) {
      caller.requireRole(organisation, Role.ADMIN);
    }
    return organisation;
  }

  /** Nobody makes or changes somebody with a higher role than their own. */
  private static void requireAbove(Request request, long organisation, Role role) {
    request.recall(Caller.class).requireRole(organisation, role);
  }

  private void requireAnotherOwner(long organisation, Accounts.Member member) {
    long owners =
        accounts.members(organisation).stream()
            .filter(other -> other.role() == Role.OWNER && other.user().active())
            .filter(other -> other.user().id() != member.user().id())
            .count();
    if (member.role() == Role.OWNER && owners == 0) {
      throw FailureException.invalid(
          "last_owner", null, "An organisation keeps at least one owner; make another one first.");
    }
  }

  /** One organisation does not decide for another whether its user may come in. */
  private void requireOwn(long organisation, Accounts.Member member) {
    if (accounts.isElsewhere(organisation, member.user().id())) {
      throw FailureException.invalid(
          "elsewhere",
          "active",
          "The user belongs to another organisation too; end the part in this one instead.");
    }
  }

  private Accounts.Member find(long organisation, long user) {
    return accounts.members(organisation).stream()
        .filter(member -> member.user().id() == user)
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("There is no user " + user + "."));
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
        .put("active", member.user().active());
  }

  /** With the token: it lets events in and nothing out. */
  private static ObjectNode project(Project project) {
    return FacetWire.project(project).put("token", project.token());
  }
}
