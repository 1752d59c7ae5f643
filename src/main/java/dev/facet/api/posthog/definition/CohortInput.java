package dev.facet.api.posthog.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.api.posthog.wire.Input;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.catalog.Json;
import dev.facet.definition.Definition.Draft;
import java.util.ArrayList;
import java.util.List;

/** What a request says about a cohort, laid over what was said before. */
record CohortInput(Input input) {
  private static final int MAX_NAME = 400;
  private static final String IDS = "distinct_ids";
  private static final String STATIC = "is_static";
  private static final List<String> PERSONS = List.of("_create_static_person_ids", "person_ids");

  /** The draft with the fields that were sent. */
  Draft draft(Draft before) {
    Draft draft = ActionInput.named(input, before, MAX_NAME);
    ObjectNode body = (ObjectNode) Json.read(before.body());
    boolean isNew = !body.has(STATIC);
    boolean isList = body.path(STATIC).booleanValue();
    if (input.has(STATIC)) {
      boolean said = input.flag(STATIC);
      if (!isNew && said != isList) {
        throw Input.refused(
            STATIC, "invalid_input", "A cohort stays what it is: a list, or a rule.");
      }
      isList = said;
    }
    body.put(STATIC, isList);
    boolean lists = namesMembers();
    if (!isList && lists) {
      throw Input.refused(
          input.has(IDS) ? IDS : PERSONS.getFirst(),
          "invalid_input",
          "Only a static cohort lists its persons; send is_static with them.");
    }
    putFilters(body, isList);
    return draft.withBody(body.toString());
  }

  private void putFilters(ObjectNode body, boolean isList) {
    ObjectNode filters = input.object("filters", "Filters must be a dictionary");
    if (filters == null && input.isTruthy("groups")) {
      filters = ofGroups();
    }
    if (filters == null) {
      return;
    }
    if (!isList) {
      body.set("filters", filters);
    } else if (!isEmpty(filters.path("properties"))) {
      throw Input.refused(
          "filters", "invalid_input", "A static cohort is a list of persons and has no filters.");
    }
  }

  private static boolean isEmpty(JsonNode properties) {
    JsonNode values = properties.has("values") ? properties.get("values") : properties;
    for (JsonNode value : values) {
      if (!isEmpty(value)) {
        return false;
      }
    }
    return !properties.has("key");
  }

  /** The older form: a person is in the cohort who fits any one of the groups. */
  private ObjectNode ofGroups() {
    ObjectNode filters = PostHogWire.object();
    ObjectNode any = filters.putObject("properties");
    any.put("type", "OR");
    ArrayNode values = any.putArray("values");
    for (JsonNode group : input.list("groups")) {
      if (!group.path("properties").isArray()) {
        throw Input.refused(
            "groups", "invalid_input", "Each group needs a list of properties; or send filters.");
      }
      ObjectNode all = values.addObject();
      all.put("type", "AND");
      all.set("values", group.get("properties"));
    }
    return filters;
  }

  /** Refuses what only a list can take. */
  static void requireList(Draft draft) {
    if (!Json.read(draft.body()).path(STATIC).booleanValue()) {
      throw Input.refused(
          PERSONS.getLast(), "invalid_input", "Only a static cohort lists its persons.");
    }
  }

  /** Whether persons are to be put into the cohort. */
  boolean namesMembers() {
    return !distinctIds().isEmpty() || !persons().isEmpty();
  }

  /** Distinct ids of persons to put into the cohort. */
  List<String> distinctIds() {
    return input.texts(IDS);
  }

  /** Uuids or numbers of persons to put into the cohort. */
  List<String> persons() {
    List<String> persons = new ArrayList<>();
    PERSONS.forEach(field -> persons.addAll(input.texts(field)));
    return persons;
  }
}
