package dev.facet.api.facet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.access.Organisation;
import dev.facet.access.User;
import dev.facet.api.http.Parameters;
import dev.facet.api.http.Request;
import dev.facet.dashboard.Dashboard;
import dev.facet.dashboard.Registration;
import dev.facet.dashboard.Revision;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON of our own API. */
public final class FacetWire {
  private FacetWire() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The envelope of lists. */
  public static ObjectNode list(ArrayNode results, long total, @Nullable Long next) {
    ObjectNode list = object();
    list.set("results", results);
    return list.put("total", total).put("next", next == null ? null : next.toString());
  }

  /** Who is logged in, and where. */
  public static ObjectNode session(Caller caller) {
    ObjectNode session = object();
    session.set("user", user(caller.user()));
    session.putNull("organisation").putNull("role");
    caller.organisations().stream()
        .findFirst()
        .ifPresent(
            first -> {
              session.set("organisation", organisation(first));
              session.put("role", caller.role(first.id()).word());
            });
    ArrayNode projects = session.putArray("projects");
    caller.projects().forEach(project -> projects.add(project(project)));
    return session;
  }

  /** Who calls, in the home organisation. */
  static ObjectNode me(Caller caller) {
    ObjectNode me = object().put("id", caller.user().id());
    me.put("email", caller.user().email()).put("name", caller.user().name());
    Organisation home = caller.homeOrganisation().orElse(null);
    me.put("role", home == null ? null : caller.role(home.id()).word());
    return me.set("organisation", home == null ? null : organisation(home));
  }

  public static ObjectNode user(User user) {
    return object()
        .put("id", user.id())
        .put("uuid", user.uuid().toString())
        .put("email", user.email())
        .put("name", user.name());
  }

  private static ObjectNode organisation(Organisation organisation) {
    return object().put("id", organisation.id()).put("name", organisation.name());
  }

  public static ObjectNode project(Project project) {
    return object()
        .put("id", project.id())
        .put("name", project.name())
        .put("timezone", project.zone().getId())
        .put("week_start", project.weekStart().name().toLowerCase(Locale.ROOT));
  }

  /** A dashboard as lists show it. */
  public static ObjectNode registration(Dashboard dashboard, Map<Long, User> users) {
    Registration said = dashboard.registration();
    ObjectNode node =
        object()
            .put("id", dashboard.id())
            .put("name", said.name())
            .put("description", said.description())
            .put("type", said.type())
            .put("visibility", said.visibility().name().toLowerCase(Locale.ROOT));
    said.tags().forEach(node.putArray("tags")::add);
    node.put("pinned", said.pinned())
        .put("archived", said.archived())
        .put("refresh_interval", said.refreshInterval())
        .put("revision", dashboard.revision())
        .put("created_at", dashboard.createdAt().toString())
        .put("updated_at", dashboard.updatedAt().toString());
    node.set("created_by", author(dashboard.createdBy(), users));
    return node;
  }

  /** An entry of a dashboard's history. */
  public static ObjectNode revision(Revision revision, Map<Long, User> users) {
    ObjectNode node =
        object()
            .put("id", revision.id())
            .put("parent", revision.parent())
            .put("reason", revision.reason().name().toLowerCase(Locale.ROOT))
            .put("changed", revision.written())
            .put("restored", revision.restored())
            .put("created_at", revision.at().toString());
    node.set("created_by", author(revision.author(), users));
    return node;
  }

  /** A person, by number; null for nobody, or nobody known. */
  public static @Nullable ObjectNode author(@Nullable Long id, Map<Long, User> users) {
    User user = id == null ? null : users.get(id);
    return user == null ? null : person(user);
  }

  /** Somebody beside what they did. */
  public static ObjectNode person(User user) {
    return object().put("id", user.id()).put("name", user.name()).put("email", user.email());
  }

  /** A parameter that is true or false; false when it is not there. */
  public static boolean flag(Request request, String name) {
    return flag(request.query(), name);
  }

  /** A parameter that is true or false; false when it is not there. */
  public static boolean flag(Parameters parameters, String name) {
    String text = parameters.first(name).orElse("");
    return switch (text) {
      case "true", "1" -> true;
      case "", "false", "0" -> false;
      default ->
          throw FailureException.invalid(
              "wrong_type", name, "Give true or false for %s, not '%s'.".formatted(name, text));
    };
  }

  /** A time zone by its name. */
  public static ZoneId zone(Fields fields, String field) {
    String text = fields.requiredText(field);
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "timezone",
          fields.path(field),
          "'" + text + "' is no time zone; give a name such as Europe/Berlin.");
    }
  }

  /** The first day of weeks; Sunday when not said. */
  public static DayOfWeek weekStart(Fields fields, String field) {
    String text = fields.text(field);
    return switch (text) {
      case null -> DayOfWeek.SUNDAY;
      case "sunday" -> DayOfWeek.SUNDAY;
      case "monday" -> DayOfWeek.MONDAY;
      default -> throw Fields.notOneOf(fields.path(field), text, List.of("sunday", "monday"));
    };
  }

  /** An element of a list of ids. */
  public static Long number(JsonNode node, String path) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw FailureException.invalid("wrong_type", path, "Give the id of a project.");
    }
    return node.longValue();
  }
}
