package dev.facet.api.facet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.Caller;
import dev.facet.access.Organisation;
import dev.facet.access.User;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as JSON of our own API. */
final class FacetWire {
  private FacetWire() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The envelope of lists. */
  static ObjectNode list(ArrayNode results, long total, @Nullable Long next) {
    ObjectNode list = object();
    list.set("results", results);
    return list.put("total", total).put("next", next == null ? null : next.toString());
  }

  /** Who is logged in, and where. */
  static ObjectNode session(Caller caller) {
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

  static ObjectNode user(User user) {
    return object()
        .put("id", user.id())
        .put("uuid", user.uuid().toString())
        .put("email", user.email())
        .put("name", user.name());
  }

  private static ObjectNode organisation(Organisation organisation) {
    return object().put("id", organisation.id()).put("name", organisation.name());
  }

  static ObjectNode project(Project project) {
    return object()
        .put("id", project.id())
        .put("name", project.name())
        .put("timezone", project.zone().getId())
        .put("week_start", project.weekStart().name().toLowerCase(Locale.ROOT));
  }

  /** A time zone by its name. */
  static ZoneId zone(Fields fields, String field) {
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
}
