package dev.facet.api.posthog.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.access.Organisation;
import dev.facet.access.Role;
import dev.facet.access.Tokens;
import dev.facet.model.Project;
import java.time.DayOfWeek;
import java.util.List;

/** Users, projects and organisations as the vendor shows them. */
public final class AccountWire {
  private static final int MEMBER = 1;
  private static final int ADMIN = 8;
  private static final int OWNER = 15;

  private AccountWire() {}

  /** A project, without its own test-account filters. */
  public static ObjectNode project(Project project) {
    ObjectNode node = PostHogWire.object();
    node.put("id", project.id());
    node.put("uuid", Tokens.uuid("project", project.id()).toString());
    node.put("organization", Tokens.uuid("organisation", project.organisation()).toString());
    node.put("project_id", project.id());
    node.put("api_token", project.token());
    node.put("name", project.name());
    node.put("timezone", project.zone().getId());
    node.put("week_start_day", project.weekStart() == DayOfWeek.MONDAY ? 1 : 0);
    return node;
  }

  /** A project with its test-account filters. */
  public static ObjectNode project(Project project, JsonNode testAccountFilters) {
    ObjectNode node = project(project);
    node.set("test_account_filters", testAccountFilters);
    return node;
  }

  /** An organisation with those of its projects that the caller reaches. */
  public static ObjectNode organisation(Organisation organisation, Caller caller) {
    ObjectNode node = PostHogWire.object();
    node.put("id", organisation.uuid().toString());
    node.put("uuid", organisation.uuid().toString());
    node.put("name", organisation.name());
    node.put("slug", slug(organisation));
    node.put("membership_level", level(caller.role(organisation.id())));
    ArrayNode projects = node.putArray("projects");
    ArrayNode teams = node.putArray("teams");
    for (Project project : of(organisation, caller)) {
      projects.add(project(project));
      teams.add(project(project));
    }
    return node;
  }

  /** The caller: {@code /api/users/@me/}. */
  public static ObjectNode me(Caller caller) {
    ObjectNode node = PostHogWire.object();
    node.setAll(PostHogWire.user(caller.user()));
    node.remove("role_at_organization");
    node.set("team", caller.home().map(AccountWire::project).orElse(null));
    node.set("organization", home(caller));
    ArrayNode organisations = node.putArray("organizations");
    caller.organisations().forEach(each -> organisations.add(organisation(each, caller)));
    return node;
  }

  private static JsonNode home(Caller caller) {
    long id = caller.home().map(Project::organisation).orElse(0L);
    return caller.organisations().stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .<JsonNode>map(each -> organisation(each, caller))
        .orElse(PostHogWire.object().nullNode());
  }

  private static List<Project> of(Organisation organisation, Caller caller) {
    return caller.projects().stream()
        .filter(project -> project.organisation() == organisation.id())
        .toList();
  }

  private static String slug(Organisation organisation) {
    return organisation
        .name()
        .toLowerCase(java.util.Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static int level(Role role) {
    return switch (role) {
      case VIEWER, EDITOR -> MEMBER;
      case ADMIN -> ADMIN;
      case OWNER -> OWNER;
    };
  }
}
