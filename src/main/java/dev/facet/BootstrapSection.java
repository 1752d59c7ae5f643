package dev.facet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.facet.access.BootstrapPlan;
import dev.facet.access.Role;
import dev.facet.form.Fields;
import dev.facet.model.FailureException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Reads the {@code bootstrap} section of the configuration; every field is read or refused. */
final class BootstrapSection {
  private BootstrapSection() {}

  static BootstrapPlan read(JsonNode section) {
    Fields fields = Fields.of(section, "bootstrap");
    BootstrapPlan plan =
        new BootstrapPlan(fields.list("organisations", BootstrapSection::organisation));
    fields.done();
    return plan;
  }

  private static BootstrapPlan.Organisation organisation(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    BootstrapPlan.Organisation organisation =
        new BootstrapPlan.Organisation(
            id(fields),
            fields.requiredText("name"),
            fields.list("users", BootstrapSection::user),
            fields.list("projects", BootstrapSection::project),
            fields.list("keys", BootstrapSection::key));
    fields.done();
    return organisation;
  }

  private static long id(Fields fields) {
    Integer id = fields.integer("id");
    if (id == null || id < 1) {
      throw FailureException.invalid("required", fields.path("id"), "Give an id from 1 on.");
    }
    return id;
  }

  private static BootstrapPlan.User user(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    BootstrapPlan.User user =
        new BootstrapPlan.User(
            fields.requiredText("email"),
            fields.requiredText("name"),
            fields.requiredText("password"),
            role(fields));
    fields.done();
    return user;
  }

  private static Role role(Fields fields) {
    String word = fields.requiredText("role");
    List<String> words = Arrays.stream(Role.values()).map(Role::word).toList();
    return Role.of(word).orElseThrow(() -> Fields.notOneOf(fields.path("role"), word, words));
  }

  private static BootstrapPlan.Project project(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    BootstrapPlan.Project project =
        new BootstrapPlan.Project(
            id(fields),
            fields.requiredText("name"),
            zone(fields),
            weekStart(fields),
            fields.text("token"));
    fields.done();
    return project;
  }

  private static ZoneId zone(Fields fields) {
    String text = fields.text("timezone");
    try {
      return ZoneId.of(text == null ? "UTC" : text);
    } catch (DateTimeException e) {
      throw FailureException.invalid(
          "timezone",
          fields.path("timezone"),
          "'" + text + "' is no time zone; give a name such as Europe/Berlin.");
    }
  }

  private static DayOfWeek weekStart(Fields fields) {
    String text = fields.text("week_start");
    return switch (text) {
      case null -> DayOfWeek.SUNDAY;
      case "sunday" -> DayOfWeek.SUNDAY;
      case "monday" -> DayOfWeek.MONDAY;
      default ->
          throw Fields.notOneOf(fields.path("week_start"), text, List.of("sunday", "monday"));
    };
  }

  private static BootstrapPlan.Key key(JsonNode node, String path) {
    Fields fields = Fields.of(node, path);
    BootstrapPlan.Key key =
        new BootstrapPlan.Key(
            fields.requiredText("user"),
            fields.requiredText("label"),
            fields.requiredText("key"),
            fields.list("scopes", (item, at) -> item.asText()),
            fields.list("projects", BootstrapSection::number));
    fields.done();
    return key;
  }

  private static Long number(JsonNode node, String path) {
    if (!node.canConvertToLong() || !node.isIntegralNumber()) {
      throw FailureException.invalid("wrong_type", path, "Give the id of a project.");
    }
    return node.longValue();
  }
}
